package dev.attest.standin.pages;

import java.util.List;

/** A sub-result. */
record AttemptLine(
        String label,
        String outcome,
        String duration,
        String message,
        String stackTrace,
        List<AttachmentLine> attachments) {

    String tone() {
        return Texts.tone(outcome);
    }
}
