package dev.attest.standin;

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

/** What only the server below Javalin can tell or do. */
final class Wire {

    private Wire() {}

    /** Returns the length of a request's body: as announced, else as far as it was read. */
    static long bytesOf(Context context) {
        var announced = context.req().getContentLengthLong();
        return announced >= 0 ? announced : Math.max(0, Request.getContentBytesRead(request(context)));
    }

    /** Closes the connection of a request at once. */
    static void hangUp(Context context) {
        endPoint(context).close();
    }

    /** Resets the connection of a request: what is under way to the client may be lost as well. */
    static void reset(Context context) {
        try {
            channel(context).setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp(context);
    }

    /** Sends the first bytes of a reply past the server, which then knows of no reply. */
    static void sendHead(Context context, String head, long bytes) throws IOException {
        var ascii = head.getBytes(StandardCharsets.ISO_8859_1);
        channel(context).write(ByteBuffer.wrap(ascii, 0, (int) Math.min(bytes, ascii.length)));
    }

    /**
     * Returns whether the client has closed its side. What it may have sent is read and thrown away: this is for
     * connections that will be closed anyway.
     */
    static boolean abandoned(Context context) {
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
