package dev.attest.standin.cli;

import dev.attest.standin.faults.FaultPlan;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.SignIn;
import java.time.Duration;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Convert the values of options. */
final class OptionConverters {

    private OptionConverters() {}

    /** Converts {@code --without}. */
    static final class AssumptionConverter implements ITypeConverter<Assumption> {

        @Override
        public Assumption convert(String value) {
            return Arrays.stream(Assumption.values())
                    .filter(assumption -> assumption.label().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is not an assumption"));
        }
    }

    /** Converts {@code --qacomplete-oversize}. */
    static final class OversizeConverter implements ITypeConverter<Oversize> {

        @Override
        public Oversize convert(String value) {
            return Arrays.stream(Oversize.values())
                    .filter(oversize -> oversize.label().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is not one of json-413, html-404, html-500, reset"));
        }
    }

    /** Converts {@code --emulate}. */
    static final class ProductConverter implements ITypeConverter<Product> {

        @Override
        public Product convert(String value) {
            return Product.named(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is not a product"));
        }
    }

    /** Converts {@code --sign-in}. */
    static final class SignInConverter implements ITypeConverter<SignIn> {

        @Override
        public SignIn convert(String value) {
            return switch (value) {
                case "as-asked" -> SignIn.AS_ASKED;
                case "401" -> SignIn.UNAUTHORIZED;
                case "302" -> SignIn.REDIRECT;
                case "203" -> SignIn.PAGE;
                default -> throw new TypeConversionException("'" + value + "' is not one of as-asked, 401, 302, 203");
            };
        }
    }

    /** Converts {@code --latency}. */
    static final class TimeConverter implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            try {
                return FaultPlan.latency(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
