package dev.attest.systemtests.reports;

import java.io.IOException;
import java.util.List;

/**
 * A project whose tests set a security manager that denies what tests of access rights deny: to change files, to
 * connect, threads, class loaders, the standard streams. In a body, around each test, and around a class; with a static
 * mock, and without; with JUnit and with TestNG. Without Attest, each test named {@code passes} passes, and each named
 * {@code fails} fails.
 */
final class DenyingTests {

    private static final String MANAGER = """
            package shop;
            import java.security.Permission;
            import java.util.Set;
            @SuppressWarnings("removal")
            public final class Denying extends SecurityManager {
                private static final Set<String> DENIED = Set.of("control", "getClassLoader", "modifyThread",
                        "modifyThreadGroup", "setContextClassLoader", "setIO");
                private static final Denying INSTANCE = new Denying();
                private static org.mockito.ScopedMock mock;
                static void begin(boolean mocks) {
                    mock = mocks ? org.mockito.Mockito.mockStatic(java.time.Clock.class) : null;
                    System.setSecurityManager(INSTANCE);
                }
                static void end() {
                    System.setSecurityManager(null);
                    if (mock != null) {
                        mock.close();
                    }
                }
                @Override public void checkPermission(Permission wanted) {
                    boolean changes = wanted instanceof java.io.FilePermission && !wanted.getActions().equals("read");
                    if (changes || wanted instanceof java.net.SocketPermission || DENIED.contains(wanted.getName())) {
                        throw new SecurityException("denied: " + wanted);
                    }
                }
                @Override public void checkAccess(Thread thread) { checkPermission(new RuntimePermission("modifyThread")); }
                @Override public void checkAccess(ThreadGroup group) {
                    checkPermission(new RuntimePermission("modifyThreadGroup"));
                }
            }
            """;

    private static final String PASSING_BODY = """
            System.out.println("printed by passes");
            dev.attest.Attest.attach("text.txt", "the text");
            dev.attest.Attest.comment("a comment");
            """;

    /** More than is kept in memory where there is a disk. */
    static final int PRINTED = 400_000;

    private static final String FAILING_BODY = """
            System.out.println("x".repeat(PRINTED));
            System.err.println(42);
            throw new AssertionError("expected");
            """;

    private final ReportedProject project;

    DenyingTests(ReportedProject project) {
        this.project = project;
    }

    /** Writes classes of two tests each, of which one passes and one fails. */
    void write() throws IOException {
        project.java("Denying", MANAGER);
        for (boolean junit : List.of(true, false)) {
            for (boolean mocked : List.of(true, false)) {
                String name = (mocked ? "Mocked" : "Plain") + (junit ? "" : "Ng");
                inBodies(name + "InBodiesTest", junit, mocked);
                around("Each", name + "AroundEachTest", junit, mocked);
                around("Class", name + "AroundClassTest", junit, mocked);
            }
        }
    }

    private void inBodies(String name, boolean junit, boolean mocked) throws IOException {
        String body = "Denying.begin(%s); try { %s } finally { Denying.end(); }";
        write(name, junit, "", body.formatted(mocked, PASSING_BODY), body.formatted(mocked, FAILING_BODY));
    }

    private void around(String place, String name, boolean junit, boolean mocked) throws IOException {
        String before = junit
                ? "org.junit.jupiter.api.Before" + place.replace("Class", "All")
                : "org.testng.annotations.Before" + place.replace("Each", "Method");
        String after = before.replace("Before", "After") + (junit ? "" : "(alwaysRun = true)");
        String modifier = junit && place.equals("Class") ? "static " : "";
        String members = """
                @%s public %svoid beginToDeny() { Denying.begin(%s); }
                @%s public %svoid endToDeny() { Denying.end(); }
                """.formatted(before, modifier, mocked, after, modifier);
        write(name, junit, members, PASSING_BODY, FAILING_BODY);
    }

    private void write(String name, boolean junit, String members, String passes, String fails) throws IOException {
        String test = junit ? "org.junit.jupiter.api.Test" : "org.testng.annotations.Test";
        project.java(name, """
                package shop;
                public class %s {
                    private static final int PRINTED = %d;
                    %s
                    @%s public void passes() { %s }
                    @%s public void fails() { %s }
                }
                """.formatted(name, PRINTED, members, test, passes, test, fails));
    }
}
