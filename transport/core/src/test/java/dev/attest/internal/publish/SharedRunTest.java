package dev.attest.internal.publish;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.RunLease;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.journal.event.RunFact;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What several JVMs do that take part in one run; here each is a journal and a publisher of its own. */
class SharedRunTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, SHORT, Duration.ofMillis(20));

    @TempDir
    Path folder;

    private final FakeService service = new FakeService();

    @Test
    void isCreatedByTheFirstAndShownAsOverByTheLastOut() throws Exception {
        Member first = member(true);
        Member second = member(true);
        first.passes("a");
        second.passes("b");
        await().until(() -> service.rows().size() == 2);

        first.ends();
        assertThat(service.states()).isEmpty();
        second.ends();

        assertThat(service.runs()).hasSize(1);
        assertThat(service.rows()).containsExactlyInAnyOrder("a PASSED", "b PASSED");
        assertThat(service.states()).containsExactly("Completed");
    }

    @Test
    void goesOnWhenAJvmComesAfterAllOthersHaveLeft() throws Exception {
        Member surefire = member(true);
        surefire.passes("a");
        surefire.ends();
        Member failsafe = member(true);
        failsafe.passes("b");
        failsafe.ends();

        assertThat(service.runs()).hasSize(1);
        assertThat(service.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(service.states()).containsExactly("Completed", "reopened", "Completed");
    }

    @Test
    void isAnotherOneWhereTheServiceDoesNotLetItGoOn() throws Exception {
        service.refuseToReopen();
        Member surefire = member(true);
        surefire.passes("a");
        surefire.ends();
        Member failsafe = member(true);
        failsafe.passes("b");
        failsafe.ends();

        assertThat(service.runs()).hasSize(2).doesNotHaveDuplicates();
        assertThat(service.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(service.state()).isEqualTo("Completed");
    }

    @Test
    void isForgottenOnceItIsOverWhereItDoesNotLast() throws Exception {
        Member today = member(false);
        today.passes("a");
        today.ends();
        assertThat(folder).isEmptyDirectory();

        Member tomorrow = member(false);
        tomorrow.passes("a");
        tomorrow.ends();

        assertThat(service.runs()).hasSize(2);
    }

    @Test
    void isCompletedWithAllThatADeadMemberLeftBehind() throws Exception {
        Member survivor = member(true);
        survivor.passes("a");
        await().until(() -> service.rows().size() == 1);
        Member victim = member(true);
        victim.passes("b");
        victim.starts("c");
        await().until(() -> service.rows().size() == 2);
        victim.dies();

        survivor.ends();

        assertThat(service.runs()).hasSize(1);
        assertThat(service.rows()).containsExactlyInAnyOrder("a PASSED", "b PASSED", "c ABORTED");
        assertThat(service.states()).containsExactly("Completed");
    }

    @Test
    void namesTheTestsThatADeadMemberDidNotComeTo() throws Exception {
        Member survivor = member(true);
        survivor.passes("a");
        Member victim = member(true);
        victim.plans("b", "c", "d");
        victim.passes("b");
        victim.starts("c");
        victim.dies();

        survivor.ends();

        assertThat(service.rows()).containsExactlyInAnyOrder("a PASSED", "b PASSED", "c ABORTED", "d NOT_STARTED");
    }

    @Test
    void isAbortedByTheNextBuildWhenNobodySurvived() throws Exception {
        Member first = member(true);
        Member second = member(true);
        first.passes("a");
        second.starts("b");
        await().until(() -> service.rows().size() == 1);
        first.dies();
        second.dies();

        Member next = new Member(new Journals(folder), "another build", true, QUICK);
        next.passes("z");
        next.ends();

        assertThat(service.runs()).hasSize(2);
        assertThat(service.rows()).containsExactlyInAnyOrder("a PASSED", "b ABORTED", "z PASSED");
        assertThat(service.states()).contains("Aborted").hasSize(2);
    }

    @Test
    void doesNotWaitForAJvmThatHasNoTests() throws Exception {
        Member idle = member(true);
        Member busy = member(true);
        busy.passes("a");

        busy.ends();

        assertThat(service.states()).containsExactly("Completed");
        idle.ends();
    }

    @Test
    void isOneHoweverManyComeAndGoAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> forks = new ArrayList<>();
            for (int fork = 1; fork <= 40; fork++) {
                String test = "test " + fork;
                boolean dying = fork % 5 == 0;
                forks.add(threads.submit(() -> {
                    Member member = member(true);
                    member.passes(test);
                    if (dying) {
                        member.dies();
                    } else {
                        member.ends();
                    }
                    return null;
                }));
            }
            for (Future<?> fork : forks) {
                fork.get();
            }
        } finally {
            threads.shutdown();
        }
        Member last = member(true);
        last.passes("last");
        last.ends();

        assertThat(service.runs()).hasSize(1);
        assertThat(service.rows()).hasSize(41).doesNotHaveDuplicates();
        assertThat(service.state()).isEqualTo("Completed");
    }

    /** The service may still have its request, and then there would be two. */
    @Test
    void isCreatedOnlyAfterAPauseIfAMemberDiedWhileItCreatedIt() throws Exception {
        Duration pause = Duration.ofMillis(400);
        announceAndDie("of the dead member");
        DeliverySettings patient = new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, pause, Duration.ofMillis(20));
        Member survivor = new Member(new Journals(folder), "build", true, patient);

        long began = System.nanoTime();
        survivor.passes("a");
        await().until(() -> !service.runs().isEmpty());
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        survivor.ends();

        assertThat(waited).isGreaterThanOrEqualTo(pause);
        assertThat(service.runs()).containsExactly("of the dead member");
        assertThat(service.rows()).containsExactly("a PASSED");
    }

    /** Leaves what a member does that dies before it knows whether the run is created. */
    private void announceAndDie(String token) throws IOException {
        CRC32C crc = new CRC32C();
        crc.update(service.address().getBytes(StandardCharsets.UTF_8));
        String facts = service.name() + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
        Journal victim = new Journals(folder).create("build", true);
        try (RunLease lease = victim.run().tryAcquireLease(facts).orElseThrow()) {
            lease.append(new RunFact.Announced(new Run(token, "title", NOON, "host", null), true));
        }
        victim.delete();
    }

    private Member member(boolean lasting) throws IOException {
        return new Member(new Journals(folder), "build", lasting, QUICK);
    }

    /** A JVM: a journal that it writes to, and a publisher. */
    private final class Member {

        private final Journal journal;
        private final Publisher publisher;
        private int rows;
        private boolean begun;

        Member(Journals journals, String key, boolean lasting, DeliverySettings settings) throws IOException {
            journal = journals.create(key, lasting);
            ConfiguredDestination outlet = new ConfiguredDestination(service, 2, service.name());
            publisher = new Publisher(
                    outlet, journal, new OrphanQueue(List.of(outlet), journals), List::of, warning -> {}, settings);
            publisher.start();
        }

        void plans(String... titles) throws IOException {
            begins();
            journal.append(
                    new Event.TestsPlanned(Stream.of(titles).map(this::test).toList()));
        }

        void starts(String title) throws IOException {
            begins();
            journal.append(new Event.TestStarted(++rows, 1, test(title), NOON));
        }

        private void begins() throws IOException {
            if (!begun) {
                begun = true;
                Run run = new Run(UUID.randomUUID().toString(), "title", NOON, "host", null);
                journal.append(new Event.RunStarted(run, List.of()));
            }
        }

        void passes(String title) throws IOException {
            starts(title);
            journal.append(new Event.ResultRecorded(
                    new Result(rows, 1, test(title), Outcome.PASSED, NOON, Duration.ZERO, null, "")));
        }

        void ends() throws IOException {
            journal.append(new Event.RunFinished(NOON, false));
            publisher.finish(Duration.ofSeconds(20));
            if (rows == 0 || publisher.published().progress().completed()) {
                journal.delete();
            } else {
                journal.close();
            }
        }

        /** Nothing is written or sent from here on, and the lock is free. */
        void dies() throws IOException {
            publisher.finish(SHORT);
            journal.close();
        }

        private TestDescription test(String title) {
            return new TestDescription(new TestId("e", "C", title, ""), title, List.of());
        }
    }
}
