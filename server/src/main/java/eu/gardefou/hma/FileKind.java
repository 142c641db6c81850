package eu.gardefou.hma;

import eu.gardefou.fetch.Wanted;
import eu.gardefou.matching.SignalType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What upstream calls a content type. */
@SuppressWarnings("ImmutableEnumChecker") // the list is, though its type does not say so
enum FileKind {
  PHOTO(Wanted.PHOTO, List.of(SignalType.PDQ, SignalType.MD5, SignalType.SHA1, SignalType.SHA256)),
  VIDEO(
      Wanted.VIDEO,
      List.of(
          SignalType.VIDEO_MD5, SignalType.VIDEO_SHA1, SignalType.VIDEO_SHA256, SignalType.VPDQ));

  private final Wanted wanted;
  private final List<SignalType> types;

  FileKind(Wanted wanted, List<SignalType> types) {
    this.wanted = wanted;
    this.types = types;
  }

  /**
   * The kind of this word.
   *
   * @throws HmaProblem when there is none
   */
  static FileKind of(String word) {
    return find(word).orElseThrow(() -> HmaProblem.bad("no such content_type: photo or video"));
  }

  static Optional<FileKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** By what a server declares. */
  static FileKind declared(String contentType) {
    return contentType.startsWith("video/") ? VIDEO : PHOTO;
  }

  /** Such as {@code photo}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Wanted wanted() {
    return wanted;
  }

  /** What can be computed of it. */
  List<SignalType> types() {
    return types;
  }
}
