package eu.gardefou.exchanges.peer;

import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of a small document. Read without document types, so there are no entities to expand
 * or to fetch, and within limits of depth and number; name spaces are left out.
 */
public final class Xml {
  private static final int DEEPEST = 32;
  private static final int MOST = 2_000_000;

  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<Xml> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Xml(String name) {
    this.name = name;
  }

  /**
   * Reads a whole document.
   *
   * @throws PeerFailure when it is none, or is not as it may be
   */
  public static Xml read(String title, byte[] document) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw new PeerFailure(Kind.BROKEN, title + " sent XML that cannot be read.", e);
    }
  }

  private static Xml read(XMLStreamReader reader) throws XMLStreamException {
    Xml document = new Xml("");
    Deque<Xml> open = new ArrayDeque<>(List.of(document));
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Xml element = element(reader);
          open.element().children.add(element);
          open.push(element);
          count++;
          if (open.size() > DEEPEST || count > MOST) {
            throw new XMLStreamException("too deep or too many elements");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text.append(reader.getText());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type or an entity of its own");
        default -> {
          // Comments, instructions and white space say nothing.
        }
      }
    }
    return document.children.getFirst();
  }

  private static Xml element(XMLStreamReader reader) {
    Xml element = new Xml(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  /** Its name without a prefix. */
  public String name() {
    return name;
  }

  /** Its own text, trimmed; empty when there is none. */
  public String text() {
    return text.toString().strip();
  }

  /** One of its attributes; empty when there is none. */
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "").strip();
  }

  /** What is in it. */
  public List<Xml> children() {
    return List.copyOf(children);
  }

  /** The first of this name in it. */
  public Optional<Xml> child(String child) {
    return all(child).findFirst();
  }

  /** All of this name in it. */
  public Stream<Xml> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  /** The text of the first of this name; empty when there is none. */
  public String textOf(String child) {
    return child(child).map(Xml::text).orElse("");
  }
}
