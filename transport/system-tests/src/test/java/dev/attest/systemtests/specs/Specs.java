package dev.attest.systemtests.specs;

import dev.attest.standin.rules.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The specs of a product. Microsoft has published none of TFS 2015 and 2017, and of TFS 2018 none of test runs. A
 * request in a version without a spec is held against the next later one.
 */
record Specs(Product product) {

    private static final Map<String, String> FILES = Map.of(
            "test", "test",
            "testplan", "testPlan",
            "testresults", "testResults",
            "wit", "workItemTracking",
            "build", "build");

    private static final List<Release> HOSTED =
            List.of(new Release("7.1", "7.1", "test testplan testresults wit build"));

    private static final List<Release> ON_PREMISES = List.of(
            new Release("4.1", "tfs-4.1", "wit build"),
            new Release("5.0", "azure-devops-server-5.0", "test testplan wit build"),
            new Release("6.0", "azure-devops-server-6.0", "test testplan testresults wit build"),
            new Release("7.0", "azure-devops-server-7.0", "test testplan testresults wit build"));

    private static final Map<String, Spec> READ = new ConcurrentHashMap<>();

    /** A version of the API, the folder of its specs, and the areas that these are of. */
    private record Release(String version, String folder, String areas) {

        private boolean isFor(String area, String asked) {
            return List.of(areas.split(" ")).contains(area) && version.compareTo(asked) >= 0;
        }
    }

    /** Returns the name of the file for a request, such as {@code test/7.1/test.json}; nothing if there is none. */
    Optional<String> file(String area, String apiVersion) {
        String asked = apiVersion.replaceFirst("-.*", "");
        return (product.hosted() ? HOSTED : ON_PREMISES)
                .stream()
                        .filter(release -> release.isFor(area, asked))
                        .findFirst()
                        .map(release -> folder(area) + "/" + release.folder() + "/" + FILES.get(area)
                                + (product.hosted() ? "" : "-onprem") + ".json");
    }

    Optional<Spec> spec(Exchange exchange) {
        return file(exchange.area(), exchange.apiVersion()).map(file -> READ.computeIfAbsent(file, Spec::read));
    }

    private static String folder(String area) {
        return area.startsWith("test") ? FILES.getOrDefault(area, area) : area;
    }
}
