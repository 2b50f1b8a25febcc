package dev.attest.systemtests.testng.conformance;

import dev.attest.systemtests.TestNgVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Ledger;
import dev.attest.testkit.LedgerFile;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testng.annotations.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service has is what really happened, on the oldest and on the newest TestNG. */
@Execution(ExecutionMode.CONCURRENT)
class ConformanceIT {

    private static final List<Class<?>> THEMES = List.of(
            Outcomes.class,
            Messages.class,
            Timeouts.class,
            Disabling.class,
            Dependencies.class,
            AroundATest.class,
            AroundAClass.class,
            Structures.class,
            Repeated.class,
            Rows.class,
            Factories.class,
            Evidence.class,
            Retried.class,
            Concurrent.class);

    private static final List<Class<?>> CHAINS =
            List.of(ChainOfMethods.class, ChainOfSkipped.class, ChainOfRetried.class);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"V7_5", "V7_12"})
    void publishesWhatReallyHappened(TestNgVersion version) throws Exception {
        try (Service service = Service.start()) {
            Path ledger = folder.resolve("ledger.txt");

            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(ConformanceMain.class, version.inPlaceOfOurs())
                    .option("-Dattest.end.timeout=90s")
                    .option("-D" + Ledger.FILE + "=" + ledger)
                    .run(fixtures());

            assertThat(ledger).as(child.err()).exists();
            LedgerFile happened = LedgerFile.read(ledger);
            assertThat(happened.differenceTo(new PublishedRows(service.view())))
                    .as(
                            "what happened (-) and what was published (+) on TestNG %s; the JVM said%n%s",
                            version, child.err())
                    .isEmpty();
            assertThat(child.out()).as("what TestNG counted").contains(happened.counts() + System.lineSeparator());
            assertThat(service.results())
                    .as("names by which the service keeps the history")
                    .extracting(ServiceView.Result::storage, ServiceView.Result::name)
                    .doesNotHaveDuplicates();
            assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        }
    }

    private static Class<?>[] fixtures() {
        Stream<Class<?>> nested = THEMES.stream().flatMap(theme -> Arrays.stream(theme.getDeclaredClasses()));
        return Stream.concat(CHAINS.stream(), nested)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .filter(ConformanceIT::hasTests)
                .toArray(Class<?>[]::new);
    }

    private static boolean hasTests(Class<?> type) {
        return type.isAnnotationPresent(Test.class)
                || Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(Test.class));
    }
}
