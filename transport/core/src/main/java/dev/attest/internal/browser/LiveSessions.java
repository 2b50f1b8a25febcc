package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sessions that drivers of this JVM have, told by the commands that they send: whoever holds the driver, and
 * wherever. Thread-safe.
 */
public final class LiveSessions {

    private static final Pattern SESSION = Pattern.compile("/session/([^/?]+)(/.*)?");

    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
    private final Supplier<Optional<String>> current;

    /**
     * Knows no session yet.
     *
     * @param current tells for which test the calling thread works
     */
    public LiveSessions(Supplier<Optional<String>> current) {
        this.current = current;
    }

    /**
     * Reports that the calling thread sends a command.
     *
     * @param ends whether it is one that deletes what it names
     * @param path where to, without what all commands of the client have in common
     * @return what to run once it is answered, in whatever way
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
     * Returns those that a test has worked with last; else the only one there is, if it was opened for no test, as in a
     * fixture, and this thread has it to itself.
     */
    public List<?> of(String test) {
        List<LiveSession> known = List.copyOf(sessions.values());
        List<LiveSession> own =
                known.stream().filter(session -> session.isOf(test)).toList();
        if (own.isEmpty() && known.size() == 1 && known.get(0).isLeftToThisThread()) {
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
