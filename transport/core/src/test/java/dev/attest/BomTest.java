package dev.attest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What users import names each artifact that they can use, in the version of this build. */
class BomTest {

    private static final Pattern MANAGED =
            Pattern.compile("<dependency>\\s*<groupId>dev\\.attest</groupId>\\s*<artifactId>([^<]+)</artifactId>"
                    + "\\s*<version>\\$\\{project\\.version}</version>\\s*</dependency>");
    private static final Pattern VERSION = Pattern.compile("</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void managesEachArtifactForUsers() throws Exception {
        List<String> managed = MANAGED.matcher(pom("transport/bom/pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(managed)
                .containsExactlyInAnyOrder(
                        "attest-core", "attest-junit5", "attest-testng", "attest-cli", "attest-stand-in");
    }

    @Test
    void hasTheVersionOfTheBuild() throws Exception {
        assertThat(version("transport/bom/pom.xml")).isEqualTo(version("pom.xml"));
    }

    @Test
    void bringsNoVersionsOfOtherThings() throws Exception {
        assertThat(pom("transport/bom/pom.xml")).doesNotContain("<parent>", "<scope>import</scope>");
    }

    private static String version(String path) throws IOException {
        return VERSION.matcher(pom(path))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
    }

    private static String pom(String path) throws IOException {
        return Files.readString(Path.of(System.getProperty("checkout.root"), path));
    }
}
