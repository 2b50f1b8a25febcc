package dev.attest.systemtests.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds an exchange against the {@link Specs} of a product. Where the files are silent or known to be generated from
 * what the service does not mean, these rules hold:
 *
 * <ul>
 *   <li>{@code OPTIONS} and {@code resourceAreas} are how Microsoft's own clients learn versions and hosts. No file has
 *       them.
 *   <li>The files have no schema of errors: of a refusal only the request is checked.
 *   <li>Each operation is said to answer with 200. The examples beside the files have other successes as well.
 *   <li>A reply that is an array there is {@code {"count":1,"value":[...]}} at the service.
 *   <li>Swagger 2.0 has no null. In a change, null clears a member, as Microsoft's own publisher does.
 *   <li>The service reads the names of an enumeration in a query in any case, as .NET does.
 *   <li>{@code contentRangeHeader} is the generated name of the header {@code Content-Range}, says its description.
 * </ul>
 */
record ExchangeCheck(Specs specs) {

    private static final Map<String, Integer> STATUS_IN_EXAMPLES = Map.of(
            "POST wit/attachments", 201,
            "PUT wit/attachments/{id}", 201,
            "DELETE test/runs/{runId}", 204);

    private static final Pattern VERSION = Pattern.compile("should be set to '([^']+)'");
    private static final String JSON = "application/json";
    private static final String IDS = "[0-9a-f]{8}-[0-9a-f-]{27}|\\b\\d+\\b";

    /** Returns each deviation in one line, such as {@code POST test/runs: request /startedDate: is not listed}. */
    List<String> deviations(Exchange exchange) {
        if (exchange.method().equals("OPTIONS") || exchange.path().contains("/_apis/resourceAreas/")) {
            return List.of();
        }
        Optional<Spec> spec = specs.spec(exchange);
        Optional<Operation> operation = spec.flatMap(found -> found.operation(exchange));
        if (operation.isEmpty()) {
            String path = exchange.path().replaceFirst(".*/_apis/", "").replaceAll(IDS, "*");
            return List.of(exchange.method() + " " + path + ": no such operation");
        }
        List<String> all = new ArrayList<>();
        address(all, spec.get(), operation.get(), exchange);
        request(all, spec.get(), operation.get(), exchange);
        if (exchange.succeeded()) {
            reply(all, spec.get(), operation.get(), exchange);
        }
        return all.stream()
                .distinct()
                .map(found -> operation.get().title() + ": " + found)
                .toList();
    }

    private void address(List<String> all, Spec spec, Operation operation, Exchange exchange) {
        operation.missing(exchange).forEach(name -> all.add("query " + name + ": is missing"));
        operation.unknown(exchange).forEach(name -> all.add("query " + name + ": is not listed"));
        operation.in("query").forEach(parameter -> {
            String value = exchange.query().get(Operation.name(parameter));
            if (value != null) {
                all.addAll(errors(spec, "query " + Operation.name(parameter), parameter, value));
            }
            if (Operation.name(parameter).equals("api-version")) {
                version(all, parameter, exchange);
            }
        });
        operation
                .parts(exchange)
                .forEach(part -> operation
                        .in("path")
                        .filter(parameter -> Operation.name(parameter).equals(part.getKey()))
                        .forEach(parameter ->
                                all.addAll(errors(spec, "path " + part.getKey(), parameter, part.getValue()))));
        operation
                .in("header")
                .map(parameter -> Operation.name(parameter).replace("contentRangeHeader", "Content-Range"))
                .filter(name -> !exchange.request().headers().containsKey(name))
                .forEach(name -> all.add("header " + name + ": is missing"));
    }

    /** The description names the version with its preview. A request to an older server is not of the version. */
    private static void version(List<String> all, JsonNode parameter, Exchange exchange) {
        Matcher named = VERSION.matcher(parameter.path("description").asText());
        if (named.find()) {
            String asked = exchange.apiVersion();
            boolean older = !number(named.group(1)).equals(number(asked));
            if (!older && !named.group(1).equals(asked)) {
                all.add("query api-version: is " + asked + " instead of " + named.group(1));
            }
        }
    }

    private static String number(String version) {
        return version.replaceFirst("-.*", "");
    }

    private static void request(List<String> all, Spec spec, Operation operation, Exchange exchange) {
        Optional<JsonNode> body =
                operation.in("body").map(parameter -> parameter.path("schema")).findFirst();
        String type = Exchange.mediaType(exchange.request().headers());
        if (body.isEmpty()) {
            if (exchange.request().body().size() > 0) {
                all.add("request: has a body");
            }
        } else if (!operation.mediaTypes("consumes").contains(type)) {
            all.add("request: is " + type);
        } else if (type.contains("json")) {
            spec.schemas().errors(body.get(), exchange.requestJson()).stream()
                    .filter(error -> !clears(error, exchange))
                    .forEach(error -> all.add("request " + text(error)));
        }
    }

    private static boolean clears(Error error, Exchange exchange) {
        return exchange.method().equals("PATCH") && error.getInstanceNode().isNull();
    }

    private static void reply(List<String> all, Spec spec, Operation operation, Exchange exchange) {
        int status = exchange.reply().status();
        JsonNode responses = operation.declared().path("responses");
        if (!responses.has(String.valueOf(status)) && STATUS_IN_EXAMPLES.getOrDefault(operation.title(), 0) != status) {
            all.add("reply: is " + status);
        }
        JsonNode schema = responses.path("200").path("schema");
        String type = Exchange.mediaType(exchange.reply().headers());
        if (schema.isMissingNode()) {
            if (exchange.reply().body().size() > 0) {
                all.add("reply: has a body");
            }
        } else if (!operation.mediaTypes("produces").contains(type)) {
            all.add("reply: is " + type);
        } else if (type.equals(JSON)) {
            spec.schemas()
                    .errors(ClosedSchemas.wrapped(schema), exchange.replyJson())
                    .forEach(error -> all.add("reply " + text(error)));
        }
    }

    private static List<String> errors(Spec spec, String what, JsonNode parameter, String text) {
        return values(parameter, text)
                .flatMap(value -> spec.schemas().errors(schema(parameter), value).stream())
                .map(error -> what + ": " + error.getMessage())
                .toList();
    }

    /** The format {@code array (int32)} of a text is a list with commas. */
    private static ObjectNode schema(JsonNode parameter) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        String format = parameter.path("format").asText();
        boolean numbers = format.equals("array (int32)");
        schema.set("type", numbers ? JsonNodeFactory.instance.textNode("integer") : parameter.path("type"));
        schema.put("format", numbers ? "int32" : format);
        if (parameter.has("enum")) {
            schema.set("enum", parameter.get("enum"));
        }
        return schema;
    }

    private static Stream<JsonNode> values(JsonNode parameter, String text) {
        boolean list = parameter.path("format").asText().startsWith("array");
        return Stream.of(list ? text.split(",", -1) : new String[] {text}).map(value -> value(parameter, value));
    }

    private static JsonNode value(JsonNode parameter, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String type = schema(parameter).path("type").asText();
        if (type.equals("integer") && text.matches("-?\\d{1,18}")) {
            return json.numberNode(Long.parseLong(text));
        }
        if (type.equals("boolean") && text.toLowerCase(Locale.ROOT).matches("true|false")) {
            return json.booleanNode(Boolean.parseBoolean(text));
        }
        for (JsonNode name : parameter.path("enum")) {
            if (name.asText().equalsIgnoreCase(text)) {
                return name;
            }
        }
        return json.textNode(text);
    }

    /** The same of each element of an array is one deviation. */
    private static String text(Error error) {
        String where = error.getInstanceLocation().toString().replaceAll("/\\d+", "/*");
        boolean unknown = error.getKeyword().equals("additionalProperties");
        return unknown ? where + "/" + error.getProperty() + ": is not listed" : where + ": " + error.getMessage();
    }
}
