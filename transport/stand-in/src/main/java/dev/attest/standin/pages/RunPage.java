package dev.attest.standin.pages;

import java.util.List;

/** One run: its results by outcome, and what hangs on the run itself. */
record RunPage(
        RunLine run,
        String comment,
        List<OutcomeTab> tabs,
        List<ResultLine> results,
        Pager pager,
        List<AttachmentLine> attachments) {}
