package dev.attest.standin.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attest.standin.rules.Refusal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes foreign text safe to show. Nothing in it can move, hide or reorder other text. */
final class PageText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Operating-system commands (links, titles, clipboard), control sequences (colours), and other escapes. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B\\[[0-?]*[ -/]*[@-~]?|\u001B[ -/]*[0-~]?");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageText() {}

    /** Removes terminal escapes, and writes other control characters and direction marks as escapes. */
    static String visible(String text) {
        var plain = ESCAPES.matcher(text).replaceAll("");
        var result = new StringBuilder(plain.length());
        for (var index = 0; index < plain.length(); index++) {
            var character = plain.charAt(index);
            if (hidden(character)) {
                result.append("\\u").append(HEX.toHexDigits(character));
            } else {
                result.append(character);
            }
        }
        return result.toString();
    }

    private static boolean hidden(char character) {
        var direction = (character >= '\u202A' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069')
                || character == '\u200E'
                || character == '\u200F';
        var control = Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
        return direction || control;
    }

    /** Parses a stored document. */
    static JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a property as readable text, empty if it is missing. */
    static String text(JsonNode document, String name) {
        return PageText.visible(document.path(name).asText(""));
    }

    /** Reads an id in the address of a page. */
    static int id(String text) {
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw Refusal.notFound("\"" + text + "\" is not the id of anything.");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String duration(double milliseconds) {
        if (milliseconds < 1000) {
            return String.format(Locale.ROOT, "%.0f ms", milliseconds);
        }
        return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000);
    }

    /** Returns a duration of any length in two units. */
    static String span(Duration duration) {
        var seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return duration((double) Math.max(0, duration.toMillis()));
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    /** Returns the style of an outcome. */
    static String tone(String outcome) {
        return switch (outcome) {
            case "Passed" -> "good";
            case "Failed", "Error", "Timeout", "Aborted" -> "bad";
            case "Unspecified",
                    "None",
                    "InProgress",
                    "Paused",
                    "Inconclusive",
                    "Warning",
                    "Awaiting Run",
                    "In Progress",
                    "Incomplete" -> "wait";
            default -> "calm";
        };
    }
}
