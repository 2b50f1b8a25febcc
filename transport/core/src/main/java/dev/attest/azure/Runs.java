package dev.attest.azure;

import dev.attest.azure.RunCreation.Build;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.model.Run;
import dev.attest.publish.Delivered;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
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

    Runs(Service service, Addresses addresses, RunSearch search) {
        this.service = service;
        this.addresses = addresses;
        this.search = search;
    }

    Delivered create(Run run, boolean mayExist, Versions versions) throws NotDeliveredException {
        RunCreation creation = RunCreation.of(run);
        if (mayExist) {
            Optional<JsonValue> found = search.find(run, creation.name(), versions);
            Optional<String> id = found.flatMap(Reply::id);
            if (found.isPresent() && id.isPresent()) {
                return delivered(found.get(), id.get(), Duration.ZERO);
            }
        }
        Reply reply = create(creation, versions);
        String id =
                Reply.id(reply.json()).orElseThrow(() -> service.unusable(reply, "it does not tell the id of the run"));
        return delivered(reply.json(), id, reply.pause());
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
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    "The service knows no build {0}, which BUILD_BUILDID names. The test run is created without it,"
                            + " and will not show in the Tests tab of the pipeline.",
                    build.id());
            return post(creation.withoutBuild(), versions);
        }
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
