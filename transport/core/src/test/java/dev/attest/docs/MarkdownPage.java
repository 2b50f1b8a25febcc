package dev.attest.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * What the checks need of a Markdown file, read as GitHub reads it.
 *
 * @param headings texts without markup
 * @param links of texts and of images
 */
record MarkdownPage(List<String> headings, List<Reference> links, List<List<Row>> tables, List<CodeBlock> codeBlocks) {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    record Reference(int line, String destination) {}

    /** @param firstCell its text without markup */
    record Row(int line, String firstCell) {}

    /** @param language first word after the fence, empty where there is none */
    record CodeBlock(int line, String language, String code) {}

    static MarkdownPage of(String markdown) {
        MarkdownPage page =
                new MarkdownPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        PARSER.parse(markdown).accept(page.new Reader());
        return page;
    }

    Set<String> anchors() {
        return Anchors.of(headings);
    }

    private static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? line(node.getParent()) : spans.get(0).getLineIndex() + 1;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    private final class Reader extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            headings.add(text(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(new Reference(line(link), link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(new Reference(line(image), image.getDestination()));
        }

        @Override
        public void visit(FencedCodeBlock block) {
            String language = block.getInfo().strip().split("\\s", 2)[0];
            codeBlocks.add(new CodeBlock(line(block), language, block.getLiteral()));
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                tables.add(rows(block));
            }
            visitChildren(block);
        }

        private List<Row> rows(Node table) {
            List<Row> rows = new ArrayList<>();
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); part instanceof TableBody && row != null; row = row.getNext()) {
                    rows.add(new Row(line((TableRow) row), text(row.getFirstChild())));
                }
            }
            return rows;
        }
    }
}
