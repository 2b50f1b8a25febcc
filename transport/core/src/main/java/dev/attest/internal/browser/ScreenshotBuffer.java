package dev.attest.internal.browser;

import dev.attest.AttachmentType;
import dev.attest.spi.TestEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Keeps screenshots in memory until the time limit cannot interrupt the thread any more. */
final class ScreenshotBuffer {

    private final List<BiConsumer<TestEvidence, String>> calls = new ArrayList<>();

    void file(String name, byte[] content) {
        calls.add((evidence, key) -> evidence.attach(key, name, content, AttachmentType.GENERAL_ATTACHMENT));
    }

    void text(String name, String content) {
        calls.add((evidence, key) -> evidence.attach(key, name, content, AttachmentType.GENERAL_ATTACHMENT));
    }

    /** Keeps a line about a screenshot, or why there is none. */
    void note(String line) {
        calls.add((evidence, key) -> evidence.comment(key, line));
    }

    void flushTo(TestEvidence evidence, String key) {
        calls.forEach(call -> call.accept(evidence, key));
    }
}
