package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

final class NoticesTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aCompleteNoticeIsKeptAsItCame() {
    Receipt receipt = desk.receive(Examples.COMPLETE);
    Case kept = desk.notices.find(receipt.stored().id());
    Notice sent = NoticeFormTest.read(Examples.COMPLETE).notice();
    assertThat(kept.notice().locators()).isEqualTo(sent.locators());
    assertThat(kept.notice().explanation()).isEqualTo(sent.explanation());
    assertThat(kept.state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(desk.notices.reporter(kept.id())).isEqualTo(sent.reporter());
    assertThat(desk.notices.events(kept.id()))
        .extracting(Event::state)
        .containsExactly(State.RECEIVED, State.ACKNOWLEDGED);
  }

  @Test
  void anIncompleteNoticeIsKeptAndWaitsForWhatIsMissing() {
    Receipt empty = desk.receive("{}");
    assertThat(empty.stored().state()).isEqualTo(State.NEEDS_LOCATION);
    assertThat(empty.stored().missing().missing()).containsExactly(Element.values());
    Receipt nameless = desk.receive(Examples.ANONYMOUS);
    assertThat(nameless.stored().state()).isEqualTo(State.NEEDS_INFO);

    Receipt more = desk.notices.add(empty.stored().id(), NoticeFormTest.read(Examples.COMPLETE));
    assertThat(more.stored().state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(more.stored().missing().missing()).isEmpty();
    assertThat(more.code()).isEqualTo(empty.code());
    assertThat(desk.notices.reporter(empty.stored().id()).name()).isEqualTo("Ada Example");
  }

  @Test
  void whatCouldNotBeReadIsKeptSealedAsItWasSent() {
    Receipt receipt = desk.receive("{\"reporter\": {\"email\": \"ada at example\"}}");
    assertThat(receipt.stored().unread()).containsExactly("reporter.email");
    Contacts contacts = new Contacts(desk.sql, () -> desk.secrets);
    assertThat(contacts.of(receipt.stored().id()).unread().getFirst().sent())
        .contains("ada at example");
  }

  @Test
  void theDatabaseTellsNeitherWhoReportedNorHowTheCaseIsOpened() {
    Receipt receipt = desk.receive(Examples.COMPLETE);
    String everything = everything();
    assertThat(everything)
        .contains("forum.example/t/17")
        .doesNotContain("Ada Example", "ada@example.org", receipt.link(), receipt.code());
    assertThat(receipt.link()).hasSize(32);
    assertThat(receipt.code()).matches("[2-9A-HJ-NP-Z]{8}");
    Receipt other = desk.receive(Examples.COMPLETE);
    assertThat(other.link()).isNotEqualTo(receipt.link());
    Secrets elsewhere =
        new Secrets("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8));
    assertThat(elsewhere.link(receipt.stored().id())).isNotEqualTo(receipt.link());
    assertThatThrownBy(() -> elsewhere.checkedAgainst(desk.sql)).isInstanceOf(NoticeProblem.class);
  }

  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("notice", "item", "event", "contact", "clock")) {
      desk.sql
          .sql("SELECT t::text FROM notices." + table + " t")
          .query(row -> {
            all.append(row.getString(1));
          });
    }
    desk.sql
        .sql("SELECT sealed FROM notices.contact")
        .query(row -> {
          all.append(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
        });
    return all.toString();
  }

  @Test
  void whoReportedIsErasedAloneAndTheErasureIsOnRecord() {
    UUID id = desk.complete();
    desk.notices.eraseContact(id, Desk.ADA, "asked for by the reporter");
    assertThat(desk.notices.reporter(id).email()).isNull();
    assertThat(desk.notices.find(id).notice().explanation()).isNotBlank();
    assertThat(desk.notices.events(id).getLast().kind()).isEqualTo(Event.Kind.CONTACT_ERASED);
    desk.notices.eraseContact(id, Desk.ADA, "again");
    assertThat(desk.notices.events(id)).hasSize(3);
  }

  @Test
  void whatWasSealedForOneNoticeOpensForNoOther() {
    UUID one = desk.complete();
    UUID other = desk.receive(Examples.ANONYMOUS).stored().id();
    desk.sql
        .sql("UPDATE notices.contact SET notice = ? WHERE notice = ?")
        .params(other, one)
        .update();
    assertThatThrownBy(() -> desk.notices.reporter(other)).isInstanceOf(NoticeProblem.class);
  }

  @Test
  void whatHappenedIsWrittenOnceEvenForTheOwner() {
    UUID id = desk.complete();
    for (String change :
        List.of(
            "UPDATE notices.event SET reason = 'x'",
            "DELETE FROM notices.event",
            "UPDATE notices.item SET url = 'x'",
            "DELETE FROM notices.item")) {
      assertThatThrownBy(() -> desk.sql.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> desk.owner().sql(change).update())
          .rootCause()
          .hasMessageContaining("never changed");
    }
    assertThatThrownBy(() -> desk.sql.sql("DELETE FROM notices.notice").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    EventLog log = new EventLog(desk.sql);
    assertThat(log.firstBroken(id)).isEmpty();
    desk.owner().sql("ALTER TABLE notices.event DISABLE TRIGGER event_is_final").update();
    desk.owner().sql("UPDATE notices.event SET reason = 'x' WHERE number = 2").update();
    assertThat(log.firstBroken(id)).contains(2);
  }

  @Test
  void aNoticeWhoseStorageFailsLeavesNothingBehind() {
    desk.owner().sql("REVOKE INSERT ON notices.clock FROM gardefou_app").update();
    assertThatThrownBy(() -> desk.receive(Examples.COMPLETE))
        .isInstanceOf(DataAccessException.class);
    for (String table : List.of("notice", "item", "event", "contact")) {
      assertThat(desk.sql.sql("SELECT count(*) FROM notices." + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
  }
}
