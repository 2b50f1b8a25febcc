package dev.attest.samples.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShownPagesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ShownPages pages = new ShownPages(
            "http://127.0.0.1:8080",
            List.of(
                    new PublishedRun(1, "junit5", "Completed", "", Map.of(), 100003, 0, Map.of()),
                    new PublishedRun(2, "testng", "Completed", "", Map.of(), 0, 0, Map.of())));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "q\n"})
    void printsTheLinksUntilEnterIsPressed(String typed) throws Exception {
        pages.stay(keyboard(typed), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8).replace("\r", "")).isEqualTo("""
                The stand-in goes on until you press Enter or Ctrl-C:
                  all runs         http://127.0.0.1:8080/
                  junit5           http://127.0.0.1:8080/runs/1
                    a failure      http://127.0.0.1:8080/runs/1/results/100003
                  testng           http://127.0.0.1:8080/runs/2
                  bugs             http://127.0.0.1:8080/work-items
                  QAComplete       http://127.0.0.1:8080/qacomplete
                """);
    }

    @Test
    void staysWithoutAKeyboard() throws Exception {
        Thread stays = new Thread(() -> {
            try {
                pages.stay(keyboard(""), new PrintStream(printed, true, StandardCharsets.UTF_8));
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        stays.start();

        while (stays.isAlive() && stays.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(stays.isAlive()).isTrue();
        stays.interrupt();
        stays.join();
    }

    private static InputStream keyboard(String typed) {
        return new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    }
}
