package dev.attest.spi;

import java.util.Objects;

/**
 * The name of a test in the XML reports of build tools. Services that imported such reports know the test by it.
 *
 * @param className class name in the report
 * @param name name of the method and its invocation in the report
 */
public record ReportName(String className, String name) {

    public ReportName {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(name, "name");
    }
}
