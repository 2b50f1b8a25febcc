package dev.attest.standin.faults;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which requests a fault applies to. A request is counted if its method, path and size match.
 *
 * @param minSize of the body; -1 for any size, announced or not
 * @param first the number of the first request, counted from 1; {@code last} is included
 * @param every applies to every n-th of these
 * @param chance the probability, from 0 to 1
 * @param times the largest number of requests that the fault applies to
 * @param span how long the fault stays active after it first applied
 */
record MatchCondition(
        Set<String> methods,
        PathPattern path,
        long minSize,
        long maxSize,
        long first,
        long last,
        long every,
        double chance,
        long times,
        Duration span) {

    /** Returns whether a request is counted. The {@code size} is -1 if it is not announced. */
    boolean counts(String method, String requestPath, long size) {
        return size >= minSize
                && size <= maxSize
                && (methods.contains("*") || methods.contains(method))
                && path.matches(requestPath);
    }

    /** Returns whether the n-th counted request is selected. */
    boolean isTurnOf(long n) {
        return n >= first && n <= last && (n - first + 1) % every == 0;
    }

    /** A path in which {@code *} matches anything and <code>{name}</code> matches one segment. Case does not matter. */
    static final class PathPattern {

        private static final Pattern HOLE = Pattern.compile("\\*+|\\{[^/{}]*}");

        private final Pattern pattern;

        private PathPattern(Pattern pattern) {
            this.pattern = pattern;
        }

        static PathPattern of(String text) {
            if (!text.startsWith("/") && !text.startsWith("*")) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not understood: expected a path that begins with /"
                                + " or *, such as */results or /{collection}/{project}/_apis/test/runs/{run}.");
            }
            var regex = new StringBuilder();
            var hole = HOLE.matcher(text);
            var at = 0;
            while (hole.find()) {
                regex.append(Pattern.quote(text.substring(at, hole.start())))
                        .append(hole.group().startsWith("*") ? ".*" : "[^/]+");
                at = hole.end();
            }
            regex.append(Pattern.quote(text.substring(at)));
            return new PathPattern(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }

        boolean matches(String path) {
            return pattern.matcher(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                    .matches();
        }
    }
}
