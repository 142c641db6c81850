package eu.gardefou.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;

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

  /**
   * Reads a request's body to its end.
   *
   * @param most bytes that are accepted
   * @throws BadRequest for a body that is broken, long or encoded, for one without a content type,
   *     and when there is no room
   */
  public static Body read(HttpServletRequest request, long most, BodyRoom room) {
    HeaderValue type = typeOf(request);
    BodyRoom.Share share = room.share();
    boolean read = false;
    try {
      byte[] bytes = readAll(request, Math.min(most, room.largest()), share);
      Body body = new Body(bytes, type, share);
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

  private static byte[] readAll(HttpServletRequest request, long most, BodyRoom.Share share)
      throws IOException {
    long declared = request.getContentLengthLong();
    InputStream in = request.getInputStream();
    if (declared > most) {
      throw tooLong(in, most);
    }
    if (declared >= 0) {
      share.take(declared);
      byte[] bytes = in.readNBytes((int) declared);
      if (bytes.length != declared || in.read() >= 0) {
        throw BadRequest.invalid(null, "The body is not as long as its Content-Length says.");
      }
      return bytes;
    }
    return readChunked(in, most, share);
  }

  private static byte[] readChunked(InputStream in, long most, BodyRoom.Share share)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (bytes.size() + (long) count > most) {
        throw tooLong(in, most);
      }
      share.take(count);
      bytes.write(chunk, 0, count);
    }
    return bytes.toByteArray();
  }

  /**
   * A client that is still sending would see a broken connection instead of the answer, and try
   * again. So as much again is read and thrown away; who sends even more is cut off.
   */
  private static BadRequest tooLong(InputStream in, long most) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long dropped = 0;
    for (int count = in.read(chunk); count >= 0 && dropped < most; count = in.read(chunk)) {
      dropped += count;
    }
    return BadRequest.tooLarge("The body is longer than " + most + " bytes.");
  }
}
