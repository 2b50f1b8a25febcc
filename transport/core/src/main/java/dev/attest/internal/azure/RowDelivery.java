package dev.attest.internal.azure;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.results.Attempts;
import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.azure.results.Results;
import dev.attest.internal.azure.runs.AzureRuns;
import dev.attest.internal.azure.runs.Reopening;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Delivers results and attempts to a run that another host may complete at any time. A run that is over is reopened. If
 * it takes no new results then, they go to its continuation, and the ids of their rows name that run.
 */
record RowDelivery(AzureApi api, AzureRuns runs, Results results, Attempts attempts) {

    /** @param computer host of the tests; may be empty */
    DeliveryResult deliver(String runId, List<Result> batch, String computer, boolean possiblyApplied) {
        String open = runs.openEndOf(runId);
        DeliveryResult result = deliverWhileOpen(open, batch, computer, possiblyApplied);
        if (result instanceof Accepted accepted) {
            runs.tookResults(open);
            return inRun(runId, open, accepted);
        }
        if (!(result instanceof Rejected rejected)) {
            return result;
        }
        String known = runs.openEndOf(runId); // the run may have named it when it was looked at
        if (!known.equals(open)) {
            return deliver(runId, batch, computer, true);
        }
        return runs.mayTakeNoResults(open) ? deliverToContinuation(runId, open, batch, computer, rejected) : rejected;
    }

    /** Delivers results that a reopened run has refused. If its continuation refuses them too, they are to blame. */
    private DeliveryResult deliverToContinuation(
            String runId, String refusing, List<Result> batch, String computer, Rejected rejected) {
        try {
            String continuation = runs.continuationOf(refusing);
            // Another host, or a JVM that died, may have delivered them.
            DeliveryResult result = deliverWhileOpen(continuation, batch, computer, true);
            if (!(result instanceof Retry)) {
                runs.continued(refusing, continuation, result instanceof Accepted);
            }
            return result instanceof Accepted accepted
                    ? inRun(runId, continuation, accepted)
                    : result instanceof Rejected ? rejected : result;
        } catch (NotDeliveredException e) {
            return e.delivery(true);
        }
    }

    private DeliveryResult deliverWhileOpen(
            String runId, List<Result> batch, String computer, boolean possiblyApplied) {
        Reopening reopening = runs.reopening(runId);
        DeliveryResult result = deliverOnce(runId, batch, computer, possiblyApplied);
        while (reopening.isWorthRepeating(result)) {
            result = deliverOnce(runId, batch, computer, possiblyApplied);
        }
        return result;
    }

    private DeliveryResult deliverOnce(String runId, List<Result> batch, String computer, boolean possiblyApplied) {
        try {
            api.versions();
            return results.deliver(runId, batch, computer, possiblyApplied);
        } catch (NotDeliveredException e) {
            return e.delivery(possiblyApplied);
        }
    }

    private static Accepted inRun(String runId, String delivered, Accepted accepted) {
        if (delivered.equals(runId)) {
            return accepted;
        }
        List<String> ids = new ArrayList<>();
        for (String id : accepted.ids()) {
            ids.add(new ResultId(delivered, id).in(runId));
        }
        return new Accepted(ids, accepted.url(), accepted.pause());
    }

    /** Most rows are of one run. If a later run refuses its rows, those of the earlier ones are applied. */
    DeliveryResult append(String runId, List<RetriedRow> rows, boolean possiblyApplied) {
        Map<String, List<RetriedRow>> byRun = new LinkedHashMap<>();
        for (RetriedRow row : rows) {
            ResultId id = ResultId.of(runId, row.resultId());
            byRun.computeIfAbsent(id.runId(), run -> new ArrayList<>())
                    .add(new RetriedRow(id.id(), row.attempts(), row.known()));
        }
        if (byRun.size() == 1) {
            Map.Entry<String, List<RetriedRow>> only =
                    byRun.entrySet().iterator().next();
            return appendWhileOpen(only.getKey(), only.getValue(), possiblyApplied);
        }
        return appendByRun(runId, rows, byRun, possiblyApplied);
    }

    private DeliveryResult appendByRun(
            String runId, List<RetriedRow> rows, Map<String, List<RetriedRow>> byRun, boolean possiblyApplied) {
        Map<String, Iterator<String>> ids = new HashMap<>();
        for (Map.Entry<String, List<RetriedRow>> each : byRun.entrySet()) {
            DeliveryResult result = appendWhileOpen(each.getKey(), each.getValue(), possiblyApplied);
            if (!(result instanceof Accepted accepted)) {
                return ids.isEmpty() ? result : partlyApplied(result);
            }
            ids.put(each.getKey(), accepted.ids().iterator());
        }
        List<String> all = new ArrayList<>();
        for (RetriedRow row : rows) {
            Iterator<String> ofRun = Objects.requireNonNull(
                    ids.get(ResultId.of(runId, row.resultId()).runId()));
            row.missing().forEach(attempt -> all.add(ofRun.next()));
        }
        return Accepted.of(all, Duration.ZERO);
    }

    private DeliveryResult appendWhileOpen(String runId, List<RetriedRow> rows, boolean possiblyApplied) {
        Reopening reopening = runs.reopening(runId);
        DeliveryResult result = appendOnce(runId, rows, possiblyApplied);
        while (reopening.isWorthRepeating(result)) {
            result = appendOnce(runId, rows, possiblyApplied);
        }
        return result;
    }

    private DeliveryResult appendOnce(String runId, List<RetriedRow> rows, boolean possiblyApplied) {
        try {
            api.versions();
            return attempts.append(runId, rows, possiblyApplied);
        } catch (NotDeliveredException e) {
            return e.delivery(possiblyApplied);
        }
    }

    /** The same request follows, in smaller parts, and looks for what is applied. */
    private static DeliveryResult partlyApplied(DeliveryResult last) {
        if (last instanceof Retry retry) {
            return new Retry(retry.reason(), retry.pause(), true, retry.needsAttention());
        }
        String reason = last instanceof Rejected rejected ? rejected.reason() : "";
        return new Retry(reason, Duration.ZERO, true, false, true);
    }
}
