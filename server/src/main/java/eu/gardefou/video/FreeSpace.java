package eu.gardefou.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stays free of the disk, however many videos come: the database is on the same one, more
 * often than not.
 *
 * @param least bytes
 * @param disk says what is free
 */
record FreeSpace(long least, Disk disk) {
  static final long USUAL = 2L << 30;

  /** Of a file system. */
  @FunctionalInterface
  interface Disk {
    /** Bytes that can still be written where this folder is. */
    long free(Path folder) throws IOException;
  }

  FreeSpace {
    if (least < 0) {
      throw new IllegalArgumentException("what stays free of the disk cannot be " + least);
    }
  }

  static FreeSpace of(long least) {
    return new FreeSpace(least, folder -> Files.getFileStore(folder).getUsableSpace());
  }

  /**
   * Whether so much more can come.
   *
   * @throws IOException when too little would stay free
   */
  void check(Path folder, long more) throws IOException {
    if (disk.free(folder) - more < least) {
      throw new IOException(
          "a video would leave less than "
              + least
              + " bytes of the disk free (gardefou.video.free)");
    }
  }
}
