package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a journal has had no owner: so long no request of an owner was sent. */
final class LeftJournalsTest {

    @TempDir
    Path dir;

    @Test
    void countFromWhenTheyWereFirstSeen() throws IOException {
        Journals journals = new Journals(dir);
        left(journals);
        left(journals);

        List<Path> folders = journals.folders(refused -> {});
        long seen = System.nanoTime();
        journals.folders(refused -> {});

        assertThat(folders).hasSize(2).allSatisfy(folder -> {
            try (Journal journal = adopted(journals, folder)) {
                Duration least = since(seen);
                assertThat(journal.sinceEarlierDelivery()).isGreaterThanOrEqualTo(least);
            }
        });
    }

    @Test
    void countFromTheirAdoptionIfNobodyLookedBefore() throws IOException {
        Journals journals = new Journals(dir);
        Path folder = left(journals);

        long before = System.nanoTime();
        try (Journal journal = adopted(journals, folder)) {
            assertThat(journal.sinceEarlierDelivery()).isLessThanOrEqualTo(since(before));
        }
    }

    @Test
    void countFromTheirAdoptionIfTheyHadAnOwnerSinceTheyWereSeen() throws IOException {
        Journals journals = new Journals(dir);
        Path folder = left(journals);
        // An hour ago, since a file system may tell two moments that are close from each other, or not.
        Files.setLastModifiedTime(
                folder.resolve("lock"), FileTime.from(Instant.now().minusSeconds(3600)));
        journals.folders(refused -> {});
        adopted(new Journals(dir), folder).close();

        long before = System.nanoTime();
        try (Journal journal = adopted(journals, folder)) {
            assertThat(journal.sinceEarlierDelivery()).isLessThanOrEqualTo(since(before));
        }
    }

    @Test
    void countFromTheirAdoptionIfAnOwnerWasAliveWhenTheyWereSeen() throws IOException {
        Journals journals = new Journals(dir);
        Journal owner = new Journals(dir).create("build", false);
        owner.append(Events.started(1));
        journals.folders(refused -> {});
        owner.close();

        long before = System.nanoTime();
        try (Journal journal = adopted(journals, owner.folder())) {
            assertThat(journal.sinceEarlierDelivery()).isLessThanOrEqualTo(since(before));
        }
    }

    @Test
    void countFromWhenADeliveryOfThisJvmBrokeOff() throws IOException {
        Journals journals = new Journals(dir);
        left(journals);
        Path folder = journals.folders(refused -> {}).get(0);
        try (Journal journal = adopted(journals, folder)) {
            long before = System.nanoTime();
            journal.redeliver();

            assertThat(journal.sinceEarlierDelivery()).isLessThanOrEqualTo(since(before));
        }
    }

    private static Path left(Journals journals) throws IOException {
        try (Journal journal = journals.create("build", false)) {
            journal.append(Events.started(1));
            return journal.folder();
        }
    }

    private static Journal adopted(Journals journals, Path folder) {
        return journals.adopt(folder, refused -> {}).orElseThrow();
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
