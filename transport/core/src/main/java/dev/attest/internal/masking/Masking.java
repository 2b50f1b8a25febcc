package dev.attest.internal.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets in text by {@code ***}. Finds them in plain form, escaped for JSON, XML or a URL, also three times,
 * and in hexadecimal or Base64 of either alphabet, at any offset and broken over lines. A secret that is in plain form
 * and split, as by a line break, is not found. The time is linear in the length of the text. Thread-safe.
 */
public final class Masking implements UnaryOperator<String> {

    /** The replacement of a secret. */
    public static final String MASK = "***";

    /** A longer text is searched in pieces, as the places of its characters need memory. */
    private static final int PIECE = 1 << 19;

    /** JSON in JSON in HTML. */
    private static final int LEVELS = 3;

    /** How many characters stand for one at most: escapes of escapes, or line breaks. */
    private static final int LONGEST_ESCAPE = 12;

    private final BigramFilter filter;
    private final AhoCorasick literals;
    private final AhoCorasick encoded;
    private final int overlap;
    private final @Nullable BoundedPattern pattern;

    private Masking(Collection<String> secrets, @Nullable Pattern pattern, Consumer<String> warn) {
        Set<String> literal = new LinkedHashSet<>();
        Set<String> broken = new LinkedHashSet<>();
        for (String secret : secrets) {
            SecretForms forms = SecretForms.of(secret);
            literal.addAll(forms.literal());
            broken.addAll(forms.encoded());
        }
        List<String> words = new ArrayList<>(literal);
        words.addAll(broken);
        this.filter = new BigramFilter(words);
        this.literals = new AhoCorasick(literal, false);
        this.encoded = new AhoCorasick(broken, true);
        this.overlap = LONGEST_ESCAPE * Math.max(literals.longestWord(), encoded.longestWord());
        this.pattern =
                pattern == null ? null : new BoundedPattern(pattern, message -> warn.accept(withoutSecrets(message)));
    }

    /**
     * Returns a masking of these secrets.
     *
     * @param secrets values of at least 6 characters; shorter ones are ignored
     * @param pattern matches other text to mask, or null
     * @param warn gets a message if the pattern takes too long
     */
    public static Masking of(Collection<String> secrets, @Nullable Pattern pattern, Consumer<String> warn) {
        return new Masking(secrets, pattern, warn);
    }

    /** The same as {@link #mask}. */
    @Override
    public String apply(String text) {
        return mask(text);
    }

    /** Returns the text without secrets; the same object if it has none. */
    public String mask(String text) {
        String masked = withoutSecrets(text);
        return pattern == null ? masked : pattern.mask(masked);
    }

    /** Returns whole lines without secrets. The pattern of the user is matched against each line for itself. */
    public String maskLines(String lines) {
        String masked = withoutSecrets(lines);
        if (pattern == null) {
            return masked;
        }
        StringBuilder all = new StringBuilder(masked.length());
        int from = 0;
        for (int end = masked.indexOf('\n'); end >= 0; end = masked.indexOf('\n', from)) {
            String line = pattern.mask(masked.substring(from, end + 1));
            all.append(line).append(line.endsWith("\n") ? "" : "\n");
            from = end + 1;
        }
        return all.append(from == masked.length() ? "" : pattern.mask(masked.substring(from)))
                .toString();
    }

    /**
     * Returns the text of a settings file without secrets, and without the values of its keys that look like names of
     * secrets, whether or not they are known.
     */
    public String maskSettings(String fileName, String text) {
        return mask(SettingsText.mask(fileName, text));
    }

    /**
     * Returns the index at which an encoded secret may begin that continues behind the text; the length of the text if
     * none may.
     */
    public int unfinished(String text) {
        if (encoded.longestWord() == 0) {
            return text.length();
        }
        int from = text.length() - overlap;
        return encoded.find(text, from < 0 ? 0 : from, new Spans());
    }

    private String withoutSecrets(String text) {
        if (literals.longestWord() == 0 || !filter.mayFind(text)) {
            return text;
        }
        if (text.length() <= PIECE + overlap) {
            return find(text).replaceIn(text, MASK);
        }
        Spans spans = new Spans();
        for (int from = 0; from < text.length(); from += PIECE) {
            int end = from + PIECE + overlap;
            String piece = text.substring(from, end < text.length() ? end : text.length());
            spans = spans.with(find(piece).movedBy(from));
        }
        return spans.replaceIn(text, MASK);
    }

    private Spans find(String text) {
        Spans spans = findUnescaped(text);
        Unescaped unescaped = Unescaped.of(text);
        for (int level = 0; level < LEVELS && unescaped != null; level++) {
            spans = spans.with(findUnescaped(unescaped.text()).mapped(unescaped.origins()));
            unescaped = unescaped.again();
        }
        return spans;
    }

    private Spans findUnescaped(String text) {
        Spans literal = new Spans();
        literals.find(text, 0, literal);
        Spans broken = new Spans();
        encoded.find(text, 0, broken);
        return literal.with(broken);
    }
}
