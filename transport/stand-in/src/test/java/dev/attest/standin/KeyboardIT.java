package dev.attest.standin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The pages for people who use no mouse. One browser shows one page at a time. */
@Execution(ExecutionMode.SAME_THREAD)
class KeyboardIT {

    /** A person gives up after more keys than this on one page. */
    private static final int MOST_KEYS = 60;

    private static final String FOCUSED = "const e = document.activeElement, s = getComputedStyle(e),"
            + " box = e.getBoundingClientRect(); return [e.getAttribute('href') || '', e.innerText || e.value || '',"
            + " s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, box.width > 1 && box.height > 1"
            + " && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,"
            + " e === document.body, e.tagName]";

    private static final List<String> PAGES = List.of(
            "/", "/runs/1", "/runs/1/results/100000", "/runs/1/pictures", "/tests/1", "/runs/2/compare", "/work-items");

    private static PageBrowser browser;
    private static StandIn server;
    private static int run;

    /** What has the focus. */
    private record Focus(String href, String text, boolean outlined, boolean onScreen, boolean nothing, String tag) {}

    @BeforeAll
    static void publish() {
        browser = PageBrowser.start();
        server = StandIn.start();
        run = new SampleRuns(Client.of(server)).publish();
        new SampleRuns(Client.of(server)).publish();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    @Test
    void leadsFromTheRunsToThePictureOfTheSecondFailureAndBack() {
        browser.look(1280, "light");
        browser.open(server.page());

        tabTo(focus -> focus.href().equals("/runs/" + run));
        enter("/runs/" + run);
        skipToTheContent();
        tabTo(focus -> focus.href().endsWith("/results/100000"));
        var second = tabTo(focus -> focus.href().matches("/runs/\\d+/results/\\d+"));
        assertThat(second.href()).endsWith("/results/100024");
        enter(second.href());
        skipToTheContent();
        var picture = tabTo(focus -> focus.href().endsWith("?inline"));
        enter(picture.href());

        var before = picture.href().replace("?inline", "");
        for (var page : List.of(second.href(), "/runs/" + run, "/")) {
            goBack();
            if (path().equals(before)) {
                // The skip link has made an entry of its own.
                goBack();
            }
            assertThat(path()).isEqualTo(page);
            before = page;
        }
    }

    @Test
    void goesThroughEachPageOnceFromItsTopToItsEnd() {
        for (var width : new int[] {1280, 390}) {
            browser.look(width, "dark");
            for (var page : PAGES) {
                browser.open(server.page().resolve(page));
                var passed = new ArrayList<Focus>();
                for (var focus = tab(); !focus.nothing() && passed.size() < 300; focus = tab()) {
                    assertThat(focus.outlined())
                            .as("%s shows that %s has the focus", page, focus)
                            .isTrue();
                    assertThat(focus.onScreen()).as("%s shows %s", page, focus).isTrue();
                    passed.add(focus);
                }
                assertThat(passed).extracting(Focus::href).startsWith("#main", "/", "/", "/work-items", "/plans");
                assertThat(passed.size()).isBetween(7, 299);
            }
        }
    }

    /** Presses the first key of the page that is of use: the link that skips the links to other pages. */
    private void skipToTheContent() {
        assertThat(tab().text()).isEqualTo("Skip to the content");
        press(Keys.ENTER);
        assertThat(focus().tag()).isEqualTo("MAIN");
    }

    private static Focus tabTo(Predicate<Focus> wanted) {
        for (var keys = 0; keys < MOST_KEYS; keys++) {
            var focus = tab();
            assertThat(focus.outlined())
                    .as("%s is seen to have the focus", focus)
                    .isTrue();
            assertThat(focus.onScreen()).as("%s is on the screen", focus).isTrue();
            if (wanted.test(focus)) {
                return focus;
            }
        }
        throw new AssertionError("Not reached with " + MOST_KEYS + " keys.");
    }

    private static Focus tab() {
        press(Keys.TAB);
        return focus();
    }

    private static Focus focus() {
        var found = (List<?>) browser.driver().executeScript(FOCUSED);
        return new Focus(
                (String) found.get(0),
                (String) found.get(1),
                (Boolean) found.get(2),
                (Boolean) found.get(3),
                (Boolean) found.get(4),
                (String) found.get(5));
    }

    private static void enter(String page) {
        press(Keys.ENTER);
        awaitPage(page);
    }

    private static void goBack() {
        var from = browser.driver().getCurrentUrl();
        browser.driver().navigate().back();
        await().untilAsserted(() -> assertThat(browser.driver().getCurrentUrl()).isNotEqualTo(from));
    }

    /** Returns the path of the page without a place in it. */
    private static String path() {
        return URI.create(Objects.requireNonNull(browser.driver().getCurrentUrl()))
                .getPath();
    }

    private static void awaitPage(String page) {
        await().untilAsserted(() -> assertThat(browser.driver().getCurrentUrl())
                .isEqualTo(server.page().resolve(page).toString()));
    }

    private static void press(CharSequence key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }
}
