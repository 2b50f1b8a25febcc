package dev.attest.internal.browser;

import dev.attest.internal.browser.Session.Claim;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.spi.TestAttribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The open WebDriver sessions of this JVM, known by the commands that drivers send. Thread-safe. */
final class LiveSessions {

    /** Method and path of the command that opens a session; a path of a remote end of old may have a prefix. */
    private static final String NEW_SESSION = "/session";

    private static final Pattern COMMAND = Pattern.compile(".*/session/([^/?]+)(/.*)?");

    /** Commands with a body that leave the page as it is. */
    private static final Pattern READS = Pattern.compile("/(elements?|element/[^/]+/elements?|se/log|log)");

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final TestAttribution attribution;
    private final Consumer<Session> beforeEnd;
    private volatile boolean seen;

    /** @param beforeEnd is called before a command that ends a session goes out, on the thread that sends it */
    LiveSessions(TestAttribution attribution, Consumer<Session> beforeEnd) {
        this.attribution = attribution;
        this.beforeEnd = beforeEnd;
    }

    /**
     * Records that the calling thread sends a command.
     *
     * @param method of HTTP
     * @param path relative to the base URL of the client
     * @param remote end of the session: sends a path with a body, or a GET request if the body is empty, and returns
     *     the body of the reply, whatever its status
     * @return to call with the body of the reply; with an empty text after a failure, or if the body is not known
     */
    Consumer<String> sent(String method, String path, BiFunction<String, String, String> remote) {
        if (method.equals("POST") && path.endsWith(NEW_SESSION)) {
            return reply -> opened(reply, remote);
        }
        Matcher matcher = COMMAND.matcher(path);
        if (!matcher.matches()) {
            return LiveSessions::ignore;
        }
        String id = matcher.group(1);
        String command = matcher.group(2) == null ? "" : matcher.group(2);
        if (method.equals("DELETE") && (command.isEmpty() || command.equals("/window"))) {
            closing(id, command);
            return LiveSessions::ignore;
        }
        Session session = sessions.computeIfAbsent(id, key -> new Session(key, null, remote));
        seen = true;
        session.sent(attribution.thread(), attribution.current(), changesPage(method, command));
        if (command.equals("/screenshot")) {
            session.pictureAsked();
        }
        return reply -> session.answered();
    }

    /** Returns whether this JVM has had a session. */
    boolean wereSeen() {
        return seen;
    }

    /** Returns the open session with this id, or null. */
    @Nullable
    Session find(String id) {
        return sessions.get(id);
    }

    List<Session> all() {
        return List.copyOf(sessions.values());
    }

    /**
     * Returns the sessions that a test used last. If there is none, returns the only one that a fixture used last on
     * this thread, else the only open session, provided that neither a test nor another live thread used it last.
     */
    List<Session> of(String test) {
        List<Session> own = with(Claim.OWN, test);
        if (!own.isEmpty()) {
            return own;
        }
        List<Session> ofFixture = with(Claim.OF_FIXTURE, test);
        if (ofFixture.size() == 1) {
            return ofFixture;
        }
        return sessions.size() == 1 ? with(Claim.FREE, test) : List.of();
    }

    /**
     * Returns the sessions that a fixture of a class, or a test of the class that is not over, used last on this
     * thread.
     */
    List<Session> ofFixture() {
        List<Session> found = new ArrayList<>();
        for (Session session : all()) {
            if (session.isOfThread(attribution.thread())) {
                found.add(session);
            }
        }
        return found;
    }

    /** Records that a test attaches a picture of its own. */
    void pictureAttached(String test) {
        sessions.values().forEach(session -> session.pictureAttached(test));
    }

    /** Records that a key is that of a fixture of a class, which is no test. */
    void belongToNoTest(String key) {
        sessions.values().forEach(session -> session.belongsToNoTest(key));
    }

    void testIsOver(String test) {
        sessions.values().forEach(session -> session.testIsOver(test));
    }

    private List<Session> with(Claim claim, String test) {
        List<Session> found = new ArrayList<>();
        for (Session session : all()) {
            if (session.claimOf(test, attribution.thread()) == claim) {
                found.add(session);
            }
        }
        return found;
    }

    private void opened(String reply, BiFunction<String, String, String> remote) {
        try {
            JsonValue answer = Json.read(reply);
            JsonValue value = answer.get("value");
            String id = value.get("sessionId")
                    .text()
                    .or(() -> answer.get("sessionId").text())
                    .orElse("");
            if (!id.isEmpty()) {
                Session session = new Session(id, GridNode.gridOf(value.get("capabilities")), remote);
                session.sent(attribution.thread(), attribution.current(), true);
                session.answered();
                sessions.values().removeIf(Session::isCollected);
                sessions.put(id, session);
                seen = true;
            }
        } catch (MalformedJsonException e) {
            // No session was opened, or the first command makes it known.
        }
    }

    private void closing(String id, String command) {
        Session session = sessions.get(id);
        if (session != null && (command.isEmpty() || isLastWindow(session))) {
            beforeEnd.accept(session);
            sessions.remove(id);
        }
    }

    private static boolean isLastWindow(Session session) {
        SessionBrowser browser = session.browser();
        return browser != null && session.openTest() != null && browser.windows() == 1;
    }

    private static void ignore(String reply) {}

    private static boolean changesPage(String method, String command) {
        return !method.equals("GET") && !READS.matcher(command).matches();
    }
}
