package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.api.AzureUrls;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.text.FileNames;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import java.util.List;

/** The texts of a bug. All but the title are HTML with escaped texts of tests. The environment may be empty. */
record BugText(AzureUrls urls, BugRun run, ReportedRow row, String environment) {

    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_TRACE = 30_000;
    private static final int LONGEST_MESSAGE = 4000;

    String title() {
        String message = message()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("failed");
        String title = row.last().test().title() + ": " + message;
        return Texts.cut(Texts.clean(title).replaceAll("\\s+", " ").strip(), LONGEST_TITLE, "…");
    }

    /** The steps to reproduce, the environment and the failure. */
    String reproSteps() {
        Result last = row.last();
        StringBuilder html = new StringBuilder();
        paragraph(html, "Test", Texts.html(last.test().title()));
        paragraph(html, "Run it", Texts.html(last.test().id().qualifiedName()));
        paragraph(html, "Message", pre(message(), LONGEST_MESSAGE));
        Failure failure = last.failure();
        if (failure != null && !failure.stackTrace().isBlank()) {
            paragraph(html, "Stack trace", pre(failure.stackTrace(), LONGEST_TRACE));
        }
        if (row.attempts().size() > 1) {
            paragraph(html, "Attempts", row.attempts().size() + ", and the last one failed");
        }
        paragraph(html, "Environment", Texts.html(environment));
        paragraph(html, "Seen in", links());
        return html.append("<p>Filed by Attest.</p>").toString();
    }

    String comment() {
        return "<p>Failed again: " + Texts.html(row.last().test().title()) + "</p>" + pre(message(), LONGEST_MESSAGE)
                + "<p>" + links() + (environment.isEmpty() ? "" : ". " + Texts.html(environment)) + "</p>";
    }

    String listing(int bug, List<AttachedContent> attached) {
        StringBuilder text = new StringBuilder("Bug " + bug + ": " + urls.itemPage(bug) + "\n" + title() + "\n");
        for (AttachedContent evidence : attached) {
            Attachment file = evidence.attachment();
            text.append("\nname    " + FileNames.safe(file.fileName()) + "\nsize    " + file.size() + " bytes\nsha256  "
                    + file.sha256() + "\n");
        }
        return text.toString();
    }

    private String message() {
        Failure failure = row.last().failure();
        return failure == null ? "failed" : failure.message();
    }

    private String links() {
        String result = link(urls.page(run.id(), row.resultId()), "result " + row.resultId());
        String ofRun = link(urls.page(run.id()), "run " + run.id());
        String build =
                run.buildId().isEmpty() ? "" : ", " + link(urls.buildPage(run.buildId()), "build " + run.buildId());
        return result + ", " + ofRun + build;
    }

    private static String link(String url, String text) {
        return "<a href=\"" + Texts.html(url) + "\">" + Texts.html(text) + "</a>";
    }

    private static void paragraph(StringBuilder html, String head, String body) {
        if (!body.isEmpty()) {
            html.append("<div><b>").append(head).append("</b><br>").append(body).append("</div>");
        }
    }

    private static String pre(String text, int longest) {
        return "<pre>" + Texts.html(Texts.cutWithNote(text, longest)) + "</pre>";
    }
}
