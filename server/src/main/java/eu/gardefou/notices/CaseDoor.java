package eu.gardefou.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a case to whoever has its link and its code. */
final class CaseDoor {
  private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final int LONGEST_CODE = 64;

  private final NoticeTable table;
  private final Attempts attempts;
  private final Supplier<Secrets> secrets;

  CaseDoor(JdbcClient sql, Attempts attempts, Supplier<Secrets> secrets) {
    this.table = new NoticeTable(sql);
    this.attempts = attempts;
    this.secrets = secrets;
  }

  /**
   * The notice.
   *
   * @throws NoticeProblem the same, whether the link or the code is wrong
   * @throws Attempts.TooMany after too many wrong ones
   */
  UUID open(String link, String code, Neighbourhood from) {
    if (!LINK.matcher(link).matches() || code.isBlank() || code.length() > LONGEST_CODE) {
      throw NoticeProblem.unknown();
    }
    attempts.begin(Attempts.Kind.OPENING, from.prefix(), 1);
    Optional<NoticeTable.Linked> linked = table.linked(secrets.get().linkDigest(link));
    if (linked.isEmpty()) {
      throw NoticeProblem.unknown();
    }
    attempts.begin(Attempts.Kind.CODE, link, 1);
    String digest = secrets.get().codeDigest(link, code);
    if (!same(digest, linked.get().codeDigest())) {
      throw NoticeProblem.unknown();
    }
    attempts.forgive(Attempts.Kind.CODE, link);
    attempts.forgive(Attempts.Kind.OPENING, from.prefix());
    return linked.get().id();
  }

  /** Takes the same time wherever the two differ. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
