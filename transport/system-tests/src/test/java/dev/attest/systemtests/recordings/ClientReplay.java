package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.attest.systemtests.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code attest doctor --trial} at a service that gives recorded replies. */
final class ClientReplay {

    private ClientReplay() {}

    /**
     * Returns a sentence for each request in which the client differs from the one that made the recording, and for
     * each other finding.
     */
    static List<String> differences(RecordingFile file, Path folder) throws IOException, InterruptedException {
        RecordedService service = new RecordedService(file);
        CommandRun.Ended ended;
        try (RecordedServer server = RecordedServer.of(service)) {
            CommandRun doctor = new CommandRun(folder)
                    .with("ATTEST_AZURE_URL", server.url())
                    .with("ATTEST_AZURE_PROJECT", server.project())
                    .with("ATTEST_AZURE_TOKEN", "none")
                    .with("ATTEST_AZURE_BUGS", file.bugs() ? "on-failure" : "never");
            if (!file.apiVersion().isEmpty()) {
                doctor.with("ATTEST_AZURE_API_VERSION", file.apiVersion());
            }
            ended = doctor.run("doctor", "--trial", "--yes", "--json");
        }
        List<String> differences = new ArrayList<>(service.problems());
        List<String> found = findings(ended);
        List<String> recorded = new ArrayList<>(file.findings());
        recorded.removeAll(found);
        found.removeAll(file.findings());
        if (!file.findings().isEmpty()) {
            recorded.forEach(each -> differences.add("The recording has, and this trial has not: " + each));
            found.forEach(each -> differences.add("This trial has, and the recording has not: " + each));
        }
        return differences;
    }

    private static List<String> findings(CommandRun.Ended ended) throws IOException {
        List<String> findings = new ArrayList<>();
        if (!ended.out().startsWith("{")) {
            throw new IOException("the doctor ended with " + ended.exitCode() + ": " + ended.err());
        }
        JsonObject report = JsonParser.parseString(ended.out()).getAsJsonObject();
        for (JsonElement each : report.getAsJsonArray("trial")) {
            JsonObject finding = each.getAsJsonObject();
            findings.add(RecordingFile.finding(
                    finding.get("verdict").getAsString(),
                    finding.get("assumption").getAsString()));
        }
        if (findings.isEmpty()) {
            throw new IOException("the doctor played no trial: " + report.get("checks"));
        }
        return findings;
    }
}
