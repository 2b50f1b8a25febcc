package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.recorder.ReportedCount;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryLineTest {

    private static final String KEPT = "what waits is in target/attest";

    @Test
    void saysThatEverythingIsThere() {
        Progress progress = new Progress(new Tally(12, 0, 0), new Tally(3, 0, 0), "http://run", true, List.of());

        assertThat(SummaryLine.of(new ReportedCount(12, 0), new ReportedCount(3, 0), none(), at(progress, null), KEPT))
                .isEqualTo("Attest: results 12 executed, 12 published, 0 waiting, 0 refused;"
                        + " attachments 3 added, 3 published, 0 waiting, 0 refused; http://run");
    }

    @Test
    void saysWhatWaitsAndWhere() {
        Progress progress = new Progress(new Tally(7, 0, 1), Tally.none(), "", false, List.of());

        assertThat(SummaryLine.of(
                        new ReportedCount(12, 0), new ReportedCount(3, 0), none(), at(progress, "down"), KEPT))
                .isEqualTo("Attest: results 12 executed, 7 published, 4 waiting, 1 refused;"
                        + " attachments 3 added, 0 published, 3 waiting, 0 refused;"
                        + " what waits is in target/attest");
    }

    @Test
    void tellsWhatAServiceHasNoPlaceForFromWhatItHas() {
        Progress progress = new Progress(new Tally(9, 3, 0), new Tally(1, 2, 0), "", true, List.of());

        assertThat(SummaryLine.of(new ReportedCount(12, 0), new ReportedCount(3, 0), none(), at(progress, null), KEPT))
                .isEqualTo("Attest: results 12 executed, 9 published, 3 left out, 0 waiting, 0 refused;"
                        + " attachments 3 added, 1 published, 2 left out, 0 waiting, 0 refused");
    }

    @Test
    void countsWhatCouldNotBeWrittenDown() {
        Progress progress = new Progress(new Tally(10, 0, 0), Tally.none(), "http://run", true, List.of());

        assertThat(SummaryLine.of(new ReportedCount(12, 2), new ReportedCount(0, 0), none(), at(progress, null), KEPT))
                .contains("results 12 executed, 10 published, 0 waiting, 0 refused, 2 lost (see the warning above)");
    }

    @Test
    void saysThatTheRunIsStillOpen() {
        Progress progress = new Progress(new Tally(1, 0, 0), Tally.none(), "http://run", false, List.of());

        assertThat(SummaryLine.of(new ReportedCount(1, 0), new ReportedCount(0, 0), none(), at(progress, "down"), KEPT))
                .contains("the run could not be completed");
    }

    @Test
    void countsForEachDestinationWhereThereAreSeveral() {
        Progress all = new Progress(new Tally(12, 0, 0), new Tally(3, 0, 0), "http://azure", true, List.of());
        Progress none = new Progress(Tally.none(), Tally.none(), "", false, List.of());

        assertThat(SummaryLine.of(
                        new ReportedCount(12, 0),
                        new ReportedCount(4, 0),
                        destination -> destination.equals("azure") ? 1 : 0,
                        List.of(
                                new PublishResult("azure", all, null, List.of(), List.of()),
                                new PublishResult("qacomplete", none, "down", List.of(), List.of())),
                        KEPT))
                .isEqualTo("Attest: results 12 executed; attachments 4 added;"
                        + " azure results 12 published, 0 waiting, 0 refused,"
                        + " attachments 3 published, 0 waiting, 0 refused; http://azure;"
                        + " qacomplete results 0 published, 12 waiting, 0 refused,"
                        + " attachments 0 published, 4 waiting, 0 refused;"
                        + " what waits is in target/attest");
    }

    private static ToIntFunction<String> none() {
        return destination -> 0;
    }

    private static List<PublishResult> at(Progress progress, @Nullable String trouble) {
        return List.of(new PublishResult("azure", progress, trouble, List.of(), List.of()));
    }
}
