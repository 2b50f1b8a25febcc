package dev.attest.internal.config.setting;

import java.util.ArrayList;
import java.util.List;

/** The keys that one class declares, in the order of their declarations. */
final class KeyList {

    private final List<Key<?>> keys = new ArrayList<>();

    <T> Key<T> add(Key<T> key) {
        keys.add(key);
        return key;
    }

    List<Key<?>> toList() {
        return List.copyOf(keys);
    }
}
