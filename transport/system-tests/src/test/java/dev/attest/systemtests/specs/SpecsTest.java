package dev.attest.systemtests.specs;

import dev.attest.standin.rules.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpecsTest {

    @ParameterizedTest
    @CsvSource({
        "SERVICES,    testplan, 7.1,           testPlan/7.1/testPlan.json",
        "SERVER_2022, test,     7.0,           test/azure-devops-server-7.0/test-onprem.json",
        "SERVER_2020, test,     6.0-preview.1, test/azure-devops-server-6.0/test-onprem.json",
        "SERVER_2019, wit,      4.1,           wit/tfs-4.1/workItemTracking-onprem.json",
        "TFS_2018,    build,    4.1,           build/tfs-4.1/build-onprem.json"
    })
    void areThoseOfTheVersionThatIsAsked(Product product, String area, String version, String file) {
        assertThat(new Specs(product).file(area, version)).hasValue(file);
    }

    @ParameterizedTest
    @CsvSource({
        "TFS_2018, test, 4.1,         test/azure-devops-server-5.0/test-onprem.json",
        "TFS_2017, test, 3.0,         test/azure-devops-server-5.0/test-onprem.json",
        "TFS_2017, test, 3.2-preview, test/azure-devops-server-5.0/test-onprem.json",
        "TFS_2017, wit,  3.0,         wit/tfs-4.1/workItemTracking-onprem.json",
        "SERVICES, wit,  4.1,         wit/7.1/workItemTracking.json"
    })
    void areTheNextLaterOnesWhereNoneArePublished(Product product, String area, String version, String file) {
        assertThat(new Specs(product).file(area, version)).hasValue(file);
    }

    @ParameterizedTest
    @CsvSource({"SERVICES, test, 8.0", "SERVICES, git, 7.1"})
    void areMissingForWhatNobodyAsks(Product product, String area, String version) {
        assertThat(new Specs(product).file(area, version)).isEmpty();
    }
}
