package dev.attest.systemtests.cli;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.Json;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A journal of tests that say and attach what would act in a page, and of some that do not. */
final class ReportedJournal {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** Each way in which text may become a part of a page that acts. */
    private static final List<String> HOSTILE = List.of(
            "<script>window.acted = 1</script>",
            "</style></script></pre><script>window.acted = 2</script>",
            "\" onfocus=\"window.acted = 3\" autofocus=\"",
            "'><img src=x onerror='window.acted = 4'>",
            "<svg onload=\"window.acted = 5\">",
            "<iframe srcdoc=\"<script>parent.acted = 6</script>\"></iframe>",
            "<meta http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1:1/\">",
            "<base href=\"http://127.0.0.1:1/\"><a href=\"javascript:window.acted = 7\">click</a>",
            "${7*7} @if(true) @template.x() {{7*7}} <!-- <![CDATA[ ]]> -->",
            "\u202etxt.exe\u2066\u0000\u001b[2J\u009b31m \ud83d\ude00 e\u0301",
            "x".repeat(5_000));

    private final Journal journal;
    private int rows;
    private int files;

    private ReportedJournal(Path journals) throws IOException {
        journal = new Journals(journals).create("hostile", false);
        journal.append(new Event.RunStarted(
                new Run(UUID.randomUUID().toString(), HOSTILE.get(1), NOON, HOSTILE.get(3), null), List.of()));
    }

    /** Leaves the journal; returns how many tests failed. */
    static int leave(Path journals) throws IOException {
        ReportedJournal run = new ReportedJournal(journals);
        for (String text : HOSTILE) {
            run.ends(
                    text, text, Outcome.FAILED, new Failure(text, "java.lang.Error: " + text + "\n\tat " + text), text);
            run.attaches(text + ".log", text);
            run.attaches("page.html", text);
            run.attaches("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>parent.acted = 8</script></svg>");
            run.attaches("claims.png", text);
            run.attaches("requests.har", archive(text));
        }
        run.attaches("deep.json", "[".repeat(100_000));
        run.attaches("deep.har", "{\"log\":{\"entries\":" + "[".repeat(100_000));
        run.attaches("controls.log", "\u202e\u001b]8;;javascript:window.acted=10\u0007".repeat(20_000));
        run.attaches("one-line.log", "z".repeat(10_000_000));
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "png", polyglot);
        polyglot.write("<script>window.acted = 9</script>".getBytes(StandardCharsets.UTF_8));
        run.attaches("polyglot.png", polyglot.toByteArray());
        for (int i = 0; i < 30; i++) {
            run.ends("com.shop.CartTest", "adds " + i + " things", Outcome.PASSED, null, "");
        }
        run.journal.append(new Event.RunFinished(NOON, false));
        run.journal.close();
        return HOSTILE.size();
    }

    private static String archive(String text) {
        String url = Json.write("javascript:window.acted = 11//" + text);
        return "{\"log\":{\"entries\":[{\"request\":{\"method\":" + url + ",\"url\":" + url + "}}]}}";
    }

    private void ends(String type, String title, Outcome outcome, @Nullable Failure failure, String comment)
            throws IOException {
        rows++;
        TestDescription test = new TestDescription(new TestId("engine", type, title, ""), title, List.of());
        journal.append(new Event.TestStarted(rows, 1, test, NOON));
        journal.append(new Event.ResultRecorded(
                new Result(rows, 1, test, outcome, NOON, Duration.ofMillis(5), failure, comment)));
    }

    private void attaches(String name, String text) throws IOException {
        attaches(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void attaches(String name, byte[] content) throws IOException {
        StoredBlob stored = journal.store(new ByteArrayInputStream(content));
        journal.append(new Event.AttachmentAdded(new Attachment(
                ++files, rows, 1, name, AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())));
    }
}
