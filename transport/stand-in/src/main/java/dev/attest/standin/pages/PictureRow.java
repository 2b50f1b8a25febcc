package dev.attest.standin.pages;

import dev.attest.standin.pages.ResultPages.Picture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Pictures of the same thing in several attempts, side by side. */
record PictureRow(List<Picture> pictures) {

    private static final int MOST_ROWS = 20;

    /**
     * Returns the rows of pictures that several attempts have: those of the same name, else those of the same place.
     */
    static List<PictureRow> of(List<Picture> pictures) {
        var byAttempt = new LinkedHashMap<String, List<Picture>>();
        pictures.stream()
                .filter(picture -> !picture.attempt().isEmpty())
                .forEach(picture -> byAttempt
                        .computeIfAbsent(picture.attempt(), attempt -> new ArrayList<>())
                        .add(picture));
        var rows = byName(byAttempt.values());
        if (rows.isEmpty()) {
            rows = byPlace(byAttempt.values());
        }
        return rows.stream()
                .filter(row -> row.size() > 1)
                .limit(MOST_ROWS)
                .map(PictureRow::new)
                .toList();
    }

    private static List<List<Picture>> byName(Collection<List<Picture>> attempts) {
        var rows = new LinkedHashMap<String, List<Picture>>();
        for (var attempt : attempts) {
            var seen = new LinkedHashMap<String, Picture>();
            attempt.forEach(picture -> seen.putIfAbsent(picture.name(), picture));
            seen.forEach((name, picture) ->
                    rows.computeIfAbsent(name, each -> new ArrayList<>()).add(picture));
        }
        return rows.values().stream().filter(row -> row.size() > 1).toList();
    }

    private static List<List<Picture>> byPlace(Collection<List<Picture>> attempts) {
        var rows = new ArrayList<List<Picture>>();
        for (var attempt : attempts) {
            for (var place = 0; place < attempt.size(); place++) {
                if (rows.size() == place) {
                    rows.add(new ArrayList<>());
                }
                rows.get(place).add(attempt.get(place));
            }
        }
        return rows;
    }
}
