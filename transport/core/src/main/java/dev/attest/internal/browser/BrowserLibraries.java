package dev.attest.internal.browser;

import dev.attest.internal.browser.classes.ClassInitialization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether tests have used a library that drives browsers. A wide search in all other projects takes time. */
final class BrowserLibraries {

    /** @param drivers classes of which one is initialized before there is a browser */
    private record Library(String type, List<String> drivers) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "org.openqa.selenium.WebDriver",
                    List.of(
                            "org.openqa.selenium.remote.RemoteWebDriver",
                            "org.openqa.selenium.htmlunit.HtmlUnitDriver")),
            new Library("com.microsoft.playwright.Page", List.of("com.microsoft.playwright.impl.PageImpl")));

    private BrowserLibraries() {}

    /** Returns whether a class loader has a library. Does not initialize it. */
    static boolean arePresent(@Nullable ClassLoader loader) {
        for (Library library : LIBRARIES) {
            if (find(library.type(), loader) != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns false if a class loader has none, or no driver of a library has been created. */
    static boolean areUsed(@Nullable ClassLoader loader) {
        return LIBRARIES.stream().anyMatch(library -> isUsed(library, loader));
    }

    private static boolean isUsed(Library library, @Nullable ClassLoader loader) {
        if (find(library.type(), loader) == null) {
            return false;
        }
        boolean known = false;
        for (String name : library.drivers()) {
            Class<?> driver = find(name, loader);
            if (driver != null && ClassInitialization.of(driver) != ClassInitialization.UNINITIALIZED) {
                return true;
            }
            known |= driver != null;
        }
        // Without the usual driver, another one is used.
        return !known;
    }

    private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            return null;
        }
    }
}
