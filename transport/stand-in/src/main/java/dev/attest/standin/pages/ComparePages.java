package dev.attest.standin.pages;

import dev.attest.standin.reports.RunComparison;
import dev.attest.standin.reports.RunComparison.Change;
import dev.attest.standin.reports.RunComparison.Changed;
import dev.attest.standin.reports.RunComparison.Pair;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.RunQuery;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the page of two runs side by side shows. */
final class ComparePages {

    /** The tests of each list on the page that has all lists. */
    private static final int FEW = 10;

    /** The tests on a page of one list. */
    private static final int MANY = 100;

    private static final int CHOICES = 50;

    private final Store store;
    private final RunComparison comparison;

    ComparePages(Store store) {
        this.store = store;
        this.comparison = new RunComparison(store);
    }

    /**
     * Compares a run with another.
     *
     * @param other the other run; empty for the run before
     * @param list the only list to show; another text for all
     */
    ComparePage one(int id, String other, String list, int number) {
        var run = find(id);
        var base = other.isEmpty() ? comparison.before(id).map(this::find).orElse(null) : find(PageText.id(other));
        if (base != null && !base.project().equals(run.project())) {
            throw Refusal.notFound("Test run " + base.id() + " is of the project " + PageText.visible(base.project())
                    + ", and test run " + id + " is of " + PageText.visible(run.project())
                    + ". Choose a run of the same project.");
        }
        var only = Arrays.stream(ChangeText.values())
                .filter(each -> each.code().equals(list))
                .findFirst();
        var lists = base == null || base.id() == id
                ? List.<ChangeList>of()
                : only.map(text -> page(run, base, text, number)).orElseGet(() -> all(run, base));
        return new ComparePage(
                line(run),
                base == null ? null : line(base),
                !run.ended(),
                base != null && !base.ended(),
                choices(run, base),
                only.map(ChangeText::label).orElse(""),
                lists);
    }

    private List<ChangeList> all(RunRow run, RunRow base) {
        var changes = comparison.compare(run.id(), base.id(), 0, FEW);
        return lines(run, base, changes, text -> new Pager(address(run, base, text), 1, FEW, 0));
    }

    private List<ChangeList> page(RunRow run, RunRow base, ChangeText text, int number) {
        var skip = (number - 1) * MANY;
        var changes = comparison.compare(run.id(), base.id(), skip, MANY);
        var one = changes.get(text.change());
        return one == null
                ? List.of()
                : lines(
                        run,
                        base,
                        Map.of(text.change(), one),
                        each -> new Pager(address(run, base, each), number, MANY, one.total()));
    }

    private static String address(RunRow run, RunRow base, ChangeText text) {
        return "/runs/" + run.id() + "/compare/" + base.id() + "?list=" + text.code() + "&page=";
    }

    private List<ChangeList> lines(
            RunRow run, RunRow base, Map<Change, Changed> changes, Function<ChangeText, Pager> pagers) {
        var now = rows(run.id(), changes, Pair::now);
        var before = rows(base.id(), changes, Pair::base);
        var lists = new ArrayList<ChangeList>();
        for (var text : ChangeText.values()) {
            var changed = changes.get(text.change());
            if (changed != null) {
                var lines = changed.pairs().stream()
                        .map(pair -> new ChangeLine(line(now.get(pair.now())), line(before.get(pair.base()))))
                        .filter(line -> line.now() != null || line.before() != null)
                        .toList();
                lists.add(new ChangeList(text, changed.total(), lines, pagers.apply(text), !run.ended()));
            }
        }
        return lists;
    }

    private Map<Integer, ResultRow> rows(int run, Map<Change, Changed> changes, Function<Pair, Integer> side) {
        var ids = changes.values().stream()
                .flatMap(changed -> changed.pairs().stream())
                .map(side)
                .filter(id -> id != 0)
                .toList();
        return store.results().find(run, ids);
    }

    private static @Nullable ResultLine line(@Nullable ResultRow row) {
        return row == null ? null : ResultLine.of(row);
    }

    private RunLine line(RunRow row) {
        return RunLine.of(row, store.runs().counts(row.id()));
    }

    private List<RunChoice> choices(RunRow run, @Nullable RunRow base) {
        var newest = new RunQuery(run.project(), null, null, null, null, null, Map.of(), 0, CHOICES, true);
        var rows = store.runs().list(newest).stream().filter(row -> row.id() != run.id());
        var older = base == null ? Stream.<RunRow>of() : Stream.of(base);
        return Stream.concat(rows, older)
                .map(row -> new RunChoice(
                        row.id(),
                        "#" + row.id() + " " + PageText.visible(row.name()),
                        base != null && row.id() == base.id()))
                .distinct()
                .toList();
    }

    private RunRow find(int id) {
        return store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
    }

    /**
     * Two runs side by side.
     *
     * @param base the other run; null if there is none
     * @param live whether the run is in progress
     * @param baseLive whether the other run is
     * @param only the name of the only list that is shown; empty for all lists
     */
    record ComparePage(
            RunLine run,
            @Nullable RunLine base,
            boolean live,
            boolean baseLive,
            List<RunChoice> choices,
            String only,
            List<ChangeList> lists) {

        boolean same() {
            return base != null && base.id() == run.id();
        }

        String href() {
            return "/runs/" + run.id() + "/compare" + (base == null ? "" : "/" + base.id());
        }
    }

    /** A run that can be chosen. */
    record RunChoice(int id, String label, boolean selected) {}

    /** A test, and its results in both runs. One of them may be null. */
    record ChangeLine(@Nullable ResultLine now, @Nullable ResultLine before) {

        ResultLine shown() {
            return now != null ? now : Objects.requireNonNull(before);
        }
    }

    /**
     * The tests that have changed in the same way.
     *
     * @param total their number, of which the page shows the first ones
     * @param live whether the run is in progress
     */
    record ChangeList(ChangeText text, int total, List<ChangeLine> lines, Pager pager, boolean live) {

        String label() {
            return live ? text.liveLabel() : text.label();
        }

        /** Returns how many tests are left out of the page that has all lists; 0 on the page of one list. */
        int more() {
            return pager.total() == 0 ? total - lines.size() : 0;
        }

        String href() {
            return pager.path() + "1";
        }
    }
}
