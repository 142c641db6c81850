package eu.gardefou.gateway.leaks;

import eu.gardefou.gateway.upstream.UpstreamAnswer.RawPicture;
import tools.jackson.core.JsonGenerator;

/** Breaks the law on purpose: what the upstream made is written as it came. */
public final class LeakByWriter {
  private LeakByWriter() {}

  static void leak(JsonGenerator out, RawPicture picture) {
    out.writeBinary(picture.bytes());
  }
}
