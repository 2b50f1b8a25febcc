package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether tests can have a browser at all. A search for a class that does not exist reads the whole class path,
 * so the answer for the last class loader is kept. Thread-safe.
 */
final class LibraryLookup {

    /** Holds no class loader of tests that are over. */
    private static final class Answer extends WeakReference<ClassLoader> {

        private final boolean present;

        Answer(ClassLoader loader, boolean present) {
            super(loader);
            this.present = present;
        }
    }

    private volatile @Nullable Answer last;

    /** Returns whether the loader of a test class has a library that drives browsers. */
    boolean isPresentFor(Class<?> testClass) {
        ClassLoader own = testClass.getClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        Answer known = last;
        if (known == null || known.get() != loader) {
            known = new Answer(loader, BrowserLibraries.arePresent(loader));
            last = known;
        }
        return known.present;
    }
}
