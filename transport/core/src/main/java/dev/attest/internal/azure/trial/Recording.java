package dev.attest.internal.azure.trial;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.rest.ExchangeObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a trial, each as one line of JSON, without secrets, names and ids. Bodies that are not JSON are left
 * out. Not thread-safe.
 *
 * <pre>
 * {"method":"POST","path":"/{project}/_apis/test/runs?api-version=7.1","request":{"name":"Trial of attest doctor",...},
 *  "status":200,"reply":{"id":1,"name":"Trial of attest doctor","state":"Unspecified",...}}</pre>
 */
public final class Recording implements ExchangeObserver {

    private final Anonymizer anonymizer;
    private final List<String> lines = new ArrayList<>();

    public Recording(AzureSettings settings) {
        this.anonymizer = new Anonymizer(settings);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void exchanged(Request request, Response response) {
        JsonText line = new JsonText()
                .object()
                .member("method", request.method())
                .member("path", anonymizer.path(request.uri()));
        JsonValue sent = json(text(request.body()));
        if (sent != null) {
            if (request.uri().getRawPath().contains("/_apis/test/")) {
                anonymizer.noteSent(sent);
            }
            anonymizer.write(line, "request", sent);
        }
        line.member("status", response.status());
        JsonValue reply = json(response.body());
        if (reply != null) {
            anonymizer.write(line, "reply", reply);
        }
        lines.add(line.endObject().toString());
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
