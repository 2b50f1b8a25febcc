package dev.attest.systemtests.browsers;

import dev.attest.systemtests.evidence.LiveBrowser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of tests that fail, wherever they hold their browser and whoever quits it: one of each browser that the
 * test had, of the page at the failure. {@code ways.txt} beside the projects is the table of what is expected.
 */
class HeldBrowsersIT {

    private static final List<String> FRAMEWORKS = List.of("JUnit", "TestNG");
    /** Class, and method with brackets behind it, or a scenario of a feature. */
    private static final Pattern NAME =
            Pattern.compile("shop\\.(?:\\w+\\$)?([\\w$]+?)(?:\\.(.+)|(\\[.+))|(\\w+) › (.+?)(?:\\[.*)?");

    @TempDir
    static Path folder;

    private static final Map<String, Map<String, String>> PICTURES = new HashMap<>();
    private static HeldProjects projects;

    @BeforeAll
    static void runThemAll() throws Exception {
        LiveBrowser.assume();
        projects = new HeldProjects(folder);
        for (String framework : FRAMEWORKS) {
            projects.add(project(framework));
        }
        projects.run();
        for (String framework : FRAMEWORKS) {
            PICTURES.put(framework, projects.pictures(project(framework), marks()));
        }
    }

    @AfterAll
    static void stop() {
        if (projects != null) {
            projects.close();
        }
    }

    static List<Way> ways() throws IOException {
        return Way.all();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isPictured(Way way) {
        assertThat(of(way.name(), PICTURES.get(way.framework()))).isEqualTo(way.pictures());
    }

    @Test
    void areAllInTheTable() throws IOException {
        for (String framework : FRAMEWORKS) {
            assertThat(PICTURES.get(framework).keySet().stream()
                            .map(HeldBrowsersIT::wayOf)
                            .distinct())
                    .as(projects.out())
                    .containsExactlyInAnyOrderElementsOf(Way.all().stream()
                            .filter(way -> way.framework().equals(framework))
                            .map(Way::name)
                            .toList());
        }
    }

    /** Returns what the tests of a way have, by their names in the table. */
    private static Map<String, String> of(String way, Map<String, String> pictures) {
        Map<String, String> its = new TreeMap<>();
        pictures.forEach((test, marks) -> {
            if (wayOf(test).equals(way)) {
                its.put(testOf(test), marks.replace(way + ".", ""));
            }
        });
        return its;
    }

    private static String wayOf(String test) {
        return part(test, 1, 4);
    }

    private static String testOf(String test) {
        return part(test, 2, 3, 5);
    }

    private static String part(String test, int... groups) {
        Matcher name = NAME.matcher(test);
        assertThat(name.matches()).as(test).isTrue();
        return Arrays.stream(groups)
                .mapToObj(name::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static Collection<String> marks() throws IOException {
        Collection<String> marks = new LinkedHashSet<>();
        for (Way way : Way.all()) {
            way.pictures().forEach((test, pictures) -> {
                for (String mark : pictures.replaceAll("[\\[\\]]", "").split(" ")) {
                    marks.add(way.name() + "." + mark);
                }
                marks.add(way.name() + "." + test);
            });
        }
        return marks;
    }

    private static String project(String framework) {
        return framework.toLowerCase(Locale.ROOT);
    }
}
