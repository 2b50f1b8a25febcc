package dev.attest.internal.azure.trial;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.rest.RestUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may not be in a recording: the names and secrets of the settings, and what the service has called people and
 * projects. A long one is hidden wherever it is, also in percent encoding and in Base64; a short one as a whole word
 * only, or it would be hidden in every other word. A word of the service itself is not hidden. Not thread-safe.
 */
final class HiddenNames {

    private static final String SHOWN = "name";

    /** From this length on, a name is unlikely to be a part of an ordinary word. */
    private static final int LONG = 6;

    private static final int SHORTEST_PART = 3;

    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable Pattern pattern;

    static HiddenNames of(AzureSettings settings) {
        HiddenNames names = new HiddenNames();
        URI url = settings.url();
        names.add(settings.project());
        names.add(settings.token().reveal());
        names.add(settings.network().proxy().reveal());
        names.add(settings.network().certificate());
        names.add(String.valueOf(url.getHost()));
        names.add(String.valueOf(url.getPath()));
        names.add(settings.bugs().type());
        names.add(settings.bugs().area());
        names.add(settings.bugs().iteration());
        settings.bugs().tags().forEach(names::add);
        settings.bugs().fields().values().forEach(names::add);
        return names;
    }

    /** Hides a name from now on, and each of its words. */
    void add(String name) {
        addWord(name.strip());
        for (String part : name.split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
            if (part.length() >= SHORTEST_PART) {
                addWord(part);
            }
        }
    }

    /** Returns the text without these names. */
    String hideIn(String text) {
        return pattern().matcher(text).replaceAll(SHOWN);
    }

    /** Returns whether the name of a member or a constant has one of these names as one of its words, or within. */
    boolean isIn(String identifier) {
        return pattern().matcher(identifier).find()
                || Arrays.stream(ServiceWords.of(identifier))
                        .anyMatch(word -> names.contains(word.toLowerCase(Locale.ROOT)));
    }

    private void addWord(String word) {
        if (!word.isEmpty() && !word.equals("null") && !ServiceWords.contains(word) && names.add(word)) {
            names.add(word.toLowerCase(Locale.ROOT));
            names.add(word.toUpperCase(Locale.ROOT)); // of ß, it matches in no other case
            pattern = null;
        }
    }

    private Pattern pattern() {
        if (pattern == null) {
            String all = names.isEmpty()
                    ? "(?!)"
                    : names.stream().map(HiddenNames::forms).collect(Collectors.joining("|"));
            pattern = Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        return pattern;
    }

    private static String forms(String name) {
        String literal = Pattern.quote(name);
        String encoded = Pattern.quote(RestUrl.encode(name));
        return name.length() < LONG
                ? "(?<![\\p{L}\\p{N}])(?:" + literal + "|" + encoded + ")(?![\\p{L}\\p{N}])"
                : literal + "|" + encoded + "|" + Pattern.quote(name.replace(' ', '+')) + base64(name);
    }

    /**
     * Returns the Base64 of the name behind 0, 1 and 2 other bytes, without the characters that others have a part in.
     */
    private static String base64(String name) {
        StringBuilder forms = new StringBuilder();
        for (int before = 0; before < 3; before++) {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((" ".repeat(before) + name).getBytes(StandardCharsets.UTF_8));
            int from = before == 0 ? 0 : before + 1;
            forms.append('|').append(Pattern.quote(encoded.substring(from, encoded.length() - 1)));
        }
        return forms.toString();
    }
}
