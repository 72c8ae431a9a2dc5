package compare;

import java.util.List;
import java.util.Map;

/**
 * What came of an experiment on one JVM.
 *
 * @param experiment its name
 * @param topic the package that it is in
 * @param question its question
 * @param ofCalls whether the answers are the calls made
 * @param verdict what it says itself about the answers
 * @param answers of those who have one; of an experiment of calls they are in the trace
 * @param failures what went wrong, with traces of the stack
 */
record Report(String experiment, String topic, String question, boolean ofCalls, Verdict verdict, Map<Side, String> answers,
        List<String> failures) {}
