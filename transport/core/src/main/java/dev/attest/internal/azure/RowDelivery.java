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
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Delivers results and attempts to a run that another host may complete at any time. A run that is over is reopened. If
 * it takes no new results then, they go to its continuation, and the ids of their rows name that run.
 */
record RowDelivery(AzureApi api, AzureRuns runs, Results results, Attempts attempts) {

    /** @param computer host of the tests; may be empty */
    DeliveryResult deliver(String runId, List<Result> batch, String computer, boolean possiblyApplied) {
        List<String> chain = runs.withContinuations(runId);
        String open = chain.get(chain.size() - 1);
        List<String> earlier = possiblyApplied ? chain.subList(0, chain.size() - 1) : List.of();
        DeliveryResult result = deliverMissing(runId, earlier, open, batch, computer, possiblyApplied);
        if (result instanceof Accepted) {
            runs.tookResults(open);
            return result;
        }
        if (!(result instanceof Rejected rejected)) {
            return result;
        }
        if (runs.withContinuations(runId).size() > chain.size()) { // the run named it when it was looked at
            return deliver(runId, batch, computer, true);
        }
        // The caller sends a batch in halves. Only a single result shows that it is not that of another one.
        return batch.size() == 1 && runs.mayTakeNoResults(open)
                ? deliverToContinuation(runId, possiblyApplied ? chain : List.of(), open, batch, computer, rejected)
                : rejected;
    }

    /**
     * Delivers a result that a reopened run has refused. If its continuation refuses it too, the result is to blame.
     */
    private DeliveryResult deliverToContinuation(
            String runId,
            List<String> earlier,
            String refusing,
            List<Result> batch,
            String computer,
            Rejected rejected) {
        try {
            String continuation = runs.continuationOf(refusing);
            // Another host, or a JVM that died, may have delivered it.
            DeliveryResult result = deliverMissing(runId, earlier, continuation, batch, computer, true);
            if (result instanceof Accepted) {
                runs.continued(refusing, continuation);
            } else if (result instanceof Rejected refused) {
                // A person may have deleted it just now.
                return refused.wholeRun() ? new Retry(refused.reason(), Duration.ZERO, true, false, true) : rejected;
            }
            return result;
        } catch (NotDeliveredException e) {
            return e.delivery(true);
        }
    }

    /**
     * Delivers the results that earlier runs of the chain do not have. The ids name the run that has each.
     *
     * @param earlier runs that may have some of the results
     */
    private DeliveryResult deliverMissing(
            String runId,
            List<String> earlier,
            String open,
            List<Result> batch,
            String computer,
            boolean possiblyApplied) {
        if (earlier.isEmpty()) {
            DeliveryResult result = deliverWhileOpen(open, batch, computer, possiblyApplied);
            return result instanceof Accepted accepted && !open.equals(runId)
                    ? new Accepted(named(runId, open, accepted.ids()), accepted.url(), accepted.pause())
                    : result;
        }
        IdentityHashMap<Result, String> ids = new IdentityHashMap<>();
        try {
            for (String run : earlier) {
                List<Optional<String>> found = results.find(run, batch);
                for (int i = 0; i < found.size(); i++) {
                    if (found.get(i).isPresent()) {
                        ids.putIfAbsent(
                                batch.get(i), new ResultId(run, found.get(i).get()).in(runId));
                    }
                }
            }
        } catch (NotDeliveredException e) {
            return e.delivery(true);
        }
        List<Result> missing = new ArrayList<>(batch);
        missing.removeIf(ids::containsKey);
        Duration pause = Duration.ZERO;
        if (!missing.isEmpty()) {
            DeliveryResult rest = deliverWhileOpen(open, missing, computer, possiblyApplied);
            if (!(rest instanceof Accepted accepted)) {
                return rest;
            }
            pause = accepted.pause();
            List<String> created = named(runId, open, accepted.ids());
            for (int i = 0; i < missing.size(); i++) {
                ids.put(missing.get(i), created.get(i));
            }
        }
        List<String> all = new ArrayList<>();
        for (Result result : batch) {
            all.add(Objects.requireNonNull(ids.get(result)));
        }
        return Accepted.of(all, pause);
    }

    private static List<String> named(String runId, String delivered, List<String> ids) {
        List<String> named = new ArrayList<>(ids.size());
        for (String id : ids) {
            named.add(new ResultId(delivered, id).in(runId));
        }
        return named;
    }

    private DeliveryResult deliverWhileOpen(
            String runId, List<Result> batch, String computer, boolean possiblyApplied) {
        Reopening reopening = runs.reopening(runId);
        while (true) {
            try {
                api.versions();
                return results.deliver(runId, batch, computer, possiblyApplied);
            } catch (NotDeliveredException e) {
                DeliveryResult refusal = refusalByState(e, possiblyApplied);
                if (!reopening.isWorthRepeating(refusal)) {
                    return runs.mayTakeNoResults(runId) ? refusal : e.delivery(possiblyApplied);
                }
            }
        }
    }

    /**
     * Returns what a failure is if the run is over. No document says how the service refuses its results then: a 409
     * may not mean that others write too, a 403 not that the token is wrong, nor a 405 that the address is.
     */
    private static DeliveryResult refusalByState(NotDeliveredException e, boolean possiblyApplied) {
        return e.status() == 403 || e.status() == 405 || e.status() == 409
                ? new Rejected(e.reason(), false)
                : e.delivery(possiblyApplied);
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
        while (true) {
            try {
                api.versions();
                return attempts.append(runId, rows, possiblyApplied);
            } catch (NotDeliveredException e) {
                if (!reopening.isWorthRepeating(refusalByState(e, possiblyApplied))) {
                    return e.delivery(possiblyApplied);
                }
            }
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
