package eu.gardefou.fetch;

import java.time.Duration;

/**
 * What a server said to something that was sent to it.
 *
 * @param status such as 200; a redirect is an answer as any other, and is not followed
 * @param body its beginning, as UTF-8: up to 4 MiB
 * @param after how long it asks to wait ({@code Retry-After} in seconds); zero when it does not
 */
public record Answer(int status, String body, Duration after) {
  /** Whether it is 2xx. */
  public boolean good() {
    return status >= 200 && status < 300;
  }
}
