package bench;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A JVM that makes one socket as the JDK does. */
public class FirstChannel {

    private FirstChannel() {}

    public static void main(String[] args) throws IOException {
        SocketChannel.open();
    }
}
