package eu.gardefou.hma;

import eu.gardefou.matching.SignalType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a file.
 *
 * @param said what they say that it is
 * @param types names with commas between; null for the usual ones
 * @param variants whether a photo is looked up in every frame, view and pose
 */
record Asked(Optional<FileKind> said, @Nullable String types, boolean variants) {
  static final String VARIANTS = "variants";

  static Asked of(Query query) {
    return new Asked(said(query), query.text("types").orElse(null), false);
  }

  /**
   * The same, where one type is asked for: it is computed in any case, or there is no answer.
   *
   * @throws HmaProblem when the types to compute are named, and it is not among them
   */
  static Asked of(Query query, SignalType type) {
    String types = query.text("types").orElse(type.name());
    if (!List.of(types.split("[,\\s]+")).contains(type.name())) {
      throw HmaProblem.bad("signal_type '" + type + "' is not among the types to compute");
    }
    return new Asked(said(query), types, false);
  }

  /** The same, looked up in every frame, view and pose where the query says so. */
  Asked lookedUp(Query query) {
    return new Asked(said, types, query.flag(VARIANTS, false));
  }

  private static Optional<FileKind> said(Query query) {
    return query.text("content_type").map(FileKind::of);
  }
}
