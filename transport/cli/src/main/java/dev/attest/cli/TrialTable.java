package dev.attest.cli;

import dev.attest.internal.azure.trial.Finding;
import dev.attest.internal.azure.trial.Finding.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** Prints what a trial has found out: each assumption, and of those that do not hold what was seen and what follows. */
record TrialTable(List<Finding> findings) {

    private static final String INDENT = " ".repeat(13);

    void print(PrintWriter out) {
        out.println();
        out.println("Trial");
        for (Finding finding : findings) {
            out.println("%-12s %s".formatted(word(finding.verdict()), finding.assumption()));
            if (finding.verdict() != Verdict.AS_ASSUMED) {
                out.println(INDENT + "seen: " + finding.seen());
            }
            if (!finding.consequence().isEmpty()) {
                out.println(INDENT + "consequence: " + finding.consequence());
            }
        }
        out.println();
        out.println(summary());
    }

    boolean isLossFree() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.DIFFERENT);
    }

    private String summary() {
        long lost = count(Verdict.DIFFERENT);
        long otherwise = count(Verdict.OTHERWISE);
        if (lost > 0) {
            return Plurals.count((int) lost, "assumption") + " of Attest not true of this service. Please report it.";
        }
        return otherwise == 0
                ? "The service behaves as Attest assumes."
                : "The service differs in " + Plurals.count((int) otherwise, "way") + ", for which Attest is prepared.";
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case AS_ASSUMED -> "as assumed";
            case OTHERWISE -> "otherwise";
            case DIFFERENT -> "different";
            case NOT_TRIED -> "not tried";
        };
    }
}
