package dev.attest.standin.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a bar that is 1000 wide.
 *
 * @param tone its style
 */
record BarPart(String tone, int start, int width) {

    private static final int WHOLE = 1000;

    /** Narrower parts are not visible. */
    private static final int LEAST = 6;

    /** Returns the parts for results that passed, failed, wait, and are something else. The last part ends at 1000. */
    static List<BarPart> of(int total, int passed, int failed, int waiting) {
        var parts = new ArrayList<BarPart>();
        if (total == 0) {
            return parts;
        }
        var tones = List.of("good", "bad", "calm", "wait");
        var counts = List.of(passed, failed, total - passed - failed - waiting, waiting);
        var start = 0;
        var left = (int) counts.stream().filter(count -> count > 0).count();
        for (var index = 0; index < tones.size(); index++) {
            if (counts.get(index) > 0) {
                left--;
                var share = (int) ((long) WHOLE * counts.get(index) / total);
                var width = left == 0 ? WHOLE - start : Math.min(Math.max(LEAST, share), WHOLE - start - left * LEAST);
                parts.add(new BarPart(tones.get(index), start, width));
                start += width;
            }
        }
        return parts;
    }
}
