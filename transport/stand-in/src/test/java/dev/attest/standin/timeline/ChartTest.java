package dev.attest.standin.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTest {

    @Test
    void mergesShortSpansIntoABarOfTheFirstOneUntilOneFailed() {
        var spans = new ArrayList<TestSpan>();
        for (var id = 1; id <= 3_000; id++) {
            spans.add(new TestSpan(id, "Passed", 10L * id, 10L * id + (id <= 2_000 ? 9 : 1)));
        }

        var chart = Chart.of(Lanes.of(spans), 0, 40_000, span -> false);

        assertThat(chart.bars()).filteredOn(bar -> !bar.single()).isNotEmpty().allSatisfy(bar -> {
            assertThat(bar.span().start()).isEqualTo(bar.start());
            assertThat(bar.x()).isEqualTo(bar.start() / 40.0);
        });
        assertThat(chart.bars().stream().mapToInt(Chart.Bar::count).sum()).isEqualTo(3_000);
        assertThat(chart.bars())
                .filteredOn(bar -> !bar.single())
                .isSortedAccordingTo(Comparator.comparingLong(Chart.Bar::start));
    }

    @Test
    void showsTheFirstFailureOfAMergedBar() {
        var spans = new ArrayList<TestSpan>();
        for (var id = 1; id <= 6_000; id++) {
            spans.add(new TestSpan(id, id % 2 == 0 ? "Failed" : "Passed", id, id + (id <= 3_000 ? 1 : 0)));
        }

        var chart = Chart.of(Lanes.of(spans), 0, 6_000, span -> span.outcome().equals("Failed"));

        assertThat(chart.bars())
                .filteredOn(bar -> !bar.single() && bar.failed() > 0)
                .isNotEmpty()
                .allSatisfy(bar -> assertThat(bar.span().outcome()).isEqualTo("Failed"));
    }
}
