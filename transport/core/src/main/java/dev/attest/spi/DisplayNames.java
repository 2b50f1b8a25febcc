package dev.attest.spi;

import java.util.List;

/**
 * What a test and those around it are called, as far as people choose the names, from the outermost to the innermost.
 *
 * @param declared names that stand in the code, as those of classes and methods do
 * @param made names that come from data: of invocations, dynamic tests and instances
 */
public record DisplayNames(List<String> declared, List<String> made) {

    /** Copies the lists. */
    public DisplayNames {
        declared = List.copyOf(declared);
        made = List.copyOf(made);
    }
}
