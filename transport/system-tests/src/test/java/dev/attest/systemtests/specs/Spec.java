package dev.attest.systemtests.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A file in which Microsoft describes an area of the API in a version, in the language Swagger 2.0. */
final class Spec {

    private final List<Operation> operations = new ArrayList<>();
    private final ClosedSchemas schemas;

    private Spec(JsonNode swagger) {
        schemas = new ClosedSchemas(swagger.path("definitions"));
        // The second kind of path has a query, by which it differs from one of the first kind.
        for (String paths : List.of("paths", "x-ms-paths")) {
            swagger.path(paths)
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        operations.add(Operation.of(
                                operation.getKey(), path.getKey(), operation.getValue(), swagger.path("parameters")));
                    }));
        }
    }

    /** Reads a file of the folder {@code microsoft}, such as {@code test/7.1/test.json}. */
    static Spec read(String file) {
        try (InputStream compressed = Spec.class.getResourceAsStream("microsoft/" + file + ".gz");
                InputStream text = new GZIPInputStream(Objects.requireNonNull(compressed, file))) {
            return new Spec(new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the operation of a request. Of several, it is the one that the names in the query fit best. */
    Optional<Operation> operation(Exchange exchange) {
        return operations.stream()
                .filter(operation -> operation.matches(exchange))
                .min(Comparator.comparingInt(operation -> operation.misfits(exchange)));
    }

    ClosedSchemas schemas() {
        return schemas;
    }
}
