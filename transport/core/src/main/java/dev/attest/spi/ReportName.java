package dev.attest.spi;

/**
 * The name of a test in the XML reports of build tools. Services that imported such reports know the test by it.
 *
 * @param className class name in the report
 * @param name name of the method and its invocation in the report
 */
public record ReportName(String className, String name) {}
