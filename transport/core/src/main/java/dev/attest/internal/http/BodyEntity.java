package dev.attest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A body as an entity of HttpClient. It records whether sending began, since only then may the server know the request.
 */
final class BodyEntity extends AbstractHttpEntity {

    private final Body body;
    private volatile boolean begun;

    BodyEntity(Body body) {
        super(body.contentType(), null);
        this.body = body;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        body.writeTo(out);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("this body can only be written");
    }

    @Override
    public void close() {
        // nothing is open between two writes
    }
}
