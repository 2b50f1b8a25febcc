package dev.attest.internal.quarantine;

import dev.attest.internal.text.Glob;
import dev.attest.internal.text.Texts;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tests whose failures a file calls known. Each line has a test, a date and a reason. Lines that begin with
 * {@code #} are comments. Thread-safe.
 *
 * <pre>
 * # test                    until        reason
 * shop.CartTest.adds        2026-12-31   the stock service times out, see SHOP-4711
 * shop.CartTest.adds[2]     2026-12-31   only with this currency
 * shop.ui.*                 2027-01-15   new design</pre>
 *
 * <p>A test is named by its class and method as in Azure DevOps, and one of several invocations by its number. The case
 * of letters does not matter. An outcome never changes because of an entry.
 */
public final class KnownFailures {

    /** None at all. */
    public static final KnownFailures NONE = new KnownFailures(Path.of(""), List.of(), List.of());

    private static final Pattern LINE = Pattern.compile("(\\S.*?)\\s+(\\d{4}-\\d{2}-\\d{2})\\s+(\\S.*)");
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_SHOWN_LINE = 80;

    private final Path file;
    private final List<KnownFailure> entries;
    private final List<String> problems;
    private final Map<String, KnownFailure> byName = new HashMap<>();
    private final Map<Pattern, KnownFailure> byPattern = new HashMap<>();

    private KnownFailures(Path file, List<KnownFailure> entries, List<String> problems) {
        this.file = file;
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
        for (KnownFailure entry : entries) {
            if (entry.tests().indexOf('*') >= 0 || entry.tests().indexOf('?') >= 0) {
                byPattern.put(Glob.compile(entry.tests()), entry);
            } else {
                byName.merge(lower(entry.tests()), entry, KnownFailures::stronger);
            }
        }
    }

    /**
     * Reads a file in UTF-8. A line that is none of an entry is left out, and told of by {@link #problems()}.
     *
     * @param today the day up to which entries have expired, exclusive
     * @throws IllegalArgumentException if the file cannot be read; its message ends the sentence "expected ..."
     */
    public static KnownFailures read(Path file, LocalDate today) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("a file in UTF-8, and " + file + " is none", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "a file of lines such as shop.CartTest.adds 2026-12-31 reason; reading " + file + " failed with "
                            + e,
                    e);
        }
        List<KnownFailure> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                KnownFailure entry = entry(line, today);
                if (entry == null) {
                    problems.add("Line " + (i + 1) + " of " + file + " quarantines nothing: \""
                            + Texts.line(line, LONGEST_SHOWN_LINE)
                            + "\" is no test, date and reason, such as shop.CartTest.adds 2026-12-31 see SHOP-4711.");
                } else {
                    entries.add(entry);
                }
            }
        }
        return new KnownFailures(file, entries, problems);
    }

    private static @Nullable KnownFailure entry(String line, LocalDate today) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDate until = LocalDate.parse(matcher.group(2));
            String reason = Texts.line(matcher.group(3), LONGEST_REASON);
            return new KnownFailure(matcher.group(1), until, reason, until.isBefore(today));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns a copy each reason of which was changed. */
    public KnownFailures with(UnaryOperator<String> change) {
        List<KnownFailure> changed = new ArrayList<>();
        for (KnownFailure entry : entries) {
            changed.add(new KnownFailure(entry.tests(), entry.until(), change.apply(entry.reason()), entry.expired()));
        }
        return new KnownFailures(file, changed, problems);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns a sentence about each line that is none of an entry. */
    public List<String> problems() {
        return problems;
    }

    /** Returns a sentence about each entry that has expired. */
    public List<String> expired() {
        List<String> expired = new ArrayList<>();
        for (KnownFailure entry : entries) {
            if (entry.expired()) {
                expired.add("The entry " + entry.tests() + " of " + file.getFileName() + " has expired on "
                        + entry.until() + ": failures of its tests count again.");
            }
        }
        return expired;
    }

    /** Returns the entry that covers a test; one that has not expired, if there are several; null if there is none. */
    public @Nullable KnownFailure of(TestId test) {
        if (entries.isEmpty()) {
            return null;
        }
        String invocation = test.invocationName();
        String method = test.qualifiedName();
        KnownFailure found = stronger(byName.get(lower(invocation)), byName.get(lower(method)));
        for (Map.Entry<Pattern, KnownFailure> each : byPattern.entrySet()) {
            if (each.getKey().matcher(invocation).matches()
                    || each.getKey().matcher(method).matches()) {
                found = stronger(found, each.getValue());
            }
        }
        return found;
    }

    private static @Nullable KnownFailure stronger(@Nullable KnownFailure one, @Nullable KnownFailure other) {
        return one == null || (other != null && one.expired() && !other.expired()) ? other : one;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the path of the file, which messages show. */
    @Override
    public String toString() {
        return file.toString();
    }
}
