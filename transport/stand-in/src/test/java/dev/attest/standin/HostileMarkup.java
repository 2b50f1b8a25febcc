package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of markup that could do or load something, or leave its place on a page. */
final class HostileMarkup {

    static final List<String> ALL = List.of(
            "<script>alert(2)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)><a>",
            "<a href=javascript:alert(4)>x</a>",
            "<a href=data:text/html,hi>x</a>",
            "<b style=position:fixed onclick=alert(1)>x</b>",
            "<iframe src=//evil.example></iframe>",
            "<form action=//evil.example><input name=a></form>",
            "<object data=//evil.example></object><embed src=//evil.example>",
            "<base href=//evil.example><meta http-equiv=refresh content=0>",
            "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
            "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
            "</td></table></main><h1>x</h1><!-- ",
            "&#x202e;txt.exe");

    private HostileMarkup() {}

    static void assertHarmless(Reply page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .doesNotContain(
                        "<script",
                        "<img",
                        "<svg",
                        "href=\"javascript",
                        "href=\"data",
                        "<iframe",
                        "<form",
                        "<object",
                        "<base",
                        "<meta http-equiv",
                        "<style",
                        "<math",
                        "\u202e")
                .doesNotContainPattern("<[^>]*\\son\\w+=")
                .doesNotContainPattern("<[^>]*\\sstyle=");
        assertThat(page.text().split("</main>", -1)).hasSize(2);
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none';");
    }
}
