package dev.attest.standin.pages;

import dev.attest.standin.pages.ResultPages.Picture;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PictureRowTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 a,1 b,2 a,2 b | 1 a=2 a; 1 b=2 b
                    1 a,1 b,2 b     | 1 b=2 b
                    1 a,2 b,3 c     | 1 a=2 b=3 c
                    1 a,1 a,2 a     | 1 a=2 a
                    1 a,1 b,2 c     | 1 a=2 c
                    1 a             | ''
                    0 a,1 a         | ''
                    """)
    void haveTheSameThingInSeveralAttempts(String pictures, String rows) {
        var all = Arrays.stream(pictures.split(",", -1))
                .map(each -> new Picture("", each.substring(2), each.startsWith("0") ? "" : each.substring(0, 1)))
                .toList();

        assertThat(PictureRow.of(all).stream()
                        .map(row -> row.pictures().stream()
                                .map(each -> each.attempt() + " " + each.name())
                                .collect(Collectors.joining("=")))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(rows);
    }
}
