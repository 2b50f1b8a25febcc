package dev.attest.internal.browser.classes;

import java.net.URL;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the classes of the user from those of libraries: they are in a folder, in the jar of the test, or in a jar that
 * the build has just made.
 */
public final class UserClasses {

    private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** Libraries that tests use most. They may be in one jar with the tests, and it takes time to look for each. */
    private static final List<String> LIBRARIES = List.of(
            "com.codeborne.selenide.",
            "com.google.common.",
            "com.google.inject.",
            "com.microsoft.playwright.",
            "dev.attest.",
            "groovy.",
            "io.appium.java_client.",
            "io.cucumber.",
            "io.qameta.",
            "jakarta.",
            "kotlin.",
            "org.apache.",
            "org.assertj.",
            "org.hamcrest.",
            "org.junit.",
            "org.mockito.",
            "org.openqa.selenium.",
            "org.slf4j.",
            "org.springframework.",
            "org.testng.",
            "scala.");

    private static final Pattern JAR = Pattern.compile("(.*\\.jar)(!/.*)?");

    /** Where Maven and Gradle put the jar of a module. */
    private static final Pattern BUILT_JAR = Pattern.compile(".*/(target|build/libs)/[^/]+\\.jar(!/.*)?");

    private final ClassLoader loader;
    private final String testJar;
    private final List<String> libraries;
    private final Map<Class<?>, Boolean> known = new HashMap<>();

    /** @param testClass whose class loader and whose jar count */
    public UserClasses(Class<?> testClass) {
        ClassLoader ofTest = testClass.getClassLoader();
        loader = ofTest == null ? ClassLoader.getSystemClassLoader() : ofTest;
        String location = location(testClass);
        testJar = isJar(location) ? location : "";
        libraries = LIBRARIES.stream()
                .filter(prefix -> !testClass.getName().startsWith(prefix))
                .toList();
    }

    /** Returns whether a class belongs to the JDK. */
    public static boolean isPlatform(Class<?> type) {
        return isPlatform(type.getName());
    }

    /** Returns whether a loaded class is the user's. */
    public boolean contains(Class<?> type) {
        return known.computeIfAbsent(type, each -> !isPlatform(each) && isFromUser(each.getName(), location(each)));
    }

    /** Returns the class of the user with this name, or null. Does not initialize it. */
    @Nullable
    Class<?> find(String name) {
        if (isPlatform(name) || isLibrary(name)) {
            return null;
        }
        URL file = file(name);
        if (file == null || !isFromUser(name, file.toString())) {
            return null;
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            // A class whose superclass is not on the class path was not used either.
            return null;
        }
    }

    /** Returns the address of a class file, or null. */
    @Nullable
    URL file(String className) {
        return loader.getResource(className.replace('.', '/') + ".class");
    }

    private boolean isFromUser(String name, String location) {
        return !isJar(location)
                || (!isLibrary(name)
                        && ((!testJar.isEmpty() && location.contains(testJar))
                                || BUILT_JAR.matcher(location).matches()));
    }

    private boolean isLibrary(String name) {
        return libraries.stream().anyMatch(name::startsWith);
    }

    private static boolean isPlatform(String name) {
        return PLATFORM.stream().anyMatch(name::startsWith);
    }

    private static boolean isJar(String location) {
        return JAR.matcher(location).matches();
    }

    /** Returns the address of the folder or the jar; empty if it is unknown, as for classes made at run time. */
    private static String location(Class<?> type) {
        try {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            URL location = source == null ? null : source.getLocation();
            return location == null ? "" : location.toString();
        } catch (RuntimeException | LinkageError e) {
            return "";
        }
    }
}
