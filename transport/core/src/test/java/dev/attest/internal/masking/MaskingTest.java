package dev.attest.internal.masking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTest {

    private static final String SECRET = "p/4$s+w\"ö d<&'";

    /** Of 60 letters x, it tries more divisions than there are atoms in a glass of water. */
    private static final String EXPLOSIVE = "x*".repeat(20) + "y";

    private final Masking masking = Masking.of(List.of(SECRET), null, warning -> {});

    @Test
    void leavesOtherTextAlone() {
        String text = "no secret in here: p/4$s";

        assertThat(masking.mask(text)).isSameAs(text);
        assertThat(Masking.of(List.of(), null, warning -> {}).mask(SECRET)).isEqualTo(SECRET);
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
        Masking key = Masking.of(List.of("-----BEGIN-----\nMIIEvQ\nIBADAN\n-----END-----"), null, warning -> {});

        assertThat(key.mask("at MIIEvQ and IBADAN")).isEqualTo("at *** and ***");
    }

    @Test
    void masksTheLongerOfTwoSecretsThatBeginAlike() {
        assertThat(Masking.of(List.of("secret", "secret-key"), null, warning -> {})
                        .mask("secret-key secret"))
                .isEqualTo("*** ***");
    }

    @Test
    void masksWhatAPatternFinds() {
        assertThat(Masking.of(List.of(), Pattern.compile("card \\d+"), warning -> {})
                        .mask("a card 4711 b"))
                .isEqualTo("a *** b");
    }

    @Test
    void letsNothingOutThatAPatternCannotSearch() {
        String masked =
                Masking.of(List.of(), Pattern.compile("(a|b)*c"), warning -> {}).mask("ab".repeat(100_000) + "secret");

        assertThat(masked).isEqualTo(Masking.MASK);
    }

    @Test
    void masksNoValueThatIsShort() {
        assertThat(Masking.of(List.of("abc12"), null, warning -> {}).mask("abc12"))
                .isEqualTo("abc12");
        assertThat(Masking.of(List.of("abc123"), null, warning -> {}).mask("abc123"))
                .isEqualTo("***");
    }

    /** Leftmost-longest matching would leave the rest of the second secret. */
    @Test
    void masksAllOfSecretsThatOverlap() {
        assertThat(Masking.of(List.of("abcdef", "defghi"), null, warning -> {}).mask("<abcdefghi>"))
                .isEqualTo("<***>");
    }

    @Test
    void findsWhatIsAcrossThePiecesOfALongText() {
        Masking masked = Masking.of(List.of("s3cr3t-value"), null, warning -> {});
        String piece = "x".repeat((1 << 19) - 5);

        assertThat(masked.mask(piece + "s3cr3t-value" + piece + "s3cr3t-value" + piece))
                .isEqualTo(piece + "***" + piece + "***" + piece);
    }

    /** What a simple search would find is found, in texts and secrets of few letters, where much overlaps. */
    @Property(tries = 500)
    void findsAsMuchAsASimpleSearch(
            @ForAll @Size(min = 1, max = 8) List<@StringLength(min = 6, max = 9) @Chars({'a', 'b'}) String> secrets,
            @ForAll @StringLength(max = 60) @Chars({'a', 'b', '-'}) String text) {
        boolean[] covered = new boolean[text.length()];
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                Arrays.fill(covered, at, at + secret.length(), true);
            }
        }

        String masked = Masking.of(secrets, null, warning -> {}).mask(text);

        StringBuilder left = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            left.append(covered[at] ? "" : text.charAt(at));
        }
        assertThat(masked.replace("***", "")).isEqualTo(left.toString());
    }

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cutsOffAPatternThatExplodesAndNamesIt() {
        List<String> warnings = new ArrayList<>();
        Masking masked =
                Masking.of(List.of("s3cr3t-value"), Pattern.compile(EXPLOSIVE + "|s3cr3t-value"), warnings::add);
        String explosive = "x".repeat(60);

        assertThat(masked.mask(explosive)).isEqualTo("***");
        assertThat(masked.mask(explosive)).isEqualTo("***");
        assertThat(masked.mask("a short xxy")).isEqualTo("a short ***");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("attest.mask takes too long")
                .endsWith(EXPLOSIVE + "|***");
    }

    /** A line is lost, and not the lines around it. */
    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cutsOffAPatternLineByLine() {
        Masking masked = Masking.of(List.of(), Pattern.compile(EXPLOSIVE), warning -> {});

        assertThat(masked.maskLines("one\n" + "x".repeat(60) + "\ntwo xxxy\nlast"))
                .isEqualTo("one\n***\ntwo ***\nlast");
    }

    /** Even where every line explodes, each costs no more than its share. */
    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comesToAnEndWhereAPatternExplodesInEachLine() {
        Masking masked = Masking.of(List.of(), Pattern.compile(EXPLOSIVE), warning -> {});

        assertThat(masked.maskLines(("x".repeat(60) + "\n").repeat(2_000))).isEqualTo("***\n".repeat(2_000));
    }
}
