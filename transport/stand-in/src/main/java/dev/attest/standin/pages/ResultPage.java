package dev.attest.standin.pages;

import java.util.List;

/** One result with all that was said about it. */
record ResultPage(
        RunLine run,
        ResultLine result,
        String automatedName,
        String message,
        String stackTrace,
        String comment,
        List<WorkItemLine> bugs,
        List<AttemptLine> attempts,
        List<AttachmentLine> attachments) {}
