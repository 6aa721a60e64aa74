package org.voorwerp.server.web.text;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// Markdown from organisers made safe HTML: CommonMark with tables, then an allow-list. Nothing that scripts, styles,
/// frames or fetches from elsewhere comes through, whatever HTML the Markdown holds.
public final class Markdown {

    private static final int DEEPEST = 6;
    private static final Pattern EXTERNAL = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]*:|//).*");
    private static final Pattern ANCHOR = Pattern.compile("[\\p{L}\\p{N}_-]{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9_+-]{1,30}");
    private static final Pattern OWN_ADDRESS = Pattern.compile("(?!//)(?![A-Za-z][A-Za-z0-9+.-]*:)[^\\\\]*");

    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.builder().build());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "br",
                    "hr",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "del",
                    "sub",
                    "sup",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img")
            .allowAttributes("id")
            .matching(ANCHOR)
            .onElements("h2", "h3", "h4", "h5", "h6")
            .allowAttributes("align")
            .matching(true, "left", "right", "center")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("href", "title")
            .onElements("a")
            // Images of our own only; the page's policy would refuse others anyway.
            .allowAttributes("src")
            .matching(OWN_ADDRESS)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowUrlProtocols("http", "https", "mailto")
            .allowElements(Markdown::link, "a")
            .toFactory();

    private Markdown() {}

    /// Safe HTML, to be put into a page as it is. Headings begin at level 2, whatever level the author began at.
    public static RawString toHtml(String markdown) {
        return toHtml(markdown, "");
    }

    /// The same; a heading at the very beginning is left out if it only says what the page's own heading says.
    ///
    /// @param heading the page's own
    public static RawString toHtml(String markdown, String heading) {
        var document = PARSER.parse(markdown);
        if (document.getFirstChild() instanceof Heading first && text(first).equalsIgnoreCase(heading)) {
            first.unlink();
        }
        shiftHeadings(document);
        return new RawString(ALLOWED.sanitize(RENDERER.render(document)));
    }

    /// Links that lead away from here say so to search engines, and open nothing of ours.
    private static String link(String element, List<String> attributes) {
        int href = attributes.indexOf("href");
        if (href >= 0 && EXTERNAL.matcher(attributes.get(href + 1)).matches()) {
            attributes.addAll(List.of("rel", "nofollow noopener"));
        }
        return element;
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }
        });
        return text.toString().strip();
    }

    private static void shiftHeadings(Node document) {
        var highest = new AbstractVisitor() {
            int level = DEEPEST + 1;

            @Override
            public void visit(Heading heading) {
                level = Math.min(level, heading.getLevel());
            }
        };
        document.accept(highest);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(DEEPEST, heading.getLevel() - highest.level + 2));
            }
        });
    }
}
