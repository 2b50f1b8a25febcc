package dev.attest.internal.browser;

import dev.attest.internal.browser.Camera.SavedPicture;
import dev.attest.internal.browser.DriverSearch.FoundBrowser;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Captures the browsers of tests: those that a search finds, those whose sessions a test drove last, and those whose
 * sessions end. What is captured before a session ends is kept until the outcome of the test is known. No browser is
 * attached to one test twice. Thread-safe.
 */
final class TestBrowsers {

    private final TestRecorder recorder;
    private final Camera camera;
    private final Guard guard;
    private final Path folder;
    private final boolean keepsLastPages;
    private final LiveSessions sessions;
    private final Map<String, TestPictures> pictures = new ConcurrentHashMap<>();

    /**
     * @param folder for large pages that are kept
     * @param keepsLastPages whether a page is kept before its session ends
     */
    TestBrowsers(TestRecorder recorder, Camera camera, Guard guard, Path folder, boolean keepsLastPages) {
        this.recorder = recorder;
        this.camera = camera;
        this.guard = guard;
        this.folder = folder;
        this.keepsLastPages = keepsLastPages;
        this.sessions = new LiveSessions(recorder, this::keepLastPage);
    }

    Consumer<String> commandSent(String method, String path, BiFunction<String, String, String> remote) {
        return sessions.sent(method, path, remote);
    }

    /** Returns whether this JVM has had no browser, as far as is known. */
    boolean areUnknown() {
        return pictures.isEmpty()
                && !sessions.wereSeen()
                && SessionWatch.blindness().isEmpty();
    }

    /** Attaches pictures of the browsers of a test. Call it on the thread of the test. */
    void attach(String key, TestContext test, List<Object> watched, @Nullable String savedName) {
        TestPictures own = of(key);
        List<Session> known = sessions.of(key);
        boolean isFixture = isFixture(test);
        if (isFixture) {
            adoptFixture(own);
            known = known.isEmpty() ? sessions.ofFixture() : known;
        }
        List<SessionBrowser> open = browsers(known);
        uninterrupted(key, () -> {
            DriverSearch search =
                    new DriverSearch(new BrowserCandidates(test, watched, open, savedName, recorder.isSerial()));
            List<FoundBrowser> found = new ArrayList<>(search.search());
            found.removeIf(each -> !isOf(key, isFixture, each.browser()));
            capture(key, own, found, savedName == null ? null : savedPicture(test, savedName));
            own.attachKept(recorder, key);
            if (own.isEmpty()) {
                explain(key, own, search.skipped());
            }
        });
    }

    /** Attaches pictures of the sessions that a test drove last. */
    void attachSessions(String key) {
        List<SessionBrowser> open = browsers(sessions.of(key));
        if (!open.isEmpty()) {
            List<FoundBrowser> found = new ArrayList<>();
            open.forEach(each -> found.add(new FoundBrowser(each, each.where())));
            uninterrupted(key, () -> capture(key, of(key), found, null));
        }
    }

    /** Attaches what is kept for a test. */
    void attachKept(String key) throws IOException {
        TestPictures own = pictures.get(key);
        if (own != null) {
            own.attachKept(recorder, key);
        }
    }

    /**
     * Keeps the reason why a failed test has no picture. It is known best now: a fixture of the class may close the
     * browser before the test ends.
     */
    void keepReason(String key) {
        TestPictures own = pictures.get(key);
        if (own == null || own.isEmpty()) {
            String reason = MissingPicture.reason(key, recorder.thread(), sessions.all(), own);
            if (!reason.isEmpty()) {
                of(key).missing(reason);
            }
        }
    }

    /** Adds a line to the comment of a failed test that has no picture, if there was a browser. */
    void explainAbsence(String key) {
        keepReason(key);
        TestPictures own = pictures.get(key);
        if (own != null && own.isEmpty() && !own.isExplained()) {
            recorder.comment(key, own.missing());
        }
    }

    /** Drops what is kept for a test that is over. */
    void over(String key) throws IOException {
        if (sessions.wereSeen()) {
            sessions.testIsOver(key);
        }
        drop(key);
        drop(fixtureOf(recorder.thread()));
    }

    /** Drops what is kept under a key that belongs to no test: its sessions are those of a fixture. */
    void abandoned(String key) throws IOException {
        sessions.belongToNoTest(key);
        drop(key);
    }

    void pictureAttached(String key) {
        if (sessions.wereSeen()) {
            sessions.pictureAttached(key);
        }
    }

    private void keepLastPage(Session session) {
        String test = session.openTest();
        Thread driver = session.lastThread();
        SessionBrowser browser = session.browser();
        if (test == null || browser == null || (test.isEmpty() && driver == null)) {
            return;
        }
        String key = test.isEmpty() && driver != null ? fixtureOf(driver) : test;
        if (!keepsLastPages) {
            of(key).closedUnseen(browser.where());
            return;
        }
        guard.run("the last page of a browser", () -> {
            TestPictures own = of(key);
            if (!own.claim(browser)) {
                own.awaitCapture(session.id(), camera.timeLimit());
                return;
            }
            try {
                if (session.isPictureAttached()) {
                    own.explained();
                } else {
                    uninterrupted(key, () -> own.keep(KeptPage.of(lastPage(browser), folder)));
                }
            } finally {
                own.captured(browser);
            }
        });
    }

    private CapturedPage lastPage(SessionBrowser browser) {
        return camera.capture(List.of(new FoundBrowser(browser, browser.where())), null)
                .get(0);
    }

    private void capture(String key, TestPictures own, List<FoundBrowser> found, @Nullable SavedPicture saved) {
        List<FoundBrowser> claimed = new ArrayList<>();
        for (FoundBrowser each : found) {
            if (!isKept(each.browser(), own) && own.claim(each.browser())) {
                claimed.add(each);
            }
        }
        if (!claimed.isEmpty()) {
            try {
                camera.capture(claimed, saved).forEach(page -> own.attach(page, recorder, key));
            } finally {
                claimed.forEach(each -> own.captured(each.browser()));
            }
        }
    }

    /** Returns whether no other test drove a browser last. For a fixture, this may be a test of its class. */
    private boolean isOf(String key, boolean isFixture, Browser browser) {
        String id = browser.sessionId();
        Session session = id == null ? null : sessions.find(id);
        return session == null
                || !session.isOfAnotherTest(key)
                || (isFixture && session.lastThread() == recorder.thread());
    }

    /** JUnit names no method of a fixture. */
    private static boolean isFixture(TestContext test) {
        Method method = test.method();
        return method == null
                || Arrays.stream(method.getDeclaredAnnotations())
                        .map(each -> each.annotationType().getName())
                        .anyMatch(name -> name.startsWith("org.testng.annotations.Before")
                                || name.startsWith("org.testng.annotations.After"));
    }

    /** Returns whether a browser is closed, and its last page is kept or attached. */
    private static boolean isKept(Browser browser, TestPictures own) {
        try {
            return !own.isEmpty() && browser.isClosed();
        } catch (Exception e) {
            // The capture tells what is wrong with it.
            return false;
        }
    }

    private static @Nullable SavedPicture savedPicture(TestContext test, String fileName) {
        Object started = Selenide.started(test.testClass());
        Browser browser = started == null ? null : Browser.of(started);
        return browser == null ? null : new SavedPicture(browser.driver(), fileName);
    }

    private void explain(String key, TestPictures own, Collection<String> skipped) {
        if (!skipped.isEmpty()) {
            own.explained();
            recorder.comment(
                    key, "No screenshot: " + String.join("; ", skipped) + ". Attest.watch(driver) makes it known.");
        }
    }

    /** A fixture of a class has no key before it fails: what it closed until then is kept for its thread. */
    private void adoptFixture(TestPictures own) {
        TestPictures ofThread = pictures.remove(fixtureOf(recorder.thread()));
        if (ofThread != null) {
            ofThread.moveTo(own);
        }
    }

    private static String fixtureOf(Thread thread) {
        return "fixture on thread " + thread.getId();
    }

    private TestPictures of(String key) {
        return pictures.computeIfAbsent(key, created -> new TestPictures());
    }

    private void drop(String key) throws IOException {
        TestPictures dropped = pictures.isEmpty() ? null : pictures.remove(key);
        if (dropped != null) {
            dropped.dropKept();
        }
    }

    private static List<SessionBrowser> browsers(List<Session> sessions) {
        List<SessionBrowser> browsers = new ArrayList<>();
        for (Session session : sessions) {
            SessionBrowser browser = session.browser();
            if (browser != null) {
                browsers.add(browser);
            }
        }
        return browsers;
    }

    /** An interrupt of the test would fail the calls to the browser and the writing of files. */
    private void uninterrupted(String key, Guard.Action action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } catch (Throwable e) {
            recorder.comment(key, "No screenshot: " + Camera.describe(e));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
