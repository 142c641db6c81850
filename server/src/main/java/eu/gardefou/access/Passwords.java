package eu.gardefou.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as argon2id with 19 MiB, two passes and one lane (OWASP's minimum), a few at a time so
 * that guessing cannot take the machine's memory.
 */
final class Passwords {
  static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int DIFFERENT = 5;
  private static final int AT_ONCE = 2;

  /** Of the same cost as a real one, so that an unknown name takes as long as a wrong password. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** Refuses a password that is quickly guessed. */
  String accept(String password, String name) {
    if (password.length() < SHORTEST) {
      throw problem("A password has at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      throw problem("A password has at most " + LONGEST + " characters.");
    }
    boolean simple = password.chars().distinct().count() < DIFFERENT;
    if (simple || password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
      throw problem("This password is easy to guess: use several words, and not your name.");
    }
    return encode(password);
  }

  /** Works as long for a person who does not exist. */
  boolean right(String password, @Nullable String kept) {
    if (password.length() > LONGEST) {
      return false;
    }
    boolean matches = inTurn(() -> argon2.matches(plain(password), kept == null ? NOBODYS : kept));
    return matches && kept != null;
  }

  private String encode(String password) {
    return inTurn(() -> Objects.requireNonNull(argon2.encode(plain(password))));
  }

  /** Keyboards differ in how they write the same letter. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static AccessProblem problem(String sentence) {
    return new AccessProblem(AccessProblem.Cause.PASSWORD, sentence);
  }
}
