package dev.attest.internal.browser;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser whose driver nobody knows, asked as WebDriver wants it. */
record SessionBrowser(String session, RemoteEnd driver) implements Browser {

    /** What a remote end says of an open alert. */
    private static final String ALERT = "unexpected alert open";

    /** Sessions end by a command, and then they are not known any more. */
    @Override
    public boolean isClosed() {
        return false;
    }

    /** An open alert makes the first attempt fail, and most drivers close it then. */
    @Override
    public byte @Nullable [] picture() throws Exception {
        JsonValue answer = ask("/screenshot");
        if (answer.get("error").text().filter(ALERT::equals).isPresent()) {
            answer = ask("/screenshot");
        }
        return Base64.getMimeDecoder().decode(text(answer));
    }

    @Override
    public @Nullable Object url() throws Exception {
        return text(ask("/url"));
    }

    @Override
    public @Nullable Object title() throws Exception {
        return text(ask("/title"));
    }

    @Override
    public @Nullable String size() throws Exception {
        JsonValue rectangle = ask("/window/rect");
        return text(rectangle.get("width")) + "x" + text(rectangle.get("height"));
    }

    @Override
    public @Nullable Object node() {
        return null;
    }

    @Override
    public @Nullable Object pageSource() throws Exception {
        return text(ask("/source"));
    }

    /** WebDriver knows no console. */
    @Override
    public @Nullable String console() {
        return null;
    }

    private JsonValue ask(String what) throws Exception {
        return Json.read(driver.get("/session/" + session + what)).get("value");
    }

    private static String text(JsonValue answer) throws IOException {
        Optional<String> error = answer.get("error").text();
        if (error.isPresent()) {
            throw new IOException(
                    error.get() + ": " + answer.get("message").text().orElse(""));
        }
        return answer.text().orElseThrow(() -> new IOException("no text in the answer: " + answer));
    }
}
