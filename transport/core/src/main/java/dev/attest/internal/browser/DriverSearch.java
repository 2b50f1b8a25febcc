package dev.attest.internal.browser;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the browsers that a test has at hand: in the fields of its instances, in its arguments, in the fields of the
 * page objects among these, in Selenide, and those that it named. Reads fields, and calls nothing that could make a
 * browser.
 *
 * <p>To be used on the thread of the test, for one search.
 */
final class DriverSearch {

    private static final int MOST_BROWSERS = 8;
    private static final int MOST_FIELDS = 4000;

    private final List<Object> pageObjects = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FoundBrowser> found = new ArrayList<>();
    private final Set<String> unasked = new LinkedHashSet<>();
    private int fields;

    List<FoundBrowser> search(BrowserCandidates surroundings) {
        for (Object instance : surroundings.instances()) {
            if (instance != null) {
                fieldsOf(instance, true);
            }
        }
        if (surroundings.instances().isEmpty()) {
            staticFieldsAround(surroundings.testClass());
        }
        int position = 1;
        for (Object argument : surroundings.arguments()) {
            consider(argument, "argument " + position++, true);
        }
        for (Object page : List.copyOf(pageObjects)) {
            fieldsOf(page, false);
        }
        consider(Selenide.started(surroundings.testClass()), "Selenide's WebDriverRunner", false);
        surroundings.watched().forEach(this::considerWatched);
        surroundings.sessions().forEach(this::considerSession);
        return List.copyOf(found);
    }

    /** Returns the fields that may well hold a browser, and were not asked since that could start one. */
    Collection<String> unasked() {
        return unasked;
    }

    /** A fixture of a class has no instance yet. */
    private void staticFieldsAround(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            fieldsOf(null, type, true);
        }
    }

    private void fieldsOf(Object owner, boolean withPageObjects) {
        fieldsOf(owner, owner.getClass(), withPageObjects);
    }

    /** @param owner null for static fields only */
    private void fieldsOf(@Nullable Object owner, Class<?> lowest, boolean withPageObjects) {
        for (Class<?> type = lowest; type != null && !isOfThePlatform(type); type = type.getSuperclass()) {
            try {
                for (Field field : type.getDeclaredFields()) {
                    boolean isStatic = Modifier.isStatic(field.getModifiers());
                    if (!field.getType().isPrimitive() && (isStatic || owner != null) && fields++ < MOST_FIELDS) {
                        read(isStatic ? null : owner, field, withPageObjects);
                    }
                }
            } catch (LinkageError e) {
                // A field of a type that is not on the class path: of this class nothing can be known.
            }
        }
    }

    private void read(@Nullable Object owner, Field field, boolean withPageObjects) {
        String where = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value instanceof ThreadLocal<?> local && !ThreadLocals.isInert(local)) {
                if (holdsBrowsers(field.getGenericType())) {
                    unasked.add(where);
                }
            } else {
                consider(value, where, withPageObjects);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A module that is closed to us, for one: what cannot be read is not there.
        }
    }

    private void consider(@Nullable Object value, String where, boolean withPageObjects) {
        if (value instanceof ThreadLocal<?> local) {
            if (ThreadLocals.isInert(local)) {
                consider(ThreadLocals.valueOf(local), where, withPageObjects);
            }
            return;
        }
        if (value == null) {
            return;
        }
        if (Browser.isLazy(value)) {
            unasked.add(where);
            return;
        }
        Browser browser = Browser.of(value);
        if (browser != null) {
            add(browser, where);
        } else if (withPageObjects && !isOfThePlatform(value.getClass()) && seen.add(value)) {
            pageObjects.add(value);
        }
    }

    /** One that was named before the test began may be long closed, and not the test's at all. */
    private void considerWatched(Object driver) {
        try {
            Browser browser = Browser.of(driver);
            if (browser != null && !browser.isClosed()) {
                add(browser, "Attest.watch");
            }
        } catch (Exception e) {
            // What does not tell whether it is open is not.
        }
    }

    private void considerSession(Object open) {
        if (open instanceof SessionBrowser session
                && found.stream().noneMatch(other -> isSame(other.browser(), session))) {
            add(session, "session " + session.session());
        }
    }

    private static boolean isSame(Browser known, SessionBrowser session) {
        try {
            return String.valueOf(known.session()).equals(session.session());
        } catch (Exception e) {
            // Without a session it has not this one.
            return false;
        }
    }

    private void add(Browser browser, String where) {
        if (found.size() < MOST_BROWSERS && seen.add(browser.driver())) {
            found.add(new FoundBrowser(browser, where));
        }
    }

    private static boolean isOfThePlatform(Class<?> type) {
        return type.getName().startsWith("java.")
                || type.getName().startsWith("javax.")
                || type.getName().startsWith("jdk.")
                || type.getName().startsWith("sun.")
                || type.isArray()
                || type.isEnum();
    }

    private static boolean holdsBrowsers(Type declared) {
        if (declared instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                if (argument instanceof Class<?> type
                        && Reflection.typesOf(type).stream()
                                .anyMatch(each -> each.getName().equals("org.openqa.selenium.WebDriver"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
