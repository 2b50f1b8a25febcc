package dev.attest.internal.browser;

import dev.attest.internal.browser.DriverSearch.FoundBrowser;
import dev.attest.spi.TestContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search for the browsers of a test. */
final class TestSearch {

    private final Class<?> testClass;
    private List<Object> instances = List.of();
    private List<@Nullable Object> arguments = List.of();
    private List<Object> watched = List.of();
    private List<SessionBrowser> sessions = List.of();
    private @Nullable Throwable failure;
    private boolean serial = true;
    private @Nullable DriverSearch search;

    TestSearch(Class<?> testClass) {
        this.testClass = testClass;
    }

    TestSearch with(Object... all) {
        instances = List.of(all);
        return this;
    }

    TestSearch withArguments(@Nullable Object... all) {
        arguments = Arrays.asList(all);
        return this;
    }

    TestSearch withWatched(Object... all) {
        watched = List.of(all);
        return this;
    }

    TestSearch withSessions(SessionBrowser... all) {
        sessions = List.of(all);
        return this;
    }

    TestSearch withFailure(Throwable thrown) {
        failure = thrown;
        return this;
    }

    /** Other tests run at the same time. */
    TestSearch inParallel() {
        serial = false;
        return this;
    }

    /** Returns where browsers were found. */
    List<String> found() {
        return browsers().stream().map(FoundBrowser::where).toList();
    }

    List<FoundBrowser> browsers() {
        search = new DriverSearch(new BrowserCandidates(
                new TestContext(testClass, null, instances, arguments, failure), watched, sessions, null, serial));
        return search.search();
    }

    /** Returns what the last search skipped. */
    Collection<String> skipped() {
        return search == null ? List.of() : search.skipped();
    }
}
