package eu.gardefou.lineage;

import static eu.gardefou.lineage.Setting.asked;
import static eu.gardefou.lineage.Setting.changed;
import static eu.gardefou.lineage.Setting.explicit;
import static eu.gardefou.lineage.Setting.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known again, on which node, and what it goes back to. */
final class LineageTest {
  private final Setting setting = new Setting();

  @AfterEach
  void close() {
    setting.close();
  }

  private List<Numbers> ancestor(Looks picture) {
    List<List<Numbers>> all = setting.two.trace(List.of(picture)).ancestors();
    assertThat(all).hasSizeLessThan(2);
    return all.isEmpty() ? List.of() : all.getFirst();
  }

  @Test
  void whatComesInOnOneNodeIsKnownOnTheOtherAtOnce() {
    Looks photo = picture(1);
    assertThat(ancestor(photo)).isEmpty();
    setting.turn(asked("a", "a hat", photo), 0, Outcome.OPEN, 0.1, photo);
    assertThat(ancestor(photo)).extracting(Numbers::value).containsExactly(0.1);
    assertThat(ancestor(picture(2))).isEmpty();
  }

  @Test
  void aPictureIsFoundAgainUpToTheRadiusAndNotBeyond() {
    Looks photo = picture(1);
    setting.turn(asked("a", "a hat", photo), 0, Outcome.OPEN, 0.1, photo);
    assertThat(ancestor(changed(photo, 0, Recent.RADIUS))).isNotEmpty();
    assertThat(ancestor(changed(photo, 0, Recent.RADIUS + 1))).isEmpty();
  }

  @Test
  void aFlatPictureLinksNothing() {
    setting.turn(asked("a", "a hat", Looks.NONE), 0, Outcome.REFUSED, 0.1, Looks.NONE);
    assertThat(ancestor(Looks.NONE)).isEmpty();
    assertThat(setting.tally("b", "a scarf", Looks.NONE)).isEqualTo(new Tally(0, 0, 0));
  }

  @Test
  void aResultGoesBackToWhatItsRequestBeganWith() {
    Looks last = picture(1);
    for (int step = 0; step < 5; step++) {
      Turn turn =
          setting.turn(
              asked("key " + step, "step " + step, last), 0, Outcome.OPEN, 0.1 * step, last);
      last = picture(10 + step);
      setting.one.release(turn, UUID.randomUUID(), List.of(last), explicit(0.9, 1), List.of(0.0));
      assertThat(ancestor(last)).extracting(Numbers::value).containsExactly(0.0);
    }
  }

  @Test
  void aPictureIsAsBaredAsTheOneThatItIsNearestTo() {
    Looks photo = picture(1);
    Looks result = changed(photo, 1, 4);
    Turn turn = setting.turn(asked("a", "a hat", photo), 0, Outcome.OPEN, 0, photo);
    setting.one.release(turn, UUID.randomUUID(), List.of(result), explicit(0, 1), List.of(0.07));
    assertThat(bared(photo)).isZero();
    assertThat(bared(result)).isEqualTo(0.07);
    assertThat(bared(changed(result, 2, 20))).isEqualTo(0.07);
    assertThat(bared(changed(photo, 2, 6))).as("as near to both").isEqualTo(0.07);
    assertThat(bared(photo, result)).isEqualTo(0.07);
    assertThat(bared(picture(2))).isZero();
  }

  @Test
  void aStepThatCannotBeSeenInTheHashesCounts() {
    Looks photo = picture(1);
    Turn turn = setting.turn(asked("a", "a hat", photo), 0, Outcome.OPEN, 0, photo);
    setting.one.release(turn, UUID.randomUUID(), List.of(photo), explicit(0, 1), List.of(0.07));
    assertThat(bared(photo)).isEqualTo(0.07);
  }

  @Test
  void whatWasSavedInAnotherWayIsAsBaredAsBefore() {
    Looks result = picture(1);
    Turn turn = setting.turn(asked("a", "a hat", picture(2)), 0, Outcome.OPEN, 0, picture(2));
    setting.one.release(turn, UUID.randomUUID(), List.of(result), explicit(0, 1), List.of(0.07));
    Looks again = changed(result, 0, 20);
    setting.turn(asked("b", "a scarf", again), 0, Outcome.OPEN, 0, again);
    assertThat(bared(changed(again, 1, 20))).isEqualTo(0.07);
  }

  private double bared(Looks... pictures) {
    return setting.two.trace(List.of(pictures)).bared();
  }

  @Test
  void whatIsDrawnFromWordsBeginsAChain() {
    Looks drawn = picture(1);
    Turn turn = setting.turn(asked("a", "a kite"), 0, Outcome.OPEN, 0);
    setting.one.release(
        turn, UUID.randomUUID(), List.of(drawn, picture(2)), explicit(0.3, 2), List.of(0.0, 0.0));
    assertThat(ancestor(drawn)).extracting(Numbers::value).containsExactly(0.3);
    assertThat(setting.tally("b", "a boat", drawn).turns()).isEqualTo(1);
  }

  @Test
  void nobodyCanGiveAPictureThatCameFromOutsideAnotherAncestor() {
    Looks photo = picture(1);
    Looks bait = picture(2);
    Turn turn =
        setting.turn(asked("mallory", "both", bait, photo), 0, Outcome.OPEN, 0.5, bait, photo);
    setting.one.release(
        turn, UUID.randomUUID(), List.of(changed(photo, 1, 12)), explicit(0.5, 1), List.of(0.0));
    Found found = setting.two.trace(List.of(photo)).pictures().getFirst();
    assertThat(found.near()).hasSize(2);
    assertThat(found.firsts()).hasSize(1);
    assertThat(found.firsts().getFirst().looks()).isEqualTo(photo.upright());
  }

  @Test
  void aPopularPictureKnowsItselfAlthoughItsCopiesAreNearer() {
    Looks photo = picture(1);
    Known itself = new Known(1, photo.upright(), List.of(), List.of(), 0);
    Known bait = new Known(2, picture(2).upright(), List.of(), List.of(), 0);
    Known copy = new Known(3, changed(photo, 1, 9).upright(), List.of(1L, 2L), List.of(), 0);
    Found found = Found.of(photo, List.of(3L), Map.of(1L, itself, 2L, bait, 3L, copy));
    assertThat(found.firsts()).containsExactly(itself);
  }

  @Test
  void aResultOfTwoPicturesGoesBackToBoth() {
    Turn turn =
        setting.turn(
            asked("a", "both", picture(1), picture(2)),
            0,
            Outcome.OPEN,
            0.2,
            picture(1),
            picture(2));
    setting.one.release(
        turn, UUID.randomUUID(), List.of(picture(3)), explicit(0.9, 1), List.of(0.0));
    assertThat(setting.two.trace(List.of(picture(3))).ancestors()).hasSize(2);
  }

  @Test
  void aPictureThatWasMerelySavedAgainIsNotWrittenAgain() {
    Looks photo = picture(1);
    for (int bits = 0; bits <= Found.SAME; bits++) {
      Looks copy = changed(photo, 2, bits);
      setting.turn(asked("a", "a hat", copy), 0, Outcome.OPEN, 0.1, copy);
    }
    assertThat(pictures()).isEqualTo(1);
    Looks other = changed(photo, 2, Found.SAME + 1);
    setting.turn(asked("a", "a hat", other), 0, Outcome.OPEN, 0.9, other);
    assertThat(pictures()).isEqualTo(2);
    assertThat(ancestor(other)).extracting(Numbers::value).containsExactly(0.1);
  }

  private long pictures() {
    return setting.sql.sql("SELECT count(*) FROM lineage.picture").query(Long.class).single();
  }

  @Test
  void aTransactionThatCommitsLateIsNotMissed() throws SQLException {
    try (Connection slow = setting.database.app().getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("SELECT pg_current_xact_id()");
      for (int seed = 2; seed < 5; seed++) {
        setting.turn(asked("a", "a hat", picture(seed)), 0, Outcome.OPEN, 0.2, picture(seed));
        assertThat(ancestor(picture(seed))).isNotEmpty();
      }
      String hash = "decode('" + picture(1).upright().getFirst() + "', 'hex')";
      statement.execute(
          "INSERT INTO lineage.picture (looks, origins, numbers) VALUES ("
              + hash
              + ", '{}', '[{\"face\":true,\"measure\":\"explicit\",\"model\":\"one\","
              + "\"version\":\"v\",\"value\":0.5}]')");
      assertThat(ancestor(picture(1))).isEmpty();
      slow.commit();
    }
    assertThat(ancestor(picture(1))).extracting(Numbers::value).containsExactly(0.5);
  }

  @Test
  void whatIsRolledBackWasNeverThere() {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(setting.database.app()));
    Looks photo = picture(1);
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(_ -> {
              setting.turn(asked("a", "a hat", photo), 0, Outcome.REFUSED, 0.1, photo);
              throw new IllegalStateException("the process ends here");
            }))
        .hasMessage("the process ends here");
    assertThat(ancestor(photo)).isEmpty();
    assertThat(setting.tally("b", "a scarf", photo).refusals()).isZero();
  }

  @Test
  void whatWasNotSeenForLongIsForgottenAndWhatIsAskedForStays() {
    setting.turn(asked("a", "a hat", picture(1)), 0, Outcome.REFUSED, 0.1, picture(1));
    setting.turn(asked("a", "a hat", picture(2)), 0, Outcome.REFUSED, 0.1, picture(2));
    assertThat(ancestor(picture(1))).isNotEmpty();
    setting
        .owner()
        .sql("UPDATE lineage.picture SET seen_at = seen_at - interval '31 days'")
        .update();
    setting.turn(asked("a", "a coat", picture(2)), 0, Outcome.OPEN, 0.1, picture(2));
    try (Upkeep upkeep = upkeep(1_000_000)) {
      upkeep.forget();
    }
    assertThat(ancestor(picture(1))).isEmpty();
    assertThat(ancestor(picture(2))).isNotEmpty();
    setting.two.recent().forgetOld();
    assertThat(setting.two.size()).isEqualTo(1);
    assertThat(new Lineage(setting.sql).trace(List.of(picture(1))).ancestors()).isEmpty();
  }

  @Test
  void onRequestAChainIsForgottenAndNoOther() {
    UUID decision = UUID.randomUUID();
    Asked asked = asked("a", "a hat", picture(1));
    Turn turn =
        setting.one.begin(
            decision,
            setting.one.trace(List.of(picture(1))),
            asked,
            0,
            explicit(0, 1),
            Outcome.OPEN);
    setting.one.release(turn, UUID.randomUUID(), List.of(picture(2)), explicit(0, 1), List.of(0.0));
    setting.refused("b", "a coat", picture(2));
    setting.refused("b", "a coat", picture(3));
    assertThat(setting.two.forget(decision)).isEqualTo(2);
    for (int gone = 1; gone <= 2; gone++) {
      assertThat(ancestor(picture(gone))).isEmpty();
      assertThat(setting.tally("c", "a scarf", picture(gone))).isEqualTo(new Tally(0, 0, 0));
    }
    assertThat(setting.tally("c", "a scarf", picture(3)).refusals()).isEqualTo(1);
    assertThat(setting.two.forget(decision)).isZero();
  }

  @Test
  void beyondTheMostThoseAreForgottenThatWereNotSeenForLongest() {
    for (int seed = 0; seed < 4; seed++) {
      setting.turn(asked("a", "a hat", picture(seed)), 0, Outcome.OPEN, 0.1, picture(seed));
      setting
          .owner()
          .sql("UPDATE lineage.picture SET seen_at = seen_at - interval '1 hour'")
          .update();
    }
    try (Upkeep upkeep = upkeep(2)) {
      upkeep.forget();
    }
    assertThat(ancestor(picture(0))).isEmpty();
    assertThat(ancestor(picture(1))).isEmpty();
    assertThat(ancestor(picture(2))).isNotEmpty();
    assertThat(ancestor(picture(3))).isNotEmpty();
  }

  private Upkeep upkeep(int most) {
    return new Upkeep(
        setting.database.app(), setting.one, new LineageSettings(Duration.ofDays(30), most));
  }

  @Test
  void aNodeThatStartsReadsWhatIsThere() {
    setting.turn(asked("a", "a hat", picture(1)), 0, Outcome.OPEN, 0.1, picture(1));
    assertThat(new Lineage(setting.sql).trace(List.of(picture(1))).ancestors()).hasSize(1);
  }

  @Test
  void theOtherDecisionsOfAChainAreNamedLatestFirst() {
    Looks photo = picture(1);
    Descent descent = setting.one.trace(List.of(photo));
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    setting.one.begin(
        first, descent, asked("a", "a hat", photo), 0, explicit(0, 1), Outcome.REFUSED);
    setting.one.begin(
        second,
        setting.one.trace(List.of(photo)),
        asked("b", "a coat", photo),
        0,
        explicit(0, 1),
        Outcome.OPEN);
    assertThat(setting.two.besides(first, 10)).containsExactly(second);
    assertThat(setting.two.besides(second, 10)).containsExactly(first);
    assertThat(setting.two.besides(UUID.randomUUID(), 10)).isEmpty();
  }
}
