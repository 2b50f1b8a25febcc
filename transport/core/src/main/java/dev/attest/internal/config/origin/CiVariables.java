package dev.attest.internal.config.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Variables, as far as they have a value: one that is blank, or contains a macro that nothing expanded, is not set. The
 * values of a branch or of a pull request are in the hands of strangers.
 *
 * <p>Each JVM that publishes asks for a few of them, so that nothing here is a lambda, and hardly anything a regular
 * expression.
 */
record CiVariables(Map<String, String> values) {

    private static final String LAST = "last:";
    private static final int LONGEST_WITH_MACRO = 1000;

    /** Returns the value as it is, without white space around it; empty if there is none. */
    String raw(String name) {
        String value = values.getOrDefault(name, "").strip();
        return hasMacro(value) ? "" : value;
    }

    /** Returns the first value that there is; empty if there is none. */
    String first(List<String> names) {
        for (String name : names) {
            String value = raw(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** Returns the different values that there are, in this order. */
    List<String> all(List<String> names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            String value = name.startsWith(LAST) ? lastPart(raw(name.substring(LAST.length()))) : raw(name);
            if (!value.isEmpty() && !all.contains(value)) {
                all.add(value);
            }
        }
        return all;
    }

    /** Returns the first template of which all parts have a value; empty if there is none. */
    String firstFilled(List<String> templates) {
        for (String template : templates) {
            String filled = filled(template);
            if (!filled.isEmpty()) {
                return filled;
            }
        }
        return "";
    }

    private String filled(String template) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            filled.append(template, done, open);
            done = template.indexOf('}', open) + 1;
            String value = raw(template.substring(open + 1, done - 1));
            if (value.isEmpty()) {
                return "";
            }
            filled.append(value);
        }
        return filled.append(template, done, template.length()).toString();
    }

    /**
     * {@code $(Build.Id)} of Azure Pipelines, {@code ${env.ID}} of Maven and others, {@code %build.id%} of TeamCity.
     */
    private static boolean hasMacro(String value) {
        if (value.length() > LONGEST_WITH_MACRO || (value.indexOf('$') < 0 && value.indexOf('%') < 0)) {
            return false;
        }
        return has(value, "$(", ")")
                || has(value, "${", "}")
                || has(value, "$[", "]")
                || (value.startsWith("%") && value.matches("%[A-Za-z][\\w.-]*%")); // feature%2Fa%2Fb is a name
    }

    private static boolean has(String value, String open, String close) {
        int start = value.indexOf(open);
        return start >= 0 && value.indexOf(close, start) > 0;
    }

    private static String lastPart(String value) {
        return value.substring(value.lastIndexOf('/') + 1);
    }
}
