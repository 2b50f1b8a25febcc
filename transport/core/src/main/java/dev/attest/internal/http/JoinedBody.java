package dev.attest.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Several bodies, one after the other.
 *
 * @param contentType media type of the whole body; those of the parts do not count
 * @param parts in the order in which they are sent
 */
record JoinedBody(String contentType, List<Body> parts) implements Body {

    @Override
    public long length() {
        return parts.stream().mapToLong(Body::length).sum();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (Body part : parts) {
            part.writeTo(out);
        }
    }
}
