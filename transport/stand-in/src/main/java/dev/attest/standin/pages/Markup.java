package dev.attest.standin.pages;

import dev.attest.standin.store.Store;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * HTML that users have sent, as the services show it: without scripts, styles and forms. What a link names is shown
 * here if it is here, and pictures are those that are here.
 */
final class Markup {

    /** Widths are left to the page, which may be narrow. */
    private static final Safelist SAFE = Safelist.relaxed()
            .removeAttributes("table", "width")
            .removeAttributes("col", "width")
            .removeAttributes("colgroup", "width")
            .removeAttributes("td", "width")
            .removeAttributes("th", "width")
            .removeAttributes("img", "width", "height", "align")
            .preserveRelativeLinks(true)
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    /** Relative links are those to this server. */
    private static final String BASE = "http://localhost/";

    private final PageLinks links;

    Markup(Store store) {
        this.links = new PageLinks(store);
    }

    /** Returns HTML that a page can contain. */
    String safe(String html) {
        var plain = new Document.OutputSettings().prettyPrint(false);
        var document = Jsoup.parseBodyFragment(Jsoup.clean(PageText.visible(html), BASE, SAFE, plain));
        document.outputSettings(plain);
        // A character reference may stand for a character that hides or moves text.
        document.body().nodeStream(TextNode.class).forEach(text -> text.text(PageText.visible(text.getWholeText())));
        for (var link : document.select("a[href]")) {
            links.page(link.attr("href")).ifPresent(page -> link.attr("href", page));
        }
        for (var picture : document.select("img")) {
            links.picture(picture.attr("src"))
                    .ifPresentOrElse(path -> picture.attr("src", path).attr("loading", "lazy"), picture::remove);
        }
        return document.body().html();
    }
}
