package dev.attest.internal.azure.trial;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.rest.ExchangeObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trial without secrets, names and ids, as lines of JSON: how it was played and what it has found out, and then each
 * exchange. Of a body that is not JSON it has the length only. Not thread-safe.
 *
 * <pre>
 * {"format":2,"attest":"0.1.0","apiVersion":"","bugs":false,
 *  "findings":[{"assumption":"A run is completed.","verdict":"AS_ASSUMED"},...]}
 * {"method":"POST","path":"/{project}/_apis/test/runs?api-version=7.1","request":{"name":"Trial of attest doctor",...},
 *  "status":200,"type":"application/json","clock":0,"reply":{"id":1,"name":"Trial of attest doctor",...}}
 * {"method":"GET","path":"/{project}/_apis/test/runs/1?api-version=7.1","status":503,"type":"text/html","length":1234}
 * {"method":"DELETE","path":"/{project}/_apis/test/runs/1?api-version=7.1","unanswered":true}</pre>
 *
 * <p>{@code clock} is by how many seconds the clock of the service is ahead; it is missing if the service tells no
 * time. {@code continues} says that a list goes on, {@code truncated} that a reply broke off. Format 1 had neither the
 * first line nor these members.
 */
public final class Recording implements ExchangeObserver {

    private static final int FORMAT = 2;

    private static final Set<String> MEDIA_TYPES =
            Set.of("application/json", "text/html", "text/plain", "text/xml", "application/xml");

    private final AzureSettings settings;
    private final Clock clock;
    private final Anonymizer anonymizer;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> exchanges = new ArrayList<>();

    public Recording(AzureSettings settings) {
        this(settings, Clock.systemUTC());
    }

    Recording(AzureSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.anonymizer = new Anonymizer(settings);
    }

    /** Adds what the trial has found out. */
    public void concluded(List<Finding> found) {
        findings.addAll(found);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        lines.addAll(exchanges);
        return List.copyOf(lines);
    }

    @Override
    public void exchanged(Request request, Response response) {
        Map<String, @Nullable Object> line = begun(request);
        line.put("status", response.status());
        response.header("Content-Type").ifPresent(type -> line.put("type", mediaType(type)));
        response.date()
                .ifPresent(time -> line.put(
                        "clock", Duration.between(clock.instant(), time).toMillis() / 1000));
        if (response.header("x-ms-continuationtoken").isPresent()) {
            line.put("continues", true);
        }
        if (response.truncated()) {
            line.put("truncated", true);
        }
        JsonValue reply = json(response.body());
        if (reply != null) {
            anonymizer.noteNames(reply);
            line.put("reply", anonymizer.shown(reply));
        } else if (!response.body().isEmpty()) {
            line.put("length", response.body().length());
        }
        exchanges.add(Json.writeWithNulls(line));
    }

    @Override
    public void unanswered(Request request) {
        Map<String, @Nullable Object> line = begun(request);
        line.put("unanswered", true);
        exchanges.add(Json.writeWithNulls(line));
    }

    private String head() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        String version = Recording.class.getPackage().getImplementationVersion();
        if (version != null) {
            head.put("attest", version);
        }
        String chosen = settings.apiVersion().strip();
        head.put("apiVersion", HiddenMessage.DATE_OR_VERSION.matcher(chosen).matches() ? chosen : "");
        head.put("bugs", settings.bugs().filed());
        head.put(
                "findings",
                findings.stream()
                        .map(found -> {
                            Map<String, Object> shown = new LinkedHashMap<>();
                            shown.put("assumption", found.assumption());
                            shown.put("verdict", found.verdict());
                            return shown;
                        })
                        .toList());
        return Json.write(head);
    }

    private Map<String, @Nullable Object> begun(Request request) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("method", request.method());
        JsonValue sent = json(text(request.body()));
        if (sent != null && request.uri().getRawPath().contains("/_apis/test/")) {
            anonymizer.noteSent(sent);
        }
        line.put("path", anonymizer.path(request.uri()));
        if (sent != null) {
            line.put("request", anonymizer.shown(sent));
        }
        return line;
    }

    private static String mediaType(String header) {
        String type = header.replaceFirst("(?s);.*", "").strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.contains(type) ? type : "other";
    }

    private static String text(@Nullable Body body) {
        if (body == null) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException e) {
            return "";
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable JsonValue json(String text) {
        try {
            return Json.read(text);
        } catch (MalformedJsonException e) {
            return null;
        }
    }
}
