package eu.gardefou.lineage;

import java.util.Arrays;
import java.util.Objects;

/**
 * A request by what it can be known again by.
 *
 * @param caller who asks
 * @param kind such as {@code edit}, or {@code edit-masked}
 * @param exact keyed digest of everything; of words alone, the caller is a part of it
 * @param words a sketch of them
 * @param place where the mask is, a bit for each of 8 by 8 cells; 0 without a mask
 * @param means the policy and the models that judge it: others are a new start
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record Asked(
    String caller, String kind, byte[] exact, Sketch words, long place, String means) {
  /** Keeps its own copy. */
  public Asked {
    exact = exact.clone();
  }

  @Override
  public byte[] exact() {
    return exact.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Asked asked
        && caller.equals(asked.caller)
        && kind.equals(asked.kind)
        && Arrays.equals(exact, asked.exact)
        && words.equals(asked.words)
        && place == asked.place
        && means.equals(asked.means);
  }

  @Override
  public int hashCode() {
    return Objects.hash(caller, Arrays.hashCode(exact));
  }
}
