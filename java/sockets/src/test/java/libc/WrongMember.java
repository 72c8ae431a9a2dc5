package libc;

/** A header's class whose struct has a member that C's does not have. */
public final class WrongMember {

    private WrongMember() {}

    /** There is no {@code l_delay}. */
    public static final class linger extends Struct {
        public int l_onoff;
        public int l_delay;

        public linger() {}

        @Override
        protected void fields(Fields f) {
            l_onoff = f.int32("l_onoff", l_onoff);
            l_delay = f.int32("l_delay", l_delay);
        }
    }
}
