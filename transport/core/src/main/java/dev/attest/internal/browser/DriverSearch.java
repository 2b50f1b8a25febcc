package dev.attest.internal.browser;

import dev.attest.internal.browser.classes.UsedClasses;
import dev.attest.spi.TestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the browsers of a test: in the fields of its instances and of the objects there, in its arguments, in Selenide,
 * among watched drivers, and among open sessions. If none is there, it searches the static fields of the classes that
 * the test uses. Calls nothing that could start a browser. Serves one search, on the thread of the test.
 */
final class DriverSearch {

    /** @param where it was found, such as {@code CartTest.driver} */
    record FoundBrowser(Browser browser, String where) {}

    private static final int MAX_BROWSERS = 8;
    private static final int MAX_FIELDS = 4000;
    private static final int MAX_CLASSES = 2000;

    /**
     * On a busy machine, a search that takes 20 ms may take ten times as long. The numbers above are the usual limit.
     */
    private static final Duration TIME_LIMIT = Duration.ofMillis(500);

    private final BrowserCandidates candidates;
    private final SearchScope scope;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FoundBrowser> found = new ArrayList<>();
    private final SkippedPlaces skipped = new SkippedPlaces();

    DriverSearch(BrowserCandidates candidates) {
        this.candidates = candidates;
        this.scope = SearchScope.of(candidates);
    }

    List<FoundBrowser> search() {
        SearchBudget budget = new SearchBudget(MAX_FIELDS, TIME_LIMIT);
        ObjectGraph graph = new ObjectGraph(scope, budget, skipped, this::add);
        addTest(candidates.test(), graph);
        graph.walk();
        graph.addValue(Selenide.started(candidates.test().testClass()), Location.ofTest("Selenide's WebDriverRunner"));
        candidates.watched().forEach(this::addWatched);
        candidates.sessions().forEach(this::addSession);
        if (found.isEmpty() && scope.wide()) {
            searchStaticFields();
        }
        if (budget.isExhausted()) {
            skipped.add("The rest of the fields", SkippedPlaces.TOO_MANY);
        }
        return List.copyOf(found);
    }

    /** Returns for each reason which places may hold a browser and were not used. */
    Collection<String> skipped() {
        return skipped.sentences();
    }

    private static void addTest(TestContext test, ObjectGraph graph) {
        for (Object instance : test.instances()) {
            if (instance != null) {
                graph.addInstance(instance);
            }
        }
        // A static fixture has no instance.
        for (Class<?> type = test.testClass(); type != null; type = type.getEnclosingClass()) {
            graph.addStaticFields(type, Location.ofTest(""));
        }
        int position = 1;
        for (Object argument : test.arguments()) {
            graph.addValue(argument, Location.ofTest("argument " + position++));
        }
    }

    private void searchStaticFields() {
        SearchBudget ofFields = new SearchBudget(MAX_FIELDS, TIME_LIMIT);
        ObjectGraph graph = new ObjectGraph(scope, ofFields, skipped, this::add);
        Location unrelated = Location.ofTest("").amongOthers();
        SearchBudget ofClasses = new SearchBudget(MAX_CLASSES, TIME_LIMIT);
        new UsedClasses(scope.userClasses(), ofClasses::spend)
                .find(candidates.test(), type -> graph.addStaticFields(type, unrelated));
        graph.walk();
    }

    /** A driver that was watched before the test may be closed by now. */
    private void addWatched(Object driver) {
        Object known = scope.unwrapping().unwrap(driver).object();
        Browser browser = Browser.of(known == null ? driver : known);
        if (browser != null && !isClosed(browser)) {
            found(browser, "Attest.watch");
        }
    }

    private void addSession(SessionBrowser session) {
        if (found.stream().noneMatch(each -> isSame(each.browser(), session))) {
            found(session, "session " + session.session());
        }
    }

    private void add(Browser browser, Location location) {
        if (location.shared() && !candidates.serial() && !isOfTest(browser)) {
            skipped.add(location.name(), SkippedPlaces.SHARED);
        } else if (location.leftover() && isClosed(browser)) {
            skipped.add(location.name(), SkippedPlaces.CLOSED);
        } else {
            found(browser, location.name());
        }
    }

    private void found(Browser browser, String where) {
        if (found.size() < MAX_BROWSERS && seen.add(browser.driver())) {
            found.add(new FoundBrowser(browser, where));
        }
    }

    /** Returns whether a browser is known to be the test's own, whoever holds it. */
    private boolean isOfTest(Browser browser) {
        return candidates.sessions().stream().anyMatch(session -> isSame(browser, session));
    }

    private static boolean isSame(Browser other, SessionBrowser session) {
        try {
            return String.valueOf(other.session()).equals(session.session());
        } catch (Exception e) {
            // A browser without a session is another one.
            return false;
        }
    }

    /** A driver that does not tell counts as closed. */
    private static boolean isClosed(Browser browser) {
        try {
            return browser.isClosed();
        } catch (Exception e) {
            return true;
        }
    }
}
