package org.voorwerp.server.web.challenge;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.voorwerp.server.news.News;
import org.voorwerp.server.web.text.Markdown;

/// News as Atom has it (RFC 4287).
///
/// @param origin of this server, before every path
/// @param path of the feed itself
/// @param page that it is about
/// @param since what counts as its last change while there is no news
record AtomFeed(UUID id, String title, String origin, String path, String page, Instant since, List<News> news) {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    String xml() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", "urn:uuid:" + id);
            element(xml, "title", title);
            element(xml, "updated", updated().toString());
            link(xml, "self", path);
            link(xml, "alternate", page);
            xml.writeStartElement("author");
            element(xml, "name", "Voorwerp");
            xml.writeEndElement();
            for (var entry : news) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text.toString();
    }

    private Instant updated() {
        return news.isEmpty() ? since : news.getFirst().at();
    }

    private void write(XMLStreamWriter xml, News entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.at().toString());
        link(xml, "alternate", entry.page());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(legal(Markdown.toHtml(entry.markdown()).toString()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void link(XMLStreamWriter xml, String relation, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", origin + path);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /// Without what XML 1.0 has no way to write, escaped or not; a reader would refuse the whole feed.
    static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
