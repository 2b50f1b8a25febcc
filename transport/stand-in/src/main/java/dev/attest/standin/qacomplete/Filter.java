package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The filter of a list: {@code (TestSetId = 7 and Title ~ 'abc') or not id in {1,2}}. Supported are {@code = != ~ in
 * AND OR NOT} and parentheses. Everything else is refused.
 */
final class Filter {

    private final FilterTokens tokens;
    private final boolean anyCase;

    private Filter(FilterTokens tokens, boolean anyCase) {
        this.tokens = tokens;
        this.anyCase = anyCase;
    }

    static Predicate<ObjectNode> of(String text, Policy policy) {
        var tokens = FilterTokens.of(text, !policy.holds(Assumption.QAC_BARE_QUOTES));
        var filter = new Filter(tokens, policy.holds(Assumption.QAC_FILTER_IGNORES_CASE));
        var condition = filter.either();
        tokens.end();
        return condition;
    }

    private Predicate<ObjectNode> either() {
        var condition = both();
        while (tokens.skip("or")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<ObjectNode> both() {
        var condition = single();
        while (tokens.skip("and")) {
            condition = condition.and(single());
        }
        return condition;
    }

    private Predicate<ObjectNode> single() {
        if (tokens.skip("not")) {
            return single().negate();
        }
        if (tokens.skip("(")) {
            var condition = either();
            tokens.require(")");
            return condition;
        }
        return comparison(tokens.name());
    }

    private Predicate<ObjectNode> comparison(String field) {
        if (tokens.skip("in")) {
            return in(field, List.copyOf(values()));
        }
        if (tokens.skip("=")) {
            return in(field, List.of(tokens.value()));
        }
        if (tokens.skip("!=")) {
            return in(field, List.of(tokens.value())).negate();
        }
        if (tokens.skip("~")) {
            var part = folded(tokens.text());
            return node -> folded(given(node, field)).contains(part);
        }
        throw tokens.expected("one of = != ~ in");
    }

    private List<String> values() {
        tokens.require("{");
        var values = new ArrayList<String>();
        do {
            values.add(tokens.value());
        } while (tokens.skip(","));
        tokens.require("}");
        return values;
    }

    private Predicate<ObjectNode> in(String field, List<String> values) {
        var wanted = values.stream().map(this::folded).toList();
        return node -> wanted.contains(folded(given(node, field)));
    }

    private String folded(String text) {
        return anyCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Returns a property. A filter can name it {@code TestSetId}, {@code testSetId} or {@code test_set_id}. */
    private static String given(ObjectNode node, String field) {
        for (var property : node.properties()) {
            if (BodyProperties.plain(property.getKey()).equals(BodyProperties.plain(field))) {
                return property.getValue().asText();
            }
        }
        throw QaCompleteErrors.invalid("Filter: there is no field " + field + " here.");
    }
}
