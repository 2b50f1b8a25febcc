package dev.attest.internal.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliverySettingsTest {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    @Test
    void spreadsThoseWhoWereAskedToWaitForTheSameTime() {
        List<Duration> pauses = ofTenClients(chance -> DeliverySettings.DEFAULT.pauseAsked(INTERVAL, chance));

        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(INTERVAL, INTERVAL.multipliedBy(2)));
        assertThat(spread(pauses)).isGreaterThan(INTERVAL.dividedBy(2));
    }

    @Test
    void waitsALongTimeLittleLongerThanAsked() {
        Duration asked = Duration.ofMinutes(10);

        assertThat(ofTenClients(chance -> DeliverySettings.DEFAULT.pauseAsked(asked, chance)))
                .allSatisfy(pause -> assertThat(pause).isBetween(asked, asked.plusSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void spreadsThoseWhoFailedAtTheSameTime(boolean inDoubt) {
        List<Duration> pauses = ofTenClients(chance -> DeliverySettings.DEFAULT.pauseAfter(4, inDoubt, chance));

        Duration interval = Duration.ofSeconds(4);
        Duration least = inDoubt ? Duration.ofSeconds(2) : Duration.ofMillis(400);
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(least, least.plus(interval)));
        assertThat(spread(pauses)).isGreaterThan(interval.dividedBy(2));
    }

    @Test
    void comesBackFromAnOutageOfAMinuteOneByOne() {
        List<Duration> returns = ofTenClients(chance -> {
            Duration now = Duration.ZERO;
            for (int failures = 1; now.compareTo(Duration.ofMinutes(1)) < 0; failures++) {
                now = now.plus(DeliverySettings.DEFAULT.pauseAfter(failures, false, chance));
            }
            return now;
        });

        assertThat(spread(returns))
                .isGreaterThan(DeliverySettings.DEFAULT.longestPause().dividedBy(2));
        assertThat(returns).allSatisfy(back -> assertThat(back).isLessThan(Duration.ofSeconds(90)));
    }

    private static List<Duration> ofTenClients(Function<RandomGenerator, Duration> pause) {
        List<Duration> pauses = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(4711);
        for (int client = 0; client < 10; client++) {
            pauses.add(pause.apply(seeds.split()));
        }
        return pauses;
    }

    private static Duration spread(List<Duration> moments) {
        return Collections.max(moments).minus(Collections.min(moments));
    }
}
