package dev.attest.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages promise no link, no anchor and no code that is not there. {@link PageCheckTest} tests the check. */
class DocumentationTest {

    private static final int LONGEST_README = 150;
    private static final int CODE_BEGINS_BEFORE = 15;

    private final Checkout checkout = new Checkout(Path.of(System.getProperty("checkout.root")));

    DocumentationTest() throws IOException {}

    @Test
    void hasNoDeadLinkNoRepeatedRowAndOnlyCodeOfSamples() {
        assertThat(checkout.pages()).hasSizeGreaterThan(5);
        assertThat(new PageCheck(checkout).problems()).isEmpty();
    }

    @Test
    void leadsFromTheReadmeToEachPage() {
        assertThat(new PageCheck(checkout).unreachableFrom("README.md")).isEmpty();
    }

    @Test
    void namesNoSettingThatThePageOfSettingsLacks() {
        SettingNames settings = new SettingNames(checkout.read("transport/guide/settings.md"));

        assertThat(settings.size()).isGreaterThan(50);
        assertThat(checkout.pages())
                .allSatisfy(page ->
                        assertThat(settings.unknownIn(checkout.read(page))).isEmpty());
    }

    @Test
    void beginsWithCodeAndIsShort() {
        String readme = checkout.read("README.md");
        List<MarkdownPage.CodeBlock> blocks = MarkdownPage.of(readme).codeBlocks();

        assertThat(readme.lines().count()).isLessThanOrEqualTo(LONGEST_README);
        assertThat(blocks.get(0).line()).isLessThan(CODE_BEGINS_BEFORE);
    }
}
