package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps screenshots in memory until the time limit cannot interrupt the thread any more. */
final class BufferedSink implements ScreenshotSink {

    private final List<Consumer<ScreenshotSink>> calls = new ArrayList<>();

    @Override
    public void file(String name, byte[] content) {
        calls.add(sink -> sink.file(name, content));
    }

    @Override
    public void text(String name, String content) {
        calls.add(sink -> sink.text(name, content));
    }

    @Override
    public void note(String line) {
        calls.add(sink -> sink.note(line));
    }

    void flushTo(ScreenshotSink sink) {
        calls.forEach(call -> call.accept(sink));
    }
}
