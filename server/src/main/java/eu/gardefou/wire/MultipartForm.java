package eu.gardefou.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request as multipart: one value to a field, pictures in the order in which they came. */
final class MultipartForm implements Form {
  private static final Set<String> PICTURES = Set.of("image", "image[]");
  private static final Set<String> UTF_8 = Set.of("utf-8", "us-ascii");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final int LONGEST_TEXT = 1 << 18;

  private final List<Part> pictures;
  private final Map<String, Part> fields;

  private MultipartForm(List<Part> pictures, Map<String, Part> fields) {
    this.pictures = pictures;
    this.fields = fields;
  }

  static MultipartForm of(Body body, Set<String> allowed) {
    Map<String, Part> fields = new HashMap<>();
    List<Part> parts = MultipartBody.parts(body);
    for (Part part : parts) {
      if (!allowed.contains(part.name())) {
        throw BadRequest.unknown(part.name());
      }
      boolean picture = PICTURES.contains(part.name());
      if (!picture && fields.putIfAbsent(part.name(), part) != null) {
        throw BadRequest.invalid(part.name(), "'" + part.name() + "' is given twice.");
      }
    }
    List<Part> pictures = parts.stream().filter(part -> PICTURES.contains(part.name())).toList();
    return new MultipartForm(pictures, fields);
  }

  @Override
  public @Nullable String text(String field, int most) {
    Part part = fields.get(field);
    return part == null ? null : PlainText.checked(field, text(part), most);
  }

  @Override
  public @Nullable Integer whole(String field, int least, int most) {
    String digits = text(field, 32);
    if (digits == null) {
      return null;
    }
    boolean proper = WHOLE.matcher(digits).matches();
    return Form.within(field, proper ? Long.parseLong(digits) : Long.MIN_VALUE, least, most);
  }

  @Override
  public @Nullable Double number(String field, double least, double most) {
    String digits = text(field, 32);
    if (digits == null) {
      return null;
    }
    boolean proper = DECIMAL.matcher(digits).matches();
    return Form.within(field, proper ? Double.parseDouble(digits) : Double.NaN, least, most);
  }

  @Override
  public @Nullable Boolean flag(String field) {
    String word = word(field, Set.of("true", "false"));
    return word == null ? null : word.equals("true");
  }

  @Override
  public List<Upload> picturesIfAny() {
    return pictures.isEmpty() ? List.of() : pictures();
  }

  @Override
  public List<Upload> pictures() {
    if (pictures.isEmpty()) {
      throw BadRequest.missing("image");
    }
    Form.countPictures("image", pictures.size());
    return pictures.stream().map(MultipartForm::upload).toList();
  }

  @Override
  public @Nullable Upload mask() {
    Part mask = fields.get("mask");
    return mask == null ? null : upload(mask);
  }

  private static Upload upload(Part part) {
    return new Upload(part.name(), part.bytes());
  }

  private static String text(Part part) {
    String charset = part.type().parameter("charset");
    if (charset != null && UTF_8.stream().noneMatch(charset::equalsIgnoreCase)) {
      throw BadRequest.invalid(part.name(), "Text must be UTF-8.");
    }
    if (part.length() > LONGEST_TEXT) {
      throw BadRequest.invalid(part.name(), "'" + part.name() + "' is too long.");
    }
    return PlainText.ofUtf8(part.name(), part.bytes());
  }
}
