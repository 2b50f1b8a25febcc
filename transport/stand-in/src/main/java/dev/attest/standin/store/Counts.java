package dev.attest.standin.store;

import java.util.List;

/**
 * How many results of a run ended how.
 *
 * @param cells one for each state and outcome that occurs
 */
public record Counts(List<Cell> cells) {

    /** The number of results that share a state, an outcome, and whether they were rerun. */
    public record Cell(String state, String outcome, boolean rerun, int count) {}

    /** Copies the cells. */
    public Counts {
        cells = List.copyOf(cells);
    }

    /** Returns the number of results. */
    public int total() {
        return cells.stream().mapToInt(Cell::count).sum();
    }

    /** Returns the number of results whose state is not Completed, whatever their outcome says. */
    public int incomplete() {
        return total() - completed();
    }

    /** Returns the number of completed results with this outcome. */
    public int completed(String outcome) {
        return cells.stream()
                .filter(cell ->
                        cell.state().equals("Completed") && cell.outcome().equals(outcome))
                .mapToInt(Cell::count)
                .sum();
    }

    private int completed() {
        return cells.stream()
                .filter(cell -> cell.state().equals("Completed"))
                .mapToInt(Cell::count)
                .sum();
    }
}
