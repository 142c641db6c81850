package eu.gardefou.hma;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is not met. The message is one plain sentence for the sender. */
final class HmaProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<String> unhashable;

  private HmaProblem(HttpStatus status, String sentence, List<String> unhashable) {
    super(sentence, null, false, false);
    this.status = status;
    this.unhashable = unhashable;
  }

  static HmaProblem of(HttpStatus status, String sentence) {
    return new HmaProblem(status, sentence, List.of());
  }

  static HmaProblem bad(String sentence) {
    return of(HttpStatus.BAD_REQUEST, sentence);
  }

  static HmaProblem notFound(String sentence) {
    return of(HttpStatus.NOT_FOUND, sentence);
  }

  /** The file has too little detail for these types, so nothing that is found means anything. */
  static HmaProblem unhashable(List<String> types) {
    return new HmaProblem(
        HttpStatus.BAD_REQUEST,
        "invalid signal: the file has too little detail for "
            + String.join(", ", types)
            + ". This is not 'no match'; include_unhashable=true answers without it.",
        types);
  }

  HttpStatus status() {
    return status;
  }

  List<String> unhashable() {
    return unhashable;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
