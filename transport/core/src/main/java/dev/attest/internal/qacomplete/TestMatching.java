package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Remarks;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds the items of a test. The first source with a match is used: annotations of the test, the mapping file, the
 * custom field, and the title. The title is {@code package.Class.method}, all display names, the last display name, or
 * the name of the method.
 */
final class TestMatching {

    private static final String BETWEEN_NAMES = " › ";

    /** The set in words. */
    private final String testSet;

    private final Map<String, List<Integer>> mapping;
    private final CustomField customField;
    private final Remarks remarks;
    private final Map<String, String> byTitle = new ConcurrentHashMap<>();

    TestMatching(String testSet, Map<String, List<Integer>> mapping, CustomField customField, Remarks remarks) {
        this.testSet = "test set " + testSet;
        this.mapping = mapping;
        this.customField = customField;
        this.remarks = remarks;
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
        List<String> named = customField.testsOf(test.id().qualifiedName());
        return named.isEmpty() ? byTitle(test, items) : byIds(test, named, "bears its name", items);
    }

    private List<Integer> mapped(TestId id) {
        return Stream.of(
                        id.className() + "." + id.method() + id.path(),
                        id.className() + "." + id.method(),
                        id.qualifiedName(),
                        id.className())
                .filter(mapping::containsKey)
                .findFirst()
                .map(mapping::get)
                .orElse(List.of());
    }

    private List<Item> byIds(TestDescription test, List<?> ids, String why, Collection<Item> items) {
        List<Item> found = new ArrayList<>();
        for (Object id : ids) {
            List<Item> ofTest = items.stream()
                    .filter(item -> item.testId().equals(id.toString()))
                    .toList();
            found.addAll(
                    ofTest.isEmpty()
                            ? none(
                                    test,
                                    "test " + id + ", which " + why + ", is not in " + testSet + ". Add it to the set.")
                            : ofTest);
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
        remarks.add("The result of " + test.id().qualifiedName() + " is not in QAComplete: " + why);
        return List.of();
    }
}
