package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowIdsTest {

    private final RowIds rows = new RowIds();

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "100000", "007", "-1", "+1", "", "999999999999999999", "9999999999999999999", "a1", "٣"})
    void givesBackEachIdAsItCame(String id) {
        rows.put(new Ack.Row(3, 1, id));

        assertThat(rows.get(3)).isEqualTo(new Ack.Row(3, 1, id));
        assertThat(rows.contains(3)).isTrue();
    }

    @Test
    void remembersWhichAttemptMadeTheRow() {
        rows.put(new Ack.Row(7, 2, "100000"));

        assertThat(rows.get(7)).isEqualTo(new Ack.Row(7, 2, "100000"));
    }

    @Test
    void knowsNothingOfOtherRows() {
        rows.put(new Ack.Row(64, 1, "100000"));

        assertThat(rows.get(63)).isNull();
        assertThat(rows.contains(65)).isFalse();
        assertThat(rows.get(1_000_000)).isNull();
    }

    @Test
    void holdsAsManyAsThereAre() {
        IntStream.rangeClosed(1, 10_000).forEach(row -> rows.put(new Ack.Row(row, 1, String.valueOf(99_999 + row))));

        assertThat(IntStream.rangeClosed(1, 10_000)).allMatch(row -> rows.contains(row));
        assertThat(rows.get(10_000)).isEqualTo(new Ack.Row(10_000, 1, "109999"));
    }
}
