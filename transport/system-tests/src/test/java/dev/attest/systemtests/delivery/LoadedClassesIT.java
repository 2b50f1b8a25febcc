package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.SuiteMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a JVM loads of Attest, and of the JDK for it. The tests of a cold JVM wait for each class, so that one that is
 * not needed is a cost.
 */
class LoadedClassesIT {

    /** What nothing needs before a service is set. */
    private static final List<String> OF_THE_WIRE = List.of(
            "dev.attest.internal.azure.",
            "dev.attest.internal.qacomplete.",
            "dev.attest.internal.http.",
            "dev.attest.internal.delivery.RunDelivery",
            "dev.attest.shaded.",
            "org.apache.hc.",
            "com.google.gson.",
            "java.net.InetAddress",
            "sun.nio.ch.NioSocketImpl");

    /** What no run needs whose service is not asked by TLS: JSON by reflection, zones of time, equal records. */
    private static final List<String> OF_NOBODY = List.of(
            "javax.net.ssl.SSLContext",
            "sun.security.ssl.",
            "com.google.gson.internal.bind.ReflectiveTypeAdapterFactory",
            "dev.attest.shaded.gson.internal.bind.ReflectiveTypeAdapterFactory",
            "java.time.zone.TzdbZoneRulesProvider",
            "java.lang.runtime.ObjectMethods",
            "java.security.SecureRandom");

    @TempDir
    Path folder;

    @Test
    void areFewWithoutASetting() throws Exception {
        List<String> loaded = loaded(Map.of());

        assertThat(of(OF_THE_WIRE, loaded)).isEmpty();
        assertThat(of(OF_NOBODY, loaded)).isEmpty();
        assertThat(of(List.of("dev.attest.internal.journal.", "dev.attest.internal.recorder."), loaded))
                .isEmpty();
        assertThat(of(List.of("dev.attest."), loaded)).hasSizeBetween(10, 60);
    }

    @Test
    void areNoneOfTheWireWithoutAService() throws Exception {
        List<String> loaded =
                loaded(Map.of("ATTEST_JOURNAL_DIR", folder.resolve("journal").toString()));

        assertThat(of(List.of("dev.attest.internal.journal."), loaded)).isNotEmpty();
        assertThat(of(OF_THE_WIRE, loaded)).isEmpty();
        assertThat(of(OF_NOBODY, loaded)).isEmpty();
    }

    @Test
    void areThoseThatPublishingNeeds() throws Exception {
        try (Service service = Service.start()) {
            List<String> loaded = loaded(service.environment(folder.resolve("journal")));

            assertThat(service.results()).hasSize(3);
            assertThat(of(List.of("dev.attest.internal.http."), loaded)).isNotEmpty();
            assertThat(of(OF_NOBODY, loaded)).isEmpty();
        }
    }

    private List<String> loaded(Map<String, String> environment) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.txt");
        new ChildJvm(folder, environment)
                // Not with the archive of classes: its options turn logs off.
                .main(SuiteMain.class, folder + File.pathSeparator + ChildJvm.withoutStandIn())
                .option("-Xlog:class+load=info:file=" + log + ":none")
                .run(Suites.Small.class);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst(" source: .*", "")).toList();
        }
    }

    /** Returns which of the loaded classes are named; a name that ends with a dot stands for all that begin with it. */
    private static List<String> of(List<String> names, List<String> loaded) {
        return loaded.stream()
                .filter(each ->
                        names.stream().anyMatch(name -> name.endsWith(".") ? each.startsWith(name) : each.equals(name)))
                .toList();
    }
}
