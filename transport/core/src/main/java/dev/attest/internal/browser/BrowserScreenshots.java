package dev.attest.internal.browser;

import dev.attest.ReportingCopy;
import dev.attest.Screenshot;
import dev.attest.When;
import dev.attest.internal.config.ScreenshotSettings;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.Outcome;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Attaches screenshots of the browsers of a test, as settings and annotations tell. The instance of the current run is
 * installed, so that the hooks of Selenium and Selenide find it, also those of a copy of Attest in another class
 * loader. Thread-safe.
 */
public final class BrowserScreenshots implements Screenshots {

    private static volatile @Nullable BrowserScreenshots installed;

    private final TestRecorder recorder;
    private final When when;
    private final Guard guard;
    private final ScreenshotSettings settings;
    private final Path folder;
    private final LibraryLookup libraries = new LibraryLookup();
    private final WatchedDrivers watched = new WatchedDrivers();
    private final SavedFiles saved;

    /** Null until a test may have a browser. */
    private volatile @Nullable TestBrowsers browsers;

    /** @param folder for large pages that are kept until the outcome of a test is known */
    public BrowserScreenshots(TestRecorder recorder, ScreenshotSettings settings, Guard guard, Path folder) {
        this.recorder = recorder;
        this.when = settings.when();
        this.settings = settings;
        this.guard = guard;
        this.folder = folder;
        this.saved = new SavedFiles(recorder, guard);
    }

    /** Also true if a browser is known that a library in another class loader drives. */
    @Override
    public boolean arePossible(Class<?> testClass) {
        return libraries.isPresentFor(testClass) || watched.areAny() || !areUnknown();
    }

    @Override
    public void failed(String key, TestContext context) {
        if (arePossible(context.testClass())) {
            guard.run("a screenshot", () -> take(key, context, false));
        }
    }

    @Override
    public void ended(String key, TestContext context) {
        if (arePossible(context.testClass())) {
            guard.run("a screenshot", () -> take(key, context, true));
        }
    }

    /**
     * Attaches screenshots of the sessions of a test that has run, unless they are attached. Adapters take no
     * screenshots of the tests of some engines, and of tests that fail only after their body.
     */
    public void stopped(String key, TestCode code, Outcome outcome) {
        boolean failed = outcome == Outcome.FAILED;
        if ((failed || outcome == Outcome.PASSED) && !areUnknown()) {
            guard.run("a screenshot", () -> {
                if (configured(code).includes(!failed)) {
                    browsers().attachSessions(key);
                    if (failed) {
                        browsers().keepReason(key);
                    }
                }
            });
        }
    }

    /** Attaches what is kept for a test if its outcome asks for it, else drops it. Call before the test is finished. */
    public void ending(String key, TestCode code, Outcome outcome) {
        if (areUnknown()) {
            return;
        }
        guard.run("a screenshot", () -> {
            boolean failed = outcome == Outcome.FAILED || outcome == Outcome.ABORTED;
            if (configured(code).includes(!failed)) {
                browsers().attachKept(key);
                if (outcome == Outcome.FAILED) {
                    browsers().explainAbsence(key);
                }
            }
            browsers().over(key);
        });
    }

    /** Drops what is kept under a key that belongs to no test. */
    public void abandoned(String key) {
        if (areUnknown()) {
            return;
        }
        guard.run("a screenshot", () -> browsers().abandoned(key));
    }

    /** Records that a test attaches a file. */
    public void attached(String key, String fileName) {
        TestBrowsers known = browsers;
        if (known != null && (fileName.endsWith(".png") || fileName.endsWith(".jpg") || fileName.endsWith(".jpeg"))) {
            known.pictureAttached(key);
        }
    }

    /** Installs this instance in place of any other. */
    public void install() {
        installed = this;
    }

    public static void uninstall() {
        installed = null;
    }

    /**
     * Attaches a file that Selenide saved to the test of the calling thread. If the failure of the test names this
     * screenshot, Attest takes none of the same browser. Returns false if the thread works for no test, or screenshots
     * are off.
     */
    public static boolean attachSaved(Path file) {
        BrowserScreenshots current = installed;
        return current == null
                ? Boolean.TRUE.equals(ReportingCopy.call("attachSaved", file))
                : current.when != When.NEVER && current.saved.add(file);
    }

    /**
     * Records that the calling thread sends a command to the remote end of a WebDriver session. Blocks while the last
     * page is captured before a session ends.
     *
     * @param method of HTTP
     * @param path relative to the base URL of the client
     * @param remote sends a path with a body, or a GET request if the body is empty, and returns the body of the reply,
     *     whatever its status; held weakly
     * @return to call with the body of the reply, which matters to the command that opens a session, else with an empty
     *     text
     */
    @SuppressWarnings("unchecked") // of the JDK, from the same method of a copy
    public static Consumer<String> commandSent(String method, String path, BiFunction<String, String, String> remote) {
        BrowserScreenshots current = installed;
        if (current != null) {
            return current.sent(method, path, remote);
        }
        return ReportingCopy.call("commandSent", method, path, remote) instanceof Consumer<?> answered
                ? (Consumer<String>) answered
                : reply -> {};
    }

    Consumer<String> sent(String method, String path, BiFunction<String, String, String> remote) {
        return browsers().commandSent(method, path, remote);
    }

    @Override
    public void watch(Object driver) {
        guard.run("a driver", new Watched(driver));
    }

    /** Tests watch drivers while they mock what a lambda needs when it is created. */
    private final class Watched implements Guard.Action {

        private final Object driver;

        Watched(Object driver) {
            this.driver = driver;
        }

        @Override
        public void run() {
            watched.add(driver, recorder.current());
        }
    }

    /** Returns whether this JVM has had no browser, as far as is known. */
    private boolean areUnknown() {
        TestBrowsers known = browsers;
        return known == null ? SessionWatch.blindness().isEmpty() : known.areUnknown();
    }

    private TestBrowsers browsers() {
        TestBrowsers known = browsers;
        return known == null ? create() : known;
    }

    private synchronized TestBrowsers create() {
        TestBrowsers created = browsers;
        if (created == null) {
            Camera camera = new Camera(settings.pageSource(), settings.browserConsole(), settings.timeout());
            boolean keepsLastPages = settings.beforeQuit() && when != When.NEVER;
            created = new TestBrowsers(recorder, camera, guard, folder, keepsLastPages);
            browsers = created;
        }
        return created;
    }

    private void take(String key, TestContext context, boolean passed) {
        if (configured(new TestCode(context.testClass(), context.method())).includes(passed)) {
            browsers().attach(key, context, watched.of(key), saved.screenshotOf(key, context.failure()));
        }
    }

    private When configured(TestCode code) {
        Screenshot nearest = code.nearest(Screenshot.class);
        return nearest == null ? when : nearest.value();
    }
}
