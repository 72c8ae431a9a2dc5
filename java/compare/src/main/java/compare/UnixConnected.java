package compare;

/** A question that is put to the JDK, too, on a UNIX connection. */
public interface UnixConnected extends Connected {

    @Override
    default String channels(Lab lab) throws Exception {
        return connected(lab, lab.unixChannels());
    }
}
