package dev.attest.standin.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes what others wrote fit to be read: nothing in it moves, hides or reorders the text around it. */
final class Texts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Operating-system commands (links, titles, clipboard), control sequences (colours), and other escapes. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|\u001B\\[[0-?]*[ -/]*[@-~]?|\u001B[ -/]*[0-~]?");

    private Texts() {}

    /** Returns the text without terminal escapes, other controls and direction marks written out. */
    static String visible(String text) {
        var plain = ESCAPES.matcher(text).replaceAll("");
        var result = new StringBuilder(plain.length());
        for (var index = 0; index < plain.length(); index++) {
            var character = plain.charAt(index);
            if (hidden(character)) {
                result.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
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

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String duration(double milliseconds) {
        if (milliseconds < 1000) {
            return String.format(Locale.ROOT, "%.0f ms", milliseconds);
        }
        return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000);
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    /** Returns how an outcome looks. */
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
