package dev.attest.standin.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.attest.standin.files.HarTable.HarEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an HTTP archive in one pass, and keeps a few values of each request: {@code {"log": {"entries": [{"time": 12,
 * "request": {"method", "url"}, "response": {"status", "content": {"size"}}}]}}}.
 */
final class HarReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_URL = 300;
    private static final int LONGEST_METHOD = 20;

    private final JsonParser json;
    private final List<HarEntry> entries = new ArrayList<>();
    private boolean found;
    private int total;
    private int failed;

    private HarReader(JsonParser json) {
        this.json = json;
    }

    static Optional<HarTable> read(InputStream in) throws IOException {
        try (var json = JSON.createParser(in)) {
            var reader = new HarReader(json);
            json.nextToken();
            reader.archive();
            var whole = json.nextToken() == null;
            return !whole || !reader.found
                    ? Optional.empty()
                    : Optional.of(new HarTable(reader.entries, reader.total, reader.failed));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void archive() throws IOException {
        readObject(name -> {
            if (name.equals("log")) {
                readObject(this::log);
            } else {
                json.skipChildren();
            }
        });
    }

    private void log(String name) throws IOException {
        if (!name.equals("entries") || json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        found = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var entry = new Draft();
            readObject(part -> entry(entry, part));
            add(new HarEntry(entry.method, entry.status, entry.url, entry.size, entry.milliseconds));
        }
    }

    private void add(HarEntry entry) {
        total++;
        failed += entry.failed() ? 1 : 0;
        if (entries.size() < HarTable.MOST_ENTRIES) {
            entries.add(entry);
        }
    }

    private void entry(Draft entry, String name) throws IOException {
        switch (name) {
            case "time" -> entry.milliseconds = number(-1);
            case "request" -> readObject(part -> request(entry, part));
            case "response" -> readObject(part -> response(entry, part));
            default -> json.skipChildren();
        }
    }

    private void request(Draft entry, String name) throws IOException {
        switch (name) {
            case "method" -> entry.method = text(LONGEST_METHOD);
            case "url" -> entry.url = text(LONGEST_URL);
            default -> json.skipChildren();
        }
    }

    private void response(Draft entry, String name) throws IOException {
        switch (name) {
            case "status" -> entry.status = (int) number(0);
            case "content" ->
                readObject(part -> {
                    if (part.equals("size")) {
                        entry.size = (long) number(-1);
                    } else {
                        json.skipChildren();
                    }
                });
            default -> json.skipChildren();
        }
    }

    /** Reads the fields of the current value. Any other value has none. */
    private void readObject(FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            reader.read(name);
        }
    }

    private double number(double absent) throws IOException {
        if (json.currentToken().isNumeric()) {
            return json.getDoubleValue();
        }
        json.skipChildren();
        return absent;
    }

    private String text(int longest) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            var text = json.getText();
            return text.length() <= longest ? text : text.substring(0, longest) + "…";
        }
        json.skipChildren();
        return "";
    }

    /** Reads or skips the value of a field. */
    private interface FieldReader {
        void read(String name) throws IOException;
    }

    /** What is known of a request so far. */
    private static final class Draft {
        private String method = "";
        private String url = "";
        private int status;
        private long size = -1;
        private double milliseconds = -1;
    }
}
