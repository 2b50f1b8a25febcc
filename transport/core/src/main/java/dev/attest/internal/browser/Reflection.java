package dev.attest.internal.browser;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls objects whose types are known by name only, because they are optional on the class path. */
final class Reflection {

    private Reflection() {}

    /** Returns whether an object has a type of this name. */
    static boolean is(Object object, String type) {
        return find(object.getClass(), type) != null;
    }

    /** Returns the type of this name among a class, its superclasses and its interfaces, or null. */
    static @Nullable Class<?> find(Class<?> among, String name) {
        return typesOf(among).stream()
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    static Set<Class<?>> typesOf(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            types.add(each);
            addInterfaces(each, types);
        }
        return types;
    }

    /**
     * Calls a public method through the public type that declares it. The class of the object may be inaccessible.
     *
     * @throws NoSuchMethodException if there is no such method for these arguments
     * @throws Exception the exception of the method
     */
    static @Nullable Object call(Object target, String name, Object... arguments) throws Exception {
        for (Class<?> type : typesOf(target.getClass())) {
            if (Modifier.isPublic(type.getModifiers())) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(name) && takes(method, arguments)) {
                        return call(target, method, arguments);
                    }
                }
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    private static @Nullable Object call(Object target, Method method, Object... arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        return Modifier.isPublic(method.getModifiers())
                && !method.isBridge()
                && parameters.length == arguments.length
                && IntStream.range(0, parameters.length).allMatch(i -> parameters[i].isInstance(arguments[i]));
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
        for (Class<?> each : type.getInterfaces()) {
            if (types.add(each)) {
                addInterfaces(each, types);
            }
        }
    }
}
