package dev.attest.internal.files;

import dev.attest.AttachmentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a file is, by its name. */
class AttachmentTypeRulesTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final List<String> warnings = new ArrayList<>();

    @Test
    void areThoseOfTheTableInTheGuide() throws IOException {
        AttachmentTypeRules types = AttachmentTypeRules.of("", warnings::add);
        List<String> rows = Files.readString(
                        Path.of(System.getProperty("checkout.root"), "transport/guide/evidence.md"))
                .lines()
                .filter(line -> line.matches("\\| `[*.\\w].*\\| `[A-Z]\\w+` \\|"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(3).allSatisfy(row -> {
            List<String> cells = CODE.matcher(row)
                    .results()
                    .map(MatchResult::group)
                    .map(code -> code.replace("`", ""))
                    .toList();
            String type = cells.get(cells.size() - 1);
            assertThat(cells.subList(0, cells.size() - 1))
                    .allSatisfy(name -> assertThat(
                                    types.ofFile(name.replace("*", "x")).wireName())
                            .as(name)
                            .isEqualTo(type));
        });
        assertThat(types.ofFile("anything.else")).isEqualTo(AttachmentType.GENERAL_ATTACHMENT);
    }

    @Test
    void areThoseOfTheFirstRuleThatFits() {
        AttachmentTypeRules types = AttachmentTypeRules.of(
                "*.har=GeneralAttachment, report-?.xml = tmiTestRunSummary; r*.xml=RUN_CONFIG\n*.har=CodeCoverage,",
                warnings::add);

        assertThat(types.ofFile("a.HAR")).isEqualTo(AttachmentType.GENERAL_ATTACHMENT);
        assertThat(types.ofFile("report-1.xml")).isEqualTo(AttachmentType.TMI_TEST_RUN_SUMMARY);
        assertThat(types.ofFile("report-10.xml")).isEqualTo(AttachmentType.RUN_CONFIG);
        assertThat(types.ofFile("my-report-1.xml")).isEqualTo(AttachmentType.GENERAL_ATTACHMENT);
        assertThat(types.ofFile("a.webm")).isEqualTo(AttachmentType.INTERMEDIATE_COLLECTOR_DATA);
        assertThat(warnings).isEmpty();
    }

    @Test
    void leaveOutRulesThatMakeNoSenseAndNameThem() {
        AttachmentTypeRules types = AttachmentTypeRules.of("*.har, *.a=Film, =RunConfig, b(=RunConfig", warnings::add);

        assertThat(warnings)
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning)
                        .contains(
                                "has no effect",
                                "one of GeneralAttachment, AfnStrip",
                                "such as *.har=GeneralAttachment"));
        assertThat(warnings.get(0)).startsWith("attest.attachment-types: \"*.har\" has no effect.");
        assertThat(warnings.get(1)).startsWith("attest.attachment-types: \"*.a=Film\" has no effect.");
        assertThat(warnings.get(2)).startsWith("attest.attachment-types: \"=RunConfig\" has no effect.");
        assertThat(types.ofFile("b(")).isEqualTo(AttachmentType.RUN_CONFIG);
        assertThat(types.ofFile("a.har")).isEqualTo(AttachmentType.INTERMEDIATE_COLLECTOR_DATA);
    }
}
