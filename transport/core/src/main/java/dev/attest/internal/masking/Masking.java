package dev.attest.internal.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets in text by {@code ***}. Finds them in plain form, URL-encoded, escaped for JSON or XML, and in
 * Base64 at any offset. A secret that is split, as by a line break, is not found. Thread-safe.
 */
public final class Masking {

    /** The replacement of a secret. */
    public static final String MASK = "***";

    private final Map<Character, List<String>> literals = new HashMap<>();

    /** Marks the first characters of secrets, to skip most characters without a look-up. */
    private final boolean[] firstChars = new boolean[Character.MAX_VALUE + 1];

    private final @Nullable Pattern pattern;

    private Masking(Collection<String> secrets, @Nullable Pattern pattern) {
        this.pattern = pattern;
        secrets.stream()
                .flatMap(secret -> SecretForms.of(secret).stream())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .forEach(form -> {
                    firstChars[form.charAt(0)] = true;
                    literals.computeIfAbsent(form.charAt(0), first -> new ArrayList<>())
                            .add(form);
                });
    }

    /**
     * Returns a masking of these secrets.
     *
     * @param secrets values of at least 6 characters; shorter ones are ignored
     * @param pattern matches other text to mask, or null
     */
    public static Masking of(Collection<String> secrets, @Nullable Pattern pattern) {
        return new Masking(secrets, pattern);
    }

    /** Returns the text without secrets; the same object if it has none. */
    public String mask(String text) {
        String masked = literals.isEmpty() ? text : withoutLiterals(text);
        return pattern == null ? masked : withoutPattern(masked, pattern);
    }

    private String withoutLiterals(String text) {
        StringBuilder masked = null;
        int copied = 0;
        for (int at = 0; at < text.length(); at++) {
            int length = firstChars[text.charAt(at)] ? lengthOfSecret(text, at) : 0;
            if (length > 0) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, at).append(MASK);
                copied = at + length;
                at = copied - 1;
            }
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    private int lengthOfSecret(String text, int at) {
        for (String literal : literals.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(literal, at)) {
                return literal.length();
            }
        }
        return 0;
    }

    private static String withoutPattern(String text, Pattern pattern) {
        try {
            return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
        } catch (StackOverflowError e) {
            // The pattern overflows the stack on long text. Text that cannot be searched is masked entirely.
            return MASK;
        }
    }
}
