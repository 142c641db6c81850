package eu.gardefou.hma;

import eu.gardefou.matching.Metadata;
import eu.gardefou.wire.JsonBody;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What comes with content besides its hashes.
 *
 * @param note for curators; empty for none
 */
record Extras(Metadata metadata, String note) {
  private static final int LONGEST_NOTE = 255;
  private static final Set<String> KNOWN = Set.of("content_id", "content_uri", "json");

  /** Nothing. */
  static final Extras NONE = new Extras(Metadata.NONE, "");

  /**
   * From a JSON body, as upstream reads it: fields of the metadata that are not known are refused.
   */
  static Extras of(Fields fields) {
    JsonNode metadata = fields.value("metadata");
    if (metadata == null) {
      return new Extras(Metadata.NONE, note(fields.text("note").orElse("")));
    }
    if (!(metadata instanceof ObjectNode object)) {
      throw HmaProblem.bad("metadata should be a json object");
    }
    return new Extras(structured(object), note(fields.text("note").orElse("")));
  }

  /**
   * From the texts of a form or a query, as Coop sends them: names of their own for the content,
   * and metadata that is anything at all.
   */
  static Extras of(Map<String, String> texts) {
    Metadata inner =
        Optional.ofNullable(texts.get("metadata")).map(Extras::loose).orElse(Metadata.NONE);
    return new Extras(
        new Metadata(
            texts.getOrDefault("content_id", inner.contentId()),
            texts.getOrDefault("content_uri", inner.contentUri()),
            inner.json()),
        note(texts.getOrDefault("note", "")));
  }

  /** A note that is short enough. */
  static String note(String note) {
    if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
      throw HmaProblem.bad("note must be at most 255 characters");
    }
    return note;
  }

  private static Metadata loose(String text) {
    ObjectNode object = JsonBody.of(text);
    return KNOWN.containsAll(object.propertyNames())
        ? structured(object)
        : new Metadata(null, null, object.toString());
  }

  private static Metadata structured(ObjectNode object) {
    object.remove("collab");
    if (!KNOWN.containsAll(object.propertyNames())) {
      throw HmaProblem.bad("Invalid metadata: content_id, content_uri and json are known");
    }
    Fields fields = new Fields(object);
    JsonNode json = fields.value("json");
    if (json != null && !json.isObject()) {
      throw HmaProblem.bad("Invalid metadata: json is an object");
    }
    return new Metadata(
        text(fields, "content_id"),
        text(fields, "content_uri"),
        json == null ? null : json.toString());
  }

  private static @Nullable String text(Fields fields, String name) {
    return fields.text(name).orElse(null);
  }
}
