package dev.attest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a request carries: its exact length is known before the first byte travels, and it can be written again. */
public interface Body {

    /** Returns how many bytes {@link #writeTo} writes. */
    long length();

    /** Returns the media type, with the character set where it has one. */
    String contentType();

    /**
     * Writes all bytes and leaves the stream open.
     *
     * @throws UnreadableBodyException if they could not be read from where they come from, or are not as many as
     *     announced: the server then never sees a whole request
     */
    void writeTo(OutputStream out) throws IOException;

    /** Returns a body of text in UTF-8. */
    static Body text(String contentType, String text) {
        return new TextBody(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a body of text with a file in Base64 in its middle. The file is read while it is sent, in constant memory.
     *
     * @param size length of the file in bytes, before Base64
     */
    static Body base64(String contentType, String prefix, Source source, long size, String suffix) {
        return new Base64Body(
                contentType,
                prefix.getBytes(StandardCharsets.UTF_8),
                new ExactFile(source, size),
                suffix.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a body of bytes as they are, {@code application/octet-stream}: a stretch of a file, which is read while it is
     * sent, in constant memory.
     *
     * @param from where it begins in the file
     * @param length how many bytes; may be 0, and then nothing is opened
     */
    static Body bytes(Source source, long from, long length) {
        return new StretchBody(source, from, length);
    }

    /**
     * Returns a body that is a file as it is, read while it is sent, in constant memory.
     *
     * @param size length of the file in bytes
     */
    static Body file(String contentType, Source source, long size) {
        return new FileBody(contentType, new ExactFile(source, size));
    }

    /**
     * Returns a form of texts and a file after them.
     *
     * @param boundary what parts are told apart by; in none of them
     * @param fields texts by their names, in the order in which they travel
     * @param fileName what the file is called; whatever is no printable ASCII in it becomes {@code _}
     */
    static Body form(String boundary, Map<String, String> fields, String fileField, String fileName, Body file) {
        return new FormBody(boundary, fields, fileField, fileName, file);
    }

    /** Opens a file for reading, from its first byte. */
    @FunctionalInterface
    interface Source {

        /** Returns a new stream, which the caller closes. */
        InputStream open() throws IOException;
    }
}
