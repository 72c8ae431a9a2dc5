package compare;

import java.nio.channels.SocketChannel;

/** A question about a connection that is put alike to every library whose channels are {@link SocketChannel}s. */
public interface Connected extends Experiment {

    /** The answer on a connection: the client's channel and the server's. */
    String connected(Lab lab, SocketChannel[] connection) throws Exception;

    /** On TCP, where it is not overridden. */
    @Override
    default String channels(Lab lab) throws Exception {
        return connected(lab, lab.channels());
    }

    @Override
    default String junixsocket(Lab lab) throws Exception {
        return connected(lab, lab.junixsocketChannels());
    }

    @Override
    default String jnrUnixsocket(Lab lab) throws Exception {
        return connected(lab, lab.jnrChannels());
    }
}
