package eu.gardefou.wire;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one request, whichever content type they came in. Every field that is there is one
 * of those that the reader allowed, and is there once.
 */
public interface Form {
  /**
   * Reads a body.
   *
   * @param json the fields that are known in JSON; none when JSON is not read
   * @param multipart the fields that are known in multipart; none when that is not read
   * @throws BadRequest for a field that is not known, or a content type that is not read
   */
  static Form of(Body body, Set<String> json, Set<String> multipart) {
    String type = body.type().value();
    if (type.equals("application/json") && !json.isEmpty()) {
      return JsonForm.of(body, json);
    }
    if (type.equals("multipart/form-data") && !multipart.isEmpty()) {
      return MultipartForm.of(body, multipart);
    }
    throw BadRequest.unsupportedType("This content type is not read here.");
  }

  /** How many pictures one request may bring. */
  int MOST_PICTURES = 16;

  /**
   * A field's text.
   *
   * @param most code points
   */
  @Nullable String text(String field, int most);

  /** A field's whole number. */
  @Nullable Integer whole(String field, int least, int most);

  /** A field's number, whole or not. */
  @Nullable Double number(String field, double least, double most);

  /** A field's truth value. */
  @Nullable Boolean flag(String field);

  /**
   * The pictures, in the order in which they came.
   *
   * @throws BadRequest when there is none
   */
  List<Upload> pictures();

  /** The pictures, in the order in which they came; there may be none. */
  List<Upload> picturesIfAny();

  /** The mask. */
  @Nullable Upload mask();

  /** A field's word, one of those given. */
  default @Nullable String word(String field, Set<String> words) {
    String word = text(field, 64);
    if (word != null && !words.contains(word)) {
      throw BadRequest.invalid(
          field,
          "'" + field + "' is one of " + String.join(", ", words.stream().sorted().toList()) + ".");
    }
    return word;
  }

  /** Refuses a number outside its bounds. */
  static int within(String field, long number, int least, int most) {
    if (number < least || number > most) {
      throw BadRequest.invalid(
          field, "'" + field + "' is a whole number from " + least + " to " + most + ".");
    }
    return (int) number;
  }

  /** Refuses a number outside its bounds, and what is none. */
  static double within(String field, double number, double least, double most) {
    if (!(number >= least && number <= most)) {
      throw BadRequest.invalid(
          field, "'" + field + "' is a number from " + least + " to " + most + ".");
    }
    return number;
  }

  /** Refuses more pictures than one request may bring. */
  static void countPictures(String param, int count) {
    if (count > MOST_PICTURES) {
      throw BadRequest.invalid(param, "At most " + MOST_PICTURES + " pictures are read.");
    }
  }
}
