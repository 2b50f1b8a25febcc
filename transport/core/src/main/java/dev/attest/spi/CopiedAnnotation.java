package dev.attest.spi;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An annotation whose type has a copy in another class loader. The copy may be of another version. */
final class CopiedAnnotation {

    private CopiedAnnotation() {}

    /**
     * Returns an annotation of a type with the values of one of a copy of that type.
     *
     * @throws IllegalArgumentException if a value is an enum constant that the type does not know, or is missing
     */
    static <A extends Annotation> A as(Class<A> kind, Annotation copy) {
        Map<String, Object> values = new HashMap<>(Map.of("annotationType", kind));
        for (Method element : kind.getDeclaredMethods()) {
            values.put(element.getName(), value(element, copy));
        }
        Object annotation = Proxy.newProxyInstance(
                kind.getClassLoader(),
                new Class<?>[] {kind},
                (proxy, method, arguments) -> values.containsKey(method.getName())
                        ? values.get(method.getName())
                        : method.invoke(copy, arguments));
        return kind.cast(annotation);
    }

    /** Returns the value of an element of an annotation, whose type is known by name only. */
    static Object value(Annotation annotation, String element) {
        try {
            Method method = annotation.annotationType().getDeclaredMethod(element);
            method.setAccessible(true);
            return method.invoke(annotation);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(element + " of " + annotation + " cannot be read", e);
        }
    }

    private static Object value(Method element, Annotation copy) {
        Object value;
        try {
            value = value(copy, element.getName());
        } catch (IllegalArgumentException e) {
            @Nullable Object byDefault = element.getDefaultValue();
            if (byDefault == null) {
                throw e;
            }
            return byDefault;
        }
        return value instanceof Enum<?> constant ? sameConstant(element.getReturnType(), constant.name()) : value;
    }

    private static Object sameConstant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no constant " + name);
    }
}
