package dev.attest.systemtests.recordings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The path of a recorded request, in which other texts and dates stand than in the one that a client makes later. */
record RecordedPath(String path) {

    boolean matches(String actual) {
        String[] there = path.split("\\?", 2);
        String[] here = actual.split("\\?", 2);
        if (there.length != here.length || !allMatch(there[0].split("/", -1), here[0].split("/", -1))) {
            return false;
        }
        return there.length == 1 || allMatch(there[1].split("[&=]", -1), here[1].split("[&=]", -1));
    }

    private static boolean allMatch(String[] recorded, String[] actual) {
        boolean matches = recorded.length == actual.length;
        for (int i = 0; matches && i < recorded.length; i++) {
            matches = matches(decoded(recorded[i]), decoded(actual[i]));
        }
        return matches;
    }

    private static boolean matches(String recorded, String actual) {
        boolean dates = ShiftedDates.date(recorded).isPresent()
                && ShiftedDates.date(actual).isPresent();
        boolean hidden = recorded.equals("text") || (recorded.equals("$text") && actual.startsWith("$"));
        return recorded.equals(actual) || dates || hidden;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
