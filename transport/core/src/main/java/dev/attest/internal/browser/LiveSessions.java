package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The open WebDriver sessions of this JVM, known by the commands that drivers send. Thread-safe. */
public final class LiveSessions {

    /** A session, with the test and the thread that used it last. */
    private static final class LiveSession {

        private final String id;
        private final WeakReference<Function<String, String>> remote;
        private WeakReference<Thread> thread = new WeakReference<>(null);
        private String test = "";
        private int pending;

        LiveSession(String id, Function<String, String> remote) {
            this.id = id;
            this.remote = new WeakReference<>(remote);
        }

        /** Records that the calling thread sends a command for a test; an empty key means no test. */
        synchronized void sent(String testKey) {
            thread = new WeakReference<>(Thread.currentThread());
            test = testKey;
            pending++;
        }

        synchronized void answered() {
            pending--;
        }

        /** Returns whether a test used it last, and no command is pending. */
        synchronized boolean isOf(String testKey) {
            return pending == 0 && test.equals(testKey);
        }

        /** Returns whether no command is pending, and neither a test nor another live thread used it last. */
        synchronized boolean isFreeForThisThread() {
            Thread last = thread.get();
            return isOf("") && (last == null || last == Thread.currentThread() || !last.isAlive());
        }
    }

    private static final Pattern SESSION = Pattern.compile("/session/([^/?]+)(/.*)?");

    private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
    private final Supplier<@Nullable String> current;

    /** @param current returns the key of the test that the calling thread works for */
    LiveSessions(Supplier<@Nullable String> current) {
        this.current = current;
    }

    /**
     * Records that the calling thread sends a command.
     *
     * @param ends whether its method is {@code DELETE}
     * @param path relative to the base URL of the client
     * @param remote end of the session, which returns what it answers to {@code GET}; held weakly
     * @return to run after the answer or the failure
     */
    public Runnable sent(boolean ends, String path, Function<String, String> remote) {
        Matcher matcher = SESSION.matcher(path);
        if (!matcher.matches()) {
            return () -> {};
        }
        String id = matcher.group(1);
        if (ends && matcher.group(2) == null) {
            sessions.remove(id);
            return () -> {};
        }
        sessions.values().removeIf(each -> each.remote.get() == null);
        LiveSession session = sessions.computeIfAbsent(id, key -> new LiveSession(key, remote));
        String test = current.get();
        session.sent(test == null ? "" : test);
        return session::answered;
    }

    /**
     * Returns the sessions that a test used last. If there is none, returns the only open session, provided that
     * neither a test nor another live thread used it last.
     */
    List<SessionBrowser> of(String test) {
        List<LiveSession> known = List.copyOf(sessions.values());
        List<LiveSession> own =
                known.stream().filter(session -> session.isOf(test)).toList();
        if (own.isEmpty() && known.size() == 1 && known.get(0).isFreeForThisThread()) {
            own = known;
        }
        List<SessionBrowser> browsers = new ArrayList<>();
        for (LiveSession session : own) {
            Function<String, String> remote = session.remote.get();
            if (remote != null) {
                browsers.add(new SessionBrowser(session.id, remote));
            }
        }
        return browsers;
    }
}
