package libc.internal.trace;

import java.util.function.Function;
import java.util.function.LongPredicate;
import libc.Names;
import libc.Netdb;
import libc.internal.Errors;
import libc.internal.memory.Pointers;

/** How what a function answers is printed. */
final class Result {

    private final LongPredicate fails;
    private final Function<Seen, String> success;
    private final Function<Seen, String> failure;

    private boolean isWide;

    private Result(LongPredicate fails, Function<Seen, String> success, Function<Seen, String> failure) {
        this.fails = fails;
        this.success = success;
        this.failure = failure;
    }

    /** A number, or -1 with errno. */
    static final Result NUMBER = number(call -> Long.toString(call.result()));

    /** Nothing. */
    static final Result VOID = new Result(result -> false, call -> "<void>", null);

    /** A long that tells of no failure. */
    static final Result LONG = new Result(result -> false, call -> Long.toString(call.result()), null).wide();

    /** A number that tells of no failure. */
    static final Result PLAIN = plain(call -> Long.toString(call.result()));

    /** 1, or 0 for what makes no sense. */
    static final Result VALID = new Result(result -> result <= 0, call -> Long.toString(call.result()),
            call -> call.result() == 0 ? "0" : call.result() + errno(call.errno()));

    /** A number above 0, or 0 with errno. */
    static final Result OR_0 = new Result(result -> result == 0, NUMBER.success, call -> "0" + errno(call.errno()));

    /** 0, or any other number for what is not there. */
    static final Result FOUND = new Result(result -> result != 0, NUMBER.success, NUMBER.success);

    /** 0, or an error number, which is not in errno. */
    static final Result ERROR = new Result(result -> result != 0, call -> "0",
            call -> call.result() == -1 ? "-1" + errno(call.errno()) : call.result() + errno((int) call.result()));

    /** 0, or an EAI_ number. */
    static final Result EAI = new Result(result -> result != 0, call -> "0", call -> call.result() + " "
            + Names.of("EAI_", call.result()) + " (" + Netdb.gai_strerror((int) call.result()) + ")");

    /** A string of C's, or NULL with errno. */
    static final Result STRING = entry(Result::quoted);

    /** A string of C's, or NULL without a reason. */
    static final Result STRING_OR_NULL = looked(Result::quoted);

    /** A function that does not fail. */
    static Result plain(Function<Seen, String> print) {
        return new Result(result -> false, print, null);
    }

    /** A function whose -1 is a failure, which errno explains. */
    static Result number(Function<Seen, String> success) {
        return new Result(result -> result == -1, success, call -> "-1" + errno(call.errno()));
    }

    /** What C points to, or NULL with errno. */
    static Result entry(Function<Long, Object> read) {
        return new Result(result -> result == 0, call -> String.valueOf(read.apply(call.result())),
                call -> "NULL" + errno(call.errno())).wide();
    }

    /** What C points to, or NULL if there is no such thing, which errno does not tell. */
    static Result looked(Function<Long, Object> read) {
        return new Result(result -> result == 0, call -> String.valueOf(read.apply(call.result())), call -> "NULL").wide();
    }

    private static String quoted(long address) {
        return Text.quoted(Pointers.string(address));
    }

    private static String errno(int errno) {
        String name = Errors.name(errno);
        return (name == null ? " (errno " + errno + ")" : " " + name + " (" + Errors.text(errno) + ")");
    }

    /** The same of a function whose result is a pointer or a long. */
    Result wide() {
        isWide = true;
        return this;
    }

    /** Whether all 64 bits are the result's. */
    boolean isWide() {
        return isWide;
    }

    boolean fails(long result) {
        return fails.test(result);
    }

    String print(Seen call) {
        return (call.failed() ? failure : success).apply(call);
    }
}
