package eu.gardefou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links by which a person chooses a password: good once, and for a limited time. The first one of
 * an installation makes its first administrator.
 */
public final class SignInLinks {
  private static final Duration GOOD_FOR = Duration.ofHours(24);

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final People people;

  SignInLinks(JdbcClient sql, TransactionOperations transactions, Clock clock, People people) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
    this.people = people;
  }

  /** Links in a migrated database, as the application's role; for use outside the server. */
  public static SignInLinks in(DataSource database, Clock clock) {
    JdbcClient sql = JdbcClient.create(database);
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    People people = new People(sql, transactions, clock, new Passwords());
    return new SignInLinks(sql, transactions, clock, people);
  }

  /**
   * A link at the one moment when its token is known.
   *
   * @param token for {@code /welcome?token=}; kept nowhere
   */
  public record Link(String token, Instant expiresAt) {
    /** The path on this gate, to be put after its address. */
    public String path() {
      return "/welcome?token=" + token;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "Link[until " + expiresAt + "]";
    }
  }

  /**
   * Whom a good link is for.
   *
   * @param person null for the first administrator, who chooses a name as well
   */
  public record Invitation(@Nullable Person person) {}

  /** The link for the first administrator; empty once there is one. Any earlier such link ends. */
  public Optional<Link> firstStart() {
    if (!people.noAdmin()) {
      return Optional.empty();
    }
    sql.sql("DELETE FROM access.sign_in_link WHERE person IS NULL AND used_at IS NULL").update();
    return Optional.of(make(null));
  }

  /**
   * A link for a person to choose a (new) password. Any earlier link of theirs ends.
   *
   * @throws AccessProblem when there is no such person, or they are disabled
   */
  public Link forPerson(long id) {
    return forPerson(people.find(id).orElseThrow(SignInLinks::noSuchPerson));
  }

  private Link forPerson(Person person) {
    if (person.disabledAt() != null) {
      throw new AccessProblem(
          AccessProblem.Cause.UNKNOWN,
          person.name() + " is disabled: an administrator can enable the account on its page.");
    }
    sql.sql("DELETE FROM access.sign_in_link WHERE person = ? AND used_at IS NULL")
        .param(person.id())
        .update();
    return make(person.id());
  }

  /**
   * A link for a person by name.
   *
   * @throws AccessProblem when there is no such person, or they are disabled
   */
  public Link forPerson(String name) {
    return people.list().stream()
        .filter(person -> Names.folded(person.name()).equals(Names.folded(name)))
        .findFirst()
        .map(this::forPerson)
        .orElseThrow(SignInLinks::noSuchPerson);
  }

  /** Whom a token is for; empty when it is not good (any more). */
  public Optional<Invitation> look(String token) {
    return sql.sql(
            """
            SELECT coalesce(person, 0) FROM access.sign_in_link
            WHERE token_digest = ? AND used_at IS NULL AND expires_at > ?
            """)
        .params(Token.digest(token), Rows.time(clock.instant()))
        .query(Long.class)
        .optional()
        .flatMap(this::invitation);
  }

  /**
   * Uses a link: sets the password of its person, or makes the first administrator. A refused name
   * or password leaves the link good.
   *
   * @param name of the first administrator; not looked at when the link is for a person
   * @throws AccessProblem when the link, the name or the password is not good
   */
  public Person redeem(String token, String name, String password) {
    Person person =
        transactions.execute(_ -> {
          people.lock();
          long id = use(token);
          Invitation invitation = invitation(id).orElseThrow(SignInLinks::notGood);
          Person invited = invitation.person();
          Person redeemer = invited == null ? people.create(name, Set.of(Role.ADMIN)) : invited;
          people.setPassword(redeemer, password);
          return people.find(redeemer.id()).orElseThrow(SignInLinks::notGood);
        });
    if (person == null) {
      throw notGood();
    }
    return person;
  }

  private Link make(@Nullable Long person) {
    String token = Token.random();
    Instant now = clock.instant();
    Instant expires = now.plus(GOOD_FOR);
    sql.sql(
            """
            INSERT INTO access.sign_in_link (token_digest, person, created_at, expires_at)
            VALUES (?, ?, ?, ?)
            """)
        .param(Token.digest(token))
        .param(person)
        .param(Rows.time(now))
        .param(Rows.time(expires))
        .update();
    return new Link(token, expires);
  }

  /** One statement, so that of two who use it at the same moment one comes too late. */
  private long use(String token) {
    return sql.sql(
            """
            UPDATE access.sign_in_link SET used_at = ?
            WHERE token_digest = ? AND used_at IS NULL AND expires_at > ?
            RETURNING coalesce(person, 0)
            """)
        .params(Rows.time(clock.instant()), Token.digest(token), Rows.time(clock.instant()))
        .query(Long.class)
        .optional()
        .orElseThrow(SignInLinks::notGood);
  }

  private Optional<Invitation> invitation(long person) {
    if (person == 0) {
      // Two first links, or one kept for later, must not make a second administrator.
      return people.noAdmin() ? Optional.of(new Invitation(null)) : Optional.empty();
    }
    return people.find(person).filter(found -> found.disabledAt() == null).map(Invitation::new);
  }

  private static AccessProblem noSuchPerson() {
    return new AccessProblem(AccessProblem.Cause.UNKNOWN, "There is no such person.");
  }

  private static AccessProblem notGood() {
    return new AccessProblem(
        AccessProblem.Cause.LINK,
        "This link was used before, has run out, or was not copied whole.");
  }
}
