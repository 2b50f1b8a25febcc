package dev.attest.internal.console;

import java.io.IOException;

/** Finds the starts and ends of lines in a file, so that no line and no character is cut in two. */
final class LineEdges {

    /** In bytes. Longer lines are cut in two. */
    private static final int SEARCH_LIMIT = 64 * 1024;

    private final SpillFile file;

    LineEdges(SpillFile file) {
        this.file = file;
    }

    /** Returns the end of the last whole line before a position; the position itself if none is near. */
    long lastEndBefore(long position) throws IOException {
        long from = Math.max(0, position - SEARCH_LIMIT);
        byte[] bytes = file.section(from, position).readAllBytes();
        for (int at = bytes.length; at > 0; at--) {
            if (bytes[at - 1] == '\n') {
                return from + at;
            }
        }
        return position;
    }

    /** Returns the start of the first whole line after a position; the position itself if none is near. */
    long firstStartAfter(long position, long limit) throws IOException {
        byte[] bytes = file.section(position, Math.min(limit, position + SEARCH_LIMIT)).readAllBytes();
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return position + at + 1;
            }
        }
        return position;
    }
}
