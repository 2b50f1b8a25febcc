package dev.attest.standin;

import dev.attest.standin.rules.SignIn;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --sign-in}. */
final class SignInConverter implements ITypeConverter<SignIn> {

    @Override
    public SignIn convert(String value) {
        return switch (value) {
            case "as-asked" -> SignIn.AS_ASKED;
            case "401" -> SignIn.UNAUTHORIZED;
            case "302" -> SignIn.REDIRECT;
            case "203" -> SignIn.PAGE;
            default -> throw new TypeConversionException("'" + value + "' is not one of them");
        };
    }
}
