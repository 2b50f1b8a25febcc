package dev.attest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The body of a request. Its exact length is known before the first byte is sent, and it can be written repeatedly.
 * Files are read while they are sent, in constant memory.
 */
public interface Body {

    /** Returns how many bytes {@link #writeTo} writes. */
    long length();

    /** Returns the media type, with the character set if it has one. */
    String contentType();

    /**
     * Writes all bytes and leaves the stream open.
     *
     * @throws UnreadableBodyException if the source cannot be read or has another length; the server then never gets a
     *     complete request
     */
    void writeTo(OutputStream out) throws IOException;

    /** Returns a body of text in UTF-8. */
    static Body text(String contentType, String text) {
        return new TextBody(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a body of text with a file in Base64 in the middle.
     *
     * @param size length of the file in bytes, before Base64
     */
    static Body base64(String contentType, String prefix, Source source, long size, String suffix) {
        Body file = new Base64Body(FileBody.whole(contentType, source, size));
        return new JoinedBody(contentType, List.of(text(contentType, prefix), file, text(contentType, suffix)));
    }

    /**
     * Returns a body with a range of a file, as {@code application/octet-stream}.
     *
     * @param from position of the first byte
     * @param length number of bytes; if 0, the file is not opened
     */
    static Body bytes(Source source, long from, long length) {
        return new FileBody("application/octet-stream", source, from, length, false);
    }

    /**
     * Returns a body with a whole file.
     *
     * @param size length of the file in bytes
     */
    static Body file(String contentType, Source source, long size) {
        return FileBody.whole(contentType, source, size);
    }

    /**
     * Returns a multipart form with text fields and, after them, a file.
     *
     * @param boundary separates the parts; must not occur in any of them
     * @param fields text fields by name, in the order in which they are sent
     * @param fileName name of the file; characters other than printable ASCII become {@code _}
     */
    static Body form(String boundary, Map<String, String> fields, String fileField, String fileName, Body file) {
        return FormBody.of(boundary, fields, fileField, fileName, file);
    }

    /** Opens a file at its first byte. */
    @FunctionalInterface
    interface Source {

        /** Returns a new stream. The caller closes it. */
        InputStream open() throws IOException;
    }
}
