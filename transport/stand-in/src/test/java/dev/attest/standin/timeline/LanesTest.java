package dev.attest.standin.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                 | ''
                    0-10               | 0-10
                    0-10 10-20         | 0-10 10-20
                    0-10 9-20          | 0-10 9-20
                    0-10 5-20          | 0-10/5-20
                    0-30 5-10 12-20    | 0-30/5-10 12-20
                    12-20 5-10 0-30    | 0-30/5-10 12-20
                    0-0 0-0 0-0        | 0-0 0-0 0-0
                    0-9 0-9 0-9 20-30  | 0-9 20-30/0-9/0-9
                    9-0 3-1            | 3-3 9-9
                    """)
    void areAsManyAsRanAtOnce(String spans, String lanes) {
        var all = new ArrayList<TestSpan>();
        for (var each : spans.split(" ", -1)) {
            if (!each.isEmpty()) {
                var times = each.split("-", -1);
                all.add(new TestSpan(all.size(), "Passed", Long.parseLong(times[0]), Long.parseLong(times[1])));
            }
        }

        assertThat(Lanes.of(all).lanes().stream()
                        .map(lane -> lane.stream()
                                .map(span -> span.start() + "-" + span.end())
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("/")))
                .isEqualTo(lanes);
    }

    @Test
    void overlapNowhereAndHoldEachSpanOnce() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var spans = new ArrayList<TestSpan>();
            for (var id = 0; id < 200; id++) {
                var start = random.nextInt(2000);
                spans.add(new TestSpan(id, "Passed", start, start + random.nextInt(100)));
            }

            var lanes = Lanes.of(spans).lanes();

            assertThat(lanes.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(spans);
            assertThat(lanes).hasSizeLessThanOrEqualTo(mostAtOnce(spans));
            for (var lane : lanes) {
                for (var index = 1; index < lane.size(); index++) {
                    assertThat(lane.get(index).start())
                            .isGreaterThanOrEqualTo(lane.get(index - 1).end() - 1);
                }
            }
        }
    }

    private static int mostAtOnce(List<TestSpan> spans) {
        return (int) spans.stream()
                .mapToLong(one -> spans.stream()
                        .filter(other -> other.start() <= one.start() && other.end() >= one.start())
                        .count())
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1000-2000             | 0 3000 | 0-1000 2000-3000
                    0-1000 1050-3000      | 0 3000 | ''
                    0-1000 1150-3000      | 0 3000 | 1000-1150
                    0-2500 100-200 2700-3000 | 0 3000 | 2500-2700
                    ''                    | 0 3000 | 0-3000
                    0-1 200-201 500-501 900-901 1400-3000 | 0 3000 | 201-500 501-900 901-1400
                    0-900000 905000-1000000 | 0 1000000 | ''
                    """)
    void haveTheLongestWaitsBetweenThem(String spans, String moments, String waits) {
        var all = Arrays.stream(spans.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("-", -1))
                .map(times -> new TestSpan(1, "Passed", Long.parseLong(times[0]), Long.parseLong(times[1])))
                .toList();
        var ends = moments.split(" ", -1);

        assertThat(Waits.of(all, Long.parseLong(ends[0]), Long.parseLong(ends[1]), 3).stream()
                        .map(wait -> wait.start() + "-" + wait.end())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(waits);
    }

    @Test
    void areDrawnWithinBounds() {
        var random = new Random(11);
        var spans = new ArrayList<TestSpan>();
        for (var id = 0; id < 100_000; id++) {
            var start = random.nextInt(3_600_000);
            spans.add(new TestSpan(id, id % 90 == 0 ? "Failed" : "Passed", start, start + random.nextInt(3000)));
        }

        var chart =
                Chart.of(Lanes.of(spans), 0, 3_600_000, span -> span.outcome().equals("Failed"));

        assertThat(chart.bars()).hasSizeLessThanOrEqualTo(Chart.MOST_BARS + Chart.MOST_MERGED + Chart.MOST_LANES);
        assertThat(chart.lanes()).isEqualTo(Chart.MOST_LANES);
        assertThat(chart.bars()).allSatisfy(bar -> {
            assertThat(bar.x()).isBetween(0.0, 1000.0);
            assertThat(bar.x() + bar.width()).isBetween(0.0, 1000.1);
        });
        assertThat(chart.bars().stream().filter(bar -> bar.single() && bar.failed() > 0))
                .hasSizeGreaterThan(500);
    }

    @Test
    void areDrawnSpanBySpanIfThereAreFew() {
        var spans = List.of(
                new TestSpan(1, "Passed", 0, 500),
                new TestSpan(2, "Failed", 500, 1000),
                new TestSpan(3, "Passed", 0, 0));

        var chart = Chart.of(Lanes.of(spans), 0, 1000, span -> span.outcome().equals("Failed"));

        assertThat(chart.bars()).hasSize(3).allMatch(Chart.Bar::single);
        assertThat(chart.bars().stream().mapToInt(Chart.Bar::failed)).containsExactlyInAnyOrder(0, 1, 0);
    }
}
