package eu.gardefou.wire;

import java.util.Arrays;

/** One part of a multipart body: a name, and a stretch of the body. A file name is not kept. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Part(String name, HeaderValue type, byte[] body, int from, int to) {
  static final HeaderValue NO_TYPE = HeaderValue.parse("application/octet-stream");

  byte[] bytes() {
    return Arrays.copyOfRange(body, from, to);
  }

  int length() {
    return to - from;
  }
}
