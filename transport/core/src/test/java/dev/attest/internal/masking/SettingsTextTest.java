package dev.attest.internal.masking;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of settings whose values nobody knows. */
class SettingsTextTest {

    private static final Masking MASKING = Masking.of(List.of(), null, warning -> {});

    /** The line, and what is left of it. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " >> ",
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "shop.db.password=hunter22 >> shop.db.password=***",
                "shop.db.password = hunter 22 >> shop.db.password = ***",
                "shop.db.password: 1234 >> shop.db.password: ***",
                "shop.db.password hunter22 >> shop.db.password ***",
                "shop.db.PASSWORD=hunter22 >> shop.db.PASSWORD=***",
                "shop.users[0].password=hunter22 >> shop.users[0].password=***",
                "shop.db.user=shop >> shop.db.user=shop",
                "shop.db.password= >> shop.db.password=",
                "shop.db.password=${DB_PASSWORD} >> shop.db.password=${DB_PASSWORD}",
                "shop.db.password=${DB_PASSWORD:hunter22} >> shop.db.password=***",
                "shop.password.required=true >> shop.password.required=true",
                "shop.db.url=jdbc:postgresql://shop:hunter22@db/shop >> shop.db.url=jdbc:postgresql://shop:***@db/shop",
                "shop.db.url=jdbc:h2:mem;user=sa;password=hunter22 >> shop.db.url=jdbc:h2:mem;user=sa;password=***",
                "#shop.db.password=hunter22 >> #shop.db.password=***",
                "export API_KEY='hunter22' # old >> export API_KEY='***' # old",
                "API_KEY=\"hunter22\" >> API_KEY=\"***\"",
                "JAVA_OPTS=-Xmx1g -Ddb.password=hunter22 >> JAVA_OPTS=-Xmx1g -Ddb.password=***",
                "  password: hunter22 >>   password: ***",
                "- password: hunter22 >> - password: ***",
                "db: {user: shop, password: hunter22} >> db: {user: shop, password: ***",
                "{\"user\":\"shop\",\"password\":\"hunt\\\"er22\",\"a\":1} >> {\"user\":\"shop\",\"password\":\"***\",\"a\":1}",
                "{\"password\":{\"value\":\"hunter22\"}} >> {\"password\":***",
                "{\"name\":\"DB_PASSWORD\",\"value\":\"hunter22\"} >> {\"name\":\"DB_PASSWORD\",\"value\":\"***\"}",
                "//registry.npmjs.org/:_authToken=hunter22 >> //registry.npmjs.org/:_authToken=***",
                "junit.jupiter.execution.parallel.enabled=true >> junit.jupiter.execution.parallel.enabled=true",
                "attest.azure.token-file=/run/token >> attest.azure.token-file=/run/token",
                "the password is not here >> the password is not here"
            })
    void isMaskedByItsKey(String line, String masked) {
        boolean properties = line.startsWith("shop");

        assertThat(MASKING.maskSettings(properties ? "shop.properties" : "shop.env", line))
                .isEqualTo(masked);
        assertThat(MASKING.maskSettings(properties ? "shop.properties" : "shop.env", "a=b\r\n" + line + "\r\nc=d\n"))
                .isEqualTo("a=b\r\n" + masked + "\r\nc=d\n");
    }

    /** As in the settings that Attest attaches itself. */
    @Test
    void leavesCommentsBelowAValue() {
        assertThat(MASKING.maskSettings("attest-settings.txt", "a.token=hunter22\n  # environment A_TOKEN\nb=c\n"))
                .isEqualTo("a.token=***\n  # environment A_TOKEN\nb=c\n");
        assertThat(MASKING.maskSettings("a.yml", "password: |\n  # hunter22\n  more\nb: c\n"))
                .isEqualTo("password: |\n***\n***\nb: c\n");
    }

    @Test
    void isMaskedInAllOfItsLines() {
        assertThat(MASKING.maskSettings("a.properties", "db.password=hun\\\n  ter\\\n  22\nuser=a\n"))
                .isEqualTo("db.password=***\n***\n***\nuser=a\n");
        assertThat(MASKING.maskSettings("a.env", "KEY=b\nSIGNING_KEY=\"-----BEGIN\nMIIE\nEND-----\"\nUSER=a\n"))
                .isEqualTo(
                        "KEY=b\nSIGNING_KEY=***\n***\n***\nUSER=a\n".replace("SIGNING_KEY=***", "SIGNING_KEY=\"***\""));
        assertThat(MASKING.maskSettings(
                        "a.yml", "a:\n  secret: |\n    one\n\n    two\n  tokens:\n    - three\n  user: b\n"))
                .isEqualTo("a:\n  secret: |\n***\n\n***\n  tokens:\n***\n  user: b\n");
        assertThat(MASKING.maskSettings(
                        "a.yml", "env:\n  - name: DB_PASSWORD\n    value: hunter22\n  - name: USER\n    value: b\n"))
                .isEqualTo("env:\n  - name: DB_PASSWORD\n    value: ***\n  - name: USER\n    value: b\n");
    }

    @Test
    void isMaskedInTheEnvironmentOfAProcess() {
        assertThat(MASKING.maskSettings("environ", "HOME=/a\0API_TOKEN=hunter22\0PATH=/bin\0"))
                .isEqualTo("HOME=/a\0API_TOKEN=***\0PATH=/bin\0");
    }

    /** The element, and what is left of it. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " >> ",
            value = {
                "<parameter name=\"shop.db.password\" value=\"hunter22\"/> >> <parameter name=\"shop.db.password\" value=\"***\"/>",
                "<parameter value='hunter22' name='shop.db.password' /> >> <parameter value='***' name='shop.db.password' />",
                "<parameter name=\"browser\" value=\"firefox\"/> >> <parameter name=\"browser\" value=\"firefox\"/>",
                "<entry key=\"db.password\">hunter22</entry> >> <entry key=\"db.password\">***</entry>",
                "<password>hunter22</password> >> <password>***</password>",
                "<password><![CDATA[hunt<er>22]]></password> >> <password>***</password>",
                "<db user=\"a\" password=\"hunt>er22\"/> >> <db user=\"a\" password=\"***\"/>",
                "<url>jdbc:mysql://shop:hunter22@db</url> >> <url>jdbc:mysql://shop:***@db</url>",
                "<!-- password: hunter22 --> >> <!-- password: *** -->",
                "<test name=\"login with a password\"><classes/></test> >> <test name=\"login with a password\"><classes/></test>"
            })
    void isMaskedInSuiteFiles(String element, String masked) {
        String suite =
                "<?xml version=\"1.0\"?>\n<!DOCTYPE suite SYSTEM \"https://testng.org/testng-1.0.dtd\">\n<suite name=\"all\">\n";

        assertThat(MASKING.maskSettings("testng.xml", suite + element + "\n</suite>"))
                .isEqualTo(suite + masked + "\n</suite>");
    }

    @Test
    void isAlsoMaskedByItsValue() {
        assertThat(Masking.of(List.of("hunter22"), null, warning -> {})
                        .maskSettings("a.properties", "greeting=hunter22!"))
                .isEqualTo("greeting=***!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.properties",
                "junit-platform.properties",
                ".env",
                ".env.local",
                "prod.env",
                "a.yml",
                "a.YAML",
                "environment.txt",
                "environ",
                "testng.xml",
                "testng-smoke.xml",
                "settings.xml",
                ".npmrc",
                ".netrc",
                "appsettings.Test.json"
            })
    void knowsFilesWithSettings(String name) {
        assertThat(SettingsFiles.isSettings(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shot.png",
                "server.log",
                "TEST-a.xml",
                "page.html",
                "a.json",
                "properties",
                "yml",
                "environmental.log"
            })
    void knowsOtherFiles(String name) {
        assertThat(SettingsFiles.isSettings(name)).isFalse();
    }

    /** A tested system may write the file. */
    @Test
    void takesNoLongerWhateverIsInIt() {
        String many = "<a \"".repeat(100_000) + "a=\"".repeat(100_000) + "<a><![CDATA[".repeat(2_000)
                + "x".repeat(500_000) + " ".repeat(200_000) + "a://".repeat(50_000) + "@";

        assertThat(MASKING.maskSettings("a.properties", many)).isNotEmpty();
        assertThat(MASKING.maskSettings("a.xml", "<" + many)).isNotEmpty();
    }
}
