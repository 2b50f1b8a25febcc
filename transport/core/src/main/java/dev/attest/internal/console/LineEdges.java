package dev.attest.internal.console;

import java.io.IOException;

/** Finds where lines begin and end in a file, so that no line and no character is cut in two. */
final class LineEdges {

    /** Longer lines are cut after all. */
    private static final int FAR = 64 * 1024;

    private final SpillFile file;

    LineEdges(SpillFile file) {
        this.file = file;
    }

    /** Returns the end of the last whole line before a position. */
    long lastEndBefore(long position) throws IOException {
        long from = Math.max(0, position - FAR);
        byte[] bytes = file.stretch(from, position).readAllBytes();
        for (int at = bytes.length; at > 0; at--) {
            if (bytes[at - 1] == '\n') {
                return from + at;
            }
        }
        return position;
    }

    /** Returns the start of the first whole line after a position and before another. */
    long firstStartAfter(long position, long limit) throws IOException {
        byte[] bytes = file.stretch(position, Math.min(limit, position + FAR)).readAllBytes();
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return position + at + 1;
            }
        }
        return position;
    }
}
