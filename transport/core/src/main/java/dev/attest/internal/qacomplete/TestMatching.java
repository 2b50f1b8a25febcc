package dev.attest.internal.qacomplete;

import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items of a test. The first source with a match is used: annotations of the test, the mapping file, the
 * custom field, and the title. The title is {@code package.Class.method}, all display names, the last display name, or
 * the name of the method. Thread-safe.
 */
final class TestMatching {

    private static final String BETWEEN_NAMES = " › ";

    private final QaCompleteApi api;
    private final QaCompleteSettings settings;
    private final Remarks remarks;
    private final String testSet;
    private final Map<String, String> byTitle = new ConcurrentHashMap<>();
    private @Nullable Map<String, List<String>> byCustomField;

    TestMatching(QaCompleteApi api, QaCompleteSettings settings, Remarks remarks) {
        this.api = api;
        this.settings = settings;
        this.remarks = remarks;
        this.testSet = "test set " + settings.testSet();
    }

    /** Returns the items of a test. If there are none, or the match is ambiguous, adds a remark and returns none. */
    List<Item> match(TestDescription test, Collection<Item> items) throws NotDeliveredException {
        List<Integer> linked = test.links().qaCompleteTests();
        if (!linked.isEmpty()) {
            return byIds(test, linked, "its code names", items);
        }
        List<Integer> mapped = mapped(test.id());
        if (!mapped.isEmpty()) {
            return byIds(test, mapped, "the mapping file names for it", items);
        }
        List<String> named = named(test.id().qualifiedName());
        return named.isEmpty() ? byTitle(test, items) : byIds(test, named, "bears its name", items);
    }

    private List<Integer> mapped(TestId id) {
        return Stream.of(
                        id.className() + "." + id.method() + id.path(),
                        id.className() + "." + id.method(),
                        id.qualifiedName(),
                        id.className())
                .filter(settings.mapping()::containsKey)
                .findFirst()
                .map(settings.mapping()::get)
                .orElse(List.of());
    }

    /**
     * Returns the tests whose custom field has this name. The rules for quotes in a filter are not documented, so all
     * tests of the project are read once, at the first lookup.
     */
    private synchronized List<String> named(String name) throws NotDeliveredException {
        if (byCustomField == null) {
            byCustomField = settings.customField().isEmpty() ? Map.of() : readCustomField();
        }
        return byCustomField.getOrDefault(name, List.of());
    }

    private Map<String, List<String>> readCustomField() throws NotDeliveredException {
        Map<String, List<String>> byName = new HashMap<>();
        for (JsonValue test : api.list("look for the tests", api.urls()::tests)) {
            Optional<String> id = Reply.id(test);
            for (JsonValue field : test.get("custom_fields").items()) {
                String value = field.text("value").strip();
                if (id.isPresent() && !value.isEmpty() && field.text("name").equalsIgnoreCase(settings.customField())) {
                    byName.computeIfAbsent(value, name -> new ArrayList<>()).add(id.get());
                }
            }
        }
        return byName;
    }

    private List<Item> byIds(TestDescription test, List<?> ids, String why, Collection<Item> items) {
        List<Item> found = new ArrayList<>();
        for (Object id : ids) {
            List<Item> ofTest = items.stream()
                    .filter(item -> item.testId().equals(id.toString()))
                    .toList();
            if (ofTest.isEmpty()) {
                remark(test, "test " + id + ", which " + why + ", is not in " + testSet + ". Add it to the set.");
            }
            found.addAll(ofTest);
        }
        return found;
    }

    private List<Item> byTitle(TestDescription test, Collection<Item> items) {
        for (String title : titles(test)) {
            List<Item> found = items.stream()
                    .filter(item -> item.name().strip().equals(title))
                    .toList();
            List<String> tests = found.stream().map(Item::testId).distinct().toList();
            if (tests.size() == 1) {
                return unlessOfAnother(test, found);
            }
            if (tests.size() > 1) {
                String ids = String.join(", ", tests);
                return none(
                        test,
                        "the tests " + ids + " of " + testSet
                                + " all have its title. Put @QaCompleteTest with the id of one on it.");
            }
        }
        return none(
                test,
                "no test of " + testSet + " has its title. Put @QaCompleteTest with an id on it, or name it in"
                        + " attest.qacomplete.mapping-file.");
    }

    /** Two classes may have tests with one title. Only the first of them gets the item. */
    private List<Item> unlessOfAnother(TestDescription test, List<Item> found) {
        String name = test.id().qualifiedName();
        for (Item item : found) {
            String other = byTitle.putIfAbsent(item.id(), name);
            if (other != null && !other.equals(name)) {
                return none(
                        test,
                        "test " + item.testId() + " of " + testSet + " has its title and that of " + other
                                + ". Put @QaCompleteTest on both.");
            }
        }
        return found;
    }

    private static List<String> titles(TestDescription test) {
        String all = test.title();
        String last = all.substring(all.lastIndexOf(BETWEEN_NAMES) + (all.contains(BETWEEN_NAMES) ? 3 : 1));
        return List.of(
                test.id().qualifiedName(), all.strip(), last.strip(), test.id().methodName());
    }

    private List<Item> none(TestDescription test, String why) {
        remark(test, why);
        return List.of();
    }

    private void remark(TestDescription test, String why) {
        remarks.add("The result of " + test.id().qualifiedName() + " is not in QAComplete: " + why);
    }
}
