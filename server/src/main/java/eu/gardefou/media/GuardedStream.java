package eu.gardefou.media;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory for a decoder, which ends with the time of its guard. No file is written. */
final class GuardedStream extends ImageInputStreamImpl {
  private static final int BYTES_BETWEEN_CHECKS = 1 << 14;

  private final byte[] bytes;
  private final Guard guard;
  private int unchecked;

  GuardedStream(byte[] bytes, Guard guard) {
    this.bytes = bytes;
    this.guard = guard;
  }

  @Override
  public int read() {
    count(1);
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return -1;
    }
    return bytes[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    count(length);
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return -1;
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  /** Decoders read a few bytes at a time; asking for the time at each would take as long again. */
  private void count(int length) {
    unchecked += length;
    if (unchecked >= BYTES_BETWEEN_CHECKS || length >= BYTES_BETWEEN_CHECKS) {
      unchecked = 0;
      guard.check();
    }
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
