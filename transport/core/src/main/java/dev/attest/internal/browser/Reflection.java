package dev.attest.internal.browser;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
            // The class of a proxy is public, but the JDK does not export its package.
            if (Modifier.isPublic(type.getModifiers()) && !Proxy.isProxyClass(type)) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(name) && takes(method, arguments)) {
                        return call(target, method, arguments);
                    }
                }
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    /** Returns the value of the instance field with this name, or null if there is none that can be read. */
    static @Nullable Object field(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            } catch (NoSuchFieldException e) {
                // A superclass may declare it.
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                return null;
            }
        }
        return null;
    }

    /** Returns the values of all instance fields that can be read. */
    static List<@Nullable Object> fields(Object owner) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        values.add(field.get(owner));
                    }
                }
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                // The fields of this class cannot be read.
            }
        }
        return values;
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
