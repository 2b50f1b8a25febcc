package dev.attest.systemtests.reports;

import java.io.IOException;
import java.util.List;

/**
 * A project whose tests mock classes of the JDK on their own thread: static methods that return null or do what they
 * always do, and constructors; for a method or for a class; with JUnit and with TestNG. Without Attest, each test named
 * {@code passes} passes, and each named {@code fails} fails.
 */
final class MockingTests {

    /** How long each test that passes takes at least. */
    static final int MILLIS_OF_A_TEST = 40;

    /** Classes with static methods that mocks may replace without breaking Mockito or the frameworks. */
    private static final List<String> STATIC = List.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Duration",
            "java.time.Clock",
            "java.time.ZoneId",
            "java.time.format.DateTimeFormatter",
            "java.nio.file.Files",
            "java.nio.file.Path",
            "java.nio.file.Paths",
            "java.nio.file.FileSystems",
            "java.nio.channels.FileChannel",
            "java.nio.charset.Charset",
            "java.util.UUID",
            "java.util.Map",
            "java.util.Base64",
            "java.util.Calendar",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.concurrent.TimeUnit",
            "java.util.concurrent.Executors",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.locks.LockSupport",
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.security.MessageDigest",
            "java.net.InetAddress",
            "java.net.URI");

    /** Classes whose mocks return null break the frameworks themselves, unless they hold for a method only. */
    private static final List<String> STATIC_IN_METHODS = List.of(
            "java.util.ArrayList",
            "java.util.Comparator",
            "java.util.function.Function",
            "java.util.regex.Pattern",
            "java.util.stream.Stream",
            "java.lang.Enum");

    private static final List<String> CONSTRUCTED = List.of(
            "java.util.Date",
            "java.util.Random",
            "java.io.File",
            "java.io.FileInputStream",
            "java.net.URL",
            "java.lang.ProcessBuilder",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.io.ByteArrayInputStream");

    private static final String BODY = """
                    Thread.sleep(MILLIS);
                    System.out.println("printed by passes");
                    dev.attest.Attest.attach("text.txt", "the text");
                    dev.attest.Attest.attach("bytes.bin", BYTES);
                    dev.attest.Attest.attach(FILE);
                    dev.attest.Attest.comment("a comment");
                    System.out.printf("%s", "more of it");
            """;

    private static final String FAILING_BODY = """
                    System.out.println("printed by fails");
                    System.err.println(42);
                    throw new AssertionError("expected");
            """;

    private final ReportedProject project;

    MockingTests(ReportedProject project) {
        this.project = project;
    }

    /** Writes classes of two tests each, of which one passes and one fails. */
    void write() throws IOException {
        for (String type : STATIC) {
            String simple = type.substring(type.lastIndexOf('.') + 1);
            String nulls = "mockStatic(" + type + ".class)";
            inClass(simple + "Real", "mockStatic(" + type + ".class, CALLS_REAL_METHODS)", true);
            inClass(simple + "Null", nulls, true);
            inMethods(simple + "Null", nulls);
            // TestNG makes a UUID for each result.
            if (!simple.equals("UUID")) {
                inClass(simple + "Null", nulls, false);
            }
        }
        for (String type : STATIC_IN_METHODS) {
            String simple = type.substring(type.lastIndexOf('.') + 1);
            inMethods(simple + "Null", "mockStatic(" + type + ".class)");
            inClass(simple + "Real", "mockStatic(" + type + ".class, CALLS_REAL_METHODS)", true);
        }
        for (String type : CONSTRUCTED) {
            String simple = type.substring(type.lastIndexOf('.') + 1);
            inClass(simple + "New", "mockConstruction(" + type + ".class)", true);
            inMethods(simple + "New", "mockConstruction(" + type + ".class)");
        }
    }

    private void write(String name, String text) throws IOException {
        project.java(name, """
                package shop;
                import static org.mockito.Mockito.*;
                public class %s {
                    private static final int MILLIS = %d;
                    private static final byte[] BYTES = {'b', 'y', 't', 'e', 's', '\\n'};
                    private static final java.nio.file.Path FILE = java.nio.file.Path.of("pom.xml");
                %s}
                """.formatted(name, MILLIS_OF_A_TEST, text));
    }

    private void inClass(String name, String mock, boolean junit) throws IOException {
        write(name + (junit ? "InClassTest" : "InClassTestNgTest"), """
                    private static org.mockito.ScopedMock mock;
                    @%1$s public static void open() { mock = %2$s; }
                    @%3$s public static void close() { if (mock != null) { mock.close(); } }
                    @%4$s public void passes() throws InterruptedException {
                %5$s
                    }
                    @%4$s public void fails() {
                %6$s
                    }
                """.formatted(
                junit ? "org.junit.jupiter.api.BeforeAll" : "org.testng.annotations.BeforeClass",
                mock,
                junit ? "org.junit.jupiter.api.AfterAll" : "org.testng.annotations.AfterClass(alwaysRun = true)",
                junit ? "org.junit.jupiter.api.Test" : "org.testng.annotations.Test",
                BODY,
                FAILING_BODY));
    }

    private void inMethods(String name, String mock) throws IOException {
        write(name + "InMethodsTest", """
                    @org.junit.jupiter.api.Test void passes() throws InterruptedException {
                        try (var mock = %1$s) {
                %2$s
                        }
                    }
                    @org.junit.jupiter.api.Test void fails() {
                        try (var mock = %1$s) {
                %3$s
                        }
                    }
                """.formatted(mock, BODY, FAILING_BODY));
    }
}
