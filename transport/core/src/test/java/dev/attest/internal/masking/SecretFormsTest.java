package dev.attest.internal.masking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each form of each secret, as the encoders that tests meet write it. */
class SecretFormsTest {

    private static final List<String> SECRETS = List.of(
            "p/4$s+w\"ö d<&'",
            "a=b&c<d>e'f\"g",
            "100%41/\\n\\u0041&amp;",
            "(plain~!*'_-.)",
            "\ud83d\ude00emoji\u00e9",
            "s3cr3t-value",
            "dozen==+//++==");

    private static final Map<String, UnaryOperator<String>> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put("plain", secret -> secret);
        FORMS.put("JSON", SecretFormsTest::json);
        FORMS.put("JSON of Gson", secret -> escaped(json(secret), "=&<>'", "\\u%04x"));
        FORMS.put("JSON of .NET", secret -> escaped(json(secret), "=&<>'+", "\\u%04X"));
        FORMS.put("JSON with slashes", secret -> json(secret).replace("/", "\\/"));
        FORMS.put("JSON in ASCII", secret -> notAscii(json(secret), "\\u%04x"));
        FORMS.put("JSON in JSON", secret -> json(json(secret)));
        FORMS.put("JSON of Gson in JSON", secret -> json(escaped(json(secret), "=&<>'", "\\u%04x")));
        FORMS.put("JavaScript", secret -> escaped(secret.replace("\\", "\\\\"), "<>&'\"/=", "\\x%02x"));
        FORMS.put("text of XML", secret -> secret.replace("&", "&amp;").replace("<", "&lt;"));
        FORMS.put("attribute of XML", secret -> xml(secret).replace("'", "&apos;"));
        FORMS.put("HTML", secret -> xml(secret).replace("'", "&#39;"));
        FORMS.put("HTML in hexadecimal", secret -> escaped(secret, "&<>\"'/=", "&#x%X;"));
        FORMS.put("HTML in decimal", secret -> escaped(secret, "&<>\"'/=+", "&#%d;"));
        FORMS.put("XML in ASCII", secret -> notAscii(xml(secret), "&#%d;"));
        FORMS.put("JSON in HTML", secret -> xml(json(secret)));
        FORMS.put("form", secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8));
        FORMS.put("encodeURIComponent", SecretFormsTest::encodeUriComponent);
        FORMS.put("URL in lower case", secret -> lowerEscapes(encodeUriComponent(secret)));
        FORMS.put("encodeURI", secret -> percent(secret, "-_.!~*'();/?:@&=+$,#"));
        FORMS.put("URL, twice", secret -> encodeUriComponent(encodeUriComponent(secret)));
        FORMS.put("URL in JSON", secret -> json(percent(secret, "-_.")));
        FORMS.put("Base64", secret -> base64(Base64.getEncoder(), secret));
        FORMS.put("Base64 of the URL alphabet", secret -> base64(Base64.getUrlEncoder(), secret));
        FORMS.put(
                "Base64 without padding",
                secret -> base64(Base64.getUrlEncoder().withoutPadding(), secret));
        FORMS.put("Base64 in a URL", secret -> encodeUriComponent(base64(Base64.getEncoder(), secret)));
        FORMS.put("MIME", secret -> base64(Base64.getMimeEncoder(8, "\r\n".getBytes(StandardCharsets.UTF_8)), secret));
        FORMS.put(
                "MIME of Unix, indented",
                secret -> base64(Base64.getMimeEncoder(4, "\n".getBytes(StandardCharsets.UTF_8)), secret)
                        .replace("\n", "\n    "));
        FORMS.put(
                "MIME in JSON",
                secret -> base64(Base64.getMimeEncoder(8, "\r\n".getBytes(StandardCharsets.UTF_8)), secret)
                        .replace("\r\n", "\\r\\n"));
        FORMS.put(
                "MIME in a log",
                secret -> base64(Base64.getMimeEncoder(8, "\n".getBytes(StandardCharsets.UTF_8)), secret)
                        .replace("\n", "\n[main] "));
        FORMS.put("hexadecimal", secret -> HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        FORMS.put(
                "hexadecimal in capitals",
                secret -> HexFormat.of().withUpperCase().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        FORMS.put(
                "hexadecimal of a dump",
                secret -> HexFormat.ofDelimiter(" ").formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<String> forms() {
        return FORMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isFoundIn(String form) {
        for (String secret : SECRETS) {
            String written = FORMS.getOrDefault(form, UnaryOperator.identity()).apply(secret);

            assertThat(Masking.of(List.of(secret), null, warning -> {}).mask("<" + written + ">"))
                    .as("%s as %s", secret, written)
                    // The last character of Base64 may hold bits of what follows.
                    .matches("<\\*\\*\\*.{0,1}(=|%3D){0,2}>");
        }
    }

    /** As in the header of Basic authentication: the text around it moves the groups of three bytes. */
    @Test
    void isFoundInsideOfLargerTextsInBase64() {
        for (String secret : SECRETS) {
            Masking masking = Masking.of(List.of(secret), null, warning -> {});
            for (String before : List.of("", "a", "ab", "abc:", "shop:x")) {
                for (Base64.Encoder encoder : List.of(
                        Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getMimeEncoder(8, new byte[] {10}))) {
                    String text = base64(encoder, before + secret + " and so on");

                    assertThat(masking.mask(text))
                            .as("%s after %s", secret, before)
                            .contains("***");
                }
            }
        }
    }

    @Test
    void isFoundInTheCharsetsOfBasicAuthentication() {
        String latin = Base64.getEncoder().encodeToString("ann:pässwörd".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Masking.of(List.of("pässwörd"), null, warning -> {}).mask(latin))
                .contains("***");
    }

    @Test
    void leavesTextsThatLookSimilar() {
        Masking masking = Masking.of(List.of("s3cr3t-value", "a=b&c<d>e'f\"g"), null, warning -> {});

        for (String text : List.of(
                "a=b&c",
                "C:\\new\\table",
                "100% &amp; more",
                "%",
                "&#",
                "&#x;",
                "\\u12",
                "%C3",
                "%zz",
                "\\",
                "&#99999999;",
                "czNjcjN0",
                "s3cr3t\n-value")) {
            assertThat(masking.mask(text)).isSameAs(text);
        }
    }

    private static String base64(Base64.Encoder encoder, String text) {
        return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String escaped(String text, String characters, String format) {
        return text.chars()
                .mapToObj(c -> characters.indexOf(c) < 0 ? String.valueOf((char) c) : format.formatted(c))
                .collect(Collectors.joining());
    }

    private static String notAscii(String text, String format) {
        List<String> all = new ArrayList<>();
        boolean units = format.startsWith("\\");
        (units ? text.chars() : text.codePoints())
                .forEach(c -> all.add(c < 128 ? Character.toString(c) : format.formatted(c)));
        return String.join("", all);
    }

    private static String encodeUriComponent(String text) {
        return percent(text, "-_.!~*'()");
    }

    private static String percent(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    private static String lowerEscapes(String text) {
        return java.util.regex.Pattern.compile("%..")
                .matcher(text)
                .replaceAll(each -> each.group().toLowerCase(Locale.ROOT));
    }
}
