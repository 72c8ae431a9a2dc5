package bench;

/** A JVM that starts and ends. */
public class EmptyMain {

    private EmptyMain() {}

    public static void main(String[] args) {}
}
