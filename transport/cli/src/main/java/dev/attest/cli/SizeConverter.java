package dev.attest.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size such as {@code 500KB} or {@code 20MB}. */
final class SizeConverter implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ?(KB|MB)?");
    private static final long LARGEST = 500_000_000;

    @Override
    public Long convert(String value) {
        Matcher matcher = FORM.matcher(value.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' is no size such as 500KB or 20MB");
        }
        String unit = String.valueOf(matcher.group(2));
        long bytes = Long.parseLong(matcher.group(1)) * (unit.equals("MB") ? 1_000_000 : unit.equals("KB") ? 1_000 : 1);
        if (bytes > LARGEST) {
            throw new TypeConversionException("'" + value + "' is more than a browser opens: at most 500MB");
        }
        return bytes;
    }
}
