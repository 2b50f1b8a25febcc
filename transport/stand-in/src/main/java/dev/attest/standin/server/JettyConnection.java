package dev.attest.standin.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Access to the TCP connection of a request, which Javalin does not offer. */
final class JettyConnection {

    private JettyConnection() {}

    /** Returns the announced length of a request's body, or the number of bytes read if no length is announced. */
    static long requestSize(Context context) {
        var announced = context.req().getContentLengthLong();
        return announced >= 0 ? announced : Math.max(0, Request.getContentBytesRead(request(context)));
    }

    /** Closes the connection of a request at once. */
    static void close(Context context) {
        endPoint(context).close();
    }

    /** Resets the connection of a request. Bytes that are still on their way to the client may be lost. */
    static void reset(Context context) {
        try {
            channel(context).setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close(context);
    }

    /** Writes the first bytes of a reply directly to the socket. The server does not know of that reply. */
    static void sendHead(Context context, String head, long bytes) throws IOException {
        var ascii = head.getBytes(StandardCharsets.ISO_8859_1);
        channel(context).write(ByteBuffer.wrap(ascii, 0, (int) Math.min(bytes, ascii.length)));
    }

    /**
     * Returns whether the client has closed the connection. Bytes that the client sent are read and discarded, so call
     * this only for a connection that will be closed.
     */
    static boolean closedByClient(Context context) {
        try {
            return channel(context).read(ByteBuffer.allocate(8192)) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static SocketChannel channel(Context context) {
        return (SocketChannel) endPoint(context).getTransport();
    }

    private static EndPoint endPoint(Context context) {
        return request(context).getConnectionMetaData().getConnection().getEndPoint();
    }

    private static Request request(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req());
    }
}
