package eu.gardefou.fetch;

import eu.gardefou.fetch.FetchProblem.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** An answer whose body has not come yet. Good only while it is read, for one thread. */
public final class Arriving {
  private static final int CHUNK = 1 << 16;

  private final String type;
  private final long declared;
  private final InputStream body;

  Arriving(String type, long declared, InputStream body) {
    this.type = type;
    this.declared = declared;
    this.body = body;
  }

  /** The declared content type, in lower case, without parameters. */
  public String type() {
    return type;
  }

  /**
   * The body in memory.
   *
   * @param most bytes
   * @param room told of each stretch before it is kept; throws when there is no room
   * @throws FetchProblem when it is longer
   */
  public byte[] bytes(long most, LongConsumer room) throws IOException {
    var all = new ByteArrayOutputStream();
    copy(
        most,
        (chunk, length) -> {
          room.accept(length);
          all.write(chunk, 0, length);
        });
    return all.toByteArray();
  }

  /**
   * Writes the body somewhere, such as to a file.
   *
   * @param most bytes
   * @throws FetchProblem when it is longer; the beginning was written then
   */
  public void to(OutputStream out, long most) throws IOException {
    copy(most, (chunk, length) -> out.write(chunk, 0, length));
  }

  @FunctionalInterface
  private interface Keeping {
    void keep(byte[] chunk, int length) throws IOException;
  }

  private void copy(long most, Keeping keeping) throws IOException {
    if (declared > most) {
      throw new FetchProblem(Cause.TOO_LARGE);
    }
    byte[] chunk = new byte[CHUNK];
    long length = 0;
    for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
      length += count;
      if (length > most) {
        throw new FetchProblem(Cause.TOO_LARGE);
      }
      keeping.keep(chunk, count);
    }
  }
}
