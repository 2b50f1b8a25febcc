package dev.attest;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Leads from each copy of Attest in a JVM to the one that reports the tests. A class loader of its own for the tests,
 * as that of Quarkus, loads a copy of all classes of Attest. The copies have only the types of the JDK in common.
 *
 * <p>The copy that reports has a thread group without threads below the root of all thread groups. Each class loader
 * finds it there, which it does not with a static field, and no test removes or replaces it, as it may with a system
 * property. Tests do not use this class. Thread-safe.
 */
public final class ReportingCopy extends ThreadGroup
        implements BiFunction<String, @Nullable Object[], @Nullable Object> {

    private static final String NAME = "attest";

    /** Asks a copy whether it reports. A group may be found for some time after it is closed. */
    private static final String IS_OPEN = "isOpen";

    private volatile @Nullable BiFunction<String, @Nullable Object[], @Nullable Object> calls;

    private ReportingCopy(ThreadGroup root, BiFunction<String, @Nullable Object[], @Nullable Object> calls) {
        super(root, NAME);
        this.calls = calls;
    }

    /**
     * Makes this copy the one that reports.
     *
     * @param calls receives what other copies {@linkplain #call call}: the name of an operation, and its arguments,
     *     which have types of the JDK
     * @return to be closed when this copy no longer reports; null if another copy reports
     */
    public static @Nullable ReportingCopy open(BiFunction<String, @Nullable Object[], @Nullable Object> calls) {
        ThreadGroup root = root();
        synchronized (root) {
            return other(root) == null ? new ReportingCopy(root, calls) : null;
        }
    }

    /** Returns whether a copy in another class loader reports. */
    public static boolean isOther() {
        return other(root()) != null;
    }

    /**
     * Calls the copy in another class loader that reports.
     *
     * @param arguments of types of the JDK
     * @return what the operation returns; null if it returns nothing, and if no other copy reports
     */
    public static @Nullable Object call(String operation, @Nullable Object... arguments) {
        try {
            var other = other(root());
            return other == null ? null : other.apply(operation, arguments);
        } catch (Throwable e) {
            return null; // what the other copy could not take must not fail a test
        }
    }

    /** Ends reporting. JDK 19 and later drop the group when nobody holds it. */
    @SuppressWarnings("removal")
    public void close() {
        calls = null;
        try {
            destroy();
        } catch (RuntimeException | LinkageError e) {
            // A closed group is ignored.
        }
    }

    /** Called by other copies, through the interface. */
    @Override
    public @Nullable Object apply(String operation, @Nullable Object[] arguments) {
        var receiver = calls;
        if (operation.equals(IS_OPEN)) {
            return receiver != null;
        }
        return receiver == null ? null : receiver.apply(operation, arguments);
    }

    private static @Nullable BiFunction<String, @Nullable Object[], @Nullable Object> other(ThreadGroup root) {
        ThreadGroup[] groups = new ThreadGroup[root.activeGroupCount() + 1];
        int count = root.enumerate(groups, false);
        for (int i = 0; i < count; i++) {
            if (groups[i].getName().equals(NAME)
                    && groups[i].getClass() != ReportingCopy.class
                    && groups[i] instanceof BiFunction) {
                @SuppressWarnings("unchecked") // it is this class, in another loader
                var other = (BiFunction<String, @Nullable Object[], @Nullable Object>) groups[i];
                if (Boolean.TRUE.equals(other.apply(IS_OPEN, new Object[0]))) {
                    return other;
                }
            }
        }
        return null;
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        for (ThreadGroup parent = group.getParent(); parent != null; parent = group.getParent()) {
            group = parent;
        }
        return group;
    }
}
