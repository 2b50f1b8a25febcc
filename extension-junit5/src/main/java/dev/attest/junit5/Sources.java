package dev.attest.junit5;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.CompositeTestSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.descriptor.UriSource;
import org.junit.platform.launcher.TestIdentifier;

/** Where tests are written: in a method, in a class, or in a file such as the feature of a scenario. */
final class Sources {

    private static final Map<File, String> PATHS = new ConcurrentHashMap<>();

    private Sources() {}

    /** Returns the source of a step, or null. Of several, it is the first that names code, else the first. */
    static @Nullable TestSource of(TestIdentifier step) {
        TestSource source = step.getSource().orElse(null);
        return source == null ? null : nearest(source);
    }

    private static TestSource nearest(TestSource source) {
        if (isCode(source) || !(source instanceof CompositeTestSource composite)) {
            return source;
        }
        List<TestSource> parts =
                composite.getSources().stream().map(Sources::nearest).toList();
        return parts.stream().filter(Sources::isCode).findFirst().orElseGet(() -> parts.get(0));
    }

    private static boolean isCode(TestSource source) {
        return source instanceof MethodSource || source instanceof ClassSource;
    }

    /**
     * Returns the path of the file of a test on the class path, else below the working directory, else the whole path;
     * of another resource its URI. Empty if the source is no resource. It has a slash, so that it is no name of a
     * class.
     */
    static String pathOf(@Nullable TestSource source) {
        if (source == null || isCode(source)) {
            return ""; // before an instanceof loads the class of a source that no test may have
        }
        String path = "";
        if (source instanceof ClasspathResourceSource resource) {
            path = resource.getClasspathResourceName();
        } else if (source instanceof FileSource file) {
            path = PATHS.computeIfAbsent(file.getFile(), Sources::pathOf);
        } else if (source instanceof UriSource named) {
            path = pathOf(named.getUri());
        }
        return path.isEmpty() || path.indexOf('/') >= 0 ? path : "/" + path;
    }

    private static String pathOf(URI uri) {
        if ("file".equals(uri.getScheme()) && uri.getPath() != null) {
            return PATHS.computeIfAbsent(new File(uri.getPath()), Sources::pathOf);
        }
        String text = uri.toString();
        int query = text.indexOf('?'); // has the line
        return query < 0 ? text : text.substring(0, query);
    }

    private static String pathOf(File source) {
        Path file = source.toPath().toAbsolutePath();
        for (int i = 0; i < file.getNameCount(); i++) {
            String name = slashed(file.subpath(i, file.getNameCount()));
            if (isOnClassPath(name, file)) {
                return name;
            }
        }
        Path directory = Path.of("").toAbsolutePath();
        return slashed(file.startsWith(directory) ? directory.relativize(file) : file);
    }

    private static boolean isOnClassPath(String name, Path file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        URL found = (loader == null ? Sources.class.getClassLoader() : loader).getResource(name);
        try {
            return found != null
                    && found.getProtocol().equals("file")
                    && Path.of(found.toURI()).equals(file);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
