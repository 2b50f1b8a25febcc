package dev.attest.standin.timeline;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationClassesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''              | ''
                    5               | 3-10=1
                    1 2.9 3 40      | 1-3=2 3-10=1 10-30=0 30-100=1
                    0 -5 0.9        | 0-1=3
                    9e9             | 3600000--1=1
                    NaN             | 0-1=1
                    """)
    void countWithoutGapsBetweenTheFirstAndTheLast(String durations, String classes) {
        var all = Arrays.stream(durations.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(DurationClasses.of(all).stream()
                        .map(each -> each.from() + "-" + each.to() + "=" + each.count())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(classes);
    }
}
