package eu.gardefou.hma;

import eu.gardefou.matching.MatchFindings;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was computed of a file.
 *
 * @param signals one for each type that could be computed
 * @param quality of the PDQ hash; null when none was asked for
 * @param unhashable the types for which the file has too little detail
 * @param notAssessed what of the file was not looked at, as it was not asked for
 * @param findings on every frame, view and pose of a photo; null where they were not asked for
 */
record Hashes(
    List<Signal> signals,
    @Nullable Integer quality,
    List<SignalType> unhashable,
    List<String> notAssessed,
    @Nullable MatchFindings findings) {
  /** Says which types an answer is without. */
  static final String HEADER = "X-Gardefou-Unhashable";

  /** The field that says the same where it is asked for; no bank and no type has this name. */
  static final String FIELD = "$unhashable";

  /** Says what of the file an answer is silent about. */
  static final String NOT_ASSESSED = "X-Gardefou-Not-Assessed";

  /** Keeps its own copies. */
  Hashes {
    signals = List.copyOf(signals);
    unhashable = List.copyOf(unhashable);
    notAssessed = List.copyOf(notAssessed);
  }

  /** Of a file that was looked at as a whole. */
  Hashes(List<Signal> signals, @Nullable Integer quality, List<SignalType> unhashable) {
    this(signals, quality, unhashable, List.of(), null);
  }

  /** The same, of a file of which this was not looked at. */
  Hashes without(String what) {
    return new Hashes(signals, quality, unhashable, List.of(what), findings);
  }

  List<String> unhashableNames() {
    return unhashable.stream().map(SignalType::name).toList();
  }

  /** By type; as upstream has it, what cannot be computed is there and empty. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    unhashable.forEach(type -> json.put(type.name(), ""));
    signals.forEach(signal -> json.put(signal.type().name(), signal.value()));
    return json;
  }

  /**
   * Goes on only when nothing is missing, or the client knows how to be told.
   *
   * @throws HmaProblem otherwise
   */
  Hashes orRefuse(boolean includeUnhashable) {
    if (!unhashable.isEmpty() && !includeUnhashable) {
      throw HmaProblem.unhashable(unhashableNames());
    }
    return this;
  }
}
