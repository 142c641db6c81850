package eu.gardefou.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The decisions on record. They are added and read; the database itself refuses to change or remove
 * them. Safe for many threads.
 *
 * <p>A decision that cannot be recorded is an exception, within seconds also when the database is
 * gone: whoever decides must then not act on it.
 */
public final class EvidenceLog {
  private final JdbcClient sql;
  private final DigestKey key;

  /**
   * The log in a migrated database, as the application's role.
   *
   * @param key for digests, 32 bytes; always the same for one database
   */
  public EvidenceLog(JdbcClient sql, byte[] key) {
    this(sql, new DigestKey(key));
  }

  EvidenceLog(JdbcClient sql, DigestKey key) {
    this.sql = sql;
    this.key = key.checkedAgainst(sql);
  }

  /**
   * Writes a decision down, durably, before this returns.
   *
   * @throws org.springframework.dao.DataAccessException when it is not on record
   */
  public void record(DecisionEntry entry) {
    DecisionRows.insert(sql, entry);
  }

  /** One decision. */
  public Optional<DecisionEntry> find(UUID id) {
    return DecisionRows.find(sql, id);
  }

  /** One page of decisions, newest first. */
  public List<DecisionEntry> search(DecisionFilter filter) {
    return DecisionRows.search(sql, filter);
  }

  /** What was decided about the result of a request; empty when there was none. */
  public List<DecisionEntry> results(UUID request) {
    return DecisionRows.results(sql, request);
  }

  /**
   * How many decisions there were, by decision; one that never came is missing.
   *
   * @param from earliest, inclusive
   * @param to latest, exclusive
   */
  public Map<String, Long> counts(Instant from, Instant to) {
    return DecisionRows.counts(sql, from, to);
  }

  /**
   * Keyed digest (HMAC-SHA-256) of content, 64 hexadecimal digits: the same content has the same
   * digest in this installation, and without its key nobody can tell what it was.
   */
  public String digest(byte[] content) {
    return key.digest(content);
  }
}
