package dev.attest.internal.browser;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes of a user in a folder or a jar, with a class loader of their own. */
final class CompiledProject {

    private static final Pattern NAME = Pattern.compile("(?:class|enum|interface|record) (\\w+)");

    private static final String HEAD = """
            package shop;
            import dev.attest.internal.browser.FakeDriver;
            import java.util.*;
            import org.openqa.selenium.*;
            """;

    private final Path folder;
    private final List<URL> classPath = new ArrayList<>();
    private ClassLoader loader = CompiledProject.class.getClassLoader();

    CompiledProject(Path folder) {
        this.folder = folder;
    }

    /**
     * Compiles classes into a folder, of the package {@code shop} unless a text begins with another one. The first type
     * in each text names its file.
     */
    CompiledProject with(String... sources) throws IOException {
        return with(folder.resolve("classes"), sources);
    }

    /** Compiles classes into a jar of this name. */
    CompiledProject withJar(String name, String... sources) throws IOException {
        Path classes = compiled(folder.resolve("in-" + name.replace('/', '-')), sources);
        Path jar = folder.resolve(name);
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return added(jar);
    }

    ClassLoader loader() {
        return loader;
    }

    /** Loads a class of the package {@code shop} and initializes it. */
    Class<?> type(String name) throws ReflectiveOperationException {
        return Class.forName("shop." + name, true, loader);
    }

    Object create(String name) throws ReflectiveOperationException {
        var constructor = type(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private CompiledProject with(Path classes, String... sources) throws IOException {
        return added(compiled(classes, sources));
    }

    private Path compiled(Path classes, String... sources) throws IOException {
        Path folderOfSources = Files.createDirectories(classes.resolveSibling(classes.getFileName() + "-sources"));
        Files.createDirectories(classes);
        List<String> command = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPathOfCompiler()));
        for (String source : sources) {
            Matcher name = NAME.matcher(source);
            assertThat(name.find()).isTrue();
            Path file = folderOfSources.resolve(name.group(1) + ".java");
            Files.writeString(file, source.startsWith("package ") ? source : HEAD + source);
            command.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private String classPathOfCompiler() {
        StringBuilder all = new StringBuilder(System.getProperty("java.class.path"));
        classPath.forEach(url -> all.append(File.pathSeparatorChar).append(url.getPath()));
        return all.toString();
    }

    private CompiledProject added(Path entry) throws MalformedURLException {
        classPath.add(entry.toUri().toURL());
        loader = new URLClassLoader(classPath.toArray(URL[]::new), CompiledProject.class.getClassLoader());
        return this;
    }
}
