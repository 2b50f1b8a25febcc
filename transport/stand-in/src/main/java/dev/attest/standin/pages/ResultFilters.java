package dev.attest.standin.pages;

import dev.attest.standin.store.ResultSearch.Criteria;
import dev.attest.standin.store.ResultSearch.Order;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which results of a run a page shows, as its address says. An empty text selects all.
 *
 * @param text what title, name, message or comment contain
 * @param mark what is special about the results
 * @param sort the order of the results; empty for failures first
 */
record ResultFilters(int runId, String outcome, String className, String text, String mark, String sort) {

    private static final int LONGEST = 1000;

    private static final List<Choice> MARKS = List.of(
            new Choice("", "any"),
            new Choice("new", "new failure"),
            new Choice("known", "known failure"),
            new Choice("flaky", "flaky"),
            new Choice("slow", "slow"),
            new Choice("retried", "retried"),
            new Choice("quarantined", "quarantined"));

    private static final List<Choice> SORTS = List.of(
            new Choice("", "failures first"),
            new Choice("class", "by class"),
            new Choice("slowest", "slowest first"),
            new Choice("added", "as they were added"));

    /** What a person can choose in a form. */
    record Choice(String value, String label) {}

    /** Reads the parameters of an address. What no form would send selects all. */
    static ResultFilters of(int runId, UnaryOperator<String> parameter) {
        var mark = parameter.apply("mark");
        var sort = parameter.apply("sort");
        return new ResultFilters(
                runId,
                shortened(parameter.apply("outcome")),
                shortened(parameter.apply("class")),
                shortened(parameter.apply("q")).strip(),
                known(MARKS, mark),
                known(SORTS, sort));
    }

    private static String known(List<Choice> choices, String value) {
        return choices.stream().anyMatch(choice -> choice.value().equals(value)) ? value : "";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    List<Choice> marks() {
        return MARKS;
    }

    List<Choice> sorts() {
        return SORTS;
    }

    /** Returns whether the counts of the run know how many results there are, so that nothing has to be searched. */
    boolean plain() {
        return className.isEmpty() && text.isEmpty() && mark.isEmpty() && sort.isEmpty();
    }

    /** Returns whether results of one class are not beside each other. */
    boolean ordersAcrossClasses() {
        return sort.equals("slowest") || sort.equals("added");
    }

    /** Returns whether some results may be left out. */
    boolean active() {
        return !plain() || !outcome.isEmpty();
    }

    String classLabel() {
        return PageText.visible(className);
    }

    String textLabel() {
        return PageText.visible(text);
    }

    Criteria criteria() {
        var order = switch (sort) {
            case "class" -> Order.CLASS;
            case "slowest" -> Order.SLOWEST;
            case "added" -> Order.ADDED;
            default -> Order.WORST;
        };
        return new Criteria(outcome, className, text, mark, order);
    }

    ResultFilters ofOutcome(String other) {
        return new ResultFilters(runId, other, className, text, mark, sort);
    }

    ResultFilters ofClass(String other) {
        return new ResultFilters(runId, outcome, other, text, mark, sort);
    }

    /** Returns the address of the page that shows these results. */
    String href() {
        return path() + query();
    }

    /** Returns the address that ends before the number of the page. */
    String pages() {
        var query = query();
        return path() + (query.isEmpty() ? "?" : query + "&") + "page=";
    }

    private String path() {
        return "/runs/" + runId;
    }

    private String query() {
        var values = new LinkedHashMap<String, String>();
        values.put("outcome", outcome);
        values.put("class", className);
        values.put("q", text);
        values.put("mark", mark);
        values.put("sort", sort);
        var query = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(ResultFilters::pair)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String pair(Map.Entry<String, String> entry) {
        return entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8);
    }
}
