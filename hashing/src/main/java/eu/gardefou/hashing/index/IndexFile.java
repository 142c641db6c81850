package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.UnreadableIndexException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A saved index: a head, then id and hash of every row by ascending id, then the SHA-256 digest of
 * all before. Big-endian.
 *
 * <p>The tables are not saved but built at opening, which takes seconds for ten million: so the
 * file is a third as long, and no file, however made, can lead a search astray.
 */
final class IndexFile {
  /** "GDFHAMMI". */
  private static final long MAGIC = 0x4744_4648_414d_4d49L;

  private static final int VERSION = 1;
  private static final int BITS = 256;
  private static final int HEAD = Long.BYTES + Integer.BYTES + Integer.BYTES + Long.BYTES;
  private static final int ROW = Long.BYTES + PdqHash.BYTES;
  private static final int DIGEST = 32;
  private static final int BUFFER = ROW * 1_024;

  private IndexFile() {}

  /** Writes beside the file and then moves: whoever opens it sees the old one or the new one. */
  static void save(View view, Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = Files.createTempFile(whole.getParent(), ".index", ".part");
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        Merge merge = new Merge(view);
        Writer writer = new Writer(channel);
        writer.writeHead(merge.size());
        merge.into(writer);
        writer.finish();
        channel.force(true);
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The rows of a saved index.
   *
   * @throws UnreadableIndexException when the file is anything but a whole saved index
   */
  static Rows open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new Reader(file, channel).read();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }

  private static final class Writer implements Merge.Sink {
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    Writer(FileChannel channel) {
      this.channel = channel;
    }

    void writeHead(int rows) throws IOException {
      buffer.putLong(MAGIC).putInt(VERSION).putInt(BITS).putLong(rows);
      flush();
    }

    @Override
    public void addRun(Slots slots, int from, int to) throws IOException {
      long[] words = slots.words();
      for (int slot = from; slot < to; slot++) {
        int at = slot * Bands.WORDS;
        add(slots.id(slot), words[at], words[at + 1], words[at + 2], words[at + 3]);
      }
    }

    @Override
    public void add(long id, PdqHash hash) throws IOException {
      add(id, hash.w0(), hash.w1(), hash.w2(), hash.w3());
    }

    void finish() throws IOException {
      flush();
      buffer.put(digest.digest());
      writeBuffer();
    }

    private void add(long id, long w0, long w1, long w2, long w3) throws IOException {
      if (buffer.remaining() < ROW) {
        flush();
      }
      buffer.putLong(id).putLong(w0).putLong(w1).putLong(w2).putLong(w3);
    }

    private void flush() throws IOException {
      digest.update(buffer.array(), 0, buffer.position());
      writeBuffer();
    }

    private void writeBuffer() throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }
  }

  private static final class Reader {
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    Reader(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    Rows read() throws IOException {
      Rows rows = new Rows(readHead());
      int left = rows.room();
      while (left > 0) {
        int now = Math.min(left, BUFFER / ROW);
        fill(now * ROW);
        for (int i = 0; i < now; i++) {
          readRow(rows);
        }
        left -= now;
      }
      byte[] found = digest.digest();
      fill(DIGEST);
      check(buffer.equals(ByteBuffer.wrap(found)), Reason.DAMAGED);
      return rows;
    }

    /** The number of rows, which is true: the file is as long as it says. */
    private int readHead() throws IOException {
      long length = channel.size();
      check(length >= Long.BYTES, Reason.FOREIGN);
      fill(Long.BYTES);
      check(buffer.getLong() == MAGIC, Reason.FOREIGN);
      check(length >= HEAD + DIGEST, Reason.WRONG_LENGTH);
      fill(HEAD - Long.BYTES);
      check(buffer.getInt() == VERSION && buffer.getInt() == BITS, Reason.OTHER_VERSION);
      long rows = buffer.getLong();
      check(rows >= 0 && rows <= Slots.MOST, Reason.DAMAGED);
      check(length == HEAD + rows * ROW + DIGEST, Reason.WRONG_LENGTH);
      return (int) rows;
    }

    private void readRow(Rows rows) throws IOException {
      long id = buffer.getLong();
      check(rows.size() == 0 || id > rows.lastId(), Reason.DAMAGED);
      rows.add(id, buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** The next bytes, taken into the digest. */
    private void fill(int bytes) throws IOException {
      buffer.clear().limit(bytes);
      while (buffer.hasRemaining()) {
        check(channel.read(buffer) >= 0, Reason.WRONG_LENGTH);
      }
      digest.update(buffer.array(), 0, bytes);
      buffer.flip();
    }

    private void check(boolean holds, Reason reason) throws UnreadableIndexException {
      if (!holds) {
        throw new UnreadableIndexException(file, reason);
      }
    }
  }
}
