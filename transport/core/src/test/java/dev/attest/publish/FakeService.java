package dev.attest.publish;

import dev.attest.model.Attachment;
import dev.attest.model.Content;
import dev.attest.model.Result;
import dev.attest.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service in memory that answers as it is told, and keeps what it took in the order in which it took it. */
final class FakeService implements Destination {

    /** What happens to a request before, or after, it takes effect. */
    private record Mishap(boolean takesEffect, Delivery answer) {}

    private final List<String> rows = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final List<String> runs = new ArrayList<>();
    private String state = "none";
    private int requests;
    private String refusedRun = "\0";
    private boolean throwing;
    private int deadAt;
    private boolean deadAfterEffect;
    private String poison = "\0";
    private Supplier<Boolean> down = () -> false;

    synchronized void answer(Delivery delivery) {
        mishaps.add(new Mishap(false, delivery));
    }

    synchronized void takeEffectButAnswer(Delivery delivery) {
        mishaps.add(new Mishap(true, delivery));
    }

    synchronized void refuse(String titlePart) {
        poison = titlePart;
    }

    synchronized void downWhile(Supplier<Boolean> condition) {
        down = condition;
    }

    /** Makes the caller die in that many requests from now, before it takes effect or after. */
    synchronized void killCallerAt(int request, boolean afterEffect) {
        deadAt = requests + request;
        deadAfterEffect = afterEffect;
    }

    synchronized void refuseRuns(String token) {
        refusedRun = token;
    }

    synchronized void throwWhenAttaching() {
        throwing = true;
    }

    synchronized List<String> rows() {
        return List.copyOf(rows);
    }

    /** Returns the tokens of the runs, as often as they were created. */
    synchronized List<String> runs() {
        return List.copyOf(runs);
    }

    synchronized List<String> attachments() {
        return List.copyOf(attachments);
    }

    synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    synchronized String state() {
        return state;
    }

    synchronized int requests() {
        return requests;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String address() {
        return "nowhere";
    }

    @Override
    public synchronized Delivery create(Run wanted, boolean mayExist) {
        if (wanted.token().equals(refusedRun)) {
            return new Rejected("no such run", false);
        }
        return act(() -> {
            if (!mayExist || !runs.contains(wanted.token())) {
                runs.add(wanted.token());
            }
            state = "InProgress";
            return delivered(List.of("1"));
        });
    }

    @Override
    public synchronized Delivery deliver(String runId, List<Result> results, boolean mayExist) {
        if (results.stream().anyMatch(result -> result.test().title().contains(poison))) {
            requests++;
            return new Rejected("poison", false);
        }
        return act(() -> {
            batches.add(results.size());
            List<String> ids = new ArrayList<>();
            for (Result result : results) {
                String row = result.test().title() + " " + result.outcome();
                if (!mayExist || !rows.contains(row)) {
                    rows.add(row);
                }
                ids.add("r" + rows.indexOf(row));
            }
            return delivered(ids);
        });
    }

    @Override
    public synchronized Delivery update(String runId, String resultId, Result attempt, boolean mayExist) {
        return act(() -> {
            int row = Integer.parseInt(resultId.substring(1));
            rows.set(row, attempt.test().title() + " " + attempt.outcome() + " at attempt " + attempt.attempt());
            return delivered(List.of());
        });
    }

    @Override
    public synchronized Delivery attach(
            String runId, @Nullable String resultId, Attachment attachment, Content content, boolean mayExist) {
        if (throwing) {
            throw new IllegalArgumentException("not a file name");
        }
        return act(() -> {
            String entry = (resultId == null ? "run" : rows.get(Integer.parseInt(resultId.substring(1)))) + ": "
                    + attachment.fileName() + " " + text(content);
            if (!mayExist || !attachments.contains(entry)) {
                attachments.add(entry);
            }
            return delivered(List.of());
        });
    }

    @Override
    public synchronized Delivery complete(String runId, Instant at, boolean aborted) {
        return act(() -> {
            state = aborted ? "Aborted" : "Completed";
            return delivered(List.of());
        });
    }

    @Override
    public void close() {}

    private Delivery act(Supplier<Delivery> effect) {
        requests++;
        if (down.get()) {
            return new Deferred("the service is down", Duration.ZERO, false, false);
        }
        if (requests == deadAt) {
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

    private static Delivery delivered(List<String> ids) {
        return new Delivered(ids, "http://run", Duration.ZERO);
    }

    private static String text(Content content) {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
