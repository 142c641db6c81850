package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import java.util.List;

/**
 * What the banks say of a picture.
 *
 * <p>Not hashable means that the picture, or a frame of it, has too little detail for an absent
 * match to mean anything. It is never "no match"; matches that were found all the same are listed.
 *
 * @param hashable whether every frame has a view of usable quality
 * @param quality PDQ quality of the weakest frame, by its best view, 0 to 100
 * @param hash of the first frame as stored
 * @param matches entries within their bank's radius, nearest first
 * @param overruled those that would be matches but for a suppress bank, nearest first
 */
public record MatchFindings(
    boolean hashable,
    int quality,
    PdqHash hash,
    List<BankMatch> matches,
    List<OverruledMatch> overruled) {
  /** Keeps its own copies. */
  public MatchFindings {
    matches = List.copyOf(matches);
    overruled = List.copyOf(overruled);
  }
}
