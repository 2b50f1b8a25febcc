package dev.attest.azure;

import dev.attest.azure.RunCreation.Build;
import dev.attest.config.PlanSettings;
import dev.attest.journal.event.Run;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.publish.Delivered;
import dev.attest.publish.Remarks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creates and completes runs. */
final class Runs {

    private static final Logger LOG = System.getLogger(Runs.class.getName());

    private static final Pattern UNKNOWN_BUILD = Pattern.compile("\\bbuild\\b.*\\bfound\\b", Pattern.CASE_INSENSITIVE);

    private final Service service;
    private final Addresses addresses;
    private final RunSearch search;
    private final PlanSettings plan;
    private final Remarks remarks;

    Runs(Service service, Addresses addresses, RunSearch search, PlanSettings plan, Remarks remarks) {
        this.service = service;
        this.addresses = addresses;
        this.search = search;
        this.plan = plan;
        this.remarks = remarks;
    }

    Delivered create(Run run, boolean mayExist, Versions versions) throws NotDeliveredException {
        RunCreation creation = RunCreation.of(run, plan);
        if (run.acrossHosts()) {
            return share(run, creation, versions);
        }
        if (mayExist) {
            Optional<JsonValue> found = search.find(run, creation.name(), versions);
            Optional<String> id = found.flatMap(Reply::id);
            if (found.isPresent() && id.isPresent()) {
                return delivered(found.get(), id.get(), Duration.ZERO);
            }
        }
        Reply reply = create(creation, versions);
        return delivered(reply.json(), idOf(reply), reply.pause());
    }

    /**
     * Returns the run that all hosts share: of those that were created at the same time the one with the lowest id. The
     * others are deleted, if nothing is in them; all hosts come to the same end as soon as each sees what all created.
     */
    private Delivered share(Run run, RunCreation creation, Versions versions) throws NotDeliveredException {
        List<JsonValue> found = search.findAll(run, creation.name(), versions);
        Duration pause = Duration.ZERO;
        if (found.isEmpty()) {
            Reply reply = create(creation, versions);
            String own = idOf(reply);
            pause = reply.pause();
            found = new ArrayList<>(search.findAll(run, creation.name(), versions));
            if (found.stream().noneMatch(other -> id(other) == Long.parseLong(own))) {
                found.add(reply.json());
            }
        }
        JsonValue lowest = Collections.min(found, Comparator.comparingLong(Runs::id));
        for (JsonValue other : found) {
            if (id(other) != id(lowest)
                    && other.get("totalTests").text().orElse("").equals("0")) {
                delete(String.valueOf(id(other)), versions);
            }
        }
        return delivered(lowest, String.valueOf(id(lowest)), pause);
    }

    /** See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/delete">Runs: Delete</a>. */
    private void delete(String runId, Versions versions) {
        try {
            service.sendForNothing(
                    Call.delete("delete a test run that has no tests", addresses.run(runId), versions.runs()));
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "run " + runId + " is tried to be deleted again", e);
        }
    }

    /** Returns how the service shows the run. */
    RunLook look(String runId, Versions versions) throws NotDeliveredException {
        Reply reply =
                service.send(Call.get("look whether the test run is over", addresses.run(runId), versions.runs()));
        return RunLook.of(reply.json());
    }

    private String idOf(Reply reply) throws NotDeliveredException {
        return Reply.id(reply.json()).orElseThrow(() -> service.unusable(reply, "it does not tell the id of the run"));
    }

    private static long id(JsonValue run) {
        return Reply.id(run).map(Long::parseLong).orElse(Long.MAX_VALUE);
    }

    /** See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/update">Runs: Update</a>. */
    Delivered complete(String runId, Instant at, boolean aborted, Versions versions) throws NotDeliveredException {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("state", aborted ? "Aborted" : "Completed");
        changes.put("completedDate", Times.millis(at));
        Reply reply = service.send(
                Call.patch("complete the test run", addresses.run(runId), versions.runs(), Json.write(changes)));
        return delivered(reply.json(), runId, reply.pause());
    }

    /** See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/update">Runs: Update</a>. */
    Delivered reopen(String runId, Versions versions) throws NotDeliveredException {
        Reply reply = service.send(Call.patch(
                "go on with the test run",
                addresses.run(runId),
                versions.runs(),
                Json.write(Map.of("state", "InProgress"))));
        return delivered(reply.json(), runId, reply.pause());
    }

    private Reply create(RunCreation creation, Versions versions) throws NotDeliveredException {
        try {
            return post(creation, versions);
        } catch (NotDeliveredException e) {
            Build build = creation.build();
            boolean unknown = e.status() == 400
                    && UNKNOWN_BUILD.matcher(e.error().message()).find();
            if (build == null || !unknown) {
                return createOutsidePlan(creation, e, versions);
            }
            LOG.log(
                    Level.WARNING,
                    "The service knows no build {0}, which BUILD_BUILDID names. The test run is created without it,"
                            + " and will not show in the Tests tab of the pipeline.",
                    build.id());
            return create(creation.withoutBuild(), versions);
        }
    }

    /** A plan that is not there, or that the user may not see, costs the points their outcomes, and not the run. */
    private Reply createOutsidePlan(RunCreation creation, NotDeliveredException refused, Versions versions)
            throws NotDeliveredException {
        boolean ofSomethingIn = refused.status() == 400
                || (refused.status() == 404 && refused.error().structured() && !Verdicts.isOfProject(refused.error()));
        if (creation.plan() == null || !ofSomethingIn) {
            throw refused;
        }
        Reply reply = post(creation.withoutPlan(), versions);
        remarks.add("The test run belongs to no test plan: the service answers " + refused.status() + " \""
                + refused.error().message() + "\". Check attest.azure.plan.");
        return reply;
    }

    private Reply post(RunCreation creation, Versions versions) throws NotDeliveredException {
        return service.send(Call.post("create the test run", addresses.runs(), versions.runs(), Json.write(creation)));
    }

    private Delivered delivered(JsonValue run, String id, Duration pause) {
        // The page that the service tells shows charts; the one with the rows is what a reader of a log wants.
        String page = run.get("webAccessUrl")
                .text()
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .map(url -> url.replaceAll("_a=\\w+", "_a=resultQuery"))
                .orElseGet(() -> addresses.page(id));
        return new Delivered(List.of(id), page, pause);
    }
}
