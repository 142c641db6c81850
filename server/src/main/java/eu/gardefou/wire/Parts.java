package eu.gardefou.wire;

import java.util.List;

/** The parts of a multipart body, for those who know their names only when they see them. */
public final class Parts {
  private Parts() {}

  /**
   * All parts, in the order in which they came. A name may be there more than once.
   *
   * @throws BadRequest when the body is not proper multipart
   */
  public static List<Upload> of(Body body) {
    if (!body.type().value().equals("multipart/form-data")) {
      throw BadRequest.unsupportedType("This content type is not read here.");
    }
    return MultipartBody.parts(body).stream()
        .map(part -> new Upload(part.name(), part.bytes()))
        .toList();
  }

  /**
   * A part's text.
   *
   * @param most code points
   * @throws BadRequest when it is none, or longer
   */
  public static String text(Upload part, int most) {
    return PlainText.checked(part.param(), PlainText.ofUtf8(part.param(), part.bytes()), most);
  }
}
