package dev.attest.systemtests.recordings;

import java.io.IOException;

/** A line of a recording is bad. The message names it. */
final class UnreadableRecordingException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableRecordingException(int line, String why) {
        super("line " + line + ": " + why);
    }
}
