package eu.gardefou.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who reported, and what of their fields could not be read: sealed, and apart from the notice, so
 * that it can be erased alone.
 */
final class Contacts {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient sql;
  private final Supplier<Secrets> secrets;

  Contacts(JdbcClient sql, Supplier<Secrets> secrets) {
    this.sql = sql;
    this.secrets = secrets;
  }

  /** What is sealed. */
  record Contact(
      @Nullable String name,
      @Nullable String email,
      @Nullable String signature,
      List<FieldError> unread) {
    private static final int MOST_UNREAD = 200;
    static final Contact NONE = new Contact(null, null, null, List.of());

    Contact {
      unread = List.copyOf(unread);
    }

    static Contact of(Reporter reporter, List<FieldError> unread) {
      return new Contact(reporter.name(), reporter.email(), reporter.signature(), unread);
    }

    boolean isEmpty() {
      return equals(NONE);
    }

    boolean isTooMuch() {
      return unread.size() > MOST_UNREAD;
    }

    /**
     * The same with what was said later: a name or address may be corrected, what was signed stays.
     */
    Contact completedBy(Contact more) {
      List<FieldError> all = new ArrayList<>(unread);
      all.addAll(more.unread);
      return new Contact(
          more.name == null ? name : more.name,
          more.email == null ? email : more.email,
          signature == null ? more.signature : signature,
          all);
    }

    Reporter in(Reporter reporter) {
      return new Reporter(reporter.standing(), name, email, signature, reporter.wish());
    }

    @Override
    public String toString() {
      return "Contact";
    }
  }

  void put(UUID notice, Contact contact) {
    if (contact.isEmpty()) {
      return;
    }
    sql.sql(
            """
            INSERT INTO notices.contact (notice, sealed) VALUES (?, ?)
            ON CONFLICT (notice) DO UPDATE SET sealed = excluded.sealed
            """)
        .params(notice, secrets.get().seal(notice, json(contact)))
        .update();
  }

  Contact of(UUID notice) {
    Optional<byte[]> sealed =
        sql.sql("SELECT sealed FROM notices.contact WHERE notice = ?")
            .param(notice)
            .query((row, _) -> row.getBytes("sealed"))
            .optional();
    return sealed.map(bytes -> contact(secrets.get().open(notice, bytes))).orElse(Contact.NONE);
  }

  /** Erases it; false when there is none. */
  boolean erase(UUID notice) {
    return sql.sql("DELETE FROM notices.contact WHERE notice = ?").param(notice).update() == 1;
  }

  private static String json(Contact contact) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", contact.name());
    node.put("email", contact.email());
    node.put("signature", contact.signature());
    var unread = node.putArray("unread");
    for (FieldError error : contact.unread()) {
      unread
          .addObject()
          .put("field", error.field())
          .put("sentence", error.sentence())
          .put("sent", error.sent());
    }
    return JSON.writeValueAsString(node);
  }

  private static Contact contact(String text) {
    JsonNode node = JSON.readTree(text);
    List<FieldError> unread = new ArrayList<>();
    for (JsonNode error : node.path("unread")) {
      unread.add(
          new FieldError(
              error.path("field").asString(),
              error.path("sentence").asString(),
              error.path("sent").asString()));
    }
    return new Contact(
        textOrNull(node, "name"), textOrNull(node, "email"), textOrNull(node, "signature"), unread);
  }

  private static @Nullable String textOrNull(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}
