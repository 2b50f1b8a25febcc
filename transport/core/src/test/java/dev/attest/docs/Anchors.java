package dev.attest.docs;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The anchors that GitHub gives to the headings of a page. */
final class Anchors {

    private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc}\\- ]");

    private Anchors() {}

    /** Returns an anchor for each heading. A heading that repeats an earlier one gets a number. */
    static Set<String> of(List<String> headings) {
        Map<String, Integer> repeats = new HashMap<>();
        Set<String> anchors = new LinkedHashSet<>();
        for (String heading : headings) {
            String anchor = LEFT_OUT.matcher(heading.toLowerCase(Locale.ROOT))
                    .replaceAll("")
                    .replace(' ', '-');
            int before = repeats.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }
}
