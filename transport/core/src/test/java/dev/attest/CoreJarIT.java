package dev.attest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar that users get has all that it calls of other libraries, and little else of them. */
class CoreJarIT {

    private static final Path JAR = Path.of(System.getProperty("core.jar"));

    /** As jdeps writes it: {@code dev.attest.http.Tls -> dev.attest.shaded.hc.core5.http.HttpHost not found}. */
    private static final Pattern MISSING = Pattern.compile("\\S+\\s+->\\s+dev\\.attest\\.\\S+\\s+not found");

    @Test
    void hasEachClassThatItsClassesName() {
        List<String> missing = MISSING.matcher(jdeps("--missing-deps", "--multi-release", "17", JAR.toString()))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.attest.shaded.slf4j.nop.NOPServiceProvider",
                "dev.attest.shaded.gson.internal.bind.JavaTimeTypeAdapters",
                "dev.attest.shaded.gson.internal.sql.SqlTypesSupport"
            })
    void hasWhatIsFoundByName(String type) throws Exception {
        try (URLClassLoader users = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, null)) {
            assertThat(Class.forName(type, true, users)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hc/client5/http/async/",
                "hc/client5/http/impl/async/",
                "hc/core5/http/impl/nio/",
                "hc/core5/http2/impl/",
                "commons/io/monitor/"
            })
    void hasNothingThatNobodyCalls(String folder) throws Exception {
        assertThat(classes()).noneMatch(name -> name.startsWith("dev/attest/shaded/" + folder));
    }

    @Test
    void hasClassesInFoldersOfItsOwnOnly() throws Exception {
        assertThat(classes()).hasSizeGreaterThan(1000).allMatch(name -> name.startsWith("dev/attest/"));
    }

    private static List<String> classes() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }

    private static String jdeps(String... arguments) {
        StringWriter said = new StringWriter();
        try (PrintWriter out = new PrintWriter(said)) {
            int code = ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, arguments);
            assertThat(code).as(said::toString).isZero();
        }
        return said.toString();
    }
}
