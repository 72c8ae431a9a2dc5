package libc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Another implementation of sockets, at the other end of ours. */
interface Peer {

    /** Its end of a connection. */
    interface Connection extends AutoCloseable {

        /** What it receives. */
        InputStream in() throws IOException;

        /** What it is to send. */
        OutputStream out() throws IOException;

        /** Shuts down its sending side. */
        void shutdownOutput() throws IOException;

        /** Ends it, which has to go well. */
        void end() throws Exception;

        /** Ends it if it has not ended. */
        @Override
        void close() throws IOException;
    }

    /** Its listening socket. */
    interface Listener extends AutoCloseable {

        Place place();

        /** Accepts our connection, and finds that it comes from {@code ours}. */
        Connection accept(Place ours) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Its datagram socket, which talks to one of ours. */
    interface Datagrams extends AutoCloseable {

        /** Where it is; port 0 is one that only our socket gets to know. */
        Place place();

        void send(byte[] datagram) throws IOException;

        /** The next datagram; of a peer that shows no boundaries, the next {@code length} bytes. */
        byte[] receive(int length) throws IOException;

        @Override
        void close() throws IOException;
    }

    Listener listen(Place own) throws Exception;

    Connection connect(Place own, Place ours) throws Exception;

    /** A socket that sends first. */
    Datagrams sender(Place own, Place ours) throws Exception;

    /** A socket that receives first. */
    Datagrams receiver(Place own, Place ours) throws Exception;
}
