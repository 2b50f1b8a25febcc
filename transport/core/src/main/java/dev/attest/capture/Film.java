package dev.attest.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps evidence in memory until nothing can interrupt the thread that writes it down. */
final class Film implements Evidence {

    private final List<Consumer<Evidence>> taken = new ArrayList<>();

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

    void develop(Evidence evidence) {
        taken.forEach(each -> each.accept(evidence));
    }
}
