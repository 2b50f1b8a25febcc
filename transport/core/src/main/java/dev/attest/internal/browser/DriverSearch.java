package dev.attest.internal.browser;

import dev.attest.spi.TestContext;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the browsers of a test: in the fields of its instances, in its arguments, in the fields of the page objects
 * among these, in Selenide, among watched drivers, and among open sessions. Reads fields, and calls nothing that could
 * start a browser. Serves one search, on the thread of the test.
 */
final class DriverSearch {

    /** @param where it was found, such as {@code CartTest.driver} */
    record FoundBrowser(Browser browser, String where) {}

    private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.");
    private static final int MAX_BROWSERS = 8;
    private static final int MAX_FIELDS = 4000;

    private final List<Object> pageObjects = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FoundBrowser> found = new ArrayList<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private int fields;

    List<FoundBrowser> search(BrowserCandidates candidates) {
        TestContext test = candidates.test();
        for (Object instance : test.instances()) {
            if (instance != null) {
                readFields(instance, instance.getClass(), true);
            }
        }
        if (test.instances().isEmpty()) {
            // A static fixture has no instance.
            for (Class<?> type = test.testClass(); type != null; type = type.getEnclosingClass()) {
                readFields(null, type, true);
            }
        }
        int position = 1;
        for (Object argument : test.arguments()) {
            consider(argument, "argument " + position++, true);
        }
        for (Object page : List.copyOf(pageObjects)) {
            readFields(page, page.getClass(), false);
        }
        consider(Selenide.started(test.testClass()), "Selenide's WebDriverRunner", false);
        candidates.watched().forEach(this::considerWatched);
        candidates.sessions().forEach(this::considerSession);
        return List.copyOf(found);
    }

    /** Returns the fields that may hold a browser and were not read, because that could start one. */
    Collection<String> skipped() {
        return skipped;
    }

    /** @param owner null for static fields */
    private void readFields(@Nullable Object owner, Class<?> lowest, boolean withPageObjects) {
        for (Class<?> type = lowest; type != null && !isPlatformType(type); type = type.getSuperclass()) {
            try {
                for (Field field : type.getDeclaredFields()) {
                    boolean isStatic = Modifier.isStatic(field.getModifiers());
                    if (!field.getType().isPrimitive() && (isStatic || owner != null) && fields++ < MAX_FIELDS) {
                        read(isStatic ? null : owner, field, withPageObjects);
                    }
                }
            } catch (LinkageError e) {
                // The type of a field is not on the class path, so this class cannot be read.
            }
        }
    }

    private void read(@Nullable Object owner, Field field, boolean withPageObjects) {
        String where = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value instanceof ThreadLocal<?> local && !isSafe(local)) {
                if (holdsBrowsers(field.getGenericType())) {
                    skipped.add(where);
                }
            } else {
                consider(value, where, withPageObjects);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A field that cannot be read, such as one in a closed module, does not count.
        }
    }

    private void consider(@Nullable Object value, String where, boolean withPageObjects) {
        if (value instanceof ThreadLocal<?> local) {
            if (isSafe(local)) {
                consider(local.get(), where, withPageObjects);
            }
            return;
        }
        if (value == null) {
            return;
        }
        if (Browser.isLazy(value)) {
            skipped.add(where);
            return;
        }
        Browser browser = Browser.of(value);
        if (browser != null) {
            add(browser, where);
        } else if (withPageObjects && !isPlatformType(value.getClass()) && seen.add(value)) {
            pageObjects.add(value);
        }
    }

    /** A driver that was watched before the test may be closed by now. */
    private void considerWatched(Object driver) {
        try {
            Browser browser = Browser.of(driver);
            if (browser != null && !browser.isClosed()) {
                add(browser, "Attest.watch");
            }
        } catch (Exception e) {
            // A driver that does not tell counts as closed.
        }
    }

    private void considerSession(SessionBrowser session) {
        if (found.stream().noneMatch(each -> isSame(each.browser(), session))) {
            add(session, "session " + session.session());
        }
    }

    private static boolean isSame(Browser other, SessionBrowser session) {
        try {
            return String.valueOf(other.session()).equals(session.session());
        } catch (Exception e) {
            // A browser without a session is another one.
            return false;
        }
    }

    private void add(Browser browser, String where) {
        if (found.size() < MAX_BROWSERS && seen.add(browser.driver())) {
            found.add(new FoundBrowser(browser, where));
        }
    }

    /** Returns whether {@code get} creates no value for a thread that has none. */
    private static boolean isSafe(ThreadLocal<?> local) {
        Class<?> type = local.getClass();
        while (type != ThreadLocal.class && type != InheritableThreadLocal.class) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && (method.getName().equals("initialValue")
                                || method.getName().equals("get"))) {
                    return false;
                }
            }
            type = type.getSuperclass();
        }
        return true;
    }

    private static boolean isPlatformType(Class<?> type) {
        return type.isArray() || type.isEnum() || PLATFORM.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean holdsBrowsers(Type declared) {
        return declared instanceof ParameterizedType parameterized
                && Arrays.stream(parameterized.getActualTypeArguments())
                        .anyMatch(each -> each instanceof Class<?> type && SeleniumDriver.isDriverType(type));
    }
}
