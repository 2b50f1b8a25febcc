package dev.attest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** A body as HttpCore sends it. Tells the exchange when its first byte is about to be sent. */
final class BodyEntity implements HttpEntity {

    private final Body body;
    private final Exchange exchange;

    BodyEntity(Body body, Exchange exchange) {
        this.body = body;
        this.exchange = exchange;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        exchange.begin();
        body.writeTo(out);
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public String getContentType() {
        return body.contentType();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public @Nullable Supplier<List<? extends Header>> getTrailers() {
        return null;
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
        throw new UnsupportedOperationException("a body of a request is written");
    }

    @Override
    public void close() {
        // each write opens and closes what it reads
    }
}
