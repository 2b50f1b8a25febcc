package dev.attest.internal.json;

import java.math.BigDecimal;

/**
 * A number as it is written, of any size and precision.
 *
 * @param text as JSON has it
 */
record JsonNumber(String text) {

    /** Returns it as a whole number; throws {@link NumberFormatException} if it is none, or out of range. */
    long wholeNumber() {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            try {
                return new BigDecimal(text).longValueExact();
            } catch (ArithmeticException notWhole) {
                throw new NumberFormatException(notWhole.getMessage());
            }
        }
    }
}
