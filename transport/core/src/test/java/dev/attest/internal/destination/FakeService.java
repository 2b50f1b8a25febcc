package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service in memory that answers as it is told, and keeps what it took in the order in which it took it. */
public final class FakeService implements Destination {

    /** What happens to a request before, or after, it takes effect. */
    private record Mishap(boolean takesEffect, DeliveryResult answer) {}

    private final List<String> rows = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final List<String> runs = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final Set<String> over = new HashSet<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private ReportTrigger wanted = ReportTrigger.NONE;
    private String poisonedReport = "\0";
    private final List<String> marks = new ArrayList<>();
    private String mark = "";
    private final String name;
    private boolean replied;
    private String state = "none";
    private boolean closedForGood;
    private int requests;
    private String refusedRun = "\0";
    private boolean throwing;
    private int damagedFrom = Integer.MAX_VALUE;
    private boolean damagedAfterEffect;
    private TestDamage damage = TestDamage.NO_MEMORY;
    private int deadAt;
    private boolean deadAfterEffect;
    private boolean dead;
    private int caller;
    private String poison = "\0";
    private String poisonedAttempt = "\0";
    private Supplier<Boolean> down = () -> false;
    private Supplier<Boolean> denied = () -> false;

    public FakeService() {
        this("fake");
    }

    public FakeService(String name) {
        this.name = name;
    }

    public synchronized void answer(DeliveryResult delivery) {
        mishaps.add(new Mishap(false, delivery));
    }

    public synchronized void takeEffectButAnswer(DeliveryResult delivery) {
        mishaps.add(new Mishap(true, delivery));
    }

    public synchronized void refuse(String titlePart) {
        poison = titlePart;
    }

    public synchronized void refuseFurtherAttempts(String titlePart) {
        poisonedAttempt = titlePart;
    }

    public synchronized void downWhile(Supplier<Boolean> condition) {
        down = condition;
    }

    /** Makes the caller die in that many requests from now, before it takes effect or after. */
    public synchronized void killCallerAt(int request, boolean afterEffect) {
        deadAt = requests + request;
        deadAfterEffect = afterEffect;
        dead = false;
    }

    /** Returns this service as it is for one caller: once another follows, nothing of this one takes effect. */
    public synchronized Destination forOneCaller() {
        int mine = ++caller;
        InvocationHandler calls = (proxy, method, arguments) -> {
            synchronized (this) {
                if (mine != caller) {
                    throw new IllegalStateException("killed");
                }
                try {
                    return method.invoke(this, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                }
            }
        };
        Class<?>[] type = {Destination.class};
        return (Destination) Proxy.newProxyInstance(Destination.class.getClassLoader(), type, calls);
    }

    /** Returns whether the caller died: nothing that it sends takes effect any more. */
    public synchronized boolean callerIsDead() {
        return dead;
    }

    /** Throws while the condition holds what a security manager throws that a test has set. */
    public synchronized void denyWhile(Supplier<Boolean> condition) {
        denied = condition;
    }

    /** From this request on, each second one throws what a test has brought about, before or after it takes effect. */
    public synchronized void damageFrom(int request, boolean afterEffect, TestDamage kind) {
        damage = kind;
        damagedFrom = request;
        damagedAfterEffect = afterEffect;
    }

    public synchronized void refuseRuns(String token) {
        refusedRun = token;
    }

    public synchronized void throwWhenAttaching() {
        throwing = true;
    }

    public synchronized List<String> rows() {
        return List.copyOf(rows);
    }

    /** Returns the tokens of the runs, as often as they were created. */
    public synchronized List<String> runs() {
        return List.copyOf(runs);
    }

    /** Returns the attempts that are kept apart from their rows. */
    public synchronized List<String> attempts() {
        return List.copyOf(attempts);
    }

    public synchronized List<String> attachments() {
        return List.copyOf(attachments);
    }

    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    public synchronized String state() {
        return state;
    }

    /** Returns how the run was shown as over and reopened, in order. */
    public synchronized List<String> states() {
        return List.copyOf(states);
    }

    public synchronized void refuseToReopen() {
        closedForGood = true;
    }

    public synchronized int requests() {
        return requests;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return "nowhere";
    }

    public synchronized void mark(String text) {
        mark = text;
    }

    @Override
    public synchronized DeliveryResult prepare(Run wanted) {
        return mark.isEmpty() ? new Accepted(List.of(), "", Duration.ZERO) : act(() -> delivered(List.of(mark)));
    }

    /** Returns what each try to create a run was marked by. */
    public synchronized List<String> marks() {
        return List.copyOf(marks);
    }

    @Override
    public synchronized DeliveryResult create(Run wanted, boolean possiblyApplied) {
        marks.add(wanted.mark());
        if (wanted.token().equals(refusedRun)) {
            return new Rejected("no such run", false);
        }
        return act(() -> {
            if (!possiblyApplied || !runs.contains(wanted.token())) {
                runs.add(wanted.token());
            }
            state = "InProgress";
            String id = String.valueOf(runs.indexOf(wanted.token()) + 1);
            over.remove(id);
            return delivered(List.of(id));
        });
    }

    @Override
    public synchronized DeliveryResult deliver(String runId, List<Result> results, boolean possiblyApplied) {
        if (results.stream().anyMatch(result -> result.test().title().contains(poison))) {
            requests++;
            return new Rejected("poison", false);
        }
        return act(() -> {
            if (over.contains(runId)) {
                return new Rejected("the run is over", true);
            }
            batches.add(results.size());
            List<String> ids = new ArrayList<>();
            for (Result result : results) {
                String title = result.test().title();
                if (!possiblyApplied || !titles.contains(title)) {
                    titles.add(title);
                    rows.add(title + " " + result.outcome());
                }
                ids.add("r" + titles.lastIndexOf(title));
            }
            return delivered(ids);
        });
    }

    @Override
    public synchronized DeliveryResult append(String runId, List<RetriedRow> retried, boolean possiblyApplied) {
        if (retried.stream().anyMatch(row -> row.last().test().title().contains(poisonedAttempt))) {
            requests++;
            return new Rejected("poison", false);
        }
        return act(() -> {
            batches.add(retried.size());
            List<String> ids = new ArrayList<>();
            for (RetriedRow row : retried) {
                Result last = row.last();
                int index = Integer.parseInt(row.resultId().substring(1));
                rows.set(index, last.test().title() + " " + last.outcome() + " at attempt " + last.attempt());
                for (Result attempt : row.missing()) {
                    String entry = attempt.test().title() + " " + attempt.attempt() + " " + attempt.outcome();
                    if (!possiblyApplied || !attempts.contains(entry)) {
                        attempts.add(entry);
                    }
                    ids.add("a" + attempts.indexOf(entry));
                }
            }
            return delivered(ids);
        });
    }

    @Override
    public synchronized DeliveryResult attach(
            String runId,
            @Nullable String resultId,
            @Nullable String attemptId,
            Attachment attachment,
            Content content,
            boolean possiblyApplied) {
        if (throwing) {
            throw new IllegalArgumentException("not a file name");
        }
        try {
            return act(() -> {
                String entry = owner(resultId, attemptId) + ": " + attachment.fileName() + " " + text(content);
                // It may have been sent while the attempt was the only one, and had no place of its own.
                String onRow = ": " + attachment.fileName() + " " + text(content);
                boolean mayBeOnRow = attemptId != null && attachments.stream().anyMatch(each -> each.endsWith(onRow));
                if (!possiblyApplied || !(attachments.contains(entry) || mayBeOnRow)) {
                    attachments.add(entry);
                }
                return delivered(List.of("f" + attachments.size()));
            });
        } catch (IllegalStateException killed) {
            return new Retry("killed", Duration.ZERO, true, false);
        }
    }

    @Override
    public synchronized DeliveryResult file(
            AttachmentTarget place, Attachment attachment, Content content, String origin, boolean possiblyApplied) {
        try {
            return act(() -> {
                String entry = place.kind() + " " + place.id() + ": " + attachment.fileName() + " " + text(content)
                        + ", " + origin;
                if (!possiblyApplied || !files.contains(entry)) {
                    files.add(entry);
                }
                return delivered(List.of("f" + files.size()));
            });
        } catch (IllegalStateException killed) {
            return new Retry("killed", Duration.ZERO, true, false);
        }
    }

    @Override
    public synchronized ReportTrigger reports() {
        return wanted;
    }

    @Override
    public synchronized DeliveryResult report(String runId, ReportedRow row, boolean possiblyApplied) {
        if (row.last().test().title().contains(poisonedReport)) {
            return new Rejected("poison", false);
        }
        try {
            return act(() -> {
                Result last = row.last();
                String evidence = row.evidence().stream()
                        .map(each -> each.attachment().fileName() + " " + text(each.content()))
                        .toList()
                        .toString();
                String entry = rowAt(row.resultId()) + " tried "
                        + row.attempts().size() + ", last " + last.attempt() + " " + last.outcome() + " " + evidence;
                if (!possiblyApplied || !reported.contains(entry)) {
                    reported.add(entry);
                }
                return delivered(List.of());
            });
        } catch (IllegalStateException killed) {
            return new Retry("killed", Duration.ZERO, true, false);
        }
    }

    private String rowAt(String resultId) {
        return titles.get(Integer.parseInt(resultId.substring(1)));
    }

    @Override
    public synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }

    public synchronized void remark(String sentence) {
        remarks.add(sentence);
    }

    public synchronized void wantReports(ReportTrigger when) {
        wanted = when;
    }

    public synchronized void refuseReports(String titlePart) {
        poisonedReport = titlePart;
    }

    /** Returns the reports of rows, as often as they took effect. */
    public synchronized List<String> reported() {
        return List.copyOf(reported);
    }

    /** Returns the files that are neither on a run nor on a result. */
    public synchronized List<String> files() {
        return List.copyOf(files);
    }

    private String owner(@Nullable String resultId, @Nullable String attemptId) {
        if (attemptId != null) {
            return attempts.get(Integer.parseInt(attemptId.substring(1)));
        }
        return resultId == null
                ? (over.isEmpty() ? "run" : "completed run")
                : rows.get(Integer.parseInt(resultId.substring(1)));
    }

    @Override
    public synchronized DeliveryResult reopen(String runId) {
        return act(() -> {
            if (closedForGood) {
                return new Rejected("a run that is over stays so", false);
            }
            states.add("reopened");
            state = "InProgress";
            over.remove(runId);
            return delivered(List.of());
        });
    }

    @Override
    public synchronized DeliveryResult complete(String runId, Instant at, boolean aborted) {
        return act(() -> {
            state = aborted ? "Aborted" : "Completed";
            over.add(runId);
            states.add(state);
            return delivered(List.of());
        });
    }

    @Override
    public synchronized boolean hasReplied() {
        return replied;
    }

    @Override
    public void close() {}

    private DeliveryResult act(Supplier<DeliveryResult> effect) {
        requests++;
        if (dead) {
            throw new IllegalStateException("killed");
        }
        if (requests >= damagedFrom && (requests - damagedFrom) % 2 == 0) {
            if (damagedAfterEffect) {
                effect.get();
            }
            return damage.answer();
        }
        if (denied.get()) {
            return TestDamage.DENIED.answer();
        }
        if (down.get()) {
            return new Retry("the service is down", Duration.ZERO, false, false);
        }
        replied = true;
        if (requests == deadAt) {
            dead = true;
            if (deadAfterEffect) {
                effect.get();
            }
            throw new IllegalStateException("killed");
        }
        Mishap mishap = mishaps.poll();
        if (mishap == null) {
            return effect.get();
        }
        if (mishap.takesEffect()) {
            effect.get();
        }
        return mishap.answer();
    }

    private static DeliveryResult delivered(List<String> ids) {
        return new Accepted(ids, "http://run", Duration.ZERO);
    }

    private static String text(Content content) {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
