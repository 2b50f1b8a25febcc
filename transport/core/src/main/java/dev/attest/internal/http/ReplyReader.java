package dev.attest.internal.http;

import dev.attest.internal.guard.GuardedLogger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reply of HttpClient into a {@link Response}.
 *
 * @param longest maximum number of bytes of a body
 */
record ReplyReader(int longest) {

    private static final GuardedLogger LOG = GuardedLogger.of(ReplyReader.class);
    private static final int BUFFER = 8 * 1024;

    /** @param proxy address of the proxy that may have written the reply; empty if none can have */
    Response read(ClassicHttpResponse reply, String proxy) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (Header header : reply.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean complete = copy(reply.getEntity(), bytes);
        Header type = reply.getFirstHeader("Content-Type");
        Charset charset = ContentType.getCharset(
                type == null ? null : ContentType.parseLenient(type.getValue()), StandardCharsets.UTF_8);
        return new Response(reply.getCode(), headers, bytes.toString(charset), !complete, proxy);
    }

    /**
     * Returns whether it reached the end of the body. The bytes before an error are kept, since they may explain it.
     */
    private boolean copy(@Nullable HttpEntity entity, ByteArrayOutputStream bytes) {
        if (entity == null) {
            return true;
        }
        try {
            InputStream in = entity.getContent();
            byte[] buffer = new byte[BUFFER];
            int count;
            while ((count = in.read(buffer)) >= 0) {
                if (bytes.size() + count > longest) {
                    bytes.write(buffer, 0, longest - bytes.size());
                    return false;
                }
                bytes.write(buffer, 0, count);
            }
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A reply broke off after {0} bytes: {1}", bytes.size(), e.getMessage());
            return false;
        }
    }
}
