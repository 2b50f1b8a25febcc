package dev.attest;

import dev.attest.publish.Progress;
import dev.attest.publish.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastLineTest {

    private static final String KEPT = "what waits is in target/attest";

    @Test
    void saysThatEverythingIsThere() {
        Progress progress = new Progress(new Tally(12, 0), new Tally(3, 0), "http://run", true, List.of());

        assertThat(LastLine.of(new Reported(12, 0), new Reported(3, 0), progress, KEPT, null))
                .isEqualTo("Attest: results 12 executed, 12 published, 0 waiting, 0 refused;"
                        + " attachments 3 added, 3 published, 0 waiting, 0 refused; http://run");
    }

    @Test
    void saysWhatWaitsAndWhere() {
        Progress progress = new Progress(new Tally(7, 1), Tally.none(), "", false, List.of());

        assertThat(LastLine.of(new Reported(12, 0), new Reported(3, 0), progress, KEPT, "down"))
                .isEqualTo("Attest: results 12 executed, 7 published, 4 waiting, 1 refused;"
                        + " attachments 3 added, 0 published, 3 waiting, 0 refused;"
                        + " what waits is in target/attest");
    }

    @Test
    void countsWhatCouldNotBeWrittenDown() {
        Progress progress = new Progress(new Tally(10, 0), Tally.none(), "http://run", true, List.of());

        assertThat(LastLine.of(new Reported(12, 2), new Reported(0, 0), progress, KEPT, null))
                .contains("results 12 executed, 10 published, 0 waiting, 0 refused, 2 lost (see the warning above)");
    }

    @Test
    void saysThatTheRunIsStillOpen() {
        Progress progress = new Progress(new Tally(1, 0), Tally.none(), "http://run", false, List.of());

        assertThat(LastLine.of(new Reported(1, 0), new Reported(0, 0), progress, KEPT, "down"))
                .contains("the run could not be completed");
    }
}
