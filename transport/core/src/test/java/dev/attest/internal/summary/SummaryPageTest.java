package dev.attest.internal.summary;

import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.spi.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryPageTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final SourceLinks GITHUB =
            SourceLinks.of(Map.of("GITHUB_REPOSITORY", "contoso/shop", "GITHUB_SHA", "1a2b3c"));
    private static final RowReview FLAKY =
            new RowReview(new Judgement(Judgement.Kind.FLAKY, "flaky: failed 4 of 20 in 14 days", 0), "", List.of());

    @Test
    void beginsWithWhatBroke() {
        NamedTest failed = new NamedTest(
                "Cart › adds()",
                Outcome.FAILED,
                1,
                12,
                "expected: 2",
                "cart/src/test/java/shop/CartTest.java",
                12,
                "https://host/p/_TestManagement/Runs?runId=1&_a=resultSummary&resultId=100000",
                new RowReview(
                        new Judgement(Judgement.Kind.FAILING, "failing since build 7 (2026-12-01)", 0),
                        "https://host/p/_apis/test/runs/1/results/100000/attachments/3",
                        List.of("https://host/p/_workitems/edit/4711")));
        NamedTest retried = new NamedTest("Cart › waits()", Outcome.PASSED, 3, 4_200, "", "", 0, "", FLAKY);
        Summary summary = new Summary(
                new Counts(10, 1, 2, 0, 1, 1, 0),
                2,
                1_000,
                193_000,
                List.of(failed),
                List.of(retried),
                List.of(retried),
                Set.of("https://host/run"),
                Set.of("1 file waits."));

        assertThat(SummaryPage.of(summary, GITHUB, 0)).isEqualTo("""
                        ## 2 tests failed

                        14 tests: 10 passed, 1 failed, 1 cut off, 2 skipped, 1 passed only after a retry; 3 min 12 s in 2 JVMs.

                        [All results](https://host/run)

                        ### Failed

                        | test | history | why | where |
                        |---|---|---|---|
                        | [Cart › adds()](https://host/p/_TestManagement/Runs?runId=1&_a=resultSummary&resultId=100000) \
                        | failing since build 7 (2026-12-01) | expected&#58; 2 | [CartTest.java&#58;12]\
                        (https://github.com/contoso/shop/blob/1a2b3c/cart/src/test/java/shop/CartTest.java#L12), \
                        [picture](https://host/p/_apis/test/runs/1/results/100000/attachments/3), \
                        [bug 4711](https://host/p/_workitems/edit/4711) |

                        1 more is not listed here.

                        ### Passed only after a retry

                        | test | attempts |
                        |---|---|
                        | Cart › waits() | 3; flaky&#58; failed 4 of 20 in 14 days |

                        ### Slowest

                        | test | time |
                        |---|---|
                        | Cart › waits() | 4.2 s; flaky&#58; failed 4 of 20 in 14 days |

                        - 1 file waits.
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 0, All tests passed",
        "2, 0, 1, 0, All tests passed",
        "0, 0, 3, 0, No test passed or failed",
        "2, 1, 0, 0, 1 test failed",
        "2, 1, 0, 1, 1 test failed",
        "2, 0, 0, 1, Not all tests are known"
    })
    void saysInItsHeadingWhetherAllIsWell(int passed, int failed, int skipped, int missing, String heading) {
        Summary summary = new Summary(
                new Counts(passed, failed, skipped, 0, 0, 0, 0),
                1,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());

        String page = SummaryPage.of(summary, GITHUB, missing);

        assertThat(page).startsWith("## " + heading + "\n");
        if (missing > 0) {
            assertThat(page).contains("1 JVM ended early, and its tests are not counted here.");
        }
    }

    /** GitHub makes links of them. */
    @Test
    void makesNoLinkOfText() {
        assertThat(Markdown.text("see www.evil.example and WWW.evil.example"))
                .isEqualTo("see www&#46;evil.example and WWW&#46;evil.example");
    }

    /** Those that a change has broken come first. */
    @Test
    void ordersFailuresByWhatTheirPastSays() {
        List<NamedTest> failed = new ArrayList<>();
        for (Judgement.Kind kind : new Judgement.Kind[] {
            Judgement.Kind.FAILING,
            Judgement.Kind.FLAKY,
            Judgement.Kind.UNKNOWN,
            Judgement.Kind.FIRST,
            Judgement.Kind.NEW,
            Judgement.Kind.REGRESSION
        }) {
            RowReview review = new RowReview(new Judgement(kind, "words", 0), "", List.of());
            failed.add(new NamedTest(kind.name(), Outcome.FAILED, 1, 5, "", "", 0, "", review));
        }
        Digest digest = new Digest(
                new Counts(0, 6, 0, 0, 0, 0, 0), 0, 0, failed, List.of(), List.of(), List.of(), List.of(), Map.of());

        assertThat(Summary.of(List.of(digest)).broken())
                .extracting(NamedTest::title)
                .containsExactly("REGRESSION", "NEW", "FIRST", "UNKNOWN", "FLAKY", "FAILING");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, Only 1 quarantined test failed, '2 tests: 1 passed, 1 failed, 1 of the failures quarantined'",
        "3, 3, Only 3 quarantined tests failed, '4 tests: 1 passed, 3 failed, 3 of the failures quarantined'",
        "3, 2, 1 test failed, '4 tests: 1 passed, 3 failed, 2 of the failures quarantined'"
    })
    void tellsKnownFailuresFromOthers(int failed, int quarantined, String heading, String totals) {
        Counts counts = new Counts(1, failed, 0, 0, 0, 0, quarantined);
        Summary summary = new Summary(counts, 1, 0, 0, List.of(), List.of(), List.of(), Set.of(), Set.of());

        assertThat(SummaryPage.of(summary, GITHUB, 0)).startsWith("## " + heading + "\n\n" + totals + " in 1 JVM.\n");
    }

    private static RowReview review(String hostile) {
        return new RowReview(
                new Judgement(Judgement.Kind.NEW, hostile, 0), "https://host/p", List.of("https://host/b/7"));
    }

    /** In a title, a message, a file, what the past says and a remark. */
    @ParameterizedTest
    @MethodSource("dev.attest.internal.summary.HostileText#all")
    void showsTextOfTestsAsText(String hostile) {
        NamedTest test = new NamedTest(
                hostile,
                Outcome.FAILED,
                2,
                5,
                hostile,
                "src/test/java/" + hostile,
                7,
                "https://host/r/1",
                review(hostile));
        Summary summary = new Summary(
                new Counts(0, 1, 0, 0, 0, 1, 0),
                1,
                0,
                5,
                List.of(test),
                List.of(test),
                List.of(test),
                Set.of("https://host/run"),
                Set.of(hostile));

        Structure structure = Structure.of(SummaryPage.of(summary, GITHUB, 0));

        assertThat(structure.kinds)
                .as(hostile)
                .containsExactlyInAnyOrder(
                        "Heading",
                        "Heading",
                        "Heading",
                        "Heading",
                        "Link",
                        "Link",
                        "Link",
                        "Link",
                        "Link",
                        "Link",
                        "Link",
                        "ListItem",
                        "TableRow",
                        "TableRow",
                        "TableRow",
                        "TableRow",
                        "TableRow",
                        "TableRow");
        assertThat(structure.links)
                .allMatch(link -> link.startsWith("https://host/")
                        || link.startsWith("https://github.com/contoso/shop/blob/1a2b3c/src/test/java/"));
        assertThat(structure.cells).contains(visible(hostile));
    }

    /** What a reader sees of a text. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean space = "\n\r\t\u0085\u2028\u2029\f\u000b".indexOf(c) >= 0;
            boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            visible.appendCodePoint(space ? ' ' : hidden ? '\uFFFD' : c);
        });
        return visible.toString().replaceAll(" +", " ").strip();
    }

    @Test
    void takesOneMebibyteAtMostAndSaysWhatIsMissing() {
        NamedTest test = new NamedTest(
                "\u00e4".repeat(300), Outcome.FAILED, 1, 5, "\u20ac".repeat(300), "", 0, "", RowReview.NONE);
        Summary summary = new Summary(
                new Counts(0, 5_000, 0, 0, 0, 0, 0),
                50,
                0,
                5,
                Collections.nCopies(4_000, test),
                List.of(),
                List.of(),
                Set.of(),
                Set.of("one remark"));

        String page = SummaryPage.of(summary, GITHUB, 0);

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_000_000, 1 << 20);
        long rows = page.lines().filter(line -> line.startsWith("| \u00e4")).count();
        assertThat(page).contains("\n" + (5_000 - rows) + " more are not listed here.\n");
    }

    /** What the Markdown of a page consists of. */
    private static final class Structure extends AbstractVisitor {

        private final List<String> kinds = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();

        static Structure of(String page) {
            Structure structure = new Structure();
            PARSER.parse(page).accept(structure);
            return structure;
        }

        private void note(Node node) {
            kinds.add(node.getClass().getSimpleName());
            visitChildren(node);
        }

        @Override
        public void visit(Heading node) {
            note(node);
        }

        @Override
        public void visit(Link node) {
            links.add(node.getDestination());
            note(node);
        }

        @Override
        public void visit(ListItem node) {
            note(node);
        }

        @Override
        public void visit(Image node) {
            note(node);
        }

        @Override
        public void visit(Code node) {
            note(node);
        }

        @Override
        public void visit(Emphasis node) {
            note(node);
        }

        @Override
        public void visit(StrongEmphasis node) {
            note(node);
        }

        @Override
        public void visit(HtmlBlock node) {
            note(node);
        }

        @Override
        public void visit(HtmlInline node) {
            note(node);
        }

        @Override
        public void visit(FencedCodeBlock node) {
            note(node);
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            note(node);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                note(node);
            } else {
                if (node instanceof TableCell) {
                    cells.add(textOf(node).strip());
                }
                visitChildren(node);
            }
        }

        private static String textOf(Node node) {
            StringBuilder text = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }
            });
            return text.toString();
        }
    }
}
