package compare;

/** A question whose answers are the calls made, and not what the methods return. */
public interface OfCalls extends Experiment {

    @Override
    default boolean isOfCalls() {
        return true;
    }
}
