package eu.gardefou.enforcement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What it was about, in the official terms.
 *
 * @param category the main one: of two that fit, the more specific
 * @param additional further ones; the main one among them is left out
 * @param keywords each of a category that is named here
 * @param other what it is, when {@link Keyword#OTHER} is among them; up to 500 characters
 */
public record Classification(
    Category category, Set<Category> additional, List<Keyword> keywords, @Nullable String other) {
  /** Refuses a keyword outside its category, which the database would take. */
  public Classification {
    Set<Category> others = new LinkedHashSet<>(additional);
    others.remove(category);
    additional = Set.copyOf(others);
    keywords = keywords.stream().distinct().sorted().toList();
    List<Category> named = Stream.concat(Stream.of(category), others.stream()).toList();
    for (Category one : named) {
      if (!one.inStatements()) {
        throw new StatementProblem(
            "category", one.code() + " is for orders in reports, and for no statement.");
      }
    }
    for (Keyword keyword : keywords) {
      if (named.stream().noneMatch(one -> one.keywords().contains(keyword))) {
        throw new StatementProblem(
            "category_specification",
            keyword.code() + " is not a keyword of " + category.code() + ".");
      }
    }
    other = FreeText.with(keywords.contains(Keyword.OTHER), "category_specification_other", other);
  }

  /** One category with one keyword. */
  public static Classification of(Category category, Keyword keyword) {
    return new Classification(category, Set.of(), List.of(keyword), null);
  }
}
