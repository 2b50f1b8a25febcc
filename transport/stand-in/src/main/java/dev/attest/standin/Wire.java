package dev.attest.standin;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
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
        request(context).getConnectionMetaData().getConnection().getEndPoint().close();
    }

    private static Request request(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req());
    }
}
