package eu.gardefou.policy;

import eu.gardefou.policy.PolicyParser.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loads policies. A policy is YAML: a {@code name}, the {@code floor} of rules that hold
 * everywhere, {@code overlays} that only make decisions stricter in some countries, and {@code
 * examples} that are the policy's own tests. A rule's condition is CEL; the built-in policy, {@link
 * #builtInText()}, explains the names that a condition can use.
 *
 * <p>A policy with any mistake is refused whole, with every mistake's line and column. That a
 * policy decides its own examples as they say is part of loading it.
 */
public final class Policies {
  private static final String BUILT_IN = "default.yaml";

  private Policies() {}

  /** The policy that ships with the program; loaded on first use and kept. */
  private static final class BuiltIn {
    static final Policy POLICY = load(builtInText(), BUILT_IN);
  }

  /**
   * Loads a policy.
   *
   * @param name where the text came from, for messages
   * @throws PolicyError with everything that is wrong
   */
  public static Policy load(String yaml, String name) throws PolicyError {
    Problems problems = new Problems(PolicyText.of(yaml));
    Optional<Parsed> parsed = parse(problems);
    parsed.ifPresent(file -> runExamples(file, problems));
    if (parsed.isEmpty() || !problems.isEmpty()) {
      throw new PolicyError(name, problems.inFileOrder());
    }
    return parsed.get().policy();
  }

  /**
   * Loads a policy from a file in UTF-8.
   *
   * @throws PolicyError with everything that is wrong, a file that cannot be read included
   */
  public static Policy load(Path file) throws PolicyError {
    return load(read(file), file.toString());
  }

  /** The policy that ships with the program. */
  public static Policy builtIn() {
    return BuiltIn.POLICY;
  }

  /** The text of the built-in policy. */
  public static String builtInText() {
    try (InputStream in =
        Objects.requireNonNull(
            Policies.class.getResourceAsStream("/policy/" + BUILT_IN), "the built-in policy")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks a policy file as its author would want it checked: as loading does, and every rule has
   * to fire in some example.
   *
   * @throws PolicyError when the file cannot be read as text at all
   */
  public static PolicyCheck check(Path file) throws PolicyError {
    Problems problems = new Problems(PolicyText.of(read(file)));
    Optional<Parsed> parsed = parse(problems);
    parsed.ifPresent(content -> {
      runExamples(content, problems);
      findUntried(content, problems);
    });
    return new PolicyCheck(
        parsed.map(content -> content.policy().name()).orElse(""),
        problems.text().version(),
        parsed.map(content -> content.policy().rules().size()).orElse(0),
        parsed.map(content -> content.examples().size()).orElse(0),
        problems.inFileOrder());
  }

  /** What the file holds; empty when there are problems. */
  private static Optional<Parsed> parse(Problems problems) {
    return new YamlReader(problems)
        .read()
        .map(root -> new PolicyParser(problems).parse(root))
        .filter(_ -> problems.isEmpty());
  }

  private static void runExamples(Parsed file, Problems problems) {
    for (Example example : file.examples()) {
      example.failure(file.policy()).ifPresent(problems::add);
    }
  }

  private static void findUntried(Parsed file, Problems problems) {
    Set<String> tried =
        file.examples().stream()
            .flatMap(example -> example.rules().stream())
            .collect(Collectors.toSet());
    for (Rule rule : file.policy().rules()) {
      if (!tried.contains(rule.id())) {
        problems.at(rule.place(), "no example shows the rule '" + rule.id() + "' at work");
      }
    }
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > 4L * PolicyText.MOST_CHARACTERS) {
        throw unreadable(file, "the file is too long for a policy");
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(file, "the file is not text in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "the file cannot be read");
    }
  }

  private static PolicyError unreadable(Path file, String sentence) {
    return new PolicyError(file.toString(), List.of(new PolicyProblem(1, 1, sentence)));
  }
}
