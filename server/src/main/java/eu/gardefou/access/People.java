package eu.gardefou.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The people who work with the gate. A change of roles, and a person disabled, hold from the very
 * next request on. Nobody is ever deleted: what they decided keeps their number.
 */
public final class People {
  static final String COLUMNS = "p.id, p.name, p.roles, p.created_at, p.disabled_at, p.password";

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Passwords passwords;

  People(JdbcClient sql, TransactionOperations transactions, Clock clock, Passwords passwords) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
    this.passwords = passwords;
  }

  /** The fewest characters of a password. */
  public static int shortestPassword() {
    return Passwords.SHORTEST;
  }

  /**
   * Adds a person, who then chooses a password by {@link SignInLinks#forPerson}.
   *
   * @throws AccessProblem when the name is not usable or taken, or no role is given
   */
  public Person create(String name, Set<Role> roles) {
    String plain = Names.ofPerson(name);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      long id =
          sql.sql(
                  """
                  INSERT INTO access.person (name, folded, roles, created_at)
                  VALUES (?, ?, ?, ?) RETURNING id
                  """)
              .params(plain, Names.folded(plain), words(roles), Rows.time(now))
              .query(Long.class)
              .single();
      return new Person(id, plain, roles, now, null, true);
    } catch (DuplicateKeyException e) {
      throw new AccessProblem(
          AccessProblem.Cause.NAME_TAKEN, "Somebody has this name already: choose another one.");
    }
  }

  /** Everybody, in the order in which they came. */
  public List<Person> list() {
    return sql.sql("SELECT " + COLUMNS + " FROM access.person p ORDER BY p.id")
        .query(People::person)
        .list();
  }

  /** One person. */
  public Optional<Person> find(long id) {
    return sql.sql("SELECT " + COLUMNS + " FROM access.person p WHERE p.id = ?")
        .param(id)
        .query(People::person)
        .optional();
  }

  /**
   * Changes what a person is trusted with.
   *
   * @throws AccessProblem when there is no such person, no role is given, or no administrator would
   *     be left
   */
  public void setRoles(long id, Set<Role> roles) {
    String[] words = words(roles);
    keepingAnAdmin(() ->
        sql.sql("UPDATE access.person SET roles = ? WHERE id = ?").params(words, id).update());
  }

  /**
   * Ends a person's access at once: their sessions end, their links open nothing.
   *
   * @throws AccessProblem when there is no such person, or no administrator would be left
   */
  public void disable(long id) {
    keepingAnAdmin(() ->
        sql.sql(
                """
                UPDATE access.person SET disabled_at = coalesce(disabled_at, ?) WHERE id = ?
                """)
            .params(Rows.time(clock.instant()), id)
            .update());
    sql.sql("DELETE FROM access.session WHERE person = ?").param(id).update();
  }

  /**
   * Lets a person who was disabled in again, with the password and roles of before. Links made
   * before stay worthless: whoever may hold one was shut out for a reason.
   *
   * @throws AccessProblem when there is no such person
   */
  public void enable(long id) {
    transactions.executeWithoutResult(_ -> {
      lock();
      int rows =
          sql.sql("UPDATE access.person SET disabled_at = NULL WHERE id = ?").param(id).update();
      if (rows != 1) {
        throw new AccessProblem(AccessProblem.Cause.UNKNOWN, "There is no such person.");
      }
      sql.sql("DELETE FROM access.sign_in_link WHERE person = ? AND used_at IS NULL")
          .param(id)
          .update();
    });
  }

  /** Gives a person a password; all their sessions end. */
  void setPassword(Person person, String password) {
    String kept = passwords.accept(password, person.name());
    sql.sql("UPDATE access.person SET password = ? WHERE id = ?")
        .params(kept, person.id())
        .update();
    sql.sql("DELETE FROM access.session WHERE person = ?").param(person.id()).update();
  }

  /** Whether nobody can administer the gate yet. */
  boolean noAdmin() {
    return sql.sql(
            """
            SELECT NOT EXISTS (SELECT FROM access.person
            WHERE 'admin' = ANY (roles) AND disabled_at IS NULL AND password IS NOT NULL)
            """)
        .query(Boolean.class)
        .single();
  }

  /** The person whom a name and password belong to, and who may sign in. */
  Optional<Person> whoHas(String name, String password) {
    Optional<Kept> kept =
        sql.sql("SELECT " + COLUMNS + " FROM access.person p WHERE p.folded = ?")
            .param(Names.folded(name))
            .query((row, number) -> new Kept(person(row, number), row.getString("password")))
            .optional();
    boolean right = passwords.right(password, kept.map(Kept::password).orElse(null));
    return kept.map(Kept::person).filter(person -> right && person.active());
  }

  private record Kept(Person person, @Nullable String password) {}

  /** Two administrators who disable each other at the same moment must not both succeed. */
  private void keepingAnAdmin(Change change) {
    transactions.executeWithoutResult(_ -> {
      lock();
      boolean before = noAdmin();
      if (change.rows() != 1) {
        throw new AccessProblem(AccessProblem.Cause.UNKNOWN, "There is no such person.");
      }
      if (!before && noAdmin()) {
        throw new AccessProblem(
            AccessProblem.Cause.LAST_ADMIN,
            "This is the last administrator: name another one first.");
      }
    });
  }

  /** Until the end of the transaction nobody else adds or takes away an administrator. */
  void lock() {
    sql.sql("SELECT pg_advisory_xact_lock(hashtext('access.person'))").query().singleRow();
  }

  @FunctionalInterface
  private interface Change {
    int rows();
  }

  static Person person(ResultSet row, int number) throws SQLException {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Rows.words(row, "roles").forEach(word -> roles.add(Role.ofWord(word)));
    return new Person(
        row.getLong("id"),
        row.getString("name"),
        roles,
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "disabled_at"),
        row.getString("password") == null);
  }

  private static String[] words(Set<Role> roles) {
    if (roles.isEmpty()) {
      throw new AccessProblem(AccessProblem.Cause.UNKNOWN, "A person needs at least one role.");
    }
    return roles.stream().map(Role::word).sorted().toArray(String[]::new);
  }
}
