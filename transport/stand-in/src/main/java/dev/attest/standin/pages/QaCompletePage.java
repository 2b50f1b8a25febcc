package dev.attest.standin.pages;

import java.util.List;

/**
 * The test runs of QAComplete, and the newest files of its entities.
 *
 * @param url what a client is configured with
 * @param shortened how many requests had the short addresses of the documents' samples
 */
record QaCompletePage(
        List<QaCompleteRunLine> runs, Pager pager, List<QaCompleteFileLine> files, String url, int shortened) {}
