package dev.attest.internal.config.setting;

import java.util.ArrayList;
import java.util.List;

/** All settings. */
public final class Keys {

    /** The keys that one class declares, in the order of their declarations. */
    static final class Group {

        private final List<Key<?>> keys = new ArrayList<>();

        <T> Key<T> add(Key<T> key) {
            keys.add(key);
            return key;
        }

        List<Key<?>> toList() {
            return List.copyOf(keys);
        }
    }

    private static final List<Key<?>> ALL = all(AzureKeys.all(), QaCompleteKeys.all(), CommonKeys.all());

    private Keys() {}

    /** Returns the keys in the order in which users see them. */
    public static List<Key<?>> all() {
        return ALL;
    }

    private static List<Key<?>> all(List<Key<?>> azure, List<Key<?>> qaComplete, List<Key<?>> common) {
        List<Key<?>> all = new ArrayList<>(azure);
        all.addAll(qaComplete);
        all.addAll(common);
        return List.copyOf(all);
    }
}
