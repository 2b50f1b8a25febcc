package dev.attest.systemtests.specs;

import dev.attest.internal.azure.AzureProbe;
import dev.attest.internal.azure.trial.AzureTrial;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.ProbeResult;
import java.util.List;
import java.util.Map;

import static dev.attest.systemtests.specs.Samples.BUGS;
import static org.assertj.core.api.Assertions.assertThat;

/** What {@code attest doctor} asks, with {@code --write} and with {@code --trial}. */
record DoctorTraffic(AzureSettings settings) {

    void play() {
        PlanSettings plan = new PlanSettings(Samples.PLAN, Samples.SUITE, "Windows", true);
        try (AzureProbe probe = new AzureProbe(settings.with(plan, BUGS), Map.of())) {
            List<ProbeResult> results = List.of(
                    probe.versions(),
                    probe.project(),
                    probe.build(42),
                    probe.workItems(),
                    probe.plan(plan),
                    probe.configuration(plan),
                    probe.bugs(BUGS),
                    probe.write(Samples.run("probed", null)));
            assertThat(results).allMatch(ProbeResult::ok);
        }
        AzureSettings withoutItem = settings.with(new WorkItemSettings(0, true, 4, 4));
        try (AzureProbe probe = new AzureProbe(withoutItem, Map.of())) {
            assertThat(probe.workItems().ok()).isTrue();
        }
        try (AzureTrial trial =
                new AzureTrial(settings.with(PlanSettings.NONE, BUGS), Map.of(), (request, reply) -> {})) {
            assertThat(trial.play()).isNotEmpty();
        }
    }
}
