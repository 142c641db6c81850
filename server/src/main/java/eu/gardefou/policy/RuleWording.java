package eu.gardefou.policy;

import dev.cel.common.CelIssue;
import eu.gardefou.policy.RuleLanguage.Complaint;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the compiler's complaints about one expression into sentences for the policy's author. */
final class RuleWording {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_0-9]+)*");
  private static final Pattern ASIDE =
      Pattern.compile(" \\((?:candidates: .*|in container '[^']*')\\)$", Pattern.DOTALL);
  private static final Set<String> ROOTS = Set.of("content", "consent");
  private static final int NEAR = 3;

  private final Vocabulary vocabulary;
  private final boolean floor;
  private final String expression;

  RuleWording(Vocabulary vocabulary, boolean floor, String expression) {
    this.vocabulary = vocabulary;
    this.floor = floor;
    this.expression = expression;
  }

  void tell(CelIssue issue, Complaint complaint) {
    int offset = offset(issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
    Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
    complaint.at(
        offset,
        undeclared.matches()
            ? undeclared(undeclared.group(1), offset)
            : "this is no rule: " + ASIDE.matcher(issue.getMessage()).replaceFirst(""));
  }

  /** A name is complained of where it begins, and a function at its dot or bracket. */
  private String undeclared(String word, int offset) {
    return path(offset)
        .map(this::unknownName)
        .orElseGet(() -> "a rule has no function '" + word + "'");
  }

  /** Lines count from 1 and columns from 0; an issue of the whole expression has neither. */
  private int offset(int line, int column) {
    int offset = 0;
    for (int i = 1; i < line; i++) {
      int end = expression.indexOf('\n', offset);
      offset = end < 0 ? offset : end + 1;
    }
    return expression.codePointCount(0, offset) + Math.max(0, column);
  }

  private Optional<String> path(int offset) {
    int length = expression.codePointCount(0, expression.length());
    int from = expression.offsetByCodePoints(0, Math.min(offset, length));
    Matcher path = PATH.matcher(expression).region(from, expression.length());
    return path.lookingAt() ? Optional.of(path.group()) : Optional.empty();
  }

  private String unknownName(String path) {
    String root = path.split("\\.", 2)[0];
    if (!ROOTS.contains(root) && floor) {
      return "a floor rule sees content and consent only, and '" + path + "' is neither";
    }
    return nearest(path)
        .map(name -> "there is no '" + path + "'; did you mean '" + name + "'?")
        .orElse("there is no '" + path + "'");
  }

  private Optional<String> nearest(String path) {
    String best = "";
    int least = NEAR + 1;
    for (String name : vocabulary.facts().keySet()) {
      int distance = distance(path, name);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
