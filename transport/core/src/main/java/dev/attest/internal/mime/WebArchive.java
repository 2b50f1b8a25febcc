package dev.attest.internal.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.HeaderImpl;
import org.apache.james.mime4j.message.MessageImpl;
import org.apache.james.mime4j.message.MultipartImpl;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;

/**
 * A page with its embedded files, as MHTML (RFC 2557). Files are read while the archive is written, in constant memory.
 *
 * <pre>Date: Sat, 21 Nov 2026 08:00:01 +0000
 * MIME-Version: 1.0
 * Content-Type: multipart/related; type="text/html"; boundary="attest-0f3c..."
 *
 * --attest-0f3c...
 * Content-Type: text/html; charset=utf-8
 * Content-Transfer-Encoding: base64
 * Content-Location: http://attest.invalid/report.html
 *
 * PCFkb2N0eXBlIGh0bWw+...
 * --attest-0f3c...
 * Content-Type: image/png
 * Content-Transfer-Encoding: base64
 * Content-ID: &lt;file-3@attest.invalid>
 *
 * iVBORw0KGgoAAAANSUhEUgAA...
 * --attest-0f3c...--</pre>
 *
 * @param boundary separates the parts; must not occur in any of them
 * @param date creation date of the archive
 * @param html the page
 * @param files files that the page embeds
 */
public record WebArchive(String boundary, Instant date, String html, List<EmbeddedFile> files) {

    /** No host has this name, so that viewers send no request. */
    private static final String LOCATION = "http://attest.invalid/report.html";

    public WebArchive {
        files = List.copyOf(files);
    }

    /** Writes the archive, always the same bytes. Does not close the stream. */
    public void writeTo(OutputStream out) throws IOException {
        new DefaultMessageWriter().writeEntity(message(), out);
    }

    private Entity message() {
        Multipart parts = new MultipartImpl("related");
        parts.addBodyPart(page());
        files.forEach(file -> parts.addBodyPart(part(file)));
        Header header = new HeaderImpl();
        header.addField(Fields.date("Date", Date.from(date), TimeZone.getTimeZone("UTC")));
        header.addField(Fields.version("1.0"));
        header.addField(Fields.contentType(
                "multipart/related", new NameValuePair("type", "text/html"), new NameValuePair("boundary", boundary)));
        MessageImpl message = new MessageImpl();
        message.setHeader(header);
        message.setBody(parts);
        return message;
    }

    private Entity page() {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return entity(
                Fields.contentType("text/html", new NameValuePair("charset", "utf-8")),
                new RawField("Content-Location", LOCATION),
                () -> new ByteArrayInputStream(bytes));
    }

    private static Entity part(EmbeddedFile file) {
        Field id = new RawField("Content-ID", "<" + file.contentId() + ">");
        return entity(Fields.contentType(file.contentType()), id, file.source());
    }

    private static Entity entity(Field contentType, Field identity, Source source) {
        Header header = new HeaderImpl();
        header.addField(contentType);
        header.addField(Fields.contentTransferEncoding("base64"));
        header.addField(identity);
        BodyPart part = new BodyPart();
        part.setHeader(header);
        part.setBody(new BinaryBody() {
            @Override
            public InputStream getInputStream() throws IOException {
                return source.open();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream in = getInputStream()) { // closes it after a failure too
                    in.transferTo(out);
                }
            }
        });
        return part;
    }

    /**
     * A file that a page embeds.
     *
     * @param contentId id in the {@code cid:} URL of the page; letters, digits, dots and one {@code @}
     * @param contentType such as {@code image/png}
     * @param source opens the file each time the page is written
     */
    public record EmbeddedFile(String contentId, String contentType, Source source) {

        /** Returns the URL that the page refers to the file by. */
        public String reference() {
            return "cid:" + contentId;
        }
    }

    /** Opens a file at its first byte. The caller closes the stream. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
