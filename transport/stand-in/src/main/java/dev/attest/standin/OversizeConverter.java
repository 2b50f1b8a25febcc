package dev.attest.standin;

import dev.attest.standin.rules.Oversize;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --qacomplete-oversize}. */
final class OversizeConverter implements ITypeConverter<Oversize> {

    @Override
    public Oversize convert(String value) {
        return Arrays.stream(Oversize.values())
                .filter(oversize -> oversize.label().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + value + "' is not one of json-413, html-404, html-500, reset"));
    }
}
