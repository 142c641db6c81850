package eu.gardefou.hma;

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
 */
record Hashes(List<Signal> signals, @Nullable Integer quality, List<SignalType> unhashable) {
  /** Says which types an answer is without. */
  static final String HEADER = "X-Gardefou-Unhashable";

  /** The field that says the same where it is asked for; no bank and no type has this name. */
  static final String FIELD = "$unhashable";

  /** Keeps its own copies. */
  Hashes {
    signals = List.copyOf(signals);
    unhashable = List.copyOf(unhashable);
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
