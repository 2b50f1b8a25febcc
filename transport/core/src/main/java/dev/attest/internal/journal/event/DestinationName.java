package dev.attest.internal.journal.event;

import java.util.regex.Pattern;

/** The name of a destination: lower-case letters, digits and hyphens, as it names files. */
public final class DestinationName {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private DestinationName() {}

    /** Throws an {@link IllegalArgumentException} unless this may be the name of a destination. */
    public static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a destination: '" + name + "'");
        }
    }
}
