package dev.attest.junit5;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets one of several copies of {@link AttestExtension} act for a test: the one that Jupiter calls first. Copies are
 * the same class in several class loaders, which Jupiter does not recognize as one extension.
 */
final class FirstCopy {

    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create("dev.attest.junit5.AttestExtension");

    private FirstCopy() {}

    /** Returns whether this copy is the first one for the test or container, or for one around it. */
    static boolean isThis(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(STORE);
        Object first = store.get("first");
        if (first == null) {
            store.put("first", AttestExtension.class);
            return true;
        }
        return first == AttestExtension.class;
    }
}
