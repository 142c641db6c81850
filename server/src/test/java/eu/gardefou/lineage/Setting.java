package eu.gardefou.lineage;

import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database, two nodes on it, and made-up pictures. */
final class Setting implements AutoCloseable {
  static final Seal SEAL = new Seal(new byte[32]);
  static final String MEANS = "a policy and its models";

  final TestDatabase database = TestDatabase.fresh();
  final JdbcClient sql = database.sql();
  final Lineage one = new Lineage(sql);
  final Lineage two = new Lineage(sql);

  /** A picture that nobody else has. */
  static Looks picture(long seed) {
    Random random = new Random(seed);
    return looks(
        new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
  }

  /** The same with so many bits changed, from one of the four words on. */
  static Looks changed(Looks picture, int word, int bits) {
    PdqHash hash = picture.upright().getFirst();
    long mask = bits == 0 ? 0 : -1L >>> (64 - bits);
    return looks(
        new PdqHash(
            hash.w0() ^ (word == 0 ? mask : 0),
            hash.w1() ^ (word == 1 ? mask : 0),
            hash.w2() ^ (word == 2 ? mask : 0),
            hash.w3() ^ (word == 3 ? mask : 0)));
  }

  private static Looks looks(PdqHash hash) {
    return new Looks(List.of(hash), Set.of(hash));
  }

  static Asked asked(String caller, String words, Looks... pictures) {
    return asked(caller, words, MEANS, pictures);
  }

  static Asked asked(String caller, String words, String means, Looks... pictures) {
    String all = Seal.letters(words) + List.of(pictures) + (pictures.length == 0 ? caller : "");
    return new Asked(
        caller,
        pictures.length == 0 ? "generate" : "edit",
        SEAL.digest(List.of(all.getBytes(StandardCharsets.UTF_8))),
        SEAL.sketch(List.of(words)),
        0,
        means);
  }

  static List<List<Numbers>> explicit(double value, int pictures) {
    return Collections.nCopies(pictures, List.of(new Numbers(true, "explicit", "one", "v", value)));
  }

  /** A request that gets as far as its outcome says, with one picture when it is released. */
  Turn turn(Asked asked, double hint, Outcome outcome, double value, Looks... pictures) {
    Descent descent = one.trace(List.of(pictures));
    return one.begin(
        UUID.randomUUID(), descent, asked, hint, explicit(value, pictures.length), outcome);
  }

  /** A request that is refused by its words. */
  void refused(String caller, String words, Looks... pictures) {
    turn(asked(caller, words, pictures), 0, Outcome.REFUSED, 0, pictures);
  }

  /** A request whose result is refused. */
  UUID refusedLater(String caller, String words, Looks... pictures) {
    Turn turn = turn(asked(caller, words, pictures), 0, Outcome.OPEN, 0, pictures);
    UUID result = UUID.randomUUID();
    one.stop(turn, result, Outcome.REFUSED);
    return result;
  }

  Standing standing(String caller, String words, Looks... pictures) {
    return standing(two, asked(caller, words, pictures), pictures);
  }

  Standing standing(Lineage node, Asked asked, Looks... pictures) {
    return node.standing(node.trace(List.of(pictures)), asked, 0);
  }

  Tally tally(String caller, String words, Looks... pictures) {
    return two.tally(two.trace(List.of(pictures)), asked(caller, words, pictures), 0);
  }

  /** As if so much time had passed; below 0 as if the clock had been set back. */
  void pass(String interval) {
    owner().sql("UPDATE lineage.turn SET at = at - ?::interval").param(interval).update();
  }

  /** By the clock of the database. */
  Instant now() {
    return sql.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
  }

  JdbcClient owner() {
    return JdbcClient.create(database.owner());
  }

  @Override
  public void close() {
    database.close();
  }
}
