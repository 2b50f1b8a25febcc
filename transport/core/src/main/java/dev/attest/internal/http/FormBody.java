package dev.attest.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A multipart form with text fields and one file (RFC 7578). Its lines end with CR LF:
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
 */
final class FormBody implements Body {

    private static final String END_OF_LINE = "\r\n";

    private final String boundary;
    private final byte[] prefix;
    private final Body file;
    private final byte[] suffix;

    FormBody(String boundary, Map<String, String> fields, String fileField, String fileName, Body file) {
        this.boundary = boundary;
        this.prefix = prefix(boundary, fields, fileField, fileName, file.contentType());
        this.file = file;
        this.suffix = (END_OF_LINE + "--" + boundary + "--" + END_OF_LINE).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long length() {
        return prefix.length + file.length() + suffix.length;
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(prefix);
        file.writeTo(out);
        out.write(suffix);
    }

    private static byte[] prefix(
            String boundary, Map<String, String> fields, String fileField, String fileName, String contentType) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> begin(text, boundary)
                .append(quoted(name))
                .append(END_OF_LINE + END_OF_LINE)
                .append(value)
                .append(END_OF_LINE));
        begin(text, boundary)
                .append(quoted(fileField))
                .append("; filename=")
                .append(quoted(fileName))
                .append(END_OF_LINE + "Content-Type: ")
                .append(contentType)
                .append(END_OF_LINE + END_OF_LINE);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder begin(StringBuilder text, String boundary) {
        return text.append("--").append(boundary).append(END_OF_LINE + "Content-Disposition: form-data; name=");
    }

    /** Other characters than printable ASCII break the line, or servers read them differently. */
    private static String quoted(String name) {
        return "\"" + name.replaceAll("[^ -~]|[\"\\\\]", "_") + "\"";
    }
}
