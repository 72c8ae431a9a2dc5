package selftest;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two threads, a server and a client, that go from step to step together. If one fails, so does the test. */
public final class Conversation {

    private static final long SECONDS = 20;

    /** What one of the two does. */
    public interface Part {
        void play(Conversation conversation) throws Exception;
    }

    private final CyclicBarrier barrier = new CyclicBarrier(2);

    private Conversation() {}

    /** Plays both parts, and throws what the first that failed threw. */
    public static void between(Part server, Part client) throws Exception {
        Conversation conversation = new Conversation();
        CompletableFuture<Void> one = conversation.start("server", server);
        CompletableFuture<Void> two = conversation.start("client", client);
        try {
            CompletableFuture.allOf(one, two).get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError((one.isDone() ? "the client" : "the server") + " did not end", e);
        } catch (java.util.concurrent.ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException completion ? completion.getCause() : e.getCause();
            if (cause instanceof Exception exception) {
                throw exception;
            }
            throw (Error) cause;
        }
    }

    private CompletableFuture<Void> start(String name, Part part) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                part.play(this);
                end.complete(null);
            } catch (Throwable e) {
                end.completeExceptionally(e);
                barrier.reset(); // the other need not wait for this one any more
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    /** Waits for the other to come to the same step. */
    public void step() throws InterruptedException, BrokenBarrierException, TimeoutException {
        barrier.await(SECONDS, TimeUnit.SECONDS);
    }
}
