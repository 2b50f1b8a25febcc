package dev.attest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body as HttpClient wants it; remembers whether any of it was asked for, for only then the request may be known to the server. */
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
        throw new UnsupportedOperationException("this body is written, not read");
    }

    @Override
    public void close() {
        // Nothing is open between two writes.
    }
}
