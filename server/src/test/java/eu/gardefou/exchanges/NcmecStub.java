package eu.gardefou.exchanges;

import eu.gardefou.exchanges.Stub.Asked;
import eu.gardefou.exchanges.Stub.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A list of hashes that answers as NCMEC documents it: windows of time, pages in any order. */
final class NcmecStub implements AutoCloseable {
  static final String NAMESPACE = "https://hashsharing.ncmec.org/hashsharing/v2";

  final Stub stub = new Stub();
  final List<Listed> list = new ArrayList<>();
  int pageSize = 1_000;
  long announced;
  String password = "first";

  /** An entry as it is written, with its time. */
  record Listed(String kind, Instant at, String xml) {}

  NcmecStub() {
    stub.answering = this::answer;
  }

  /** An exchange with this list, called "source". */
  Yard yard(Path data) {
    return new Yard(data)
        .with("ncmec", Map.of("environment", "NGO_Generative_AI"), secrets(password));
  }

  Map<String, String> secrets(String word) {
    return Map.of("user", "someone", "password", word, "base_url_override", stub.address());
  }

  /** The element of the fingerprint that a word stands for. */
  static String md5(String word) {
    return "<md5>" + Yard.md5(word) + "</md5>";
  }

  /** Adds an entry; prints are elements. */
  NcmecStub put(String kind, String id, Instant at, String prints) {
    list.add(
        new Listed(
            kind + "s",
            at,
            ("<%s><member id=\"42\">Example Member</member><timestamp>%s</timestamp><id>%s</id>"
                    + "<classification>A1</classification><fingerprints>%s</fingerprints>"
                    + "<feedback/></%s>")
                .formatted(kind, at, id, prints, kind)));
    return this;
  }

  /** Adds a deletion. */
  NcmecStub deleted(String kind, String id, Instant at) {
    String element = kind.equals("image") ? "deletedImage" : "deletedVideo";
    list.add(
        new Listed(
            kind + "s",
            at,
            ("<%s><member id=\"42\">Example Member</member><id>%s</id><timestamp>%s</timestamp>"
                    + "</%s>")
                .formatted(element, id, at, element)));
    return this;
  }

  Reply answer(Asked asked) {
    String expected = "Basic " + base64("someone:" + password);
    if (!asked.header("Authorization").equals(expected)) {
      return new Reply(401, "<error>user someone</error>");
    }
    Instant from = Instant.parse(asked.query().get("from"));
    Instant to = Instant.parse(asked.query().get("to"));
    List<Listed> within =
        list.stream().filter(e -> !e.at().isBefore(from) && !e.at().isAfter(to)).toList();
    int start = Integer.parseInt(asked.query().getOrDefault("start", "0"));
    List<Listed> page = within.stream().skip(start).limit(pageSize).toList();
    boolean more = start + pageSize < within.size();
    return Reply.ok(page(page, more ? next(asked, start + pageSize, within.size()) : ""));
  }

  private String next(Asked asked, int start, int size) {
    return "/v2/entries?from="
        + encoded(asked.query().getOrDefault("from", ""))
        + "&to="
        + encoded(asked.query().getOrDefault("to", ""))
        + "&start="
        + start
        + "&size="
        + pageSize
        + "&max="
        + Math.max(size, announced);
  }

  private static String page(List<Listed> page, String next) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.append("<queryResult xmlns=\"").append(NAMESPACE).append("\">");
    for (String kind : List.of("images", "videos")) {
      List<Listed> some = page.stream().filter(entry -> entry.kind().equals(kind)).toList();
      String last =
          some.stream().map(Listed::at).max(Instant::compareTo).map(Instant::toString).orElse("");
      xml.append("<%s count=\"%d\" maxTimestamp=\"%s\">".formatted(kind, some.size(), last));
      xml.append(some.stream().map(Listed::xml).collect(Collectors.joining()));
      xml.append("</").append(kind).append('>');
    }
    if (!next.isEmpty()) {
      xml.append("<paging><next>").append(next.replace("&", "&amp;")).append("</next></paging>");
    }
    return xml.append("</queryResult>").toString();
  }

  @Override
  public void close() {
    stub.close();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
