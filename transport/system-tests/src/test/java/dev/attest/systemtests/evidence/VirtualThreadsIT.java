package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.NewerJava;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Tests that work on virtual threads have their pictures as others do. */
class VirtualThreadsIT {

    private static final String ALL = "browser-console.log page-source.html screenshot.png";

    private static Optional<Path> jdk = Optional.empty();

    @TempDir
    Path folder;

    @BeforeAll
    static void needsVirtualThreadsAndABrowser() throws Exception {
        jdk = NewerJava.home();
        assumeTrue(jdk.isPresent(), NewerJava.MISSING);
        LiveBrowser.assume();
    }

    @Test
    void takesPicturesOfTestsThatWorkOnVirtualThreads() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .on(jdk.orElseThrow())
                    .run(BrowserSuites.OnVirtualThreads.class);

            assertThat(Evidence.filesOf(service))
                    .as(child.out() + child.err())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "BrowserSuites$OnVirtualThreads › failsThere()", ALL,
                            "BrowserSuites$OnVirtualThreads › failsAfterOne()", ALL));
        }
    }
}
