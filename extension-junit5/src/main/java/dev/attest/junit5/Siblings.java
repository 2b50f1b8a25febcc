package dev.attest.junit5;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** @param position number of siblings before it */
    private record Place(int position, String name) {}

    /** The children of a container that have a place, in order. */
    private static final class Family {

        private final Map<List<String>, Integer> alike = new HashMap<>();
        private int size;

        /** Gives a place to a child, and to those before it. Does not look through all for one that has appeared. */
        synchronized Place place(TestIdentifier child, Set<TestIdentifier> children) {
            if (children.size() != size + 1) {
                // A copy: a parallel engine may add others meanwhile.
                TestIdentifier[] all = children.toArray(new TestIdentifier[0]);
                for (int i = isKnown(all) ? size : 0; i < all.length; i++) {
                    add(all[i]);
                }
            }
            return add(child);
        }

        /** Returns whether these begin with the children that have a place: another plan may have only some of them. */
        private boolean isKnown(TestIdentifier[] children) {
            Place last = size == 0 || size > children.length ? null : PLACES.get(children[size - 1].getUniqueId());
            return last != null && last.position() == size - 1;
        }

        private Place add(TestIdentifier child) {
            return PLACES.computeIfAbsent(child.getUniqueId(), id -> {
                String name = shown(child);
                int count = alike.merge(List.of(name, Sources.pathOf(Sources.of(child))), 1, Integer::sum);
                return new Place(size++, count == 1 ? name : name + " (" + count + ")");
            });
        }
    }

    private static final Map<String, Place> PLACES = new ConcurrentHashMap<>();
    private static final Map<String, Family> FAMILIES = new ConcurrentHashMap<>();

    private Siblings() {}

    /** Returns the number of siblings before this one. */
    static int position(TestIdentifier step, TestPlan plan) {
        return place(step, plan).position();
    }

    /** Returns the display name; with a counter if siblings before this one have the same, in the same file. */
    static String name(TestIdentifier step, TestPlan plan) {
        return place(step, plan).name();
    }

    /** Returns whether the name of a test begins with its place in a file. */
    static boolean hasPlaceInFile(TestIdentifier step) {
        return PLACE_IN_FILE.matcher(step.getDisplayName()).find();
    }

    private static Place place(TestIdentifier step, TestPlan plan) {
        Place known = PLACES.get(step.getUniqueId());
        if (known != null) {
            return known;
        }
        TestIdentifier parent = plan.getParent(step).orElseThrow();
        return FAMILIES.computeIfAbsent(parent.getUniqueId(), id -> new Family())
                .place(step, plan.getChildren(parent));
    }

    private static String shown(TestIdentifier step) {
        return PLACE_IN_FILE.matcher(step.getDisplayName()).replaceFirst("");
    }
}
