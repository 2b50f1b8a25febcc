package dev.attest.internal.runtime;

import dev.attest.Attest;
import dev.attest.ReportingCopy;
import java.lang.StackWalker.StackFrame;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the calls of {@link Attest} that belong to no test, by the code that a framework called to make them.
 * Thread-safe.
 */
final class UnplacedCalls {

    private static final int MOST_SITES = 10;
    private static final String UNKNOWN = "unknown code";
    private static final List<String> FRAMEWORKS =
            List.of("org.testng.", "org.junit.", "io.cucumber.", "org.spockframework.");
    private static final Set<String> OURS = Set.of(
            Attest.class.getName(),
            Attest.class.getName() + "$OtherCopy",
            ReportingCopy.class.getName(),
            CallsOfOtherCopies.class.getName(),
            CurrentTestReporter.class.getName(),
            UnplacedCalls.class.getName());
    private static final List<String> PLATFORM = List.of("java.", "jdk.", "sun.");

    private final Map<String, Integer> counts = new HashMap<>();

    /** @param call name of the method, such as {@code attach} */
    void add(String call) {
        String site;
        try {
            site = StackWalker.getInstance().walk(UnplacedCalls::site);
        } catch (RuntimeException | LinkageError e) {
            site = UNKNOWN; // the test mocks what reads the stack
        }
        count("Attest." + call + " in " + site);
    }

    private synchronized void count(String site) {
        Integer before = counts.get(site);
        counts.put(site, before == null ? 1 : before + 1);
    }

    /** Returns a sentence that names the calls, and forgets them; empty if there were none. */
    synchronized String take() {
        if (counts.isEmpty()) {
            return "";
        }
        Map<String, Integer> taken = Map.copyOf(counts);
        counts.clear();
        int calls = taken.values().stream().mapToInt(Integer::intValue).sum();
        String sites = taken.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SITES)
                .map(site -> site.getKey() + " (" + site.getValue() + ")")
                .collect(Collectors.joining(", "));
        String more = taken.size() > MOST_SITES ? ", and " + (taken.size() - MOST_SITES) + " more places" : "";
        return calls + (calls == 1 ? " call" : " calls") + " of no test did nothing: " + sites + more;
    }

    /** Returns the method of the user that a framework called, else the outermost one on the thread. */
    private static String site(Stream<StackFrame> frames) {
        String site = UNKNOWN;
        for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
            StackFrame frame = each.next();
            String type = frame.getClassName();
            if (FRAMEWORKS.stream().anyMatch(type::startsWith)) {
                return site;
            }
            if (!OURS.contains(type) && PLATFORM.stream().noneMatch(type::startsWith)) {
                site = type + "." + frame.getMethodName();
            }
        }
        return site;
    }
}
