package shop;

import java.util.Map;
import java.util.TreeMap;

/** How many of each item there are. */
public final class Stock {

    private final Map<String, Integer> pieces = new TreeMap<>();

    /** Adds pieces of an item. */
    public void deliver(String item, int count) {
        if (count <= 0) {
            throw new IllegalArgumentException("a delivery of " + count);
        }
        pieces.merge(item, count, Integer::sum);
    }

    /** Returns how many pieces of an item there are. */
    public int of(String item) {
        return pieces.getOrDefault(item, 0);
    }

    /** Takes pieces of an item away. */
    public void sell(String item, int count) {
        if (of(item) < count) {
            throw new IllegalStateException("only " + of(item) + " of " + item + " left");
        }
        pieces.merge(item, -count, Integer::sum);
    }

    /** Returns a line for each item. */
    public String inventory() {
        StringBuilder lines = new StringBuilder();
        pieces.forEach(
                (item, count) -> lines.append(item).append(' ').append(count).append('\n'));
        return lines.toString();
    }
}
