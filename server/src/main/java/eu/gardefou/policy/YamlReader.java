package eu.gardefou.policy;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads the small part of YAML that a policy needs: mappings, lists and scalars. Anchors, aliases
 * and tags are refused before anything is built from them, so there is nothing to expand and no
 * type to conjure up.
 */
final class YamlReader {
  private static final int DEEPEST = 12;

  private final PolicyText text;
  private final Problems problems;

  YamlReader(Problems problems) {
    this.text = problems.text();
    this.problems = problems;
  }

  /** The file's mapping; empty when there is none and the problems say why. */
  Optional<MappingNode> read() {
    if (text.isTooLong()) {
      problems.at(0, "a policy has at most " + PolicyText.MOST_CHARACTERS + " characters");
      return Optional.empty();
    }
    try {
      return isPlainYaml() ? root() : Optional.empty();
    } catch (MarkedYAMLException e) {
      problems.at(index(e), "this is not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      problems.at(
          e.getPosition(), "the character with code " + e.getCodePoint() + " is not allowed here");
    } catch (YAMLException e) {
      problems.at(0, "this is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static int index(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 0 : mark.getIndex();
  }

  private boolean isPlainYaml() {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(text.text()))) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      String refusal = depth > DEEPEST ? "this is nested too deeply for a policy" : refusal(event);
      if (refusal != null) {
        problems.at(event.getStartMark().getIndex(), refusal);
        return false;
      }
    }
    return true;
  }

  private static @Nullable String refusal(Event event) {
    if (event instanceof AliasEvent) {
      return "a policy uses no YAML aliases";
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      return "a policy uses no YAML anchors";
    }
    boolean tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag() != null;
          case CollectionStartEvent collection -> collection.getTag() != null;
          default -> false;
        };
    return tagged ? "a policy uses no YAML tags" : null;
  }

  private Optional<MappingNode> root() {
    Node root = yaml().compose(new StringReader(text.text()));
    if (root instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    problems.at(0, "a policy is a YAML mapping that begins with its name");
    return Optional.empty();
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST + 1);
    options.setCodePointLimit(PolicyText.MOST_CHARACTERS);
    return new Yaml(options);
  }
}
