package dev.attest.systemtests.specs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a {@link Spec} says about a method at a path.
 *
 * <p>The generator of the files calls each part of a path required. For work items, the examples beside the files leave
 * out project and team: {@code https://dev.azure.com/fabrikam/_apis/wit/workitems/299}. Case does not matter in a path,
 * and the files themselves mix it.
 */
record Operation(String method, String template, Pattern path, List<JsonNode> parameters, JsonNode declared) {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    /** @param shared the parameters of the file that operations refer to */
    static Operation of(String method, String path, JsonNode declared, JsonNode shared) {
        String template = path.replaceFirst("\\?.*", "");
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : declared.path("parameters")) {
            String reference = parameter.path("$ref").asText();
            parameters.add(
                    reference.isEmpty() ? parameter : shared.path(reference.substring("#/parameters/".length())));
        }
        return new Operation(method.toUpperCase(Locale.ROOT), template, pattern(template), parameters, declared);
    }

    private static Pattern pattern(String template) {
        boolean ofWorkItems = template.contains("/_apis/wit/");
        StringBuilder pattern = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            Matcher place = PLACE.matcher(segment);
            String part = place.find()
                    ? Pattern.quote(segment.substring(0, place.start())) + "([^/]+)"
                            + Pattern.quote(segment.substring(place.end()))
                    : Pattern.quote(segment);
            boolean optional = ofWorkItems && (segment.equals("{project}") || segment.equals("{team}"));
            pattern.append(optional ? "(?:/" + part + ")?" : "/" + part);
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    boolean matches(Exchange exchange) {
        return method.equals(exchange.method()) && path.matcher(exchange.path()).matches();
    }

    /** Returns how many names in the query are missing or unknown. */
    int misfits(Exchange exchange) {
        return (int) (missing(exchange).count() + unknown(exchange).count());
    }

    /** Returns the required parameters of the query that a request lacks. */
    Stream<String> missing(Exchange exchange) {
        return in("query")
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(Operation::name)
                .filter(name -> !exchange.query().containsKey(name));
    }

    /** Returns the parameters of the query that the operation does not have. */
    Stream<String> unknown(Exchange exchange) {
        List<String> known = in("query").map(Operation::name).toList();
        return exchange.query().keySet().stream().filter(name -> !known.contains(name));
    }

    /** Returns the parameters in a place: {@code path}, {@code query}, {@code header} or {@code body}. */
    Stream<JsonNode> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals(place));
    }

    /** Returns the parts of a path by their names, without those that are left out. */
    Stream<Map.Entry<String, String>> parts(Exchange exchange) {
        Matcher values = path.matcher(exchange.path());
        List<String> names =
                PLACE.matcher(template).results().map(found -> found.group(1)).toList();
        return values.matches()
                ? Stream.iterate(0, index -> index < names.size(), index -> index + 1)
                        .filter(index -> values.group(index + 1) != null)
                        .map(index -> Map.entry(names.get(index), values.group(index + 1)))
                : Stream.empty();
    }

    /** Returns the media types of requests ({@code consumes}) or replies ({@code produces}). */
    List<String> mediaTypes(String direction) {
        return StreamSupport.stream(declared.path(direction).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the method and the path below {@code _apis}. */
    String title() {
        return method + " " + template.replaceFirst(".*/_apis/", "");
    }

    static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }
}
