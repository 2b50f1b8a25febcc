package dev.attest.junit5;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets one of several copies of {@link AttestExtension} act for a test: the one that Jupiter calls first. Copies are
 * the same class in several class loaders, which Jupiter does not recognize as one extension. Thread-safe.
 */
final class FirstCopy {

    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create("dev.attest.junit5.AttestExtension");

    private static final String FIRST = "first";

    /** A container for which Jupiter has called a copy: the same one acts for all its tests. */
    private record Container(ExtensionContext context, boolean ours) {}

    private volatile @Nullable Container last;

    /** Returns whether this copy is the first one for the test or container, or for one around it. */
    boolean isThis(ExtensionContext context) {
        ExtensionContext parent = context.getParent().orElse(null);
        if (parent == null) {
            return isFirst(context);
        }
        Container known = last;
        if (known == null || known.context() != parent) {
            Object first = parent.getStore(STORE).get(FIRST);
            if (first == null) {
                return isFirst(context);
            }
            known = new Container(parent, first == AttestExtension.class);
            last = known;
        }
        return known.ours();
    }

    private static boolean isFirst(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(STORE);
        Object first = store.get(FIRST);
        if (first == null) {
            store.put(FIRST, AttestExtension.class);
            return true;
        }
        return first == AttestExtension.class;
    }
}
