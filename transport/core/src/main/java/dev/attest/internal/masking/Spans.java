package dev.attest.internal.masking;

/** Parts of a text, sorted, of which no two overlap. */
final class Spans {

    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private int count;

    /** Adds a part that ends behind all others. One that overlaps the last ones becomes one part with them. */
    void add(int start, int end) {
        int first = start;
        int last = end;
        while (count > 0 && ends[count - 1] > first) {
            count--;
            first = starts[count] < first ? starts[count] : first;
            last = ends[count] > last ? ends[count] : last;
        }
        append(first, last);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds parts of another text, whose character {@code i} comes from {@code origins[i]} of this text. */
    Spans mapped(int[] origins) {
        Spans mapped = new Spans();
        for (int at = 0; at < count; at++) {
            mapped.add(origins[starts[at]], origins[ends[at]]);
        }
        return mapped;
    }

    /** Returns the parts of both. */
    Spans with(Spans other) {
        if (other.count == 0) {
            return this;
        }
        Spans both = new Spans();
        int mine = 0;
        int theirs = 0;
        while (mine < count || theirs < other.count) {
            if (theirs == other.count || (mine < count && ends[mine] <= other.ends[theirs])) {
                both.add(starts[mine], ends[mine]);
                mine++;
            } else {
                both.add(other.starts[theirs], other.ends[theirs]);
                theirs++;
            }
        }
        return both;
    }

    /** Returns the parts moved to the right. */
    Spans movedBy(int distance) {
        Spans moved = new Spans();
        for (int at = 0; at < count; at++) {
            moved.append(starts[at] + distance, ends[at] + distance);
        }
        return moved;
    }

    /** Returns the text with the replacement for each part; the same object if there is none. */
    String replaceIn(String text, String replacement) {
        if (count == 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        for (int at = 0; at < count; at++) {
            replaced.append(text, copied, starts[at]).append(replacement);
            copied = ends[at];
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    private void append(int start, int end) {
        if (count == starts.length) {
            starts = twice(starts);
            ends = twice(ends);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    private static int[] twice(int[] values) {
        int[] longer = new int[values.length * 2];
        System.arraycopy(values, 0, longer, 0, values.length);
        return longer;
    }
}
