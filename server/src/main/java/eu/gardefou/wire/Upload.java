package eu.gardefou.wire;

/**
 * A picture as it came, not yet looked at. Nothing but decoding may be done with the bytes.
 *
 * @param param the field that it came in
 * @param bytes as sent; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Upload(String param, byte[] bytes) {
  @Override
  public String toString() {
    return "Upload[" + param + ", " + bytes.length + " bytes]";
  }
}
