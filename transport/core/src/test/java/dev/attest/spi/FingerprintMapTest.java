package dev.attest.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintMapTest {

    /** Of those that differ in their upper bits only, each looks for its place where the others are. */
    @Property(tries = 200)
    void holdsWhatAMapHolds(@ForAll long seed, @ForAll @IntRange(max = 60) int equalBits) {
        Random random = new Random(seed);
        FingerprintMap map = new FingerprintMap();
        Map<Long, Long> model = new HashMap<>();

        for (int step = 0; step < 2000; step++) {
            long fingerprint = ((long) random.nextInt(1500) << equalBits) | 1;
            long number = random.nextInt(10);
            switch (random.nextInt(3)) {
                case 0 -> {
                    map.put(fingerprint, number);
                    model.put(fingerprint, number);
                }
                case 1 -> {
                    long present = model.getOrDefault(fingerprint, 0L);
                    assertThat(map.putIfAbsent(fingerprint, number)).isEqualTo(present);
                    model.put(fingerprint, present == 0 ? number : present);
                }
                default -> assertThat(map.get(fingerprint)).isEqualTo((long) model.getOrDefault(fingerprint, 0L));
            }
        }

        model.forEach((fingerprint, number) ->
                assertThat(map.get(fingerprint)).as("%x", fingerprint).isEqualTo((long) number));
    }

    @Test
    void tellsTextsApartThatAreEqualOnlyTogether() {
        assertThat(FingerprintMap.of("a", "bc"))
                .isNotEqualTo(FingerprintMap.of("ab", "c"))
                .isEqualTo(FingerprintMap.of(FingerprintMap.of("a"), "bc"));
    }

    @Property(tries = 200)
    void hasTheSameFingerprintOfATextInParts(
            @ForAll String before, @ForAll String text, @ForAll @IntRange(max = 20) int at) {
        int cut = Math.min(at, text.length());
        long parts = FingerprintMap.part(FingerprintMap.of(before), text.substring(0, cut));

        assertThat(FingerprintMap.end(FingerprintMap.part(parts, text.substring(cut)), text.length()))
                .isEqualTo(FingerprintMap.of(before, text));
    }
}
