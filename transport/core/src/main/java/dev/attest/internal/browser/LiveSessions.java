package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The open WebDriver sessions of this JVM, known by the commands that drivers send. Thread-safe. */
public final class LiveSessions {

    private static final Pattern SESSION = Pattern.compile("/session/([^/?]+)(/.*)?");

    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
    private final Supplier<Optional<String>> current;

    /**
     * Starts without sessions.
     *
     * @param current returns the key of the test that the calling thread works for
     */
    public LiveSessions(Supplier<Optional<String>> current) {
        this.current = current;
    }

    /**
     * Records that the calling thread sends a command.
     *
     * @param ends whether its method is {@code DELETE}
     * @param path relative to the base URL of the client
     * @return to run after the answer or the failure
     */
    public Runnable sent(boolean ends, String path, RemoteEnd remote) {
        Matcher matcher = SESSION.matcher(path);
        if (!matcher.matches()) {
            return () -> {};
        }
        String id = matcher.group(1);
        if (ends && matcher.group(2) == null) {
            sessions.remove(id);
            return () -> {};
        }
        sessions.values().removeIf(each -> each.remote() == null);
        LiveSession session = sessions.computeIfAbsent(id, key -> new LiveSession(key, remote));
        session.sent(current.get().orElse(""));
        return session::answered;
    }

    /**
     * Returns the sessions that a test used last. If there is none, returns the only open session, provided that
     * neither a test nor another live thread used it last.
     */
    public List<?> of(String test) {
        List<LiveSession> known = List.copyOf(sessions.values());
        List<LiveSession> own =
                known.stream().filter(session -> session.isOf(test)).toList();
        if (own.isEmpty() && known.size() == 1 && known.get(0).isFreeForThisThread()) {
            own = known;
        }
        List<SessionBrowser> browsers = new ArrayList<>();
        for (LiveSession session : own) {
            RemoteEnd remote = session.remote();
            if (remote != null) {
                browsers.add(new SessionBrowser(session.id(), remote));
            }
        }
        return browsers;
    }
}
