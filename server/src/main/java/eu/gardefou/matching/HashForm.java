package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hash that came as JSON, read strictly: no unknown field, no field twice, nothing after the end.
 *
 * @param pdq 64 hexadecimal digits
 * @param quality 0 to 100, when known
 * @param source who vouches for it
 * @param note free text
 */
record HashForm(
    @Nullable String pdq,
    @Nullable Integer quality,
    @Nullable String source,
    @Nullable String note) {
  private static final int MOST_BYTES = 64 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  /**
   * Reads a request's body.
   *
   * @throws BankProblem when it is too long or not such an object
   */
  static HashForm read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw invalid("The body is longer than " + MOST_BYTES + " bytes.");
    }
    try {
      HashForm form = JSON.readValue(bytes, HashForm.class);
      if (form != null) {
        return form;
      }
    } catch (JacksonException unreadable) {
      // What the parser says may quote the body: it is not passed on.
    }
    throw invalid(
        "The body is a JSON object with the texts pdq, source and note and the whole number"
            + " quality, and nothing else.");
  }

  /**
   * The hash.
   *
   * @throws BankProblem when it is missing or malformed; the sentence names the position
   */
  PdqHash hash() {
    if (pdq == null) {
      throw invalid("The field pdq is missing: 64 hexadecimal digits.");
    }
    try {
      return PdqHash.parse(pdq);
    } catch (IllegalArgumentException malformed) {
      throw invalid("The field pdq is wrong: " + malformed.getMessage() + ".");
    }
  }

  /** Where the entry comes from. */
  Provenance provenance() {
    return new Provenance(source == null ? "" : source, note == null ? "" : note);
  }

  private static BankProblem invalid(String sentence) {
    return new BankProblem(BankProblem.Cause.INVALID, sentence);
  }
}
