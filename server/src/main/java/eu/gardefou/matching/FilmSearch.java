package eu.gardefou.matching;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.video.VpdqComparison.Shares;
import eu.gardefou.hashing.video.VpdqThresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * One look-up of a video.
 *
 * <p>A film matches when most of what is asked is in it, as upstream, and also when most of it is
 * in what is asked: whoever adds other scenes hides nothing. A suppress bank overrules where each
 * frame that matches is one of a harmless film too.
 */
record FilmSearch(
    Map<Integer, FilmShelf> shelves, Map<Integer, BankSettings> banks, LookUp wish, Instant now) {

  private static final int MOST_FRAMES = 10_000;

  /**
   * The films that match, as hits.
   *
   * @throws BankProblem when too many frames are asked
   */
  List<Hit> run(List<PdqHash> asked) {
    if (asked.size() > MOST_FRAMES) {
      throw new BankProblem(
          BankProblem.Cause.INVALID,
          "A video with more than " + MOST_FRAMES + " frames is not looked up.");
    }
    List<BitSet> harmless = wish.raw() ? List.of() : harmless(asked);
    List<Hit> hits = new ArrayList<>();
    banks.forEach((id, bank) -> {
      boolean said = bank.kind() != BankKind.SUPPRESS || wish.raw() || !wish.banks().isEmpty();
      if (said && wish.asks(bank) && (wish.raw() || !bank.rests(now))) {
        for (FilmShelf.Shared film : matching(id, bank, asked)) {
          if (bank.kind() == BankKind.SUPPRESS || !isHarmless(film, harmless)) {
            hits.add(hit(bank, film, asked.size()));
          }
        }
      }
    });
    return hits;
  }

  private List<BitSet> harmless(List<PdqHash> asked) {
    List<BitSet> harmless = new ArrayList<>();
    banks.forEach((id, bank) -> {
      if (bank.overrules(now)) {
        matching(id, bank, asked).forEach(film -> harmless.add(film.asked()));
      }
    });
    return harmless;
  }

  private static boolean isHarmless(FilmShelf.Shared film, List<BitSet> harmless) {
    for (BitSet frames : harmless) {
      BitSet others = (BitSet) film.asked().clone();
      others.andNot(frames);
      if (others.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<FilmShelf.Shared> matching(int id, BankSettings bank, List<PdqHash> asked) {
    FilmShelf shelf = shelves.get(id);
    if (shelf == null) {
      return List.of();
    }
    return shelf.around(asked, bank.radius()).stream()
        .filter(film -> isMatch(shares(film, asked.size())))
        .filter(
            film -> wish.raw() || (!film.aside().rests(now) && !film.aside().waits(bank.kind())))
        .toList();
  }

  private static boolean isMatch(Shares shares) {
    return shares.isMatch(VpdqThresholds.UPSTREAM) || shares.isMatch(VpdqThresholds.CONTAINED);
  }

  private static Hit hit(BankSettings bank, FilmShelf.Shared film, int asked) {
    return new Hit(bank.name(), bank.kind(), film.number(), null, shares(film, asked));
  }

  private static Shares shares(FilmShelf.Shared film, int asked) {
    return new Shares(film.asked().cardinality(), asked, film.matched(), film.frames());
  }
}
