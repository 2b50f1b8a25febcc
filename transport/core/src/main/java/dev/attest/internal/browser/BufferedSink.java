package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps evidence in memory until nothing can interrupt the thread that writes it down. */
final class BufferedSink implements ScreenshotSink {

    private final List<Consumer<ScreenshotSink>> taken = new ArrayList<>();

    @Override
    public void file(String name, byte[] content) {
        taken.add(evidence -> evidence.file(name, content));
    }

    @Override
    public void text(String name, String content) {
        taken.add(evidence -> evidence.text(name, content));
    }

    @Override
    public void note(String line) {
        taken.add(evidence -> evidence.note(line));
    }

    void develop(ScreenshotSink evidence) {
        taken.forEach(each -> each.accept(evidence));
    }
}
