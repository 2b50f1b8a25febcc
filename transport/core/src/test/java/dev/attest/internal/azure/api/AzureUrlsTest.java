package dev.attest.internal.azure.api;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.TestNames;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AzureUrlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/contoso,                shop,     https://dev.azure.com/contoso/shop/_apis/test/runs/5",
        "https://dev.azure.com/contoso//,              shop,     https://dev.azure.com/contoso/shop/_apis/test/runs/5",
        "http://tfs:8080/tfs/My%20Collection/?a=b#c,   shop,     http://tfs:8080/tfs/My%20Collection/shop/_apis/test/runs/5",
        "https://me:secret@server/C,                   The Shop, https://server/C/The%20Shop/_apis/test/runs/5",
        "https://server/C,                             'a/b?ü',  https://server/C/a%2Fb%3F%C3%BC/_apis/test/runs/5",
    })
    void buildUponWhatIsConfigured(URI url, String project, URI expected) {
        assertThat(urls(url, project).run("5").uri()).isEqualTo(expected);
    }

    @Test
    void encodeWhatIsAskedFor() {
        AzureUrls urls = urls(URI.create("https://server/C"), "p");

        assertThat(urls.runs("runTitle", "a&b=ü+%", "$top", "100").uri())
                .hasToString("https://server/C/p/_apis/test/runs?runTitle=a%26b%3D%C3%BC%2B%25&$top=100");
        assertThat(urls.attachments(new AttachmentOwner("1", "2", null)).uri())
                .hasToString("https://server/C/p/_apis/test/runs/1/results/2/attachments");
        assertThat(urls.area()).hasToString("https://server/C/_apis/test");
        assertThat(urls.page("1")).isEqualTo("https://server/C/p/_TestManagement/Runs?runId=1&_a=resultQuery");
    }

    private static AzureUrls urls(URI url, String project) {
        return AzureUrls.of(new AzureSettings(
                url,
                project,
                new Secret("t"),
                "",
                2,
                TestNames.QUALIFIED,
                new NetworkSettings(new Secret(""), List.of(), ""),
                WorkItemSettings.DEFAULT,
                PlanSettings.NONE,
                BugSettings.NONE,
                HistorySettings.OFF));
    }
}
