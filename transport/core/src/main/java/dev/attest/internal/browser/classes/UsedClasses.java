package dev.attest.internal.browser.classes;

import dev.attest.spi.TestContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user's classes that a test may use: those that the class of the test and the classes in the stack trace of
 * its failure name in their class files, and those that these name, and so on. Loads classes, and initializes none.
 */
public final class UsedClasses {

    private record Named(String name, int depth) {}

    private static final int MAX_DEPTH = 3;

    private final UserClasses userClasses;
    private final BooleanSupplier step;
    private final Queue<Named> queue = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();

    /** @param step returns false when the search must end */
    public UsedClasses(UserClasses userClasses, BooleanSupplier step) {
        this.userClasses = userClasses;
        this.step = step;
    }

    /** Passes on the classes, the nearest first. */
    public void find(TestContext test, Consumer<Class<?>> found) {
        addBases(test.testClass(), 0);
        for (Object instance : test.instances()) {
            if (instance != null) {
                addBases(instance.getClass(), 0);
            }
        }
        addStackTraces(test.failure());
        for (Named next = queue.poll(); next != null && step.getAsBoolean(); next = queue.poll()) {
            Class<?> type = userClasses.find(next.name());
            if (type != null) {
                found.accept(type);
                if (next.depth() < MAX_DEPTH && isUsed(type)) {
                    addNamesIn(next);
                }
            }
        }
    }

    /** A class that is not initialized has run no code. An interface needs no initialization. */
    private static boolean isUsed(Class<?> type) {
        return type.isInterface() || ClassInitialization.of(type) != ClassInitialization.UNINITIALIZED;
    }

    private void addBases(Class<?> lowest, int depth) {
        for (Class<?> type = lowest; type != null; type = type.getSuperclass()) {
            add(type.getName(), depth);
        }
    }

    private void addStackTraces(@Nullable Throwable failure) {
        Set<Throwable> causes = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = failure; each != null && causes.add(each); each = each.getCause()) {
            for (StackTraceElement frame : each.getStackTrace()) {
                add(frame.getClassName(), 0);
            }
        }
    }

    private void add(String name, int depth) {
        if (names.add(name)) {
            queue.add(new Named(name, depth));
        }
    }

    private void addNamesIn(Named type) {
        URL file = userClasses.file(type.name());
        if (file == null) {
            return;
        }
        try {
            URLConnection connection = file.openConnection();
            // A cached jar would stay open.
            connection.setUseCaches(false);
            try (InputStream classFile = new BufferedInputStream(connection.getInputStream())) {
                ConstantPool.classNames(classFile).forEach(name -> add(name, type.depth() + 1));
            }
        } catch (IOException | RuntimeException e) {
            // A class whose file cannot be read names none.
        }
    }
}
