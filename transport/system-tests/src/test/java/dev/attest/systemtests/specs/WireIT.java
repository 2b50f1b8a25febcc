package dev.attest.systemtests.specs;

import dev.attest.standin.rules.Product;
import dev.attest.systemtests.cli.CommandRun;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attest and the stand-in say to each other what Microsoft's specs of the product's version say, and nothing else but
 * {@link Deviation#KNOWN}. TFS 2015 is left out: Attest supports TFS from 2017 on.
 */
class WireIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "TFS_2015")
    void isAsMicrosoftSpecifiesIt(Product product) throws Exception {
        try (RecordedService service = RecordedService.start(product, folder)) {
            new Traffic(product, service.standIn(), service.url()).play();

            assertThat(deviations(product, service.exchanges())).isEqualTo(Deviation.textsOf(product));
            assertThat(calls(product, service.exchanges())).isEqualTo(Calls.of(product));
        }
    }

    /** The same by the tests of a build, and by the command line. */
    @Test
    void isTheSameFromOtherJvms() throws Exception {
        Path journals = folder.resolve("journals");
        new ChildJvm(folder, Map.of("ATTEST_JOURNAL_DIR", journals.toString()))
                .run(Suites.Flaky.class, Suites.OfEachType.class);
        try (RecordedService service = RecordedService.start(Product.SERVICES, folder)) {
            CommandRun command = new CommandRun(folder)
                    .with(service.environment())
                    .with("ATTEST_AZURE_BUGS", "on-failure")
                    .with("ATTEST_AZURE_PLAN", "10")
                    .with("ATTEST_AZURE_WORK_ITEM", "4712");
            CommandRun.Ended replay = command.run("replay", journals.toString());
            CommandRun.Ended doctor = command.run("doctor", "--write");
            CommandRun.Ended trial = command.run("doctor", "--trial", "--yes");

            assertThat(List.of(replay.exitCode(), doctor.exitCode(), trial.exitCode()))
                    .as(replay + "\n" + doctor + "\n" + trial)
                    .containsOnly(0);
            assertThat(replay.out()).contains("delivered 6 results");
            assertThat(Deviation.textsOf(Product.SERVICES))
                    .containsAll(deviations(Product.SERVICES, service.exchanges()));
            assertThat(Calls.of(Product.SERVICES)).containsAll(calls(Product.SERVICES, service.exchanges()));
        }
    }

    private static TreeSet<String> deviations(Product product, List<Exchange> exchanges) {
        ExchangeCheck check = new ExchangeCheck(new Specs(product));
        TreeSet<String> deviations = new TreeSet<>();
        exchanges.forEach(exchange -> deviations.addAll(check.deviations(exchange)));
        return deviations;
    }

    private static TreeSet<String> calls(Product product, List<Exchange> exchanges) {
        Specs specs = new Specs(product);
        TreeSet<String> calls = new TreeSet<>();
        exchanges.forEach(exchange -> specs.spec(exchange)
                .flatMap(spec -> spec.operation(exchange))
                .ifPresent(operation -> calls.add(operation.title())));
        return calls;
    }
}
