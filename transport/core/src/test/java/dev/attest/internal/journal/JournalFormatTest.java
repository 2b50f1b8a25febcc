package dev.attest.internal.journal;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class JournalFormatTest {

    private static final Path RUN = Path.of("/attest/run");
    private static final Path FOLDER = RUN.resolve("1-00000000");
    private static final TestDescription TEST =
            new TestDescription(new TestId("junit-jupiter", "com.shop.CartTest", "adds()", ""), "adds", List.of());

    @Test
    void keepsWhatATestBelongsToAndWhatAFileIsPutOn() throws IOException {
        Event started = new Event.TestStarted(
                1, 1, TEST.linkedTo(new Links(List.of(4711), List.of(1, 2), List.of(77))), Events.NOON);
        Event attached = new Event.AttachmentAdded(new Attachment(
                2,
                1,
                1,
                "a.txt",
                AttachmentType.GENERAL_ATTACHMENT,
                "ab".repeat(32),
                7,
                new AttachmentTarget("qacomplete", "Bugs", "12"),
                "seen twice"));
        ModelDisk disk = new ModelDisk(Path.of("/attest"), RUN, FOLDER);
        Journal journal = open(disk);

        journal.append(started);
        journal.append(attached);

        assertThat(Events.all(open(disk))).containsExactly(started, attached);
    }

    @Test
    void setsAsideALineThatLacksAField() throws IOException {
        Journal journal = open(diskWith(FormatVersion.CURRENT.line(), Events.line("TestStarted", """
                        {"row":1,"attempt":1,"test":{"id":{"engine":"junit-jupiter","className":"com.shop.CartTest",\
                        "method":"adds()","path":""},"tags":[],"reportName":\
                        {"className":"com.shop.CartTest","name":"adds"}},"at":"2026-11-21T12:00:00.123456Z"}\
                        """)));

        assertThat(Events.all(journal)).isEmpty();
        assertThat(journal.damage()).hasSize(1).first().asString().contains("TestStarted");
    }

    @Test
    void readsWhatALaterVersionWroteThatKnowsMore() throws IOException {
        Journal journal = open(diskWith(FormatVersion.CURRENT.line(), Events.line("TestStarted", """
                        {"row":1,"attempt":1,"mood":"good","test":{"id":{"engine":"junit-jupiter","className":\
                        "com.shop.CartTest","method":"adds()","path":""},"title":"adds","tags":[],"reportName":\
                        {"className":"com.shop.CartTest","name":"adds"},"owners":["ann"],"links":{"workItems":[4711],\
                        "testCases":[],"qaCompleteTests":[],"stories":[{"id":1}]}},"at":"2026-11-21T12:00:00.123456Z"}\
                        """)));

        assertThat(Events.all(journal))
                .containsExactly(new Event.TestStarted(
                        1, 1, TEST.linkedTo(new Links(List.of(4711), List.of(), List.of())), Events.NOON));
        assertThat(journal.damage()).isEmpty();
    }

    @Test
    void readsTheFirstFormat() throws IOException {
        String test = """
                {"id":{"engine":"junit-jupiter","className":"com.shop.CartTest","method":"adds()","path":""},\
                "title":"adds","tags":[],"reportName":{"className":"com.shop.CartTest","name":"adds"},\
                "links":{"workItems":[],"testCases":[],"qaCompleteTests":[]}}""";
        String result = "{\"result\":{\"row\":1,\"attempt\":1,\"test\":" + test + """
                ,"outcome":"PASSED","started":"2026-11-21T12:00:00.123456Z","duration":"PT0.005S","comment":"",\
                "retried":false}}""";
        Journal journal = open(diskWith(
                Events.line("Journal", "{\"format\":1}"),
                Events.line(
                        "TestStarted",
                        "{\"row\":1,\"attempt\":1,\"test\":" + test + ",\"at\":\"2026-11-21T12:00:00.123456Z\"}"),
                Events.line("AttemptStopped", result),
                Events.line("ResultRecorded", result)));

        assertThat(Events.all(journal))
                .containsExactly(
                        new Event.TestStarted(1, 1, TEST, Events.NOON),
                        new Event.AttemptStopped(1, 1, Outcome.PASSED, Duration.ofMillis(5), null, ""),
                        new Event.ResultRecorded(
                                new Result(1, 1, TEST, Outcome.PASSED, Events.NOON, Duration.ofMillis(5), null, "")));
        assertThat(journal.damage()).isEmpty();
    }

    private static ModelDisk diskWith(byte[]... lines) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            all.write(line);
        }
        ModelDisk disk = new ModelDisk(Path.of("/attest"), RUN, FOLDER);
        disk.put(FOLDER.resolve("events.journal"), all.toByteArray());
        return disk;
    }

    private static Journal open(ModelDisk disk) throws IOException {
        return new Journal(disk, FOLDER, Events.runOf(disk, FOLDER), () -> {}, true);
    }
}
