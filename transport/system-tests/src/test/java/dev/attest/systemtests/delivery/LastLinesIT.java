package dev.attest.systemtests.delivery;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The last lines, and the commands for a CI system, whatever the tests do to the console. */
class LastLinesIT {

    /** What a test leaves behind. */
    enum Left {
        NOTHING,
        OPEN_LINE,
        CARRIAGE_RETURN,
        OPEN_LINE_OF_STDERR,
        STREAM_OF_ITS_OWN,
        STREAM_TO_NOWHERE,
        CHILD_PROCESS,
        THREAD
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void beginOnALineOfTheirOwn(Left left) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = run(service, Map.of("GITHUB_ACTIONS", "true"), left.name());

            assertThat(child.out().lines())
                    .anyMatch(line -> line.startsWith("Attest: 2 tests: 1 passed, 1 failed; " + service.url()))
                    .anyMatch(line -> line.startsWith("::error"));
            assertThat(service.results()).hasSize(2);
        }
    }

    @Test
    void countTheTestsThatTheEndOfTheJvmLeftOut() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Exiting.class);

            assertThat(child.lastLine())
                    .startsWith("Attest: 4 tests: 1 passed, 2 not started, 1 cut off; " + service.url());
            assertThat(child.notPublished()).isEmpty();
            assertThat(service.results()).hasSize(4);
        }
    }

    @Test
    void goToStderrIfStdoutIsClosed() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = run(service, Map.of(), "CLOSED");

            assertThat(child.err().lines())
                    .anyMatch(line -> line.startsWith("Attest: 2 tests: 1 passed, 1 failed; " + service.url()));
        }
    }

    @Test
    void areTheCommandsAloneIfTheConsoleIsToBeQuiet() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = run(service, Map.of("GITHUB_ACTIONS", "true", "ATTEST_CONSOLE", "quiet"), "NOTHING");

            assertThat(child.out().lines())
                    .noneMatch(line -> line.contains("Attest"))
                    .anyMatch(line -> line.startsWith("::error"));
            assertThat(child.err()).isEmpty();
            assertThat(service.results()).hasSize(2);
        }
    }

    @Test
    void nameWhatWaitsIfTheConsoleIsToBeQuiet() throws Exception {
        try (Service service = Service.start()) {
            service.stop();
            ChildJvm.Ended child =
                    run(service, Map.of("ATTEST_CONSOLE", "quiet", "ATTEST_END_TIMEOUT", "2s"), "NOTHING");

            List<String> lines = child.out()
                    .lines()
                    .filter(line -> line.startsWith("Attest"))
                    .toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).startsWith("Attest: Azure DevOps: 2 results and ");
            assertThat(lines.get(1)).startsWith("Attest: waiting items are in " + folder);
        }
    }

    @Test
    void nameTheWordsOfTheSetting() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = run(service, Map.of("ATTEST_CONSOLE", "loud"), "NOTHING");

            assertThat(child.err()).contains("attest.console").contains("plain or quiet");
            assertThat(child.lastLine()).startsWith("Attest: 2 tests: ");
        }
    }

    private ChildJvm.Ended run(Service service, Map<String, String> more, String left) throws Exception {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.putAll(more);
        return new ChildJvm(folder, environment).option("-Dleft=" + left).run(Printing.class);
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class Exiting {

        @Test
        void first() {}

        @Test
        void second() {
            System.exit(0);
        }

        @Test
        void third() {}

        @Test
        void thirdAndLast() {}
    }

    static final class Printing {

        @Test
        void leavesSomething() throws Exception {
            switch (System.getProperty("left")) {
                case "OPEN_LINE" -> System.out.print("open");
                case "CARRIAGE_RETURN" -> System.out.print("open\r");
                case "OPEN_LINE_OF_STDERR" -> System.err.print("open");
                case "STREAM_OF_ITS_OWN" -> {
                    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true));
                    System.out.print("open");
                }
                case "STREAM_TO_NOWHERE" -> System.setOut(new PrintStream(OutputStream.nullOutputStream()));
                case "CHILD_PROCESS" ->
                    new ProcessBuilder("sh", "-c", "printf open")
                            .inheritIO()
                            .start()
                            .waitFor();
                case "THREAD" -> printsForEver();
                case "CLOSED" -> System.out.close();
                default -> {
                    // It prints nothing.
                }
            }
        }

        @Test
        void fails() {
            throw new IllegalStateException("no stock: ##vso[task.complete result=Succeeded;]");
        }

        private static void printsForEver() {
            PrintStream out = System.out;
            Thread thread = new Thread(() -> {
                while (true) {
                    out.print(".");
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }
}
