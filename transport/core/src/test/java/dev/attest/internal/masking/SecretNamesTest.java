package dev.attest.internal.masking;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One name for each word that the quick look before the expressions knows. */
class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-token",
                "CLIENT_SECRET",
                "db.pass",
                "aws_credential",
                "connection_string",
                "api.key",
                "mysql_pwd",
                "GITHUB_PAT",
                "basic.auth",
                "sentry_dsn",
                "db_cred",
                "user-jwt",
                "tls_psk",
                "db_pw"
            })
    void knowsTheNameInEitherCaseAndInEachSpelling(String name) {
        for (String spelt : new String[] {name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)}) {
            for (String separator : new String[] {"_", "-", ".", " ", "/", "__", "1"}) {
                String spelling = spelt.replaceAll("[-_.]", separator);

                assertThat(SecretNames.areIn("Ünrelated " + spelling))
                        .as(spelling)
                        .isTrue();
                assertThat(SecretNames.areIn(spelling)).as(spelling).isTrue();
                assertThat(SecretNames.isSecret(spelling)).as(spelling).isTrue();
            }
        }
    }

    /** As a Turkish keyboard or a sign for a unit writes letters: capitals are looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"api_to\u212Aen", "ap\u0131_to\u212Aen", "tls_p\u017F\u212A"})
    void knowsOtherFormsOfTheSameLetters(String name) {
        assertThat(SecretNames.areIn(name)).isEqualTo(SecretNames.areIn(name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "LANG", "author", "user.dir", "line.separator", "", "P"})
    void knowsThatOthersAreNone(String name) {
        assertThat(SecretNames.isSecret(name)).isFalse();
    }
}
