package dev.attest.junit5;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Names tests that are written in files, such as the scenarios of a feature. */
final class ResourceNames {

    /** By unique id, as they were in the first plan of this JVM: a plan that runs failed tests again has no others. */
    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    private ResourceNames() {}

    static boolean isResource(TestSource source) {
        return source instanceof ClasspathResourceSource || source instanceof FileSource;
    }

    /**
     * Returns the path on the class path, else below the working directory, else the whole path. It has a slash, so
     * that it is no name of a class.
     */
    static String pathOf(TestSource source) {
        String path = source instanceof ClasspathResourceSource resource
                ? resource.getClasspathResourceName()
                : pathOf(((FileSource) source).getFile());
        return path.indexOf('/') < 0 ? "/" + path : path;
    }

    private static String pathOf(File source) {
        Path file = source.toPath();
        Path directory = Path.of("").toAbsolutePath();
        Path below = file.startsWith(directory) ? directory.relativize(file) : file;
        return below.toString().replace(File.separatorChar, '/');
    }

    /** Returns the display name; with a counter if siblings before this one have the same. */
    static String nameOf(TestIdentifier step, TestPlan plan) {
        return NAMES.computeIfAbsent(step.getUniqueId(), id -> countedName(step, plan));
    }

    private static String countedName(TestIdentifier step, TestPlan plan) {
        String name = step.getDisplayName();
        int ordinal = 1;
        for (TestIdentifier sibling :
                plan.getParent(step).map(plan::getChildren).orElseThrow()) {
            if (sibling.equals(step)) {
                break;
            }
            if (sibling.getDisplayName().equals(name)) {
                ordinal++;
            }
        }
        return ordinal == 1 ? name : name + " (" + ordinal + ")";
    }
}
