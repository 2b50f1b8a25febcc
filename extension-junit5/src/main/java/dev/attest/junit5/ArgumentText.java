package dev.attest.junit5;

import dev.attest.spi.ValueText;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the arguments of tests. What all invocations of a method have in common is read once. Thread-safe. */
final class ArgumentText {

    private static final String INJECTED = "org.junit.jupiter.api.";

    /** @param prefixes what stands before each value, such as {@code price = }; null for one that is left out */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parameters(Method method, @Nullable String[] prefixes) {}

    private volatile @Nullable Parameters last;

    /** Returns for example {@code name = "cup", price = 3}; empty if all arguments are injected. */
    String of(Method method, List<?> arguments) {
        Parameters parameters = last;
        if (parameters == null || !parameters.method().equals(method)) {
            parameters = new Parameters(method, prefixes(method));
            last = parameters;
        }
        @Nullable String[] prefixes = parameters.prefixes();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < prefixes.length && i < arguments.size(); i++) {
            String prefix = prefixes[i];
            if (prefix != null) {
                line.append(line.length() == 0 ? "" : ", ").append(prefix).append(ValueText.format(arguments.get(i)));
            }
        }
        return line.toString();
    }

    /** Leaves out {@code TestInfo} and other injected values, which do not distinguish invocations. */
    private static @Nullable String[] prefixes(Method method) {
        Parameter[] parameters = method.getParameters();
        @Nullable String[] prefixes = new String[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].getType().getName().startsWith(INJECTED)) {
                prefixes[i] = parameters[i].isNamePresent() ? parameters[i].getName() + " = " : "";
            }
        }
        return prefixes;
    }
}
