package dev.attest.cli;

import dev.attest.azure.AzureProbe;
import dev.attest.azure.Finding;
import dev.attest.azure.Finding.Kind;
import dev.attest.config.PipelineSettings;
import dev.attest.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether the service takes results of this project, with this token. */
final class ServiceChecks {

    private static final String API = "api";
    private static final String CLOCK = "clock";
    private static final String TOKEN = "token";
    private static final String PROJECT = "project";
    private static final String BUILD = "build";
    private static final String WORK_ITEMS = "work-items";
    private static final String WRITE = "write";
    private static final List<String> ALL = List.of(API, CLOCK, TOKEN, PROJECT, BUILD, WORK_ITEMS, WRITE);

    /** Less does nobody any harm, and the service tells whole seconds. */
    private static final Duration TOLERABLE = Duration.ofMinutes(5);

    private final Findings findings;
    private final AzureProbe probe;
    private final boolean workItems;
    private final @Nullable PipelineSettings pipeline;
    private final boolean write;

    /** @param workItems whether evidence goes on work items */
    ServiceChecks(
            Findings findings,
            AzureProbe probe,
            boolean workItems,
            @Nullable PipelineSettings pipeline,
            boolean write) {
        this.findings = findings;
        this.probe = probe;
        this.workItems = workItems;
        this.pipeline = pipeline;
        this.write = write;
    }

    static List<String> names() {
        return ALL;
    }

    void run() {
        Finding versions = probe.versions();
        if (isOfToken(versions.kind())) {
            findings.skip("The service does not tell its versions to this token.", API);
            clock(versions);
            add(TOKEN, versions, Diagnosis.NO_RIGHT_TO_READ);
            findings.skip("The token opens nothing.", PROJECT, BUILD, WORK_ITEMS, WRITE);
            return;
        }
        add(API, versions, Diagnosis.NO_RIGHT_TO_READ);
        clock(versions);
        if (!versions.ok()) {
            findings.skip("The service was not found.", TOKEN, PROJECT, BUILD, WORK_ITEMS, WRITE);
            return;
        }
        if (project(probe.project())) {
            build();
            workItems();
            write();
        } else {
            findings.skip("The project cannot be read.", BUILD, WORK_ITEMS, WRITE);
        }
    }

    private void clock(Finding asked) {
        Duration ahead = asked.clockAhead();
        if (ahead == null) {
            findings.skip("The service told no time.", CLOCK);
        } else if (ahead.abs().compareTo(TOLERABLE) > 0) {
            String way = ahead.isNegative() ? "ahead of" : "behind";
            findings.add(Check.notOk(
                    CLOCK,
                    Diagnosis.CLOCK_SKEW,
                    "This host is " + ahead.abs().toSeconds() + " s " + way + " the service."));
        } else {
            findings.add(Check.ok(
                    CLOCK, "This host and the service agree to " + ahead.abs().toSeconds() + " s."));
        }
    }

    private boolean project(Finding asked) {
        if (isOfToken(asked.kind())) {
            add(TOKEN, asked, Diagnosis.NO_RIGHT_TO_READ);
            return findings.skip("The token does not open it.", PROJECT);
        }
        if (asked.ok() || asked.kind() == Kind.UNKNOWN_PROJECT) {
            findings.add(Check.ok(TOKEN, "The service knows it."));
        } else {
            findings.skip("Nothing was learned about it.", TOKEN);
        }
        add(PROJECT, asked, Diagnosis.NO_RIGHT_TO_READ);
        return asked.ok();
    }

    private void build() {
        if (pipeline == null) {
            findings.skip("Not in Azure Pipelines: BUILD_BUILDID is not set.", BUILD);
            return;
        }
        Finding asked = probe.build(pipeline.buildId());
        if (asked.kind() == Kind.NOT_FOUND) {
            findings.add(Check.notOk(BUILD, Diagnosis.UNKNOWN_BUILD, asked.said()));
        } else if (asked.ok()) {
            add(BUILD, asked, Diagnosis.UNKNOWN_BUILD);
        } else {
            findings.skip("The token may not look at builds, which it need not: " + asked.said(), BUILD);
        }
    }

    private void workItems() {
        if (!workItems) {
            findings.skip("Nothing goes on work items: attest.azure.work-item is not set, for one.", WORK_ITEMS);
            return;
        }
        Finding asked = probe.workItems();
        if (asked.kind() == Kind.NOT_FOUND) {
            findings.add(Check.notOk(WORK_ITEMS, Diagnosis.UNKNOWN_WORK_ITEM, asked.said()));
        } else {
            add(WORK_ITEMS, asked, Diagnosis.NO_RIGHT_TO_WORK_ITEMS);
        }
    }

    private void write() {
        if (!write) {
            findings.skip("Not tried: with --write a run is created, gets a file, and is removed again.", WRITE);
            return;
        }
        Run trial = new Run(
                UUID.randomUUID().toString(), "attest doctor (may be deleted)", Instant.now(), "attest doctor", null);
        add(WRITE, probe.write(trial), Diagnosis.NO_RIGHT_TO_WRITE);
    }

    private void add(String check, Finding finding, Diagnosis withoutRight) {
        findings.add(
                finding.ok()
                        ? Check.ok(check, finding.said())
                        : Check.notOk(check, diagnosis(check, finding.kind(), withoutRight), finding.said()));
    }

    private static boolean isOfToken(Kind kind) {
        return kind == Kind.TOKEN_REFUSED || kind == Kind.FORBIDDEN || kind == Kind.SIGN_IN_PAGE;
    }

    private static Diagnosis diagnosis(String check, Kind kind, Diagnosis withoutRight) {
        return switch (kind) {
            case OK -> Diagnosis.NONE;
            case UNKNOWN_HOST -> Diagnosis.UNKNOWN_HOST;
            case NOT_CONNECTED -> Diagnosis.NOBODY_LISTENS;
            case NOT_TRUSTED -> Diagnosis.UNTRUSTED_CERTIFICATE;
            case NO_ANSWER -> Diagnosis.NO_ANSWER;
            case PROXY_CREDENTIALS -> Diagnosis.PROXY_CREDENTIALS;
            case SIGN_IN_PAGE -> Diagnosis.SIGN_IN_PAGE;
            // A token that was good for reading a moment ago lacks a scope.
            case TOKEN_REFUSED ->
                check.equals(WRITE) || check.equals(WORK_ITEMS) ? withoutRight : Diagnosis.WRONG_TOKEN;
            case FORBIDDEN -> withoutRight;
            case UNKNOWN_PROJECT -> Diagnosis.UNKNOWN_PROJECT;
            case NOT_FOUND, NO_COLLECTION -> Diagnosis.WRONG_COLLECTION;
            case UNWELL -> Diagnosis.SERVICE_UNWELL;
            case REFUSED -> Diagnosis.REFUSED;
        };
    }
}
