package app;

import static libc.Unistd.close;

/** A user's program that goes on after its first call found no backend. */
public final class Twice {

    private Twice() {}

    public static void main(String[] args) {
        try {
            close(-1);
        } catch (UnsatisfiedLinkError e) {
            System.out.println("went on");
        }
        close(-1);
    }
}
