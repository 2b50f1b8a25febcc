package dev.attest.internal.browser;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is known only by its session. It is called by the WebDriver protocol.
 *
 * @param driver remote end: sends a GET request for a path and returns the body of the reply, whatever its status
 */
record SessionBrowser(String session, Function<String, String> driver) implements Browser {

    /** Error code of WebDriver. */
    private static final String ALERT = "unexpected alert open";

    /** {@link LiveSessions} forgets a session that is closed. */
    @Override
    public boolean isClosed() {
        return false;
    }

    /** An open alert makes the first call fail. Most drivers then close the alert. */
    @Override
    public byte @Nullable [] screenshot() throws Exception {
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
    public @Nullable Object pageSource() throws Exception {
        return text(ask("/source"));
    }

    private JsonValue ask(String command) throws Exception {
        return Json.read(driver.apply("/session/" + session + command)).get("value");
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
