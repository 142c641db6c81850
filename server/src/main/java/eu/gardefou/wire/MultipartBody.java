package eu.gardefou.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A {@code multipart/form-data} body (RFC 7578, RFC 2046), read strictly and in memory: CRLF only,
 * nothing before the first part or after the last, no parts inside parts.
 *
 * <p>The container's own parser is not used: it writes large parts to disk before anybody has
 * looked at them, and it takes what it should refuse.
 */
final class MultipartBody {
  private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=?-]{1,70}");
  private static final int MOST_PARTS = 64;
  private static final int LONGEST_HEADERS = 2_048;
  private static final byte[] LINE = ascii("\r\n");
  private static final byte[] BLANK_LINE = ascii("\r\n\r\n");
  private static final byte[] END = ascii("--");

  private final byte[] body;
  private final byte[] delimiter;
  private int at;

  private MultipartBody(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ascii("\r\n--" + boundary);
  }

  /** All parts, in the order in which they came. */
  static List<Part> parts(Body body) {
    String boundary = body.type().parameter("boundary");
    if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
      throw broken("there is no proper boundary");
    }
    return new MultipartBody(body.bytes(), boundary).all();
  }

  private List<Part> all() {
    List<Part> parts = new ArrayList<>();
    // The first delimiter lacks the line break that the others start with.
    byte[] first = Arrays.copyOfRange(delimiter, LINE.length, delimiter.length);
    if (!isAt(first)) {
      throw broken("it does not start with its boundary");
    }
    at += first.length;
    while (!isAt(END)) {
      if (parts.size() == MOST_PARTS) {
        throw broken("it has more than " + MOST_PARTS + " parts");
      }
      parts.add(part());
    }
    at += END.length;
    if (at != body.length && !(isAt(LINE) && at + LINE.length == body.length)) {
      throw broken("something follows its end");
    }
    return parts;
  }

  private Part part() {
    skip(LINE);
    int headersEnd = indexOf(BLANK_LINE, Math.min(body.length, at + LONGEST_HEADERS));
    // Latin-1 keeps the bytes of a file name, which nobody reads.
    var headers =
        PartHeaders.of(new String(body, at, headersEnd - at, StandardCharsets.ISO_8859_1));
    at = headersEnd + LINE.length;
    // An empty part's delimiter shares its line break with the blank line.
    int end = indexOf(delimiter, body.length);
    int start = Math.min(end, at + LINE.length);
    at = end + delimiter.length;
    headers.checkLength(end - start);
    return new Part(headers.name(), headers.type(), body, start, end);
  }

  private void skip(byte[] wanted) {
    if (!isAt(wanted)) {
      throw broken("a boundary is followed by something else");
    }
    at += wanted.length;
  }

  private boolean isAt(byte[] wanted) {
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** Where the bytes start next, before the limit. */
  private int indexOf(byte[] wanted, int limit) {
    for (int i = at; i <= limit - wanted.length; i++) {
      if (body[i] == wanted[0]
          && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw broken("a part does not end");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static BadRequest broken(String what) {
    return BadRequest.invalid(null, "The multipart body is not proper: " + what + ".");
  }
}
