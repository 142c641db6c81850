package eu.gardefou.gateway.leaks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Breaks the law on purpose: any bytes go to the client. */
public final class LeakByStream {
  private LeakByStream() {}

  static void leak(HttpServletResponse response, byte[] picture) throws IOException {
    response.getOutputStream().write(picture);
  }
}
