package dev.attest.standin.pages;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldLineTest {

    @ParameterizedTest
    @CsvSource({
        "System.AreaPath, Area Path",
        "Microsoft.VSTS.TCM.ReproSteps, Repro Steps",
        "Custom.SAPNumber, SAP Number",
        "steps_to_repro, Steps to repro",
        "Path of the v1.2 API, Path of the v1.2 API",
        "ends., ends.",
        "_, _",
    })
    void isNamedAsPeopleWriteIt(String name, String label) {
        assertThat(new FieldLine(name, "", false).label()).isEqualTo(label);
    }
}
