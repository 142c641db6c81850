package eu.gardefou.exchanges.peer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a peer answered.
 *
 * @param body whole, within the size limit
 * @param sent the time by the peer's own clock; null when it did not say
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reading; copying pages would double memory
public record Answer(int status, byte[] body, @Nullable Instant sent) {
  /** The body in UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
