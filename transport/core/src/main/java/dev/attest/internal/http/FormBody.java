package dev.attest.internal.http;

import java.util.List;
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
final class FormBody {

    private static final String END_OF_LINE = "\r\n";

    private FormBody() {}

    static Body of(String boundary, Map<String, String> fields, String fileField, String fileName, Body file) {
        String contentType = "multipart/form-data; boundary=" + boundary;
        String prefix = prefix(boundary, fields, fileField, fileName, file.contentType());
        String suffix = END_OF_LINE + "--" + boundary + "--" + END_OF_LINE;
        return Body.joined(contentType, List.of(Body.text(contentType, prefix), file, Body.text(contentType, suffix)));
    }

    private static String prefix(
            String boundary, Map<String, String> fields, String fileField, String fileName, String contentType) {
        StringBuilder text = new StringBuilder();
        fields.forEach(
                (name, value) -> text.append(head(boundary, name) + END_OF_LINE + END_OF_LINE + value + END_OF_LINE));
        return text + head(boundary, fileField) + "; filename=" + quoted(fileName) + END_OF_LINE + "Content-Type: "
                + contentType + END_OF_LINE + END_OF_LINE;
    }

    private static String head(String boundary, String name) {
        return "--" + boundary + END_OF_LINE + "Content-Disposition: form-data; name=" + quoted(name);
    }

    /** Other characters than printable ASCII break the line, or servers read them differently. */
    private static String quoted(String name) {
        return "\"" + name.replaceAll("[^ -~]|[\"\\\\]", "_") + "\"";
    }
}
