package dev.attest.internal.destination;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemarksTest {

    private final Remarks remarks = new Remarks();

    @Test
    void saysEachThingOnceInOrder() {
        remarks.add("b");
        remarks.add("a");
        remarks.add("b");

        assertThat(remarks.all()).containsExactly("b", "a");
    }

    @Test
    void countsWhatNobodyWouldRead() {
        IntStream.rangeClosed(1, 100_000).forEach(number -> remarks.add("test " + number));

        assertThat(remarks.all()).hasSize(101).startsWith("test 1").endsWith("99900 more of this kind.");
    }
}
