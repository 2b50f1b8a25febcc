package dev.attest.standin.pages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a failure's message.
 *
 * @param different whether it is what an expected value and the actual one do not share
 */
record MessagePart(String text, boolean different) {

    /** Longer messages, and more comparisons, are shown without marks. */
    private static final int LONGEST = 20_000;

    private static final int MOST_COMPARISONS = 20;

    /** As JUnit, JUnit 4, TestNG, AssertJ, Truth, Hamcrest and Playwright write a comparison. */
    private static final List<Form> FORMS = List.of(
            new Form("expected: <", "> but was: <", ">"),
            new Form("expected:<", "> but was:<", ">"),
            new Form("expected [", "] but found [", "]"),
            new Form("expected: ", "\n but was: ", ""),
            new Form("expected: ", "\nbut was : ", ""),
            new Form("Expected: ", "\n     but: was ", ""),
            new Form("Expected: ", "\nReceived: ", ""));

    /**
     * Splits a message, and marks where compared values differ. Values that share nothing are not marked, since the
     * marks would be everywhere.
     */
    static List<MessagePart> of(String message) {
        var parts = new ArrayList<MessagePart>();
        var at = 0;
        for (var found = next(message, 0);
                found != null && parts.size() < 4 * MOST_COMPARISONS;
                found = next(message, found.end())) {
            at = found.addTo(parts, message, at);
        }
        if (at < message.length()) {
            parts.add(new MessagePart(message.substring(at), false));
        }
        return parts;
    }

    private static @Nullable ComparedValues next(String message, int from) {
        ComparedValues first = null;
        for (var form : message.length() > LONGEST ? List.<Form>of() : FORMS) {
            var found = form.find(message, from);
            if (found != null && (first == null || found.expected() < first.expected())) {
                first = found;
            }
        }
        return first;
    }

    /**
     * How an assertion library writes a comparison.
     *
     * @param after empty if the actual value is the last of the message
     */
    private record Form(String before, String between, String after) {

        @Nullable
        ComparedValues find(String message, int from) {
            var begin = message.indexOf(before, from);
            var middle = begin < 0 ? -1 : message.indexOf(between, begin + before.length());
            if (middle < 0) {
                return null;
            }
            var expected = message.lastIndexOf(before, middle) + before.length();
            var actual = middle + between.length();
            var end = end(message, actual, message.substring(expected, middle));
            return end < 0
                    ? null
                    : new ComparedValues(expected, beforeReturn(message, middle), actual, beforeReturn(message, end));
        }

        /** On Windows a line ends with two characters. */
        private int beforeReturn(String message, int end) {
            return after.isEmpty() && message.charAt(end - 1) == '\r' ? end - 1 : end;
        }

        private int end(String message, int actual, String expected) {
            if (after.isEmpty()) {
                var line = message.indexOf('\n', actual);
                return line < 0 || expected.indexOf('\n') >= 0 ? message.length() : line;
            }
            var next = message.indexOf(expected.indexOf('\n') < 0 ? "\n" : before, actual);
            var last = message.lastIndexOf(after, next < 0 ? message.length() : next - 1);
            return last < actual ? -1 : last;
        }
    }

    /**
     * Where the two values of a comparison are: from {@code expected} to {@code middle}, from {@code actual} to
     * {@code end}.
     */
    private record ComparedValues(int expected, int middle, int actual, int end) {

        int addTo(List<MessagePart> parts, String message, int from) {
            var one = message.substring(expected, middle);
            var other = message.substring(actual, end);
            var shorter = Math.min(one.length(), other.length());
            var prefix = 0;
            while (prefix < shorter && one.charAt(prefix) == other.charAt(prefix)) {
                prefix++;
            }
            if (prefix > 0 && Character.isHighSurrogate(one.charAt(prefix - 1))) {
                prefix--;
            }
            var suffix = 0;
            while (suffix < shorter - prefix
                    && one.charAt(one.length() - 1 - suffix) == other.charAt(other.length() - 1 - suffix)) {
                suffix++;
            }
            if (suffix > 0 && Character.isLowSurrogate(one.charAt(one.length() - suffix))) {
                suffix--;
            }
            if (one.equals(other) || prefix + suffix == 0) {
                return from;
            }
            var at = mark(parts, message, from, expected + prefix, middle - suffix);
            return mark(parts, message, at, actual + prefix, end - suffix);
        }

        private static int mark(List<MessagePart> parts, String message, int from, int begin, int end) {
            if (begin >= end) {
                return from;
            }
            parts.add(new MessagePart(message.substring(from, begin), false));
            parts.add(new MessagePart(message.substring(begin, end), true));
            return end;
        }
    }
}
