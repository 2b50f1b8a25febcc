package dev.attest.internal.summary;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Titles and messages that try to be more than text. */
final class HostileText {

    private static final List<String> PARTS = List.of(
            "##vso[task.setvariable variable=x]y",
            "##[error]",
            "::set-output name=x::y",
            "::error file=a,line=1::b",
            "::add-mask::",
            "\n::error::",
            "\r::warning::",
            "\n##vso[task.complete result=Succeeded;]",
            "###vso[task.complete]",
            "#\u00ad#vso[task.complete]",
            "#\u034f#vso[task.complete]",
            "#\u0000#[add-mask]x",
            "##teamcity[buildStop]",
            " \t::debug::x",
            "\u2003::debug::x",
            "\u200b::debug::x",
            "section_start:1:x\r\u001b[0K",
            "\u001b]0;title\u0007",
            "\u009b2J",
            "\b\b",
            "#",
            ":",
            "::",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</td></tr></table>",
            "<!-- ",
            " -->",
            "<!-- /attest -->",
            "&lt;b&gt;",
            "&#60;",
            "| a | b |",
            "\n|---|---|\n",
            "\\|",
            "\\",
            "`",
            "```\n",
            "~~~\n",
            "**bold**",
            "_em_",
            "~~gone~~",
            "[link](javascript:alert(1))",
            "![image](https://evil.example/x.png)",
            "[x]: https://evil.example",
            "https://evil.example/",
            "www.evil.example",
            "mail@evil.example",
            "@everyone",
            "#1",
            "\n# heading\n",
            "\n\n- item\n",
            "\n1. item",
            "\n> quote",
            "\n    code",
            "\n***\n",
            "\n===\n",
            ":smile:",
            "$x^2$",
            "$$x$$",
            "\u0000",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u200b",
            "\ud800",
            "\u00e4\ud83d\ude00",
            "%0A::error::",
            "%AZP250A",
            "%3B]",
            ";]",
            "]",
            "plain words",
            " ");

    private HostileText() {}

    /** Returns each part alone, and 200 random sequences. */
    static Stream<String> all() {
        SplittableRandom random = new SplittableRandom(4711);
        return Stream.concat(PARTS.stream(), Stream.generate(() -> any(random)).limit(200));
    }

    private static String any(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(1, 8); parts > 0; parts--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
