package dev.attest.internal.masking;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms in which a secret appears in text. Escaped forms are not among them: escapes are removed from the text.
 *
 * @param literal the secret itself
 * @param encoded in Base64 and hexadecimal; a text may break it over lines
 */
record SecretForms(Set<String> literal, Set<String> encoded) {

    /** Shorter secrets would match parts of ordinary words. */
    static final int MIN_LENGTH = 6;

    /** Returns all forms of a secret; for a secret of several lines, those of each line. */
    static SecretForms of(String secret) {
        SecretForms forms = new SecretForms(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (String line : lines(secret)) {
            forms.add(line);
        }
        return forms;
    }

    static List<String> lines(String secret) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= secret.length(); at++) {
            if (at == secret.length() || secret.charAt(at) == '\n' || secret.charAt(at) == '\r') {
                String line = secret.substring(from, at).strip();
                if (line.length() >= MIN_LENGTH) {
                    lines.add(line);
                }
                from = at + 1;
            }
        }
        return List.copyOf(lines);
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    private void add(String secret) {
        addLiteral(secret);
        // What looks like an escape in the secret is removed from the text as well.
        Unescaped once = Unescaped.of(secret);
        if (once != null) {
            addLiteral(once.text());
            Unescaped twice = once.again();
            if (twice != null) {
                addLiteral(twice.text());
            }
        }
        addEncoded(secret, StandardCharsets.UTF_8);
        if (!isAscii(secret)) {
            addEncoded(secret, StandardCharsets.ISO_8859_1);
        }
    }

    private void addLiteral(String secret) {
        if (secret.length() >= MIN_LENGTH) {
            literal.add(secret);
            // A form that a browser sends has a plus sign for each space.
            literal.add(secret.replace(' ', '+'));
        }
    }

    private void addEncoded(String secret, Charset charset) {
        byte[] bytes = secret.getBytes(charset);
        encoded.add(HexFormat.of().formatHex(bytes));
        encoded.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            String base64 = base64(bytes, offset);
            encoded.add(base64);
            encoded.add(base64.replace('+', '-').replace('/', '_'));
        }
    }

    /** Returns the Base64 characters of the secret alone, if it starts at this offset in a group of three bytes. */
    private static String base64(byte[] secret, int offset) {
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (offset * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return encoded.substring(first, last);
    }
}
