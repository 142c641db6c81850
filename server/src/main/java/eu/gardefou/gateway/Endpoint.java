package eu.gardefou.gateway;

import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import java.util.Set;

/** The three doors that make pictures, and the fields that each knows. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are, though their type does not say so
enum Endpoint {
  /** Pictures from words. */
  GENERATIONS(
      "/v1/images/generations",
      Set.of(
          "prompt",
          "model",
          "n",
          "quality",
          "response_format",
          "output_format",
          "output_compression",
          "stream",
          "partial_images",
          "size",
          "moderation",
          "background",
          "style",
          "user"),
      Set.of()),
  /** Pictures from pictures and words. */
  EDITS(
      "/v1/images/edits",
      Set.of(
          "images",
          "mask",
          "prompt",
          "model",
          "n",
          "quality",
          "input_fidelity",
          "size",
          "user",
          "output_format",
          "output_compression",
          "moderation",
          "background",
          "stream",
          "partial_images"),
      Set.of(
          "image",
          "image[]",
          "mask",
          "prompt",
          "model",
          "n",
          "quality",
          "input_fidelity",
          "size",
          "user",
          "output_format",
          "output_compression",
          "moderation",
          "background",
          "stream",
          "partial_images",
          "response_format")),
  /** Pictures from a picture. */
  VARIATIONS(
      "/v1/images/variations",
      Set.of(),
      Set.of("image", "model", "n", "response_format", "size", "user"));

  private final String path;
  private final Set<String> jsonFields;
  private final Set<String> multipartFields;

  Endpoint(String path, Set<String> jsonFields, Set<String> multipartFields) {
    this.path = path;
    this.jsonFields = jsonFields;
    this.multipartFields = multipartFields;
  }

  /** The event that brings a finished picture. */
  String completedEvent() {
    return this == GENERATIONS ? "image_generation.completed" : "image_edit.completed";
  }

  /** The path. */
  String path() {
    return path;
  }

  /**
   * The fields of a body.
   *
   * @throws eu.gardefou.wire.BadRequest for a field that is not known, or a content type that is
   *     not read
   */
  Form form(Body body) {
    return Form.of(body, jsonFields, multipartFields);
  }
}
