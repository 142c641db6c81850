package eu.gardefou.hma;

import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Writes answers that may have to say that something could not be hashed, or was not looked at. */
final class Answers {
  /** The query parameter by which a client says that it knows {@link Hashes#FIELD}. */
  static final String INCLUDE_UNHASHABLE = "include_unhashable";

  private Answers() {}

  /**
   * An answer about a file.
   *
   * @param json not yet complete; taken over
   * @param told whether the client asked to be told in the answer itself
   */
  static ResponseEntity<Map<String, Object>> of(
      Map<String, Object> json, Hashes hashes, boolean told) {
    List<String> missing = hashes.unhashableNames();
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (!missing.isEmpty()) {
      answer.header(Hashes.HEADER, String.join(", ", missing));
    }
    if (!hashes.notAssessed().isEmpty()) {
      answer.header(Hashes.NOT_ASSESSED, String.join(", ", hashes.notAssessed()));
    }
    if (told) {
      json.put(Hashes.FIELD, missing);
    }
    return answer.body(json);
  }

  static Map<String, String> message(String sentence) {
    return Map.of("message", sentence);
  }
}
