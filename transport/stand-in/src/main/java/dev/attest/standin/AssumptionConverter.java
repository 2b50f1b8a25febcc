package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --without}. */
final class AssumptionConverter implements ITypeConverter<Assumption> {

    @Override
    public Assumption convert(String value) {
        return Arrays.stream(Assumption.values())
                .filter(assumption -> assumption.label().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is not assumed"));
    }
}
