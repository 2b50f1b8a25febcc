package dev.attest.internal.config.setting;

import java.util.List;
import java.util.stream.Stream;

/** All settings. */
public final class Keys {

    private static final List<Key<?>> ALL = Stream.of(AzureKeys.all(), QaCompleteKeys.all(), CommonKeys.all())
            .<Key<?>>flatMap(List::stream)
            .toList();

    private Keys() {}

    /** Returns the keys in the order in which users see them. */
    public static List<Key<?>> all() {
        return ALL;
    }
}
