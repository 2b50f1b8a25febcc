package dev.attest.standin.pages;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * HTML that users have sent, as the service shows it: without scripts, styles, images and forms. A link to a result or
 * a work item of the service leads to the page that shows it here.
 */
final class Markup {

    private static final Safelist SAFE =
            Safelist.relaxed().removeTags("img").addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    private static final Pattern RESULT =
            Pattern.compile("(?i).*/_TestManagement/Runs\\?runId=(\\d{1,9})(?:&.*?resultId=(\\d{1,9}).*|.*)");
    private static final Pattern ITEM = Pattern.compile("(?i).*/_workitems/edit/(\\d{1,9})/?");

    private Markup() {}

    /** Returns HTML that a page can contain. */
    static String safe(String html) {
        String clean = Jsoup.clean(PageText.visible(html), "", SAFE, new Document.OutputSettings().prettyPrint(false));
        Document document = Jsoup.parseBodyFragment(clean);
        document.outputSettings().prettyPrint(false);
        for (Element link : document.select("a[href]")) {
            link.attr("href", page(link.attr("href")));
        }
        return document.body().html();
    }

    private static String page(String address) {
        var result = RESULT.matcher(address);
        if (result.matches()) {
            return "/runs/" + result.group(1) + (result.group(2) == null ? "" : "/results/" + result.group(2));
        }
        var item = ITEM.matcher(address);
        return item.matches() ? "/work-items/" + item.group(1) : address;
    }
}
