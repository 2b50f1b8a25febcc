package dev.attest.internal.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyServerTest {

    @ParameterizedTest
    @CsvSource({
        "http://proxy.corp:3128,                   http://proxy.corp:3128,  '',            ''",
        "proxy.corp:3128/,                         http://proxy.corp:3128,  '',            ''",
        "HTTPS://proxy.corp,                       https://proxy.corp:443,  '',            ''",
        "http://[::1]:3128,                        http://[::1]:3128,       '',            ''",
        "http://ann@proxy.corp,                    http://proxy.corp:80,    ann,           ''",
        "ann:pw@proxy.corp:1,                      http://proxy.corp:1,     ann,           pw",
        "http://CORP%5Cann:p%40s%3As+s@proxy.corp, http://proxy.corp:80,    CORP\\ann,      p@s:s+s",
        "http://ann:p@s:/s%@proxy.corp,            http://proxy.corp:80,    ann,           p@s:/s%",
    })
    void readsAddressAndCredentials(String text, String shown, String user, String password) {
        assertThat(ProxyServer.parse(text)).hasValueSatisfying(proxy -> {
            assertThat(proxy.shown()).isEqualTo(shown);
            assertThat(proxy.user()).isEqualTo(user);
            assertThat(proxy.password()).isEqualTo(password);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":::",
                "ftp://proxy.corp",
                "socks5://ann:pw@proxy.corp",
                "http://proxy.corp:99999",
                "http://proxy corp",
                "http:///x"
            })
    void readsNothingWhereThereIsNoAddress(String text) {
        assertThat(ProxyServer.parse(text)).isEmpty();
    }

    @Test
    void showsNoCredentials() {
        assertThat(ProxyServer.parse("http://ann:secret@proxy.corp:3128").orElseThrow())
                .hasToString("http://proxy.corp:3128");
    }
}
