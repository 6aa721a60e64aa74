package org.voorwerp.consensus.report;

import java.util.ArrayList;
import java.util.List;

/// A report as one page of HTML that needs no other file and no script, for phones and desks, by day and by night.
public final class ReportPage {

    private static final String STYLE = """
            :root{--paper:#fcfcfa;--ink:#1d2021;--quiet:#5c6366;--rule:#dcdedb;--mark:#1f6f8b;--card:#fff}
            @media(prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e7e9e8;--quiet:#a0a8ab;--rule:#343a3f;\
            --mark:#5fb3cf;--card:#1b1f23}}
            *{box-sizing:border-box}
            html{color-scheme:light dark}
            body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
            main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
            h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0;overflow-wrap:anywhere}
            h2{font-size:1.1rem;margin:0 0 .25rem}
            p{margin:.25rem 0 .75rem;color:var(--quiet);overflow-wrap:anywhere}
            dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.75rem;margin:1rem 0 1.5rem}
            dt{font-size:.8rem;color:var(--quiet)}
            dd{margin:0;font-size:1.25rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
            .figures{columns:21rem auto;column-gap:1rem}
            section,figure{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:.5rem;padding:1rem;min-width:0}
            figure{break-inside:avoid;margin:0 0 1rem}
            figcaption p{font-size:.9rem}
            .tables{display:grid;gap:1rem;margin-top:1rem}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
            th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
            th{font-weight:600}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem;margin:0}
            .plot{display:block;width:100%;max-width:34rem;height:auto}
            .plot-text{font:11px system-ui,sans-serif;fill:var(--ink)}
            .plot-bar{fill:var(--mark)}
            .plot-axis{stroke:var(--quiet);stroke-width:1}
            .plot-grid{stroke:var(--rule);stroke-width:1}
            .plot-whisker{stroke:var(--mark);stroke-width:2}
            .plot-dot{fill:var(--mark)}
            """;

    /// A number with its name, at the head of the page.
    public record Fact(String name, String value) {}

    /// A table below the plots.
    public record Rows(String title, List<String> header, List<List<String>> rows) {}

    private final String title;
    private final String summary;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Rows> tables = new ArrayList<>();

    /// @param summary one sentence
    public ReportPage(String title, String summary) {
        this.title = title;
        this.summary = summary;
    }

    public void fact(String name, String value) {
        facts.add(new Fact(name, value));
    }

    public void figures(List<Figure> more) {
        figures.addAll(more);
    }

    public void table(Rows table) {
        tables.add(table);
    }

    /// The whole page.
    ///
    /// @param provenance JSON, shown as it is
    public String html(String provenance) {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>")
                .append(escape(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escape(title))
                .append("</h1>\n<p>")
                .append(escape(summary))
                .append("</p>\n<dl>\n");
        facts.forEach(fact -> html.append(
                "<div><dt>%s</dt><dd>%s</dd></div>%n".formatted(escape(fact.name()), escape(fact.value()))));
        html.append("</dl>\n<div class=\"figures\">\n");
        for (var figure : figures) {
            html.append("<figure><figcaption><h2>%s</h2><p>%s</p></figcaption>%s</figure>%n"
                    .formatted(escape(figure.title()), escape(figure.caption()), figure.svg()));
        }
        html.append("</div>\n<div class=\"tables\">\n");
        tables.forEach(table -> append(html, table));
        html.append(
                        "<section><h2>Provenance</h2><p>Who has the same recipe and the same files has the same consensus.</p><pre>")
                .append(escape(provenance))
                .append("</pre></section>\n</div>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void append(StringBuilder html, Rows table) {
        html.append("<section><h2>")
                .append(escape(table.title()))
                .append("</h2><div class=\"wide\"><table><thead><tr>");
        table.header()
                .forEach(name ->
                        html.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (var row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div></section>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
