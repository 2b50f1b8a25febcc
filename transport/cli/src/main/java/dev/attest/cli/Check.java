package dev.attest.cli;

import java.io.PrintWriter;

/**
 * The result of one check.
 *
 * <pre>
 * {"check":"host","result":"not ok","diagnosis":"unknown-host","found":"...","fix":"..."}
 * </pre>
 *
 * @param check its name
 * @param result {@code ok}, {@code not ok} or {@code skipped}
 * @param diagnosis the label of a {@link Diagnosis}; empty if nothing is wrong
 * @param found what the check found, or why it was skipped
 * @param fix what to do; empty if there is nothing to do
 */
record Check(String check, String result, String diagnosis, String found, String fix) {

    private static final String OK = "ok";
    private static final String NOT_OK = "not ok";
    private static final String SKIPPED = "skipped";

    static Check ok(String check, String found) {
        return new Check(check, OK, "", found, "");
    }

    static Check notOk(String check, Diagnosis diagnosis, String found) {
        return new Check(check, NOT_OK, diagnosis.label(), found, diagnosis.fix());
    }

    static Check skipped(String check, String why) {
        return new Check(check, SKIPPED, "", why, "");
    }

    Check ofQaComplete() {
        return new Check(
                "qac-" + check, result, diagnosis, found, fix.replace("attest.azure.url", "attest.qacomplete.url"));
    }

    boolean isNotOk() {
        return result.equals(NOT_OK);
    }

    void print(PrintWriter out) {
        out.println("%-8s %-12s %s%s".formatted(result, check, diagnosis.isEmpty() ? "" : diagnosis + ": ", found));
        if (!fix.isEmpty()) {
            out.println(" ".repeat(22) + "fix: " + fix);
        }
    }
}
