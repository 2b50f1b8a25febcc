package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places that may hold a browser and were not used, by reason. */
final class SkippedPlaces {

    static final String STARTS = "was not asked, for that could start a browser";
    static final String SHARED = "was not asked, for another thread may use it";
    static final String CLOSED = "was closed by then";
    static final String TOO_MANY = "were not read, for there are too many";
    static final String UNREAD = "was not read, for that could initialize its class";

    private final Map<String, Set<String>> places = new LinkedHashMap<>();

    /** @param reason completes a sentence that begins with the place */
    void add(String place, String reason) {
        places.computeIfAbsent(reason, first -> new LinkedHashSet<>()).add(place);
    }

    /** Returns for each reason the places with the reason, such as {@code Cart.driver was closed by then}. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        places.forEach((reason, names) -> sentences.add(String.join(", ", names) + " " + reason));
        return sentences;
    }
}
