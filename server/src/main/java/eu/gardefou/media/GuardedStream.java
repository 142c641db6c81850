package eu.gardefou.media;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory for a decoder, which ends with the time of its guard. No file is written. */
final class GuardedStream extends ImageInputStreamImpl {
  private static final int READS_BETWEEN_CHECKS = 1 << 12;

  private final byte[] bytes;
  private final Guard guard;
  private int reads;

  GuardedStream(byte[] bytes, Guard guard) {
    this.bytes = bytes;
    this.guard = guard;
  }

  @Override
  public int read() {
    countRead();
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return -1;
    }
    return bytes[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    countRead();
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
  private void countRead() {
    reads++;
    if (reads % READS_BETWEEN_CHECKS == 0) {
      guard.check();
    }
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
