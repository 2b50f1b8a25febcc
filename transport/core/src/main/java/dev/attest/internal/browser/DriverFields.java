package dev.attest.internal.browser;

import dev.attest.internal.browser.classes.UserClasses;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Tells from declarations which fields are for browsers. */
final class DriverFields {

    private DriverFields() {}

    /** Returns whether a class has a static field for a browser. */
    static boolean areStatic(Class<?> type) {
        return has(type, true);
    }

    /** Returns whether the instances of a class have a field for a browser. */
    static boolean areInInstances(Class<?> lowest) {
        for (Class<?> type = lowest; type != null && !UserClasses.isPlatform(type); type = type.getSuperclass()) {
            if (has(type, false)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the type of a field, or a type argument such as that of a {@code ThreadLocal}, is a browser. */
    static boolean isDeclaredFor(Field field) {
        Type declared = field.getGenericType();
        return isBrowser(declared)
                || (declared instanceof ParameterizedType parameterized
                        && Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(DriverFields::isBrowser));
    }

    private static boolean has(Class<?> type, boolean isStatic) {
        try {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()) == isStatic)
                    .anyMatch(DriverFields::isDeclaredFor);
        } catch (RuntimeException | LinkageError e) {
            // The type of a field is not on the class path.
            return false;
        }
    }

    private static boolean isBrowser(Type declared) {
        return declared instanceof Class<?> type
                && (SeleniumDriver.isDriverType(type) || PlaywrightPage.isPageType(type));
    }
}
