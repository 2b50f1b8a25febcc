package dev.attest.internal.masking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTest {

    private static final String SECRET = "p/4$s+w\"ö d<&'";

    private final Masking masking = Masking.of(List.of(SECRET), null);

    @Test
    void leavesOtherTextAlone() {
        String text = "no secret in here: p/4$s";

        assertThat(masking.mask(text)).isSameAs(text);
        assertThat(Masking.of(List.of(), null).mask(SECRET)).isEqualTo(SECRET);
        assertThat(masking.mask("")).isEmpty();
    }

    @Test
    void masksEachPlaceOfASecret() {
        assertThat(masking.mask(SECRET + " and " + SECRET + SECRET)).isEqualTo("*** and ******");
    }

    @Test
    void masksASecretInAnAddress() {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

        assertThat(masking.mask("?a=" + encoded + "&b")).isEqualTo("?a=***&b");
        assertThat(masking.mask("?a=" + encoded.replace("+", "%20"))).isEqualTo("?a=***");
        assertThat(masking.mask("?a="
                        + encoded.replace("%C3%B6", "%c3%b6")
                                .replace("%3C", "%3c")
                                .replace("%2F", "%2f")
                                .replace("%2B", "%2b")))
                .isEqualTo("?a=***");
    }

    @Test
    void masksASecretInJsonAndXml() {
        assertThat(masking.mask("{\"a\":\"p/4$s+w\\\"ö d<&'\"}")).isEqualTo("{\"a\":\"***\"}");
        assertThat(masking.mask("<a>p/4$s+w&quot;ö d&lt;&amp;&#39;</a>")).isEqualTo("<a>***</a>");
    }

    @Property(tries = 200)
    void masksASecretWhereverItBeginsInBase64(
            @ForAll @StringLength(max = 7) String before, @ForAll @StringLength(max = 7) String after) {
        byte[] text = (before + SECRET + after).getBytes(StandardCharsets.UTF_8);

        assertThat(masking.mask(Base64.getEncoder().encodeToString(text))).contains(Masking.MASK);
        assertThat(masking.mask(Base64.getUrlEncoder().encodeToString(text))).contains(Masking.MASK);
    }

    @Test
    void masksTheHeaderOfBasicAuthentication() {
        String header = Base64.getEncoder().encodeToString((":" + SECRET).getBytes(StandardCharsets.UTF_8));

        String masked = masking.mask("Authorization: Basic " + header);

        assertThat(masked).startsWith("Authorization: Basic ").contains(Masking.MASK);
        assertThat(masked.length() - "Authorization: Basic ".length() - Masking.MASK.length())
                .isLessThanOrEqualTo(5);
    }

    @Test
    void masksEachLineOfAKey() {
        Masking key = Masking.of(List.of("-----BEGIN-----\nMIIEvQ\nIBADAN\n-----END-----"), null);

        assertThat(key.mask("at MIIEvQ and IBADAN")).isEqualTo("at *** and ***");
    }

    @Test
    void masksTheLongerOfTwoSecretsThatBeginAlike() {
        assertThat(Masking.of(List.of("secret", "secret-key"), null).mask("secret-key secret"))
                .isEqualTo("*** ***");
    }

    @Test
    void masksWhatAPatternFinds() {
        assertThat(Masking.of(List.of(), Pattern.compile("card \\d+")).mask("a card 4711 b"))
                .isEqualTo("a *** b");
    }

    @Test
    void letsNothingOutThatAPatternCannotSearch() {
        String masked = Masking.of(List.of(), Pattern.compile("(a|b)*c")).mask("ab".repeat(100_000) + "secret");

        assertThat(masked).isEqualTo(Masking.MASK);
    }

    @Test
    void masksNoValueThatIsShort() {
        assertThat(Masking.of(List.of("abc12"), null).mask("abc12")).isEqualTo("abc12");
        assertThat(Masking.of(List.of("abc123"), null).mask("abc123")).isEqualTo("***");
    }
}
