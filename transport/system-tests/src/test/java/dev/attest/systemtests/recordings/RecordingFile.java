package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.MalformedJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recording of {@code attest doctor --trial --record FILE}, see {@code Recording}. Members that nobody knows are
 * ignored, and the first line may be missing. A file of a user is untrusted: nothing in it is too long.
 *
 * @param apiVersion version of the API that the user had set; empty if it was negotiated
 * @param bugs whether Attest filed bugs
 * @param findings an assumption and its verdict each, such as {@code AS_ASSUMED: A run is completed.}
 */
record RecordingFile(String apiVersion, boolean bugs, List<String> findings, List<RecordedExchange> exchanges) {

    private static final int LONGEST_LINE = 1_000_000;
    private static final int MOST_LINES = 1_000;

    RecordingFile {
        findings = List.copyOf(findings);
        exchanges = List.copyOf(exchanges);
    }

    static RecordingFile read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return read(reader);
        }
    }

    static RecordingFile read(Reader reader) throws IOException {
        JsonObject head = new JsonObject();
        List<RecordedExchange> exchanges = new ArrayList<>();
        int number = 0;
        for (Optional<String> line = line(reader, 1); line.isPresent(); line = line(reader, number + 1)) {
            number++;
            JsonObject members = object(number, line.get());
            if (number == 1 && members.has("format")) {
                head = members;
            } else {
                exchanges.add(RecordedExchange.of(number, members));
            }
        }
        if (exchanges.isEmpty()) {
            throw new UnreadableRecordingException(number + 1, "there is no exchange");
        }
        return new RecordingFile(
                text(head, "apiVersion"), text(head, "bugs").equals("true"), findings(head), exchanges);
    }

    /** Returns what the service answered to the question for the versions of its API. */
    Optional<RecordedExchange> versions() {
        return exchanges.stream()
                .filter(exchange -> exchange.method().equals("OPTIONS") && exchange.reply() != null)
                .findFirst();
    }

    /** Returns an assumption and its verdict as the findings have them. */
    static String finding(String verdict, String assumption) {
        return verdict + ": " + assumption;
    }

    private static Optional<String> line(Reader reader, int number) throws IOException {
        if (number > MOST_LINES) {
            throw new UnreadableRecordingException(number, "a trial has not so many exchanges");
        }
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
            }
            if (line.length() == LONGEST_LINE) {
                throw new UnreadableRecordingException(number, "it is longer than " + LONGEST_LINE + " characters");
            }
            line.append((char) c);
        }
        return Optional.of(line.toString());
    }

    private static JsonObject object(int number, String line) throws UnreadableRecordingException {
        try {
            if (Json.read(line).isObject()) {
                return JsonParser.parseString(line).getAsJsonObject();
            }
        } catch (MalformedJsonException e) {
            throw new UnreadableRecordingException(number, "it is cut off, or no JSON: " + e.getMessage());
        }
        throw new UnreadableRecordingException(number, "it is no JSON object");
    }

    private static List<String> findings(JsonObject head) {
        List<String> findings = new ArrayList<>();
        if (head.get("findings") != null && head.get("findings").isJsonArray()) {
            for (JsonElement each : head.getAsJsonArray("findings")) {
                if (each.isJsonObject()) {
                    findings.add(finding(
                            text(each.getAsJsonObject(), "verdict"), text(each.getAsJsonObject(), "assumption")));
                }
            }
        }
        return findings;
    }

    private static String text(JsonObject members, String name) {
        JsonElement value = members.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
