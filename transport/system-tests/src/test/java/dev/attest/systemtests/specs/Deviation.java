package dev.attest.systemtests.specs;

import dev.attest.standin.rules.Product;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A deviation from the specs that is right.
 *
 * @param text as {@link ExchangeCheck} says it
 * @param products in whose traffic it occurs
 * @param reason why the service is known to take or to send it
 */
record Deviation(String text, Set<Product> products, String reason) {

    private static final Set<Product> ALL = EnumSet.range(Product.SERVICES, Product.TFS_2017);
    private static final Set<Product> SINCE_2019 = EnumSet.range(Product.SERVICES, Product.SERVER_2019);
    private static final Set<Product> SINCE_2020 = EnumSet.range(Product.SERVICES, Product.SERVER_2020);
    private static final Set<Product> TFS = EnumSet.of(Product.TFS_2018, Product.TFS_2017);

    static final List<Deviation> KNOWN = List.of(
            new Deviation(
                    "POST test/runs: request /startedDate: is not listed",
                    ALL,
                    "TFS documents it on create, and the specs startDate. Microsoft's own publisher sends it to Services."),
            new Deviation(
                    "PUT wit/attachments/{id}: query uploadType: is not listed",
                    SINCE_2019,
                    "The example beside the spec sends it, as do the documents of TFS and Microsoft's migrator."),
            new Deviation(
                    "PUT wit/attachments/*: no such operation",
                    TFS,
                    "The spec of 4.1 lacks it. The documents of TFS and the examples of 4.1 show it."),
            new Deviation(
                    "PATCH wit/workitems/{id}: path id: string found, integer expected",
                    EnumSet.of(Product.TFS_2017),
                    "The documents of TFS create an item so: PATCH of $Bug, and POST came later."),
            new Deviation(
                    "GET wit/workitems: reply /value/*: null found, object expected",
                    ALL,
                    "No spec says what errorPolicy=omit leaves in the list. Attest takes it with a null and without."),
            new Deviation(
                    "POST test/Runs/{runId}/results: reply /value/*/lastUpdatedBy/id: null found, string expected",
                    ALL,
                    "Recorded at the service: the reply is little more than ids."),
            new Deviation(
                    "PATCH test/Runs/{runId}/results: reply /value/*/lastUpdatedBy/id: null found, string expected",
                    ALL,
                    "Recorded at the service: the reply is little more than ids."),
            ofType("GET test/Runs/{runId}/attachments"),
            ofType("GET test/Runs/{runId}/Results/{testCaseResultId}/attachments"));

    private static Deviation ofType(String list) {
        return new Deviation(
                list + ": reply /value/*/attachmentType: does not have a value in the enumeration"
                        + " [\"generalAttachment\", \"codeCoverage\", \"consoleLog\"]",
                SINCE_2020,
                "5.0 lists twelve types. The later specs list three, but the request takes as many as before.");
    }

    /** Returns the deviations in the traffic of a product, in order. */
    static TreeSet<String> textsOf(Product product) {
        return KNOWN.stream()
                .filter(deviation -> deviation.products().contains(product))
                .map(Deviation::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
