package dev.attest.internal.masking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The encoded forms in which a secret appears in text. */
final class SecretForms {

    /** Shorter secrets would match parts of ordinary words. */
    static final int MIN_LENGTH = 6;

    private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    /** Returns all forms of a secret; for a secret of several lines, those of each line. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        secret.lines()
                .map(String::strip)
                .filter(line -> line.length() >= MIN_LENGTH)
                .forEach(line -> add(line, forms));
        return forms;
    }

    private static void add(String secret, Set<String> forms) {
        forms.add(secret);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (String url : List.of(encoded, encoded.replace("+", "%20"))) {
            forms.add(url);
            forms.add(HEX.matcher(url).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT)));
        }
        forms.add(json(secret));
        forms.add(json(secret).replace("/", "\\/"));
        forms.add(xml(secret));
        for (int offset = 0; offset < 3; offset++) {
            String base64 = base64(secret.getBytes(StandardCharsets.UTF_8), offset);
            forms.add(base64);
            forms.add(base64.replace('+', '-').replace('/', '_'));
        }
    }

    private static String json(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
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
