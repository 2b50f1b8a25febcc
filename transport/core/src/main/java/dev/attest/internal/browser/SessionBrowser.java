package dev.attest.internal.browser;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is known only by its session. It is called by the WebDriver protocol
 * (https://www.w3.org/TR/webdriver2/#endpoints).
 *
 * @param grid address of the Grid that it runs on, or null
 * @param driver remote end: sends a path with a body, or a GET request if the body is empty, and returns the body of
 *     the reply, whatever its status
 */
record SessionBrowser(String session, @Nullable String grid, BiFunction<String, String, String> driver)
        implements Browser {

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
        JsonValue answer = get("/screenshot");
        if (answer.get("error").text().filter(ALERT::equals).isPresent()) {
            answer = get("/screenshot");
        }
        return Base64.getMimeDecoder().decode(text(answer));
    }

    @Override
    public @Nullable Object url() throws Exception {
        return text(get("/url"));
    }

    @Override
    public @Nullable Object title() throws Exception {
        return text(get("/title"));
    }

    @Override
    public @Nullable String size() throws Exception {
        JsonValue rectangle = get("/window/rect");
        return text(rectangle.get("width")) + "x" + text(rectangle.get("height"));
    }

    @Override
    public @Nullable Object node() throws Exception {
        return grid == null ? null : new GridNode().inGrid(grid, session);
    }

    @Override
    public @Nullable PageSource pageSource() throws Exception {
        String script = Json.write(Map.of("script", PageSource.SCRIPT, "args", List.of()));
        PageSource beginning = PageSource.ofScript(send("/execute/sync", script).items().stream()
                .map(part -> part.text().orElse(null))
                .toList());
        return beginning == null ? PageSource.of(text(get("/source"))) : beginning;
    }

    /** Asks by the command of Chromium's drivers; others answer with an error. Removes the entries it returns. */
    @Override
    public @Nullable String console() throws Exception {
        JsonValue entries = send("/se/log", Json.write(Map.of("type", "browser")));
        if (!entries.isArray()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (JsonValue entry : entries.items()) {
            long time = Math.round(timestamp(entry));
            text.append('[').append(Instant.ofEpochMilli(time)).append("] [");
            text.append(entry.text("level"))
                    .append("] ")
                    .append(entry.text("message"))
                    .append('\n');
        }
        return text.toString();
    }

    /** Returns the time of an entry of the console, in milliseconds since 1970; 0 if it has none. */
    private static double timestamp(JsonValue entry) {
        try {
            return Double.parseDouble(entry.text("timestamp"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    String where() {
        return "session " + session;
    }

    /** Returns the number of its windows; 0 if it does not tell. */
    int windows() {
        try {
            return get("/window/handles").items().size();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private JsonValue get(String command) throws IOException {
        return send(command, "");
    }

    private JsonValue send(String command, String body) throws IOException {
        return Json.read(driver.apply("/session/" + session + command, body)).get("value");
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
