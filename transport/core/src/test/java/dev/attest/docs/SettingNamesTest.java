package dev.attest.docs;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingNamesTest {

    private final SettingNames names = new SettingNames("""
            | setting | environment |
            |---|---|
            | `attest.azure.url` | `ATTEST_AZURE_URL` |
            | `attest.azure.token-file` | `ATTEST_AZURE_TOKEN_FILE` |
            """);

    @Test
    void areUnknownWhereThePageDoesNotListThem() {
        assertThat(names.unknownIn(
                        "attest.azure.urls, `attest.azure.token-fil`; attest.azure=1 ATTEST_AZURE_URI, attest.mask.*"))
                .containsExactly(
                        "ATTEST_AZURE_URI",
                        "attest.azure",
                        "attest.azure.token-fil",
                        "attest.azure.urls",
                        "attest.mask.*");
    }

    @Test
    void areNothingElse() {
        assertThat(names.unknownIn("attest.azure.url. ATTEST_AZURE_TOKEN_FILE=a attest.properties dev.attest.junit5"
                        + " ann@attest.example/attest.html attest.azure.* attest.azure.token-file"))
                .isEmpty();
    }

    @Test
    void mayBeMisspelledWhereTheTextSaysSo() {
        assertThat(names.unknownIn(
                        "ATTEST_AZURE_URI=x attest doctor\nUnknown setting ATTEST_AZURE_URI, attest.azure.uri"))
                .containsExactly("attest.azure.uri");
    }
}
