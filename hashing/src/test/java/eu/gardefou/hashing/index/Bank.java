package eu.gardefou.hashing.index;

import eu.gardefou.hashing.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Banks of hashes, most of them made to hurt. */
enum Bank {
  EMPTY,
  EVEN,
  ALL_EQUAL,
  ZEROS_AND_ONES,
  NEARLY_BLANK,
  NEAR_DUPLICATES,
  CROWDED_BAND,
  CROWDED_TWICE,
  FEW_DISTINCT;

  List<PdqHash> hashes(Hashes hashes) {
    return switch (this) {
      case EMPTY -> List.of();
      case EVEN -> hashes.many(3_000);
      case ALL_EQUAL -> repeated(List.of(hashes.any()), hashes);
      case ZEROS_AND_ONES -> repeated(List.of(Hashes.ZEROS, Hashes.ZEROS, Hashes.ONES), hashes);
      case NEARLY_BLANK -> hashes.family(Hashes.ZEROS, 3_000, 70);
      case NEAR_DUPLICATES -> families(hashes);
      case CROWDED_BAND -> times(3_000, i -> hashes.withBand(5, 0x1234));
      case CROWDED_TWICE -> times(3_000, i -> hashes.withBand(i % 2 * 15, 0x1234));
      case FEW_DISTINCT -> repeated(hashes.family(hashes.any(), 40, 39), hashes);
    };
  }

  private static List<PdqHash> families(Hashes hashes) {
    List<PdqHash> bank = new ArrayList<>(hashes.many(500));
    hashes.many(20).forEach(centre -> bank.addAll(hashes.family(centre, 100, 66)));
    return bank;
  }

  private static List<PdqHash> repeated(List<PdqHash> few, Hashes hashes) {
    return times(2_000, i -> few.get(hashes.below(few.size())));
  }

  private static List<PdqHash> times(int count, Function<Integer, PdqHash> maker) {
    return IntStream.range(0, count).boxed().map(maker).toList();
  }
}
