package org.voorwerp.server.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void harmIsLeftOut() {
        for (var harm : List.of(
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"https://example.org/pixel.png\">",
                "![pixel](https://example.org/pixel.png)",
                "![pixel](//example.org/pixel.png)",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<object data=\"x\"></object><embed src=x>",
                "<form action=\"/account/tokens\" method=post><input name=name><button>Free</button></form>",
                "<style>body{display:none}</style>",
                "<p style=\"position:fixed\">cover</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "[x](data:text/html,<script>alert(1)</script>)",
                "[x](vbscript:msgbox)",
                "<https://example.org/\" onmouseover=\"alert(1)>",
                "<base href=\"https://example.org\">",
                "<meta http-equiv=refresh content=\"0;url=https://example.org\">",
                "<link rel=stylesheet href=x>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "`<script>` and\n\n    <script>alert(1)</script>\n",
                "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |\n",
                "# <script>alert(1)</script>\n",
                "```\"><script>alert(1)</script>\nx\n```")) {
            var html = Markdown.toHtml(harm).getValue().toLowerCase(Locale.ROOT);
            for (var trace : List.of(
                    "<script",
                    "<svg",
                    "<iframe",
                    "<object",
                    "<embed",
                    "<form",
                    "<input",
                    "<button",
                    "<style",
                    "<base",
                    "<meta",
                    "<link",
                    "<math",
                    "href=\"java",
                    "href=\"data",
                    "href=\"vb",
                    "src=\"http",
                    "src=\"//")) {
                assertFalse(html.contains(trace), harm + " left " + html);
            }
            assertFalse(html.matches("(?s).*<[a-z]+[^>]*\\s(?:on[a-z]+|style)=.*"), harm + " left " + html);
        }
    }

    @Test
    void tablesAndHeadingsAndLinksComeThrough() {
        var html = Markdown.toHtml("""
                        # First thing

                        ## Second thing

                        | a | b |
                        |---|--:|
                        | 1 | 2 |

                        [data](data), [rules](/challenges/x/rules#metrics), [out](https://example.org/a?b=c)

                        ![letter](/api/challenges/x/letter.png)
                        """).getValue();
        assertTrue(html.contains("<h2 id=\"first-thing\">First thing</h2>"), html);
        assertTrue(html.contains("<h3 id=\"second-thing\">"), html);
        assertTrue(html.contains("<td align=\"right\">2</td>"), html);
        assertTrue(html.contains("<a href=\"data\">data</a>"), html);
        assertTrue(html.contains("<a href=\"/challenges/x/rules#metrics\">rules</a>"), html);
        assertTrue(html.contains("rel=\"nofollow noopener\">out</a>"), html);
        assertTrue(html.contains("<img src=\"/api/challenges/x/letter.png\" alt=\"letter\" />"), html);
    }

    @Test
    void headingsBeginAtTheSecondLevelWhateverTheAuthorBeganAt() {
        assertEquals(
                "<h2 id=\"a\">a</h2>\n<h4 id=\"b\">b</h4>\n",
                Markdown.toHtml("### a\n##### b\n").getValue());
    }

    @Test
    void muchMarkdownIsNotMuchWork() {
        // Nesting and unclosed brackets are what makes careless parsers quadratic.
        var text = "[".repeat(20_000) + "*".repeat(20_000) + "> ".repeat(2_000) + "<b>".repeat(5_000);
        long start = System.nanoTime();
        Markdown.toHtml(text);
        assertTrue(System.nanoTime() - start < 10_000_000_000L, "took more than ten seconds");
    }
}
