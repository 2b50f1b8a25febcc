package dev.attest.systemtests.suites;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junitpioneer.jupiter.RetryingTest;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/** Suites that child JVMs run. */
public final class Suites {

    private Suites() {}

    /** Two tests that pass and one that fails, each with a file. */
    @DisplayName("Small")
    @Disabled("run by a child JVM")
    public static final class Small {

        @Test
        void first() {
            Attest.attach("first.txt", "of the first", AttachmentType.GENERAL_ATTACHMENT);
        }

        @Test
        void second() {
            Attest.attach("second.txt", "of the second", AttachmentType.CONSOLE_LOG);
        }

        @Test
        void third() {
            Attest.attach("third.txt", "of the third", AttachmentType.TMI_TEST_RESULT_DETAIL);
            assertTrue(false, "fails on purpose");
        }
    }

    /** Tests that have many files open at once, as those of a server. */
    @DisplayName("ManyFiles")
    @Disabled("run by a child JVM")
    public static final class ManyFiles {

        private static final int FILES = 100;

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void opens(int test, @TempDir Path folder) throws IOException {
            List<OutputStream> open = new ArrayList<>();
            try {
                for (int i = 0; i < FILES; i++) {
                    open.add(Files.newOutputStream(folder.resolve("file" + i)));
                }
            } finally {
                for (OutputStream file : open) {
                    file.close();
                }
            }
        }
    }

    /** Tests of which a service fails at one, at an attempt of another, and at two files. */
    @TestMethodOrder(MethodOrderer.MethodName.class) // each sound item after the poisoned one of its kind
    @DisplayName("Poisoned")
    @Disabled("run by a child JVM")
    public static final class Poisoned {

        private static int tries;
        private static int poisonedTries;
        private static int lateTries;

        @TestFactory
        Stream<DynamicTest> sound() {
            return IntStream.rangeClosed(1, 7)
                    .mapToObj(number -> DynamicTest.dynamicTest(
                            "test " + number,
                            () -> Attest.attach("file.txt", "file " + number, AttachmentType.GENERAL_ATTACHMENT)));
        }

        @Test
        void poisonedRow() {}

        @Test
        void poisonedFile(@TempDir Path folder) throws IOException {
            Attest.attach("poison.txt", "poison", AttachmentType.GENERAL_ATTACHMENT);
            Path file = Files.writeString(folder.resolve("item.txt"), "of an item");
            Attest.attachTo(Target.workItem(Integer.getInteger("broken.item")), file);
            Attest.attachTo(Target.workItem(Integer.getInteger("sound.item")), file);
        }

        @RetryingTest(maxAttempts = 2)
        void passesAtTheSecondTry() {
            assertTrue(++tries == 2, "attempt");
        }

        @RetryingTest(maxAttempts = 2)
        void cannotBeTold() {
            assertTrue(++poisonedTries == 2, "poisoned attempt");
        }

        /** Its second attempt is sent when the service has failed at the poisoned one, however its row was created. */
        @RetryingTest(maxAttempts = 2)
        void waitsBetweenItsTries() {
            LockSupport.parkNanos(lateTries == 0 ? 0 : 5_000_000_000L);
            assertTrue(++lateTries == 2, "attempt");
        }
    }

    /** Tests that fail at first, each attempt with a file. */
    @DisplayName("Flaky")
    @Disabled("run by a child JVM")
    public static final class Flaky {

        private static int tries;
        private static int fails;

        @RetryingTest(maxAttempts = 3)
        void passesAtTheThirdTry() {
            Attest.attach("try.txt", "try " + ++tries, AttachmentType.GENERAL_ATTACHMENT);
            if (tries < 3) {
                fail("not at try " + tries);
            }
        }

        @RetryingTest(maxAttempts = 2)
        void neverPasses() {
            Attest.attach("fail.txt", "fail " + ++fails, AttachmentType.GENERAL_ATTACHMENT);
            fail("never");
        }
    }

    /** Tests that take a request of each kind: one that is tried again, and one that fails with files elsewhere. */
    @DisplayName("EachRequest")
    @Disabled("run by a child JVM")
    public static final class EachRequest {

        private static int tries;

        @RetryingTest(maxAttempts = 2)
        void passesAtTheSecondTry() {
            Attest.attach("try.txt", "try " + ++tries, AttachmentType.GENERAL_ATTACHMENT);
            assertTrue(tries == 2, "not at the first try");
        }

        @Test
        void fails(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("elsewhere.txt"), "for others");
            Attest.attachTo(Target.workItem(Integer.getInteger("item")), file);
            Attest.attachTo(Target.bug(12), file);
            fail("on purpose");
        }
    }

    /** A test that says a secret in every way that it can. */
    @DisplayName("Leaky")
    @Disabled("run by a child JVM")
    public static final class Leaky {

        @ParameterizedTest
        @MethodSource("secrets")
        void says(String secret, TestReporter reporter) {
            Attest.comment("comment " + secret);
            reporter.publishEntry("entry", secret);
            Attest.attach("said.json", "{\"said\":\"" + secret + "\"}", AttachmentType.GENERAL_ATTACHMENT);
            System.out.println("printed " + secret);
            throw new AssertionError("message " + secret + "x".repeat(5000) + secret);
        }

        static Stream<String> secrets() {
            String secret = System.getenv("SHOP_PASSWORD");
            byte[] pair = ("shop:" + secret).getBytes(StandardCharsets.UTF_8);
            return Stream.of(
                    secret,
                    URLEncoder.encode(secret, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                    Base64.getEncoder().encodeToString(pair),
                    Base64.getUrlEncoder().encodeToString((":" + secret).getBytes(StandardCharsets.UTF_8)),
                    secret.replace("\"", "\\\""),
                    secret.replace("\"", "\\\"").replace("+", "\\u002b"),
                    secret.replace("\"", "&quot;"),
                    Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(pair),
                    HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** A tested system whose answers name files of its host; a log prints them. */
    @DisplayName("Naming")
    @Disabled("run by a child JVM")
    public static final class Naming {

        @BeforeAll
        static void print() {
            System.out.println("[[ATTACHMENT|/proc/self/environ]]");
        }

        @Test
        void names() {
            for (String path : System.getProperty("paths").split(",")) {
                System.out.println("answer: [[ATTACHMENT|" + path + "]]");
            }
        }
    }

    /** Ten thousand tests that do nothing. */
    @DisplayName("TenThousand")
    @Disabled("run by a child JVM")
    public static final class TenThousand {

        static IntStream numbers() {
            return IntStream.range(0, 10_000);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void passes(int number) {
            assertTrue(number >= 0);
        }
    }

    /**
     * Tests without end, each of which writes its number to a ledger once the test before it is reported: what is in
     * the ledger is a promise.
     */
    @DisplayName("Endless")
    @Disabled("run by a child JVM")
    public static final class Endless {

        @TestFactory
        Stream<DynamicTest> tests() {
            Path ledger = Path.of(System.getProperty("ledger"));
            return IntStream.iterate(1, number -> number + 1)
                    .mapToObj(number -> DynamicTest.dynamicTest("test " + number, () -> {
                        if (number % 7 == 0) {
                            Attest.attach("file " + number, "bytes of " + number, AttachmentType.GENERAL_ATTACHMENT);
                        }
                        Files.writeString(
                                ledger,
                                (number - 1) + "\n",
                                java.nio.file.StandardOpenOption.CREATE,
                                java.nio.file.StandardOpenOption.APPEND);
                    }));
        }
    }

    /** One test that attaches the file that a system property names. */
    @DisplayName("AttachesAFile")
    @Disabled("run by a child JVM")
    public static final class AttachesAFile {

        @Test
        void attaches() {
            Attest.attach(Path.of(System.getProperty("file")));
        }
    }

    /** One test that attaches a file to the work item that a system property names. */
    @DisplayName("AttachesToAWorkItem")
    @Disabled("run by a child JVM")
    public static final class AttachesToAWorkItem {

        @Test
        void attaches(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("elsewhere.txt"), "for others");
            Attest.attachTo(Target.workItem(Integer.getInteger("item")), file);
        }
    }

    /** Speaks for itself from its own thread, from one that it made, from a pool that is older, and outside a test. */
    @DisplayName("Speaking")
    @Disabled("run by a child JVM")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    public static final class Speaking {

        private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

        @BeforeAll
        static void speakTooEarly() throws Exception {
            POOL.submit(() -> {}).get();
            Attest.comment("nobody's");
            Attest.attach("nobody's", "bytes", AttachmentType.GENERAL_ATTACHMENT);
        }

        @AfterAll
        static void close() {
            POOL.shutdown();
        }

        @Test
        void fromAPool() throws Exception {
            POOL.submit(() -> Attest.comment("from a pool")).get();
        }

        @Test
        void fromItsChild() throws Exception {
            Thread child = new Thread(() -> Attest.attach("child.txt", "child", AttachmentType.RUN_CONFIG));
            child.start();
            child.join();
        }

        @Test
        void fromItself() {
            Attest.comment("from itself");
            Attest.attach(Path.of("no such file"));
        }
    }

    /** Speaks while its instance is made, and on with the test that this is for. */
    @DisplayName("Constructed")
    @Disabled("run by a child JVM")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    public static final class Constructed {

        private static int made;

        Constructed() throws IOException {
            made++;
            Attest.comment("made " + made);
            Attest.attach("made.txt", "made " + made, AttachmentType.GENERAL_ATTACHMENT);
            Path named = Files.writeString(Files.createTempFile("named", ".txt"), "named " + made);
            System.out.println("[[ATTACHMENT|" + named + "]]");
        }

        @Test
        void a() {}

        @Test
        void b() {
            Attest.attach("body.txt", "body", AttachmentType.GENERAL_ATTACHMENT);
        }

        @Test
        @Disabled("shut")
        void c() {}
    }

    /** Speaks while its instance is made, and no test follows. */
    @DisplayName("ConstructedInVain")
    @Disabled("run by a child JVM")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    public static final class ConstructedInVain {

        ConstructedInVain() {
            Attest.attach("in-vain.txt", "in vain", AttachmentType.GENERAL_ATTACHMENT);
        }

        @BeforeAll
        void fails() {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    /** Attaches a file of each type. */
    @DisplayName("OfEachType")
    @Disabled("run by a child JVM")
    public static final class OfEachType {

        @Test
        void attaches() {
            for (AttachmentType type : AttachmentType.values()) {
                Attest.attach(type.name(), "bytes", type);
            }
        }
    }

    /** Names and texts that no service likes. */
    @DisplayName("Nasty")
    @Disabled("run by a child JVM")
    public static final class Nasty {

        @Test
        @DisplayName("<img src=x onerror=alert(1)> ${jndi:ldap://x/a} %n%s \ud83d\ude00 \u202e \u0000 \ud800")
        void fails() {
            throw new AssertionError("\ud83d\ude00".repeat(5000));
        }

        @Test
        void attaches() {
            for (String name : List.of(
                    "../../etc/passwd",
                    "..\\..\\x",
                    "a:b.txt",
                    "a\"\r\nX-Evil: 1",
                    "x".repeat(300) + ".png",
                    "\u202egnp.exe",
                    "\ud83d\ude00\ud800",
                    "CON",
                    "trailing. ",
                    "")) {
                Attest.attach(name, "bytes", AttachmentType.GENERAL_ATTACHMENT);
            }
        }

        @ParameterizedTest
        @MethodSource("arguments")
        void takesArguments(String argument) {
            assertTrue(argument == null || !argument.isEmpty());
        }

        static Stream<String> arguments() {
            return Stream.of(null, "two\nlines", "y".repeat(2000));
        }
    }
}
