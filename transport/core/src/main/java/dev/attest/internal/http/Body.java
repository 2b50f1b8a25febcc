package dev.attest.internal.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The body of a request. Its exact length is known before the first byte is sent, and it can be written repeatedly.
 * Files are read while they are sent, in constant memory.
 *
 * @param contentType media type, with the character set if it has one
 * @param length how many bytes the writer writes
 */
public record Body(String contentType, long length, Writer writer) {

    private static final String END_OF_LINE = "\r\n";

    /** Returns a body of text in UTF-8. */
    public static Body text(String contentType, String text) {
        return text(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a body of encoded text. */
    public static Body text(String contentType, byte[] bytes) {
        return new Body(contentType, bytes.length, out -> out.write(bytes));
    }

    /**
     * Returns a body of text with a file in Base64 in the middle.
     *
     * @param size length of the file in bytes, before Base64
     */
    public static Body base64(String contentType, String prefix, Source source, long size, String suffix) {
        Body file = file(contentType, source, size);
        Body encoded = new Body(contentType, 4 * ((size + 2) / 3), out -> {
            try (OutputStream base64 = Base64.getEncoder().wrap(new LeftOpen(out))) {
                file.writeTo(base64);
            }
        });
        return joined(contentType, List.of(text(contentType, prefix), encoded, text(contentType, suffix)));
    }

    /**
     * Returns a body with a range of a file, as {@code application/octet-stream}.
     *
     * @param from position of the first byte
     * @param length number of bytes; if 0, the file is not opened
     */
    public static Body bytes(Source source, long from, long length) {
        return new Body("application/octet-stream", length, new FileRange(source, from, length, false));
    }

    /**
     * Returns a body with a whole file.
     *
     * @param size length of the file in bytes
     */
    public static Body file(String contentType, Source source, long size) {
        return new Body(contentType, size, new FileRange(source, 0, size, true));
    }

    /**
     * Returns a multipart form with text fields and, after them, a file (RFC 7578). Its lines end with CR LF:
     *
     * <pre>--BOUNDARY
     * Content-Disposition: form-data; name="Title"
     *
     * page.png
     * --BOUNDARY
     * Content-Disposition: form-data; name="File"; filename="page.png"
     * Content-Type: application/octet-stream
     *
     * ...the bytes of the file
     * --BOUNDARY--</pre>
     *
     * @param boundary separates the parts; must not occur in any of them
     * @param fields text fields by name, in the order in which they are sent
     * @param fileName name of the file; characters other than printable ASCII become {@code _}
     */
    public static Body form(String boundary, Map<String, String> fields, String fileField, String fileName, Body file) {
        StringBuilder prefix = new StringBuilder();
        fields.forEach((name, value) ->
                prefix.append(partHead(boundary, name) + END_OF_LINE + END_OF_LINE + value + END_OF_LINE));
        prefix.append(partHead(boundary, fileField) + "; filename=" + quoted(fileName) + END_OF_LINE);
        prefix.append("Content-Type: " + file.contentType() + END_OF_LINE + END_OF_LINE);
        String suffix = END_OF_LINE + "--" + boundary + "--" + END_OF_LINE;
        String contentType = "multipart/form-data; boundary=" + boundary;
        return joined(contentType, List.of(text(contentType, prefix.toString()), file, text(contentType, suffix)));
    }

    private static String partHead(String boundary, String name) {
        return "--" + boundary + END_OF_LINE + "Content-Disposition: form-data; name=" + quoted(name);
    }

    /** Other characters than printable ASCII break the line, or servers read them differently. */
    private static String quoted(String name) {
        return "\"" + name.replaceAll("[^ -~]|[\"\\\\]", "_") + "\"";
    }

    /** Returns the parts as one body. Their own media types do not count. */
    private static Body joined(String contentType, List<Body> parts) {
        long length = 0;
        for (Body part : parts) {
            length += part.length();
        }
        return new Body(contentType, length, out -> {
            for (Body part : parts) {
                part.writeTo(out);
            }
        });
    }

    /** Writes all bytes and leaves the stream open. See {@link Writer#writeTo}. */
    public void writeTo(OutputStream out) throws IOException {
        writer.writeTo(out);
    }

    /** Writes the bytes of a body. */
    @FunctionalInterface
    public interface Writer {

        /**
         * Writes all bytes and leaves the stream open.
         *
         * @throws ExchangeFailedException if the source cannot be read or has another length; the server then never
         *     gets a complete request
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Opens a file at its first byte. */
    @FunctionalInterface
    public interface Source {

        /** Returns a new stream. The caller closes it. */
        InputStream open() throws IOException;
    }

    /** Closing the encoder writes the padding. It must not close the connection. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // the caller closes the connection
        }
    }
}
