package dev.attest.standin.pages;

import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BarPartTest {

    private final Random random = new Random(3);

    @Test
    void fillsTheBarFromItsStartToItsEnd() {
        for (var round = 0; round < 2000; round++) {
            var counts = new int[] {count(), count(), count(), count()};
            var total = counts[0] + counts[1] + counts[2] + counts[3];
            var end = 0;
            for (var part : BarPart.of(total, counts[0], counts[1], counts[2])) {
                assertThat(part.start()).isEqualTo(end);
                assertThat(part.width()).isGreaterThanOrEqualTo(6);
                end += part.width();
            }
            assertThat(end).isEqualTo(total == 0 ? 0 : 1000);
        }
    }

    @Test
    void showsOneFailureAmongMany() {
        assertThat(BarPart.of(100_000, 99_999, 1, 0))
                .containsExactly(new BarPart("good", 0, 994), new BarPart("bad", 994, 6));
    }

    private int count() {
        return random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(random.nextInt(5) == 0 ? 100_000 : 5);
    }
}
