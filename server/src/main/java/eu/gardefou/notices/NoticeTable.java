package eu.gardefou.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of notices. */
final class NoticeTable {
  private final JdbcClient sql;
  private final ItemTable items;

  NoticeTable(JdbcClient sql) {
    this.sql = sql;
    this.items = new ItemTable(sql);
  }

  /** What a link is found by. */
  record Digests(String link, String code) {}

  void add(UUID id, Digests digests, Instant at, Submitter by, Draft draft) {
    Notice notice = draft.notice();
    sql.sql(
            """
            INSERT INTO notices.notice (id, link_digest, code_digest, received_at, submitter,
              distrust, state, severity, category, language, country, standing, wish, explanation,
              good_faith, not_consented, missing, unread)
            VALUES (:id, :link, :code, :at, :submitter,
              :distrust, 'RECEIVED', :severity, :category, :language, :country, :standing, :wish,
              :explanation, :goodFaith, :notConsented, :missing, :unread)
            """)
        .param("id", id)
        .param("link", digests.link())
        .param("code", digests.code())
        .param("at", Rows.time(at))
        .param("submitter", by.id())
        .param("distrust", by.trusted() ? 0 : 1)
        .params(values(notice))
        .param("unread", names(draft.errors()))
        .update();
    items.add(id, notice.locators());
  }

  /** Says what is known now. */
  void change(UUID id, Notice notice, List<FieldError> unread) {
    sql.sql(
            """
            UPDATE notices.notice SET severity = :severity, category = :category,
              language = :language, country = :country, standing = :standing, wish = :wish,
              explanation = :explanation, good_faith = :goodFaith, not_consented = :notConsented,
              missing = :missing, unread = unread || :unread::text[]
            WHERE id = :id
            """)
        .param("id", id)
        .params(values(notice))
        .param("unread", names(unread))
        .update();
    items.add(id, notice.locators());
  }

  private static Map<String, @Nullable Object> values(Notice notice) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("severity", notice.severity().rank());
    values.put("category", Rows.name(notice.category()));
    values.put("language", notice.language());
    values.put("country", notice.country());
    values.put("standing", Rows.name(notice.reporter().standing()));
    values.put("wish", notice.reporter().wish().name());
    values.put("explanation", notice.explanation());
    values.put("goodFaith", notice.goodFaith());
    values.put("notConsented", notice.notConsented());
    values.put(
        "missing",
        Completeness.of(notice).missing().stream().map(Element::name).toArray(String[]::new));
    return values;
  }

  private static String[] names(List<FieldError> errors) {
    return errors.stream().map(FieldError::field).toArray(String[]::new);
  }

  /**
   * Keeps everybody else from changing a notice until the transaction ends.
   *
   * @throws NoticeProblem when there is none
   */
  State lock(UUID id) {
    return sql.sql("SELECT state FROM notices.notice WHERE id = ? FOR UPDATE")
        .param(id)
        .query((row, _) -> Rows.word(row, "state", State.class))
        .optional()
        .orElseThrow(NoticeProblem::unknown);
  }

  void move(UUID id, State to, @Nullable Outcome outcome, @Nullable UUID duplicateOf) {
    sql.sql(
            """
            UPDATE notices.notice SET state = ?, outcome = coalesce(?, outcome),
              duplicate_of = CASE WHEN ? THEN NULL ELSE coalesce(?, duplicate_of) END
            WHERE id = ?
            """)
        .param(to.name())
        .param(Rows.name(outcome))
        .param(to == State.IN_REVIEW)
        .param(duplicateOf)
        .param(id)
        .update();
  }

  boolean hasDuplicates(UUID id) {
    return sql.sql("SELECT EXISTS (SELECT FROM notices.notice WHERE duplicate_of = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** The code's digest and the notice of a link. */
  Optional<Linked> linked(String linkDigest) {
    return sql.sql("SELECT id, code_digest FROM notices.notice WHERE link_digest = ?")
        .param(linkDigest)
        .query(
            (row, _) -> new Linked(row.getObject("id", UUID.class), row.getString("code_digest")))
        .optional();
  }

  /** What a link leads to. */
  record Linked(UUID id, String codeDigest) {}

  /**
   * Reads one.
   *
   * @throws NoticeProblem when there is none
   */
  Case find(UUID id) {
    return sql.sql("SELECT * FROM notices.notice WHERE id = ?")
        .param(id)
        .query((row, _) -> read(row, items.of(id)))
        .optional()
        .orElseThrow(NoticeProblem::unknown);
  }

  private static Case read(ResultSet row, List<Locator> locators) throws SQLException {
    Reporter reporter =
        new Reporter(
            Rows.wordOrNull(row, "standing", Standing.class),
            null,
            null,
            null,
            Rows.word(row, "wish", ContactWish.class));
    Notice notice =
        new Notice(
            locators,
            row.getString("explanation"),
            reporter,
            row.getBoolean("good_faith"),
            row.getBoolean("not_consented"),
            Rows.wordOrNull(row, "category", Category.class),
            row.getString("language"),
            row.getString("country"));
    return new Case(
        row.getObject("id", UUID.class),
        Rows.instant(row, "received_at"),
        new Submitter(row.getString("submitter"), row.getInt("distrust") == 0),
        Rows.word(row, "state", State.class),
        Rows.wordOrNull(row, "outcome", Outcome.class),
        row.getObject("duplicate_of", UUID.class),
        notice,
        new Completeness(Rows.words(row, "missing").stream().map(Element::valueOf).toList()),
        Rows.words(row, "unread"),
        Rows.instant(row, "due_at"));
  }
}
