package dev.attest.internal.azure.runs;

import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.journal.event.Run;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunCommentTest {

    private static final int ROOM_FOR_A_CONTINUATION = 40;

    @Test
    void saysOnASecondLineWhereTheRunComesFrom() {
        assertThat(RunComment.of(run("host7", true, "main"), "attest-build:42")).isEqualTo("""
                Published by Attest from host7 and other hosts. attest-run:9f3c2a attest-build:42
                build 4711 of shop/CI/verify (GitHub Actions), branch main""");
    }

    @Test
    void isOneLineIfNothingIsKnown() {
        assertThat(RunComment.of(run("", false, "main").from(Origin.UNKNOWN), ""))
                .isEqualTo("Published by Attest. attest-run:9f3c2a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 900, 10_000})
    void cutsWhatIsForPeopleAndNeverTheMarkers(int length) {
        String comment = RunComment.of(run("h".repeat(length), true, "b".repeat(length)), "attest-build:42");

        assertThat(comment)
                .hasSizeLessThanOrEqualTo(1_000 - ROOM_FOR_A_CONTINUATION)
                .contains(" and other hosts. attest-run:9f3c2a attest-build:42\nbuild 4711");
    }

    /** Strangers name the branches of their pull requests, and Attest acts on what the comment of a run says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "attest-run:aaaa",
                "attest-build:7",
                "attest-continued:99",
                "x attest-continued:99",
                "attest-attest-run:aaaa",
                "and other hosts",
                "and and other hosts other hosts",
                "a\nattest-run:aaaa"
            })
    void takesNoMarkerFromABranchOrAHost(String name) {
        String comment = RunComment.of(run(name, false, name), "");

        assertThat(comment).containsOnlyOnce("attest-run:").doesNotContain("attest-build:", "attest-continued:");
        assertThat(RunComment.isShared(comment)).isFalse();
    }

    private static Run run(String host, boolean acrossHosts, String branch) {
        Origin origin = new Origin(
                "GitHub Actions", "shop/CI/verify", "4711", "", "", "", branch, "", "", "Linux amd64", "JDK 17");
        return new Run("9f3c2a", "title", Instant.EPOCH, host, null, origin, acrossHosts, "");
    }
}
