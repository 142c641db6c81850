package eu.gardefou.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.util.WebUtils;

/** The whole body of one request, in memory and nowhere else. Closing it gives its room back. */
public final class Body implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final byte[] bytes;
  private final HeaderValue type;
  private final BodyRoom.Share share;

  private Body(byte[] bytes, HeaderValue type, BodyRoom.Share share) {
    this.bytes = bytes;
    this.type = type;
    this.share = share;
  }

  static Body read(HttpServletRequest request, long most, BodyRoom.Share share, Pace pace) {
    HeaderValue type = typeOf(request);
    boolean read = false;
    try {
      Body body = new Body(readAll(request, most, share, pace), type, share);
      read = true;
      return body;
    } catch (IOException e) {
      throw BadRequest.invalid(null, "The body ended before it was complete.");
    } finally {
      if (!read) {
        share.close();
      }
    }
  }

  /** The bytes as sent. Shared, not copied: read only. */
  byte[] bytes() {
    return bytes;
  }

  /** The content type. */
  HeaderValue type() {
    return type;
  }

  @Override
  public void close() {
    share.close();
  }

  private static HeaderValue typeOf(HttpServletRequest request) {
    if (request.getHeader("Content-Encoding") != null) {
      throw BadRequest.unsupportedType("Compressed bodies are not read.");
    }
    List<String> types = Collections.list(request.getHeaders("Content-Type"));
    if (types.size() != 1) {
      throw BadRequest.unsupportedType("One content type is required.");
    }
    return HeaderValue.parse(types.getFirst());
  }

  private static byte[] readAll(
      HttpServletRequest request, long most, BodyRoom.Share share, Pace pace) throws IOException {
    long declared = request.getContentLengthLong();
    RawRequest raw = WebUtils.getNativeRequest(request, RawRequest.class);
    Consumer<Runnable> beforeTheEnd = raw == null ? Runnable::run : raw.belongings()::add;
    var in = new PacedStream(request.getInputStream(), pace, beforeTheEnd);
    if (declared > most) {
      throw tooLong(in, most, declared);
    }
    byte[] bytes = readAll(in, declared < 0 ? Long.MAX_VALUE : declared, most, share);
    // Beyond a declared end there is the next request at most, and no waiting.
    if (declared >= 0 && (bytes.length != declared || request.getInputStream().read() >= 0)) {
      throw BadRequest.invalid(null, "The body is not as long as its Content-Length says.");
    }
    return bytes;
  }

  /** Room is taken chunk by chunk for what is here, never for what was announced. */
  private static byte[] readAll(PacedStream in, long end, long most, BodyRoom.Share share)
      throws IOException {
    List<byte[]> chunks = new ArrayList<>();
    byte[] chunk = {};
    byte[] one = {0};
    int filled = 0;
    long length = 0;
    while (length < end) {
      boolean full = filled == chunk.length;
      int count = full ? in.read(one, 0) : in.read(chunk, filled);
      if (count < 0) {
        break;
      }
      if (full) {
        int size = (int) Math.min(CHUNK, end - length);
        share.take(size);
        chunk = new byte[size];
        chunk[0] = one[0];
        chunks.add(chunk);
        filled = 0;
      }
      filled += count;
      length += count;
      if (length > most) {
        throw tooLong(in, most, Long.MAX_VALUE);
      }
    }
    return joined(chunks, (int) length);
  }

  private static byte[] joined(List<byte[]> chunks, int length) {
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] chunk : chunks) {
      int size = Math.min(chunk.length, length - at);
      System.arraycopy(chunk, 0, all, at, size);
      at += size;
    }
    return all;
  }

  /**
   * A client that is still sending would see a broken connection instead of the answer, and try
   * again. So as much again is read and thrown away; who sends even more is cut off.
   */
  private static BadRequest tooLong(PacedStream in, long most, long left) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int count = 0;
    for (long dropped = 0; count >= 0 && dropped < Math.min(most, left); dropped += count) {
      count = in.read(chunk, 0);
    }
    return BadRequest.tooLarge("The body is longer than " + most + " bytes.");
  }
}
