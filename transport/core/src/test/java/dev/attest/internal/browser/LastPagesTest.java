package dev.attest.internal.browser;

import dev.attest.When;
import dev.attest.internal.config.ScreenshotSettings;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.lang.Thread.State;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the last page of a session until the outcome of the test is known, whoever ends the session and when. */
class LastPagesTest {

    private static final TestCode CODE = TestCode.UNKNOWN;

    @TempDir
    Path folder;

    private final ThreadLocal<String> test = new ThreadLocal<>();
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    private BrowserScreenshots screenshots;
    private volatile Runnable beforeAnswer = () -> {};

    /** Held, as a driver does. */
    private final BiFunction<String, String, String> remote = this::answer;

    private final TestRecorder recorder = (TestRecorder)
            Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TestRecorder.class}, this::record);

    @Test
    void attachesTheLastPageToATestThatFailsAfterTheQuit() {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        quit("s-1");
        assertThat(recorded).isEmpty();

        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(recorded)
                .containsExactly(
                        "one screenshot.png cart",
                        "one: screenshot.png: url of cart, \"title of cart\", session s-1",
                        "one page-source.html source of cart");
    }

    @Test
    void dropsTheLastPageOfATestThatPasses() throws IOException {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart".repeat(100_000));
        quit("s-1");
        assertThat(files()).isNotEmpty();

        screenshots.ending("one", CODE, Outcome.PASSED);

        assertThat(recorded).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void attachesALargePageAndKeepsNoFileOfIt() throws IOException {
        begin(When.FAILED, true);
        String large = "cart".repeat(100_000);
        drive("one", "s-1", large);
        quit("s-1");

        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(recorded).contains("one screenshot.png " + large, "one page-source.html source of " + large);
        assertThat(files()).isEmpty();
    }

    @Test
    void takesNoSecondPictureAfterThatOfTheFailure() throws Exception {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        screenshots.failed("one", context());
        pages.put("s-1", "logged out");
        quit("s-1");
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(pictures()).containsExactly("one screenshot.png cart");
    }

    @Test
    void attachesEachBrowserThatATestClosed() throws Exception {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        quit("s-1");
        drive("one", "s-2", "shop");
        screenshots.failed("one", context());
        quit("s-2");
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(pictures()).containsExactly("one screenshot.png shop", "one screenshot-2.png cart");
    }

    /** JUnit's {@code @Timeout} interrupts a test on a thread of its own and goes on to the tear-down at once. */
    @Test
    void quitsNoBrowserThatAnotherThreadCaptures() throws Exception {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        CountDownLatch finishes = new CountDownLatch(1);
        beforeAnswer = () -> await(finishes);
        Thread failing = onThread("one", () -> screenshots.failed("one", context()));
        Awaitility.await().until(() -> isIn(failing, "await"));
        Thread quitting = onThread("one", () -> quit("s-1"));
        Awaitility.await().until(() -> isIn(quitting, "awaitCapture") && quitting.getState() != State.RUNNABLE);

        finishes.countDown();
        quitting.join();
        failing.join();
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(pictures()).containsExactly("one screenshot.png cart");
    }

    @Test
    void quitsABrowserWhoseCaptureDoesNotEndInTime() throws Exception {
        begin(When.FAILED, true, Duration.ofMillis(200));
        drive("one", "s-1", "cart");
        CountDownLatch finishes = new CountDownLatch(1);
        beforeAnswer = () -> await(finishes);
        Thread failing = onThread("one", () -> screenshots.failed("one", context()));
        Awaitility.await().until(() -> isIn(failing, "await"));

        Thread quitting = onThread("one", () -> quit("s-1"));

        Awaitility.await().until(() -> !quitting.isAlive());
        assertThat(isIn(failing, "await")).as("the capture is still under way").isTrue();
        finishes.countDown();
        failing.join();
    }

    @Test
    void takesNoPictureOfASessionWhoseTestIsOver() {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        screenshots.ending("one", CODE, Outcome.PASSED);
        test.set("two");
        quit("s-1");
        screenshots.ending("two", CODE, Outcome.FAILED);

        assertThat(pictures()).isEmpty();
    }

    @Test
    void takesThePictureOfTheTestForItsOwn() {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        send("GET", "/session/s-1/screenshot");
        screenshots.attached("one", "mine.png");
        quit("s-1");
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(recorded).isEmpty();
    }

    @Test
    void attachesTheOpenSessionsOfATestThatNoAdapterSaw() {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        screenshots.stopped("one", CODE, Outcome.FAILED);
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(pictures()).containsExactly("one screenshot.png cart");
    }

    @Test
    void attachesWhatAFixtureOfTheClassClosedBeforeItFailed() throws Exception {
        begin(When.FAILED, true);
        drive(null, "s-1", "cart");
        quit("s-1");

        screenshots.failed("fixture", new TestContext(getClass(), null, List.of(), List.of(), null));
        screenshots.ending("fixture", CODE, Outcome.FAILED);

        assertThat(pictures()).containsExactly("fixture screenshot.png cart");
    }

    @Test
    void givesATestTheBrowserThatAFixtureOfItsClassHasOpened() {
        begin(When.FAILED, true);
        drive("@BeforeClass", "s-1", "cart");
        screenshots.abandoned("@BeforeClass");
        drive("another test", "s-2", "shop");
        screenshots.stopped("one", CODE, Outcome.FAILED);

        assertThat(pictures()).containsExactly("one screenshot.png cart");
    }

    @Test
    void keepsTheLastPagesOfEightBrowsers() {
        begin(When.FAILED, true);
        for (int i = 0; i < 10; i++) {
            drive("one", "s-" + i, "page " + i);
            quit("s-" + i);
        }
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(pictures())
                .hasSize(8)
                .startsWith("one screenshot.png page 2")
                .endsWith("one screenshot-8.png page 9");
        assertThat(recorded).contains("one: No screenshot of 2 browsers that the test had closed before.");
    }

    @Test
    void keepsNothingAndSaysSoWhereItIsSwitchedOff() {
        begin(When.FAILED, false);
        drive("one", "s-1", "cart");
        quit("s-1");
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(recorded)
                .containsExactly("one: No screenshot: the browser of session s-1 was closed before the test had failed."
                        + " Without attest.screenshot.before-quit=false its last page is kept.");
    }

    @Test
    void saysThatTheBrowserBelongsToAnotherTest() throws Exception {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        test.set("two");
        screenshots.failed("two", context());
        screenshots.ending("two", CODE, Outcome.FAILED);

        assertThat(recorded)
                .containsExactly("two: No screenshot: the test used none of the 1 open browsers last."
                        + " A browser that it shares with others belongs to the test that used it last.");
    }

    @Test
    void saysSoAlsoIfTheBrowserIsClosedBeforeTheTestEnds() {
        begin(When.FAILED, true);
        drive("one", "s-1", "cart");
        screenshots.stopped("two", CODE, Outcome.FAILED);
        test.remove();
        quit("s-1");
        screenshots.ending("two", CODE, Outcome.FAILED);

        assertThat(recorded).singleElement().asString().startsWith("two: No screenshot: the test used none of the 1");
    }

    @Test
    void saysThatTheBrowserHasNotAnswered() {
        begin(When.FAILED, true);
        test.set("one");
        screenshots.sent("POST", "/session/s-1/url", remote);
        screenshots.stopped("one", CODE, Outcome.FAILED);
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(recorded)
                .containsExactly("one: No screenshot: the browser of session s-1 had not answered the last command of"
                        + " the test. A shorter timeout of the command helps.");
    }

    @Test
    void saysNothingWhereThereWasNoBrowser() {
        begin(When.FAILED, true);
        screenshots.stopped("one", CODE, Outcome.FAILED);
        screenshots.ending("one", CODE, Outcome.FAILED);

        assertThat(recorded).isEmpty();
    }

    private void begin(When when, boolean beforeQuit) {
        begin(when, beforeQuit, Duration.ofSeconds(5));
    }

    private void begin(When when, boolean beforeQuit, Duration timeLimit) {
        screenshots = new BrowserScreenshots(
                recorder, new ScreenshotSettings(when, true, true, true, beforeQuit, timeLimit), new Guard(), folder);
    }

    private void drive(String key, String session, String page) {
        test.set(key);
        pages.put(session, page);
        send("POST", "/session/" + session + "/url");
    }

    private void quit(String session) {
        send("DELETE", "/session/" + session);
    }

    private void send(String method, String path) {
        screenshots.sent(method, path, remote).accept("");
    }

    private Thread onThread(String key, Guard.Action action) {
        Thread thread = new Thread(() -> {
            test.set(key);
            new Guard().run("a thread of the test", action);
        });
        thread.start();
        return thread;
    }

    private static boolean isIn(Thread thread, String method) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    /** Waits as a driver does that reacts to no interrupt. */
    private static void await(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // It goes on waiting.
            }
        }
    }

    private String answer(String path, String body) {
        beforeAnswer.run();
        String[] parts = path.split("/");
        String page = pages.get(parts[2]);
        return switch (parts[3]) {
            case "screenshot" ->
                "{\"value\": \"" + Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8)) + "\"}";
            case "url", "title", "source" -> "{\"value\": \"" + parts[3] + " of " + page + "\"}";
            default -> "{\"value\": {\"error\": \"unknown command\", \"message\": \"\"}}";
        };
    }

    private Object record(Object self, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "current" -> {
                return test.get();
            }
            case "thread" -> {
                return Thread.currentThread();
            }
            case "isSerial" -> {
                return true;
            }
            case "comment" -> recorded.add(arguments[0] + ": " + arguments[1]);
            case "attach" ->
                recorded.add(arguments[0] + " " + arguments[1] + " "
                        + (arguments[2] instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : arguments[2]));
            default -> throw new AssertionError(method);
        }
        return null;
    }

    private List<String> pictures() {
        return recorded.stream().filter(line -> line.contains(".png ")).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static TestContext context() throws NoSuchMethodException {
        Method method = LastPagesTest.class.getDeclaredMethod("context");
        return new TestContext(LastPagesTest.class, method, List.of(), List.of(), null);
    }
}
