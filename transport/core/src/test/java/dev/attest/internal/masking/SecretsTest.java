package dev.attest.internal.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which values are secrets, by their names and by what they look like. */
class SecretsTest {

    /** Words of names that are secrets. */
    private static final List<String> SECRET = List.of(
            "token",
            "secret",
            "password",
            "passwd",
            "passphrase",
            "pass",
            "pwd",
            "pat",
            "auth",
            "dsn",
            "jwt",
            "credentials",
            "api key",
            "access key",
            "private key",
            "signing key",
            "encryption key",
            "account key",
            "connection string",
            "api key android",
            "token paid",
            "token 2",
            "auth 1",
            "access token",
            "pass android",
            "client secret");

    /** Words of names that are none. */
    private static final List<String> ORDINARY = List.of(
            "path",
            "author",
            "compass",
            "monkey",
            "keyboard",
            "passed",
            "bypass",
            "git author name",
            "token id",
            "access key id",
            "token ids",
            "password file",
            "token url",
            "secret name",
            "auth type",
            "auth host",
            "auth sock",
            "token type",
            "credentials path",
            "passenger",
            "patch",
            "pattern",
            "authority",
            "key",
            "public key",
            "home",
            "tokenizer",
            "secretary",
            "use tokens enabled",
            "password length",
            "dsnx",
            "api keyboard",
            "o auth",
            "spat",
            "unpwd");

    static Stream<String> spellings(List<String> names) {
        List<List<String>> surroundings = List.of(List.of(), List.of("shop"), List.of("shop", "db"));
        List<String> spellings = new ArrayList<>();
        for (String name : names) {
            for (List<String> before : surroundings) {
                List<String> words = new ArrayList<>(before);
                words.addAll(Arrays.asList(name.split(" ")));
                for (String separator : List.of("_", "-", ".", "__")) {
                    String joined = String.join(separator, words);
                    spellings.add(joined);
                    spellings.add(joined.toUpperCase(Locale.ROOT));
                }
                String capitals = words.stream()
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
                spellings.add(capitals);
                spellings.add(capitals.substring(0, 1).toLowerCase(Locale.ROOT) + capitals.substring(1));
            }
        }
        return spellings.stream();
    }

    @Test
    void knowsSecretsByTheirNames() {
        assertThat(spellings(SECRET).filter(name -> find(name, "value-4711").isEmpty()))
                .isEmpty();
    }

    @Test
    void leavesOtherNamesAlone() {
        assertThat(spellings(ORDINARY).filter(name -> !find(name, "value-4711").isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYSTEM_ACCESSTOKEN",
                "aws_secret_access_key",
                "AZURE_PAT",
                "API_KEY_ANDROID",
                "STRIPE_TOKEN_PAID",
                "PGPASSWORD",
                "MYSQL_PWD",
                "SSHPASS",
                "REDISCLI_AUTH",
                "SENTRY_DSN",
                "APIKey",
                "spring.datasource.password",
                "//registry.npmjs.org/:_authToken",
                "Ocp-Apim-Subscription-Key",
                "ConnectionStrings__Shop",
                "DB_PW"
            })
    void knowsNamesFromTheField(String name) {
        assertThat(find(name, "value-4711")).containsExactly("value-4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME",
                "ATTEST_AZURE_TOKEN_FILE",
                "TOKEN_URL",
                "AWS_ACCESS_KEY_ID",
                "SSH_AUTH_SOCK",
                "GIT_ASKPASS",
                "XAUTHORITY",
                "PW_TEST_HTML_REPORT_OPEN",
                "java.class.path",
                "TESTS_PASSED",
                "GIT_COMMITTER_NAME",
                "PASSWORD_STORE_DIR",
                "PGPASSFILE",
                "sun.java.command",
                "LS_COLORS",
                "PASSWORDFILE",
                "AZURE_CLIENT_ID"
            })
    void leavesNamesFromTheFieldAlone(String name) {
        assertThat(find(name, "value-4711")).isEmpty();
    }

    @Test
    void knowsTheFolderOfTheShellFromAPassword() {
        assertThat(find("PWD", "/home/ann/shop")).isEmpty();
        assertThat(find("OLDPWD", "C:\\shop")).isEmpty();
        assertThat(find("PWD", "hunter22")).containsExactly("hunter22");
        assertThat(find("DB_PWD", "/hunter22")).containsExactly("/hunter22");
    }

    /** The value, and the secrets in it. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "postgres://shop:hunter22@db:5432/shop -> hunter22",
                "redis://:hunter22@cache:6379/0 -> hunter22",
                "rediss://default:p%40ss%2Fw0rd@cache -> p%40ss%2Fw0rd p@ss/w0rd",
                "https://ann:p@ss@w0rd@host/path?mail=a@b.c -> p@ss@w0rd",
                "redis://:p/ssw0rd@host:6379/0 -> p/ssw0rd",
                "mongodb://shop:hunter22@a,b:27017/?x=1 -> hunter22",
                "amqp://one:hunter22@a amqp://two:hunter33@b -> hunter22 hunter33",
                "jdbc:postgresql://db/shop?user=shop&password=hunter22&ssl=true -> hunter22",
                "jdbc:mysql://shop:hunter22@db:3306/shop -> hunter22",
                "jdbc:sqlserver://db:1433;user=sa;password=hunter22;encrypt=true -> hunter22",
                "jdbc:oracle:thin:shop/hunter22@//db:1521/x -> hunter22",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=hunter22 -> hunter22",
                "Server=db;User Id=sa;Password=hunter&22; -> hunter hunter&22",
                "AccountName=shop;AccountKey=aGVsbG8=; -> aGVsbG8=",
                "https://shop.blob.core.windows.net/x?sv=2022&sig=hunter22%3D -> hunter22%3D hunter22=",
                "-Xmx1g -Ddb.password=hunter22 -Dx=y -> hunter22",
                "test -Dapi.token=\"hunter 22\" -> 'hunter 22'",
                "https://token@github.com/x -> ''",
                "http://localhost:8080/a@b -> ''",
                "http://[::1]:8080/a@b -> ''",
                "postgres://postgres:postgres@localhost/shop -> ''",
                "https://host/path?token=true -> ''",
                "/home/ann:/home/bob@work -> ''"
            })
    void findsPasswordsInAnyValue(String value, String secrets) {
        List<String> expected = secrets.contains(" ") && value.contains("\"") ? List.of(secrets) : words(secrets);

        assertThat(new TreeSet<>(find("ANY_URL", value))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void findsTheTokenOfALogin() {
        assertThat(find("HTTP_AUTHORIZATION", "Bearer hunter22")).containsExactly("Bearer hunter22", "hunter22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ann:s3cr3t@proxy.corp:3128", "ann:s3cr3t@proxy.corp"})
    void knowsThePasswordInTheAddressOfAProxy(String address) {
        for (String name : List.of("https_proxy", "ATTEST_PROXY", "attest.proxy")) {
            assertThat(find(name, address)).containsExactly("s3cr3t");
        }
        assertThat(find("HTTP_PROXY", "http://proxy.corp:3128")).isEmpty();
        assertThat(find("HTTP_PROXY", "none")).isEmpty();
    }

    @Test
    void knowsSecretsThatSomebodyNamed() {
        List<Pattern> names = List.of(Pattern.compile("DB_CONN"), Pattern.compile("(?i)license.*"));
        Map<String, String> named =
                Map.of("DB_CONN", " Server=a;User=b ", "db.conn", "other", "LICENSE_2", "4711", "DB_CONN_X", "x");

        assertThat(Secrets.matching(names, named))
                .containsExactlyInAnyOrder(
                        new NamedSecret("DB_CONN", "Server=a;User=b"),
                        new NamedSecret("db.conn", "other"),
                        new NamedSecret("LICENSE_2", "4711"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "FALSE", "0", "1", "none", "enabled", "basic", "Kerberos", "simple", " no "})
    void leavesOrdinaryValuesAlone(String value) {
        assertThat(find("NPM_AUTH", value)).isEmpty();
        assertThat(find("USE_TOKEN", value)).isEmpty();
    }

    @Test
    void tellsWhatIsTooShort() {
        assertThat(new NamedSecret("a", "abc12").isTooShort()).isTrue();
        assertThat(new NamedSecret("a", "abc123").isTooShort()).isFalse();
        assertThat(new NamedSecret("a", "abc", true).isTooShort()).isFalse();
        assertThat(new NamedSecret("a", "abc123")).hasToString("a");
    }

    private static List<String> find(String name, String value) {
        return Secrets.find(Map.of(name, value)).stream()
                .map(NamedSecret::value)
                .toList();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
