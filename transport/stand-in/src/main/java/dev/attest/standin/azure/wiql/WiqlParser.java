package dev.attest.standin.azure.wiql;

import dev.attest.standin.azure.wiql.WiqlQuery.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recursive descent parser: or, and, not, comparison. */
final class WiqlParser {

    private final WiqlTokens tokens;
    private final WiqlMacros macros;
    private final List<String> fields = new ArrayList<>();

    WiqlParser(WiqlTokens tokens, WiqlMacros macros) {
        this.tokens = tokens;
        this.macros = macros;
    }

    WiqlQuery query() {
        tokens.require("select");
        var columns = new ArrayList<String>();
        do {
            columns.add(field());
        } while (tokens.skip(","));
        tokens.require("from");
        tokens.require("workitems");
        Condition where = item -> true;
        if (tokens.skip("where")) {
            where = either();
        }
        var order = order();
        if (!tokens.atEnd()) {
            throw unsupported(tokens.peek());
        }
        return new WiqlQuery(columns, where, order, fields);
    }

    private List<SortKey> order() {
        var order = new ArrayList<SortKey>();
        if (tokens.skip("order")) {
            tokens.require("by");
            do {
                var field = field();
                var descending = tokens.skip("desc");
                if (!descending) {
                    tokens.skip("asc");
                }
                order.add(new SortKey(field, descending));
            } while (tokens.skip(","));
        }
        return order;
    }

    private Condition either() {
        var condition = all();
        while (tokens.skip("or")) {
            condition = condition.or(all());
        }
        return condition;
    }

    private Condition all() {
        var condition = one();
        while (tokens.skip("and")) {
            condition = condition.and(one());
        }
        return condition;
    }

    private Condition one() {
        if (tokens.skip("not")) {
            return one().negated();
        }
        if (tokens.skip("(")) {
            var inner = either();
            tokens.require(")");
            return inner;
        }
        var field = field();
        var negated = tokens.skip("not");
        var condition = comparison(field, tokens.next());
        return negated ? condition.negated() : condition;
    }

    private Condition comparison(String field, String operator) {
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "in" -> in(field);
            case "contains" -> new Comparison(field, "contains", value());
            case "under" -> new Comparison(field, "under", value());
            case "=", "<>", "<", ">", "<=", ">=" -> new Comparison(field, operator, value());
            default -> throw unsupported(operator);
        };
    }

    private Condition in(String field) {
        tokens.require("(");
        Condition any = new Comparison(field, "=", value());
        while (tokens.skip(",")) {
            any = any.or(new Comparison(field, "=", value()));
        }
        tokens.require(")");
        return any;
    }

    private String field() {
        var word = tokens.next();
        var name = word.startsWith("[") ? word.substring(1, word.length() - 1) : word;
        if (!name.matches("\\w+(\\.\\w+)+")) {
            throw unsupported(word);
        }
        fields.add(name);
        return name;
    }

    private String value() {
        var word = tokens.next();
        if (word.startsWith("'") || word.startsWith("\"")) {
            var quote = word.substring(0, 1);
            return word.substring(1, word.length() - 1).replace(quote + quote, quote);
        }
        if (word.startsWith("@")) {
            return macro(word);
        }
        if (word.matches("-?\\d+(\\.\\d+)?|(?i:true|false)")) {
            return word;
        }
        throw unsupported(word);
    }

    private String macro(String word) {
        var sign = Math.max(word.indexOf('-'), word.indexOf('+'));
        var name = sign < 0 ? word : word.substring(0, sign);
        var value = macros.value(name).orElseThrow(() -> unsupported(word));
        var days = new StringBuilder(sign < 0 ? "" : word.substring(sign));
        if (sign < 0 && tokens.peek().matches("[+-]\\d*")) {
            days.append(tokens.next());
        }
        if (days.length() == 1) {
            days.append(tokens.next());
        }
        if (days.isEmpty()) {
            return value;
        }
        if (!name.equalsIgnoreCase("@today") || !days.toString().matches("[+-]\\d{1,6}")) {
            throw unsupported(word + days);
        }
        return macros.day(days.toString());
    }

    private static WiqlException unsupported(String word) {
        return new WiqlException("\"" + word + "\" is not supported at its place in the query.");
    }
}
