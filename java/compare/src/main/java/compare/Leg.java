package compare;

import com.google.gson.Gson;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.platform.commons.support.ReflectionSupport;

/** Asks the questions on this JVM, and prints a {@link Report} in JSON for each, a line each. */
final class Leg {

    /** Seconds after which an experiment is stuck. */
    static final int PATIENCE_S = 20;

    /** What stands in the tables for the answer of a side that threw something or got stuck. */
    static final String FAILED = "failed";

    private static final String EXPERIMENTS = "compare.experiments";

    private Leg() {}

    /** Asks those whose names the argument matches, or all. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // of what else may be printed, nothing gets between the reports
        Gson gson = new Gson();
        for (Experiment experiment : experiments(Pattern.compile(args.length > 0 ? args[0] : ".*"))) {
            out.println(gson.toJson(report(experiment)));
        }
        System.exit(0); // a thread that is stuck in a call would keep the JVM
    }

    private static List<Experiment> experiments(Pattern only) {
        List<Class<?>> classes = ReflectionSupport.findAllClassesInPackage(EXPERIMENTS,
                type -> Experiment.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()), name -> true);
        return classes.stream().filter(type -> only.matcher(type.getSimpleName()).matches())
                .sorted(Comparator.comparing(Class::getName))
                .<Experiment>map(type -> (Experiment) ReflectionSupport.newInstance(type)).toList();
    }

    static Report report(Experiment experiment) throws InterruptedException {
        Map<Side, String> answers = new EnumMap<>(Side.class);
        List<String> failures = new ArrayList<>();
        for (Side side : Side.values()) {
            try {
                // What the JDK does once in a program's life has been done when it is asked for the second time.
                String first = answer(experiment, side);
                String second = answer(experiment, side);
                if (second != null) {
                    answers.put(side, second);
                    if (!second.equals(first)) {
                        failures.add(side.text + " answered, first and then:\n" + first + "\n" + second);
                    }
                }
            } catch (ExecutionException | TimeoutException e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                failures.add(side.text + ": " + trace);
                answers.put(side, FAILED);
            }
        }
        Class<?> type = experiment.getClass();
        return new Report(type.getSimpleName(), type.getPackageName().replaceFirst(".*\\.", ""), experiment.question(),
                experiment.isOfCalls(), experiment.verdict(), answers, failures);
    }

    /** In a thread of its own, which may be interrupted or get stuck. */
    private static String answer(Experiment experiment, Side side)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<String> task = new FutureTask<>(() -> {
            try (Lab lab = new Lab(experiment.getClass().getSimpleName() + " " + side)) {
                lab.mark(Traces.BEGIN);
                String answer = side.ask(experiment, lab);
                lab.unwatch();
                return answer;
            }
        });
        Thread thread = new Thread(task, "asker");
        thread.setDaemon(true);
        thread.start();
        return task.get(PATIENCE_S, TimeUnit.SECONDS);
    }
}
