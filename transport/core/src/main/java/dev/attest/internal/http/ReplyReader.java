package dev.attest.internal.http;

import dev.attest.internal.guard.GuardedLogger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
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
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : reply.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            List<String> values = headers.get(name);
            if (values == null) {
                values = new ArrayList<>();
                headers.put(name, values);
            }
            values.add(header.getValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean complete = copy(reply.getEntity(), bytes);
        Header type = reply.getFirstHeader("Content-Type");
        Charset charset = charset(type == null ? "" : type.getValue());
        return new Response(reply.getCode(), headers, bytes.toString(charset), !complete, proxy);
    }

    /**
     * Returns the character set that a media type names; UTF-8 if there is none, or the JVM does not know it. The bytes
     * of a file are kept.
     */
    private static Charset charset(String mediaType) {
        if (Response.isFile(mediaType)) {
            return StandardCharsets.ISO_8859_1;
        }
        String lower = mediaType.toLowerCase(Locale.ROOT);
        int named = lower.indexOf("charset=");
        if (named < 0) {
            return StandardCharsets.UTF_8;
        }
        int from = named + "charset=".length();
        int end = lower.indexOf(';', from);
        String name = lower.substring(from, end < 0 ? lower.length() : end).strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1);
        }
        try {
            return name.equals("utf-8") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
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
