package shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer is about to buy. */
public final class Cart {

    private final Map<String, Integer> centsByItem = new LinkedHashMap<>();

    public void add(String item, int cents) {
        if (cents < 0) {
            throw new IllegalArgumentException("a price is not negative: " + item + " at " + cents);
        }
        centsByItem.merge(item, cents, Integer::sum);
    }

    public int total() {
        return centsByItem.values().stream().mapToInt(Integer::intValue).sum();
    }

    public String receipt() {
        StringBuilder lines = new StringBuilder();
        centsByItem.forEach(
                (item, cents) -> lines.append(item).append(' ').append(cents).append('\n'));
        return lines.append("total ").append(total()).append('\n').toString();
    }
}
