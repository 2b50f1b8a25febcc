package dev.attest.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a log as the agents of CI systems and terminals do, and more greedily. */
public final class CiLog {

    /** What a comparison by the rules of a language skips. */
    private static final Pattern IGNORABLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}\u0000]");

    private static final Pattern ANYWHERE = Pattern.compile("##[a-z]*\\[", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_THE_START = Pattern.compile("^[\\s\\p{Z}]*::");
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]");

    private CiLog() {}

    /** Returns the lines that make an agent or a terminal do something. */
    public static List<String> executed(String log) {
        List<String> executed = new ArrayList<>();
        for (String line : log.split("\r\n|[\n\r\u000b\f\u0085\u2028\u2029]", -1)) {
            String seen = IGNORABLE.matcher(line).replaceAll("");
            if (ANYWHERE.matcher(seen).find()
                    || AT_THE_START.matcher(seen).find()
                    || STEERING.matcher(line).find()) {
                executed.add(line);
            }
        }
        return executed;
    }
}
