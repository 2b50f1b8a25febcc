package dev.attest.standin.faults;

import java.util.regex.Pattern;

/** A path in which {@code *} is anything and <code>{name}</code> is one segment; in any case, and as it was sent. */
final class PathPattern {

    private static final Pattern HOLE = Pattern.compile("\\*+|\\{[^/{}]*}");

    private final Pattern pattern;

    private PathPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static PathPattern of(String text) {
        if (!text.startsWith("/") && !text.startsWith("*")) {
            throw new IllegalArgumentException("\"" + text + "\" is not understood: expected a path that begins with /"
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
