package selftest;

/**
 * What became of one thing that a behaviour says, on one transport.
 *
 * @param behaviour the behaviour's class, {@code T31_partial_send_and_recv}
 * @param method what it says
 * @param transport where
 * @param outcome what became of it
 * @param detail why it failed or is not applicable, or nothing
 */
record Result(String behaviour, String method, Transport transport, Outcome outcome, String detail) {

    /** What can become of it. */
    enum Outcome { PASSED, FAILED, NOT_APPLICABLE }

    String line() {
        return String.join("\t", behaviour, method, transport.name(), outcome.name(),
                detail.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", " "));
    }

    static Result parse(String line) {
        String[] parts = line.split("\t", 5);
        return new Result(parts[0], parts[1], Transport.valueOf(parts[2]), Outcome.valueOf(parts[3]),
                parts[4].replaceAll("(?<!\\\\)\\\\n", "\n").replace("\\\\", "\\"));
    }
}
