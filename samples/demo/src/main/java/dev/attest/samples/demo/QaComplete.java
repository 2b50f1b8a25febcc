package dev.attest.samples.demo;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads test runs from SmartBear QAComplete. */
final class QaComplete {

    private static final String RUNS = "/api/v2/projects/1/testruns";

    private final Rest rest;
    private final String page;

    /** @param url base of its REST API */
    QaComplete(String url, String user, String password) {
        this.rest = new Rest(url, user, password);
        this.page = url.replace("/rest-api/service", "/qacomplete/runs/");
    }

    List<QaCompleteRun> runs() throws IOException, InterruptedException {
        List<QaCompleteRun> runs = new ArrayList<>();
        for (JsonObject run : Rest.objects(rest.get(RUNS + "?limit=100"), "results")) {
            runs.add(run(run));
        }
        return runs;
    }

    private QaCompleteRun run(JsonObject run) throws IOException, InterruptedException {
        String id = run.get("id").getAsString();
        var statuses = new TreeMap<String, Integer>();
        int reports = 0;
        for (JsonObject item : Rest.objects(rest.get(RUNS + "/" + id + "/items?limit=100"), "results")) {
            statuses.merge(item.get("status_code").getAsString(), 1, Integer::sum);
            boolean reported =
                    item.has("file_report") && !item.get("file_report").isJsonNull();
            reports += reported && !item.get("file_report").getAsString().isEmpty() ? 1 : 0;
        }
        return new QaCompleteRun(
                run.get("test_set_name").getAsString(),
                run.get("status_code").getAsString(),
                page + id,
                statuses,
                reports);
    }
}
