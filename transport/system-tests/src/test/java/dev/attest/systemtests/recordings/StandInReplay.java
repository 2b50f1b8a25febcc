package dev.attest.systemtests.recordings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.attest.internal.azure.trial.Recording;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;
import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Product;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a recording to a stand-in for the same product, with its ids and with dates of today, and
 * compares the replies. What the stand-in answers is recorded in the same way, so that like is compared with like.
 */
final class StandInReplay implements AutoCloseable {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d.%3A:]+Z");

    private final RecordingFile file;
    private final StandIn standIn;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KnownIds ids = new KnownIds();
    private final Recording recording;
    private final Duration passed;

    private StandInReplay(RecordingFile file) {
        this.file = file;
        this.standIn = StandIn.start(StandInOptions.defaults().emulating(product(file)));
        this.recording = new Recording(settings());
        this.passed = firstDate(file)
                .map(date -> Duration.between(date, OffsetDateTime.now(date.getOffset())))
                .orElse(Duration.ZERO);
    }

    /** Returns a sentence for each difference of the stand-in from the service. */
    static List<String> differences(RecordingFile file) throws IOException, InterruptedException {
        try (StandInReplay replay = new StandInReplay(file)) {
            List<Difference> differences = new ArrayList<>();
            for (RecordedExchange exchange : file.exchanges()) {
                differences.addAll(replay.play(exchange));
            }
            return Difference.sentences(differences);
        }
    }

    /** Returns the newest product that has released no later version of the API. */
    static Product product(RecordingFile file) {
        double released = file.versions()
                .map(RecordedExchange::reply)
                .map(StandInReplay::newestRelease)
                .orElse(Double.MAX_VALUE);
        return Arrays.stream(Product.values())
                .filter(product -> Double.parseDouble(product.released().toString()) <= released)
                .findFirst()
                .orElse(Product.TFS_2015);
    }

    @Override
    public void close() {
        standIn.close();
    }

    private List<Difference> play(RecordedExchange recorded) throws IOException, InterruptedException {
        String path = DATE.matcher(ids.inPath(recorded.path()))
                .replaceAll(date -> ShiftedDates.by(passed, date.group().replace("%3A", ":")));
        URI uri = URI.create(standIn.url() + path.replace("{project}", standIn.project()));
        JsonElement body = recorded.request();
        String sent = body == null
                ? ""
                : ShiftedDates.texts(ids.inRequest(recorded, body), text -> ShiftedDates.by(passed, text))
                        .toString();
        HttpResponse<String> reply = send(recorded, uri, sent);
        JsonElement raw = json(reply.body());
        ids.learn(recorded, raw);
        return recorded.status() == 0 ? List.of() : compare(recorded, reply, shown(recorded, uri, sent, reply));
    }

    private static List<Difference> compare(
            RecordedExchange recorded, HttpResponse<String> reply, @Nullable JsonElement shown) {
        if (recorded.status() != reply.statusCode()) {
            return List.of(new Difference(
                    recorded, "the status", String.valueOf(recorded.status()), String.valueOf(reply.statusCode())));
        }
        if (recorded.reply() != null && shown != null) {
            return ReplyComparison.differences(recorded, recorded.reply(), shown);
        }
        String there = kind(recorded.reply() != null, recorded.type(), recorded.length());
        String here = kind(shown != null, mediaType(reply), reply.body().length());
        return there.equals(here) ? List.of() : List.of(new Difference(recorded, "the reply", there, here));
    }

    private static String kind(boolean json, String type, int length) {
        return json ? "JSON" : length == 0 ? "empty" : type.isEmpty() ? "no JSON" : type;
    }

    private static String mediaType(HttpResponse<String> reply) {
        return reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private HttpResponse<String> send(RecordedExchange recorded, URI uri, String body)
            throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((":" + standIn.token()).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + login)
                .method(recorded.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            boolean patch = uri.getRawPath().contains("/_apis/wit/workitems/");
            request.header("Content-Type", patch ? "application/json-patch+json" : "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns the reply as a recording of the stand-in shows it; null if it is no JSON. */
    private @Nullable JsonElement shown(RecordedExchange recorded, URI uri, String sent, HttpResponse<String> reply) {
        Body body = sent.isEmpty() ? null : Body.text("application/json", sent);
        recording.exchanged(
                new Request(recorded.method(), uri, Map.of(), body),
                new Response(reply.statusCode(), Map.of(), reply.body(), false, ""));
        List<String> lines = recording.lines();
        return JsonParser.parseString(lines.get(lines.size() - 1))
                .getAsJsonObject()
                .get("reply");
    }

    private AzureSettings settings() {
        return new AzureSettings(
                standIn.url(),
                standIn.project(),
                new Secret(standIn.token()),
                file.apiVersion(),
                1,
                TestNames.QUALIFIED,
                new NetworkSettings(new Secret(""), List.of(), ""),
                WorkItemSettings.DEFAULT,
                PlanSettings.NONE,
                BugSettings.NONE,
                HistorySettings.OFF);
    }

    private static Optional<OffsetDateTime> firstDate(RecordingFile file) {
        return file.exchanges().stream()
                .map(RecordedExchange::request)
                .filter(body -> body != null && body.isJsonObject())
                .map(JsonElement::getAsJsonObject)
                .filter(body -> body.has("startedDate"))
                .findFirst()
                .flatMap(body -> ShiftedDates.date(body.get("startedDate").getAsString()));
    }

    private static double newestRelease(@Nullable JsonElement versions) {
        double newest = 0;
        if (versions != null
                && versions.isJsonObject()
                && versions.getAsJsonObject().has("value")) {
            for (JsonElement each : versions.getAsJsonObject().getAsJsonArray("value")) {
                JsonObject resource = each.getAsJsonObject();
                String released = resource.has("releasedVersion")
                        ? resource.get("releasedVersion").getAsString()
                        : "";
                newest = released.matches("\\d+\\.\\d+") ? Math.max(newest, Double.parseDouble(released)) : newest;
            }
        }
        return newest;
    }

    private static @Nullable JsonElement json(String text) {
        return text.startsWith("{") || text.startsWith("[") ? JsonParser.parseString(text) : null;
    }
}
