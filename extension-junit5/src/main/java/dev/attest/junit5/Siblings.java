package dev.attest.junit5;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells tests apart by their place among their siblings: those of one name, and rows that have no other name than their
 * data. All places are by unique id, as they were in the first plan of this JVM that had them: a plan that runs failed
 * tests again has no others.
 */
final class Siblings {

    /** The scenario and the line that Karate puts before a name. */
    private static final Pattern PLACE_IN_FILE = Pattern.compile("^\\[\\d+(?:\\.\\d+)*:\\d+] ");

    private static final Map<String, Integer> POSITIONS = new ConcurrentHashMap<>();
    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    private Siblings() {}

    /** Returns the number of siblings before this one. */
    static int position(TestIdentifier step, TestPlan plan) {
        return POSITIONS.computeIfAbsent(step.getUniqueId(), id -> count(step, plan, false));
    }

    /** Returns the display name; with a counter if siblings before this one have the same, in the same file. */
    static String name(TestIdentifier step, TestPlan plan) {
        return NAMES.computeIfAbsent(step.getUniqueId(), id -> {
            int before = count(step, plan, true);
            return before == 0 ? shown(step) : shown(step) + " (" + (before + 1) + ")";
        });
    }

    /** Returns whether the name of a test begins with its place in a file. */
    static boolean hasPlaceInFile(TestIdentifier step) {
        return PLACE_IN_FILE.matcher(step.getDisplayName()).find();
    }

    private static int count(TestIdentifier step, TestPlan plan, boolean alike) {
        int count = 0;
        for (TestIdentifier sibling :
                plan.getParent(step).map(plan::getChildren).orElseThrow()) {
            if (sibling.equals(step)) {
                break;
            }
            if (!alike || isAlike(sibling, step)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isAlike(TestIdentifier one, TestIdentifier other) {
        return shown(one).equals(shown(other))
                && Sources.pathOf(Sources.of(one)).equals(Sources.pathOf(Sources.of(other)));
    }

    private static String shown(TestIdentifier step) {
        return PLACE_IN_FILE.matcher(step.getDisplayName()).replaceFirst("");
    }
}
