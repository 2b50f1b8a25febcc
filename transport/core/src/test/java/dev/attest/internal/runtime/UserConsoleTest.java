package dev.attest.internal.runtime;

import dev.attest.internal.config.setting.ConsoleStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UserConsoleTest {

    private static final String LAST = "Attest: 1 test: 1 passed";
    private static final String COMMAND = "::error file=a/B.java,line=7::adds()";

    /** What stdout and stderr of one terminal show. */
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private final PrintStream out = stream(terminal);
    private final UserConsole console = new UserConsole(out, out);

    @ParameterizedTest
    @ValueSource(
            strings = {"", "line\n", "open", "open\r", "open\r\n", "\u001b[31mopen", "line\nopen", "\t", "##[group]x"})
    void beginsOnALineOfItsOwnWhateverATestLeftOpen(String left) {
        out.print(left);

        console.last(List.of(LAST, "Attest: more"));
        console.commands(List.of(COMMAND));

        assertThat(shown()).contains(LAST, "Attest: more", COMMAND);
    }

    @Test
    void beginsOnALineOfItsOwnWhateverTheOtherStreamLeftOpen() {
        stream(terminal).print("an open line of stderr");

        console.last(List.of(LAST));

        assertThat(shown()).contains(LAST);
    }

    /** Of a thread of the test project that goes on. */
    @Test
    void isNotDividedByOtherThreads() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread noisy = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                out.print(".");
                begun.countDown();
            }
        });
        noisy.start();
        begun.await();

        for (int i = 0; i < 500; i++) {
            console.last(List.of(LAST, "Attest: more"));
            console.commands(List.of(COMMAND, COMMAND));
        }
        noisy.interrupt();
        noisy.join();

        assertThat(shown()).filteredOn(LAST::equals).hasSize(500);
        assertThat(shown()).filteredOn(COMMAND::equals).hasSize(1000);
    }

    @Test
    void printsTheLastLinesElsewhereIfTheStreamIsClosed() {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        PrintStream closed = stream(new ByteArrayOutputStream());
        closed.close();

        new UserConsole(closed, stream(other)).last(List.of(LAST));

        assertThat(other.toString(StandardCharsets.UTF_8).lines()).contains(LAST);
    }

    @Test
    void printsTheLastLinesElsewhereIfTheStreamFails() {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        PrintStream broken = stream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        new UserConsole(broken, stream(other)).last(List.of(LAST));

        assertThat(other.toString(StandardCharsets.UTF_8).lines()).contains(LAST);
    }

    @Test
    void tellsNothingIfItIsToBeQuiet() {
        UserConsole quiet = console.with(ConsoleStyle.QUIET);

        quiet.tell("Attest: publishes to https://dev.azure.com/contoso");
        quiet.last(List.of());
        quiet.commands(List.of());
        assertThat(terminal.size()).isZero();

        quiet.commands(List.of(COMMAND));
        assertThat(shown()).contains(COMMAND);
    }

    private List<String> shown() {
        return terminal.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream stream(OutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
