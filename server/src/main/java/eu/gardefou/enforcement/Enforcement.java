package eu.gardefou.enforcement;

import eu.gardefou.enforcement.EnforcementProblem.Cause;
import eu.gardefou.evidence.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts on content and accounts, and never without reasons (Article 17 DSA). The action, its
 * statement and what has to be sent because of them are one transaction: the caller's, when there
 * is one. Safe for many threads and nodes.
 */
public final class Enforcement {
  private final ActionTable table;
  private final Ids ids;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ReasonsText texts = new ReasonsText();

  Enforcement(JdbcClient sql, TransactionTemplate transactions, Clock clock) {
    this.table = new ActionTable(sql);
    this.ids = new Ids(clock);
    this.outbox = new Outbox(sql, transactions, clock);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Does it, and says why. With a key that acted before, nothing more happens, and what happened
   * then is returned.
   *
   * @throws EnforcementProblem when the statement does not name the action, and when the key did
   *     something else before
   */
  public ActionTaken act(Action action, StatementOfReasons statement) {
    if (!action.isSaidBy(statement.effect())) {
      throw new EnforcementProblem(Cause.NOT_SAID);
    }
    String digest = digest(action, statement);
    return inTransaction(
        action.target().item(),
        action.target().key(),
        digest,
        () -> written(action, statement, digest));
  }

  private ActionTaken written(Action action, StatementOfReasons statement, String digest) {
    UUID id = ids.next();
    Action.Target target = action.target();
    ActionTaken taken =
        new ActionTaken(
            id,
            target.key(),
            action.word(),
            target.item(),
            target.decidedBy(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            null,
            ReasonsText.nearest(target.language()),
            texts.of(statement, target.language()));
    Puid puid = Puid.of(id, 1);
    table.insert(id, puid, statement);
    table.insert(taken, digest);
    outbox.add(taken);
    outbox.add(id, statement.duty());
    return table.find(id).orElseThrow();
  }

  /**
   * Takes an action back, and says why. Idempotent as {@link #act} is.
   *
   * @throws EnforcementProblem when there is no such action, it was taken back already, or the key
   *     did something else before
   */
  public ActionTaken restore(Restore restore) {
    ActionTaken before = find(restore.reverses()).orElseThrow(EnforcementProblem::unknown);
    String digest = sha256(restore.toString());
    return inTransaction(
        before.item(), restore.key(), digest, () -> restored(restore, before, digest));
  }

  private ActionTaken restored(Restore restore, ActionTaken before, String digest) {
    if (before.reverses() != null || table.isReversed(before.id())) {
      throw new EnforcementProblem(Cause.NOT_REVERSIBLE);
    }
    Locale language = ReasonsText.nearest(restore.language());
    ActionTaken taken =
        new ActionTaken(
            ids.next(),
            restore.key(),
            ActionTaken.RESTORE,
            before.item(),
            restore.decidedBy(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            before.id(),
            language,
            texts.ofRestoring(restore, language));
    table.insert(taken, restore.cause(), digest);
    outbox.add(taken);
    return taken;
  }

  /** What can be done once. */
  @FunctionalInterface
  private interface Doing {
    ActionTaken now();
  }

  private ActionTaken inTransaction(String item, String key, String digest, Doing doing) {
    return transactions.execute(_ -> {
      // Keys first, always: two calls with one key take turns, whatever they are about.
      table.holdKey(key);
      table.holdItem(item);
      Optional<String> earlier = table.digestOf(key);
      if (earlier.isEmpty()) {
        return doing.now();
      }
      if (!earlier.get().equals(digest)) {
        throw new EnforcementProblem(Cause.KEY_USED);
      }
      return table.find(key).orElseThrow();
    });
  }

  /** One action. */
  public Optional<ActionTaken> find(UUID id) {
    return table.find(id);
  }

  /** What a key did. */
  public Optional<ActionTaken> findByKey(String key) {
    return table.find(key);
  }

  /** All that was done to an item, oldest first. */
  public List<ActionTaken> ofItem(String item) {
    return table.ofItem(item);
  }

  private static String digest(Action action, StatementOfReasons statement) {
    return sha256(
        String.join(
            "\n",
            action.toString(),
            // Not the record's own words: a set says its members in any order.
            DatabasePayload.of(statement, new Puid("any")).toString(),
            statement.circumstances().content().minor().name(),
            statement.redress().toString(),
            statement.duty().name()));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
