package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.recovery.JournalDamages.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Journals with every kind of damage, in all states that a journal may be in. Nothing hangs, nothing is doubled, each
 * sound result is delivered or still there and counted, other journals are delivered, and files of others stay.
 */
class DamagedJournalsTest {

    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, SHORT, Duration.ofMillis(20));

    /** How often each kind of damage is tried in each state, at another place each time; 0 for two states only. */
    private static final int ROUNDS = Integer.getInteger("soak.damages", Boolean.getBoolean("soak") ? 4 : 0);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SECRET = "of somebody else";
    private static final Pattern RESULT = Pattern.compile("\\{\"ResultRecorded.*\"title\":\"([^\"]+)\".*\n");
    private static final Pattern FILE = Pattern.compile("\\{\"AttachmentAdded.*\"fileName\":\"([^\"]+)\".*\n");

    @TempDir
    Path folder;

    /** The states, by what has happened before the damage. */
    enum State {
        ENDED,
        DEAD,
        HALF_DELIVERED,
        NEARLY_DELIVERED,
        ONE_OF_TWO
    }

    static List<Damage> damages() {
        return JournalDamages.all();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void losesAndDoublesNothing(Damage damage) throws Exception {
        for (State state : ROUNDS == 0 ? mostLikely(damage) : EnumSet.allOf(State.class)) {
            for (int round = 0; round < Math.max(1, ROUNDS); round++) {
                damage(damage, state, round);
            }
        }
    }

    private static Set<State> mostLikely(Damage damage) {
        return damage.isOfDelivery()
                ? EnumSet.of(State.HALF_DELIVERED, State.NEARLY_DELIVERED)
                : EnumSet.of(State.ENDED, State.DEAD);
    }

    private void damage(Damage damage, State state, int round) throws Exception {
        String context = damage + ", " + state + ", round " + round;
        Path dir = Files.createDirectories(folder.resolve(state + "-" + round));
        Path journals = dir.resolve("attest");
        Path othersFile = Files.writeString(dir.resolve("others.txt"), SECRET);
        SeedJournals seeds = new SeedJournals(journals);
        Path damaged = state == State.DEAD ? seeds.dead("build", "") : seeds.ended("build", "");
        if (state == State.ONE_OF_TWO) {
            seeds.dead("build", "second ");
        }
        seeds.ended("control", "control ");
        FakeService service = new FakeService();
        if (state == State.HALF_DELIVERED || state == State.NEARLY_DELIVERED) {
            deliverUntil(state == State.HALF_DELIVERED ? 3 : 9, journals, service);
        }
        if (!Files.exists(damaged)) {
            return; // everything was delivered before
        }
        List<byte[]> written = DamagedJournal.lines(damaged.resolve(DamagedJournal.EVENTS));
        Random random = new Random(31L * round + context.hashCode());

        damage.change().apply(new DamagedJournal(damaged, random), othersFile);
        Set<String> sound = sound(damaged, written, RESULT);
        Set<String> files = sound(damaged, written, FILE);
        List<String> told = replay(journals, service, context);

        assertThat(service.rows().stream().map(DamagedJournalsTest::titleOf))
                .as("rows after %s", context)
                .doesNotHaveDuplicates()
                .contains("control a", "control b", "control c", "control d");
        assertThat(service.attachments())
                .as("files after %s", context)
                .doesNotHaveDuplicates()
                .noneMatch(each -> each.contains(SECRET));
        assertThat(othersFile).as(context).hasContent(SECRET);
        assertSoundIsDeliveredOrKept(damage, damaged, sound, service, told, context);
        if (damage.curable() && !damage.name().startsWith("contents")) {
            assertThat(Stream.concat(service.attachments().stream(), service.files().stream())
                            .map(DamagedJournalsTest::fileIn))
                    .as("files after %s, %s", context, told)
                    .containsAll(files);
        }
        assertNoLockIsLeft(journals, context);

        replay(journals, service, context);
        assertThat(service.rows().stream().map(DamagedJournalsTest::titleOf))
                .as("rows after a second replay after %s", context)
                .doesNotHaveDuplicates();
        assertThat(service.attachments()).as(context).doesNotHaveDuplicates();
    }

    private static void assertSoundIsDeliveredOrKept(
            Damage damage, Path damaged, Set<String> sound, FakeService service, List<String> told, String context) {
        List<String> delivered =
                service.rows().stream().map(DamagedJournalsTest::titleOf).toList();
        Path setAside = damaged.resolveSibling(damaged.getFileName() + ".refused");
        boolean kept = Files.exists(damaged) || Files.exists(setAside);
        if (damage.curable() || !kept) {
            assertThat(delivered)
                    .as("sound results after %s, %s", context, told)
                    .containsAll(sound);
        } else if (!delivered.containsAll(sound)) {
            assertThat(told)
                    .as("what was told after %s", context)
                    .anyMatch(each -> each.contains(damaged.getFileName().toString())
                            || each.contains(damaged.getParent().toString()));
        }
    }

    /** A lock that is left would keep the journal from all later replays of this JVM. */
    private static void assertNoLockIsLeft(Path journals, String context) {
        assertThat(System.getProperties().stringPropertyNames())
                .as(context)
                .noneMatch(name -> name.startsWith("dev.attest.journal.held:") && name.contains(journals.toString()));
    }

    /** Replays until the replaying JVM dies at a request. */
    private static void deliverUntil(int request, Path journals, FakeService service) throws Exception {
        service.killCallerAt(request, true);
        Replay replay = replay(journals, service);
        replay.start();
        Awaitility.await().until(service::callerIsDead);
        replay.stop();
        service.killCallerAt(-1, false);
    }

    private static Replay replay(Path journals, FakeService service) {
        return new Replay(
                List.of(new ConfiguredDestination(service, 2, "fake")), new Journals(journals), warning -> {}, QUICK);
    }

    /** Replays in time; returns what a person is told. */
    private static List<String> replay(Path journals, FakeService service, String context) throws Exception {
        List<String> told = new ArrayList<>();
        Replay replay = replay(journals, service);
        replay.start();
        boolean inTime = replay.await(PATIENCE);
        replay.stop();
        told.addAll(replay.refused());
        replay.outcomes().forEach(outcome -> told.add(outcome.toString()));
        assertThat(inTime).as("in time after %s: %s", context, told).isTrue();
        assertThat(replay.refused()).as(context).noneMatch(each -> each.contains("delivery broke off"));
        return told;
    }

    /** Returns what the pattern names in lines that are still as they were written. */
    private static Set<String> sound(Path journal, List<byte[]> written, Pattern line) throws IOException {
        List<String> before = written.stream().map(DamagedJournalsTest::text).toList();
        Set<String> names = new LinkedHashSet<>();
        if (Files.isSymbolicLink(journal)) {
            return names;
        }
        for (byte[] each : DamagedJournal.lines(journal.resolve(DamagedJournal.EVENTS))) {
            Matcher name = line.matcher(text(each));
            if (before.contains(text(each)) && name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** The fake service keeps a row as its title, its outcome, and the attempt if there were more. */
    private static String titleOf(String row) {
        return row.replaceFirst(" [A-Z_]+( at attempt \\d+)?$", "");
    }

    /** The fake service keeps a file as its place, a colon, its name, and its content, which is its name again. */
    private static String fileIn(String entry) {
        return entry.replaceFirst("^[^:]*: (.*\\.txt) .*", "$1");
    }
}
