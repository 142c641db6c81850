package eu.gardefou.media;

/**
 * The block of notes that Samsung telephones append to every photograph: data, a directory that
 * begins with {@code SEFH}, its size, and {@code SEFT} at the very end of the file. It is accepted
 * when the directory accounts for all of it and nothing in it is a video, which nobody here would
 * have looked at.
 */
final class SamsungTrailer {
  private static final int HEADER = 12;
  private static final int ENTRY = 12;

  private SamsungTrailer() {}

  /** Whether everything from {@code start} to the end of the file is such a block. */
  static boolean isAll(byte[] bytes, int start) {
    int from = Polyglot.skipPadding(bytes, start);
    if (bytes.length - from < HEADER + 8 || !Polyglot.is(bytes, bytes.length - 4L, "SEFT")) {
      return false;
    }
    long size = Numbers.little32(bytes, bytes.length - 8);
    long directory = bytes.length - 8 - size;
    if (size < HEADER || directory < from || !Polyglot.is(bytes, directory, "SEFH")) {
      return false;
    }
    long entries = Numbers.little32(bytes, (int) directory + 8);
    if (HEADER + ENTRY * entries > size) {
      return false;
    }
    long first = directory;
    for (int i = 0; i < entries; i++) {
      int entry = (int) directory + HEADER + ENTRY * i;
      long begin = directory - Numbers.little32(bytes, entry + 4);
      first = Math.min(first, begin);
    }
    boolean allAccountedFor = first >= start && first <= from;
    return allAccountedFor && !holdsVideo(bytes, (int) first, (int) directory);
  }

  private static boolean holdsVideo(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Polyglot.is(bytes, at, "ftyp")) {
        return true;
      }
    }
    return false;
  }
}
