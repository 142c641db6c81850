package eu.gardefou.video;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.video.VpdqFingerprint;
import eu.gardefou.hashing.video.VpdqFrame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vPDQ fingerprint as text, as Hasher-Matcher-Actioner exchanges it: a JSON list of {@code
 * "hash,quality,seconds"}.
 *
 * <p>Seconds are written with up to three decimals. Upstream keeps three significant digits, and so
 * writes {@code 1.23e+02} for 123.4 s; that is read here, and what is written here is read there.
 */
public final class VpdqJson {
  /** More frames than any video within reason has; what has more is refused. */
  public static final int MOST_FRAMES = 100_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern FRAME =
      Pattern.compile(
          "([0-9a-fA-F]{64}),([0-9]{1,3}),"
              + "([0-9]{1,12}(?:\\.[0-9]{1,12})?(?:e(?:\\+[01]|-[0-9])[0-9])?)");
  private static final BigDecimal LATEST = BigDecimal.TEN.pow(12);

  private VpdqJson() {}

  /** The text. */
  public static String write(VpdqFingerprint vpdq) {
    return JSON.writeValueAsString(vpdq.frames().stream().map(VpdqJson::frame).toList());
  }

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException when it is anything else, with one sentence that says where
   */
  public static VpdqFingerprint read(String text) {
    JsonNode list = tree(text);
    if (!list.isArray()) {
      throw new IllegalArgumentException("a vPDQ hash is a JSON list of texts");
    }
    if (list.size() > MOST_FRAMES) {
      throw new IllegalArgumentException(
          "a vPDQ hash has at most " + MOST_FRAMES + " frames, not " + list.size());
    }
    List<VpdqFrame> frames = new ArrayList<>(list.size());
    for (JsonNode one : list) {
      frames.add(frame(one, frames.size()));
    }
    return new VpdqFingerprint(frames);
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a vPDQ hash is a JSON list of texts; this is no JSON", e);
    }
  }

  private static VpdqFrame frame(JsonNode node, int position) {
    Matcher parts = FRAME.matcher(node.isString() ? node.stringValue() : "");
    if (!parts.matches()) {
      throw wrong(position, "is not \"hash,quality,seconds\"");
    }
    int quality = Integer.parseInt(parts.group(2));
    BigDecimal seconds = new BigDecimal(parts.group(3));
    if (quality > 100) {
      throw wrong(position, "has a quality above 100");
    }
    if (seconds.compareTo(LATEST) > 0) {
      throw wrong(position, "is shown later than any video lasts");
    }
    long millis = seconds.movePointRight(3).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return new VpdqFrame(PdqHash.parse(parts.group(1)), quality, millis);
  }

  private static IllegalArgumentException wrong(int position, String what) {
    return new IllegalArgumentException("frame " + position + " of a vPDQ hash " + what);
  }

  private static String frame(VpdqFrame frame) {
    return frame.hash() + "," + frame.quality() + "," + seconds(frame.millis());
  }

  private static String seconds(long millis) {
    BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
    return (seconds.scale() < 1 ? seconds.setScale(1) : seconds).toPlainString();
  }
}
