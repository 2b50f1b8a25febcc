package dev.attest.systemtests.browsers;

import dev.attest.systemtests.evidence.LiveBrowser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight threads that run 40 tests each, on a browser of their own in a holder that no test has a field of. */
class CrowdOfBrowsersIT {

    private static final int TESTS = 320;

    @TempDir
    static Path folder;

    private static HeldProjects projects;

    @BeforeAll
    static void runBoth() throws Exception {
        LiveBrowser.assumeMany();
        projects = new HeldProjects(folder);
        projects.add("crowd-junit");
        projects.add("crowd-testng");
        projects.run();
    }

    @AfterAll
    static void stop() {
        if (projects != null) {
            projects.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crowd-junit", "crowd-testng"})
    void seesInEachPictureThePageOfItsTest(String project) throws Exception {
        List<String> marks = IntStream.rangeClosed(1, TESTS)
                .mapToObj(number -> "Crowd." + number)
                .toList();
        Map<String, String> pictures = new TreeMap<>();
        projects.pictures(project, marks).forEach((test, mark) -> pictures.put(test.replaceAll("\\D+", ""), mark));

        assertThat(pictures)
                .as(projects.out())
                .isEqualTo(IntStream.rangeClosed(1, TESTS)
                        .boxed()
                        .collect(Collectors.toMap(
                                String::valueOf, number -> number % 4 == 0 ? "Crowd." + number : Pictures.NONE)));
    }
}
