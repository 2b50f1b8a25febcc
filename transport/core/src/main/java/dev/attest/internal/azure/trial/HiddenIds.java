package dev.attest.internal.azure.trial;

import java.util.HashMap;
import java.util.Map;

/** Small numbers in place of ids, the same number for the same id. 0 is no id. Not thread-safe. */
final class HiddenIds {

    private final Map<String, Long> ids = new HashMap<>();

    long of(String digits) {
        return digits.equals("0") ? 0 : ids.computeIfAbsent(digits, unknown -> ids.size() + 1L);
    }
}
