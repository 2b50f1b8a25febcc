package dev.attest.model;

/**
 * What the XML reports of build tools call a test, which is how services knew it that were fed with such reports.
 *
 * @param className what the report says of the class
 * @param name what the report says of the method and its invocation
 */
public record ReportName(String className, String name) {}
