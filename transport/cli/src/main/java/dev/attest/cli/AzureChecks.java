package dev.attest.cli;

import dev.attest.internal.azure.AzureProbe;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PipelineSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.journal.event.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks whether Azure DevOps accepts results of the project with this token. */
final class AzureChecks {

    private static final String API = "api";
    private static final String CLOCK = "clock";
    private static final String TOKEN = "token";
    private static final String PROJECT = "project";
    private static final String BUILD = "build";
    private static final String WORK_ITEMS = "work-items";
    private static final String WRITE = "write";
    private static final String PLAN = "plan";
    private static final String CONFIGURATION = "configuration";
    private static final String BUGS = "bugs";
    private static final List<String> ALL = List.of(API, CLOCK, TOKEN, PROJECT, BUILD, WORK_ITEMS, WRITE);
    /** The checks that need more scopes than reading does. */
    private static final List<String> OF_WORK = List.of(WRITE, WORK_ITEMS, BUGS);

    /** A smaller difference does no harm, and the service sends whole seconds. */
    private static final Duration TOLERABLE = Duration.ofMinutes(5);

    private final CheckList checks;
    private final AzureProbe probe;
    private final AzureSettings azure;
    private final @Nullable PipelineSettings pipeline;
    private final boolean write;

    AzureChecks(
            CheckList checks,
            AzureProbe probe,
            AzureSettings azure,
            @Nullable PipelineSettings pipeline,
            boolean write) {
        this.checks = checks;
        this.probe = probe;
        this.azure = azure;
        this.pipeline = pipeline;
        this.write = write;
    }

    static List<String> names() {
        return ALL;
    }

    void run() {
        ProbeResult versions = probe.versions();
        if (isOfToken(versions.kind())) {
            checks.skip("The service does not show its versions to this token.", API);
            clock(versions);
            add(TOKEN, versions, Diagnosis.NO_RIGHT_TO_READ);
            checks.skip("The token is refused.", PROJECT, BUILD, WORK_ITEMS, WRITE);
            return;
        }
        add(API, versions, Diagnosis.NO_RIGHT_TO_READ);
        clock(versions);
        if (!versions.ok()) {
            checks.skip("The service was not found.", TOKEN, PROJECT, BUILD, WORK_ITEMS, WRITE);
            return;
        }
        if (project(probe.project())) {
            build();
            workItems();
            plan(azure.plan());
            bugs(azure.bugs());
            write();
        } else {
            checks.skip("The project cannot be read.", BUILD, WORK_ITEMS, WRITE);
        }
    }

    private void clock(ProbeResult asked) {
        Duration ahead = asked.clockAhead();
        if (ahead == null) {
            checks.skip("The service sent no time.", CLOCK);
        } else if (ahead.abs().compareTo(TOLERABLE) > 0) {
            String way = ahead.isNegative() ? "ahead of" : "behind";
            checks.add(Check.notOk(
                    CLOCK,
                    Diagnosis.CLOCK_SKEW,
                    "This host is " + ahead.abs().toSeconds() + " s " + way + " the service."));
        } else {
            checks.add(Check.ok(
                    CLOCK, "This host and the service agree to " + ahead.abs().toSeconds() + " s."));
        }
    }

    private boolean project(ProbeResult asked) {
        if (isOfToken(asked.kind())) {
            add(TOKEN, asked, Diagnosis.NO_RIGHT_TO_READ);
            return checks.skip("The token is refused.", PROJECT);
        }
        if (asked.ok() || asked.kind() == Kind.UNKNOWN_PROJECT) {
            checks.add(Check.ok(TOKEN, "The service knows it."));
        } else {
            checks.skip("Nothing was learned about it.", TOKEN);
        }
        add(PROJECT, asked, Diagnosis.NO_RIGHT_TO_READ);
        return asked.ok();
    }

    private void build() {
        if (pipeline == null || pipeline.release() != null) {
            checks.skip(
                    pipeline == null
                            ? "Not in Azure Pipelines: BUILD_BUILDID is not set."
                            : "In a classic release, runs are of the release and its stage, not of a build.",
                    BUILD);
            return;
        }
        ProbeResult asked = probe.build(pipeline.buildId());
        if (asked.kind() == Kind.NOT_FOUND) {
            checks.add(Check.notOk(BUILD, Diagnosis.UNKNOWN_BUILD, asked.message()));
        } else if (asked.ok()) {
            add(BUILD, asked, Diagnosis.UNKNOWN_BUILD);
        } else {
            checks.skip("The token has no right to read builds, and needs none: " + asked.message(), BUILD);
        }
    }

    private void workItems() {
        if (!azure.workItems().wanted()) {
            checks.skip(
                    "Nothing is added to work items: neither attest.azure.work-item nor attest.azure.work-item-attachments is set.",
                    WORK_ITEMS);
            return;
        }
        ProbeResult asked = probe.workItems();
        addUnlessMissing(WORK_ITEMS, asked, Diagnosis.UNKNOWN_WORK_ITEM, Diagnosis.NO_RIGHT_TO_WORK_ITEMS);
    }

    /** A token needs no right to plans if no plan is set. */
    private void plan(PlanSettings plan) {
        if (!plan.planned()) {
            return;
        }
        ProbeResult found = probe.plan(plan);
        addUnlessMissing(PLAN, found, Diagnosis.UNKNOWN_PLAN, Diagnosis.NO_RIGHT_TO_READ);
        if (found.ok() && !plan.configuration().isEmpty()) {
            addUnlessMissing(
                    CONFIGURATION,
                    probe.configuration(plan),
                    Diagnosis.UNKNOWN_CONFIGURATION,
                    Diagnosis.NO_RIGHT_TO_READ);
        }
    }

    private void addUnlessMissing(String check, ProbeResult found, Diagnosis missing, Diagnosis withoutRight) {
        if (found.kind() == Kind.NOT_FOUND) {
            checks.add(Check.notOk(check, missing, found.message()));
        } else {
            add(check, found, withoutRight);
        }
    }

    private void bugs(BugSettings bugs) {
        if (!bugs.filed()) {
            return;
        }
        ProbeResult found = probe.bugs(bugs);
        if (found.kind() == Kind.REFUSED || found.kind() == Kind.NOT_FOUND) {
            checks.add(Check.notOk(BUGS, Diagnosis.BUG_REFUSED, found.message()));
        } else {
            add(BUGS, found, Diagnosis.NO_RIGHT_TO_FILE_BUGS);
        }
    }

    private void write() {
        if (!write) {
            checks.skip("Not tried: --write creates a run with a file and removes it.", WRITE);
            return;
        }
        Run trial = new Run(
                UUID.randomUUID().toString(), "attest doctor (may be deleted)", Instant.now(), "attest doctor", null);
        add(WRITE, probe.write(trial), Diagnosis.NO_RIGHT_TO_WRITE);
    }

    private void add(String check, ProbeResult finding, Diagnosis withoutRight) {
        checks.add(
                finding.ok()
                        ? Check.ok(check, finding.message())
                        : Check.notOk(check, diagnosis(check, finding.kind(), withoutRight), finding.message()));
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
            case TOKEN_REFUSED -> OF_WORK.contains(check) ? withoutRight : Diagnosis.WRONG_TOKEN;
            case FORBIDDEN -> withoutRight;
            case UNKNOWN_PROJECT -> Diagnosis.UNKNOWN_PROJECT;
            case NOT_FOUND, NO_COLLECTION -> Diagnosis.WRONG_COLLECTION;
            case UNWELL -> Diagnosis.SERVICE_UNWELL;
            case REFUSED -> Diagnosis.REFUSED;
        };
    }
}
