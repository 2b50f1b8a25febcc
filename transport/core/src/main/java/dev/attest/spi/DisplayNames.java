package dev.attest.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that people gave a test and its ancestors, from the outermost to the innermost.
 *
 * @param declared names in the source code, as of classes and methods
 * @param made names made from data, as of invocations, dynamic tests and instances
 */
public record DisplayNames(List<String> declared, List<String> made) {

    public DisplayNames {
        declared = List.copyOf(declared);
        made = List.copyOf(made);
    }

    /** Returns these names and that of an invocation below. */
    public DisplayNames withMade(String name) {
        List<String> more = new ArrayList<>(made.size() + 1);
        more.addAll(made);
        more.add(name);
        return new DisplayNames(declared, more);
    }
}
