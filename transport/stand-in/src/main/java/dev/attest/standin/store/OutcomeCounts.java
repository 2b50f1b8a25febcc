package dev.attest.standin.store;

import java.util.List;

/**
 * The number of results of a run by state and outcome.
 *
 * @param cells one for each combination of state and outcome that occurs
 */
public record OutcomeCounts(List<OutcomeCount> cells) {

    /**
     * The number of results that share a state, an outcome and their metadata.
     *
     * @param metadata {@code flaky}, {@code rerun} or empty
     */
    public record OutcomeCount(String state, String outcome, String metadata, int count) {}

    /** Copies the cells. */
    public OutcomeCounts {
        cells = List.copyOf(cells);
    }

    /** Returns the number of results. */
    public int total() {
        return cells.stream().mapToInt(OutcomeCount::count).sum();
    }

    /** Returns the number of results whose state is not Completed, whatever their outcome is. */
    public int incomplete() {
        return total() - completed();
    }

    /** Returns the number of completed results with this outcome. */
    public int completed(String outcome) {
        return cells.stream()
                .filter(cell ->
                        cell.state().equals("Completed") && cell.outcome().equals(outcome))
                .mapToInt(OutcomeCount::count)
                .sum();
    }

    private int completed() {
        return cells.stream()
                .filter(cell -> cell.state().equals("Completed"))
                .mapToInt(OutcomeCount::count)
                .sum();
    }
}
