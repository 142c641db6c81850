package eu.gardefou.console;

import eu.gardefou.console.DecisionView.ContentLine;
import eu.gardefou.console.DecisionView.Fact;
import eu.gardefou.console.DecisionView.Link;
import eu.gardefou.console.DecisionView.ReasonLine;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.DecisionEntry.ContentDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Puts a decision on record into words. */
final class DecisionReader {
  private final Words words;
  private final SignalReader signals;

  DecisionReader(Words words) {
    this.words = words;
    this.signals = new SignalReader(words);
  }

  /**
   * The page of one decision.
   *
   * @param linked decisions on the same request, and in the same chain, apart from this one
   */
  DecisionView read(DecisionEntry entry, List<DecisionEntry> linked) {
    return new DecisionView(
        entry.decision(),
        words.word("word", entry.decision()),
        words.word("decision.what", entry.kind() + "." + entry.stage()),
        words.word("meaning", entry.decision()),
        entry.at().toString(),
        words.momentUtc(entry.at()),
        linked.stream().map(other -> link(entry, other)).toList(),
        SignalReader.elements(entry.reasons()).stream().map(this::reason).toList(),
        signals.read(entry.signals()),
        signals.checks(entry.signals()),
        contents(entry.contents()),
        facts(entry));
  }

  private Link link(DecisionEntry entry, DecisionEntry other) {
    String sentence = words.say("decision.link.chain");
    if (other.id().equals(entry.request())) {
      sentence = words.say("decision.link.request");
    } else if (entry.id().equals(other.request())) {
      sentence = words.say("decision.link.result");
    }
    String label =
        words.say(
            "decision.link.label",
            words.word("word", other.decision()),
            words.momentUtc(other.at()));
    return new Link(sentence, label, other.id().toString());
  }

  private ReasonLine reason(JsonNode reason) {
    String decision = reason.path("decision").asString("");
    return new ReasonLine(
        reason.path("text").asString(reason.toString()),
        decision,
        words.word("word", decision),
        words.say("category", reason.path("category").asString("")),
        reason.path("rule").asString(""));
  }

  private List<ContentLine> contents(List<ContentDigest> contents) {
    Map<String, Integer> counts = new HashMap<>();
    List<ContentLine> lines = new ArrayList<>();
    for (ContentDigest content : contents) {
      int number = counts.merge(content.part(), 1, Integer::sum);
      String part =
          switch (content.part()) {
            case "input" -> words.say("part.input", number);
            case "mask" -> words.say("part.mask");
            case "output" -> words.say("part.output", number);
            default -> content.part();
          };
      lines.add(
          new ContentLine(
              part, content.digest(), content.pdq(), Integer.toString(content.quality())));
    }
    return lines;
  }

  private List<Fact> facts(DecisionEntry entry) {
    List<Fact> facts = new ArrayList<>(always(entry));
    country(entry).ifPresent(facts::add);
    shadow(entry).ifPresent(facts::add);
    return facts;
  }

  private Optional<Fact> country(DecisionEntry entry) {
    return SignalReader.object(entry.context())
        .map(context -> context.path("country"))
        .filter(JsonNode::isString)
        .map(country -> new Fact(words.say("fact.country"), country.stringValue(), false));
  }

  private Optional<Fact> shadow(DecisionEntry entry) {
    return SignalReader.object(entry.shadow())
        .map(said -> new Fact(words.say("fact.shadow"), onTrial(said), false));
  }

  /** What a policy on trial said. */
  private String onTrial(JsonNode said) {
    String version = said.path("version").asString("");
    String start = version.substring(0, Math.min(12, version.length()));
    String decision = said.path("decision").asString("");
    if (decision.equals("failed")) {
      return words.say("fact.shadow.failed", start);
    }
    List<String> rules = new ArrayList<>();
    said.path("rules").forEach(rule -> rules.add(rule.asString("")));
    String word = words.word("word", decision);
    return rules.isEmpty()
        ? words.say("fact.shadow.said", word, start)
        : words.say("fact.shadow.rules", word, words.list(rules), start);
  }

  private List<Fact> always(DecisionEntry entry) {
    String prompt = entry.promptDigest();
    return List.of(
        new Fact(words.say("fact.id"), entry.id().toString(), true),
        new Fact(words.say("fact.policy"), entry.policyVersion(), true),
        new Fact(words.say("fact.caller"), entry.caller(), true),
        new Fact(words.say("fact.surface"), entry.surface(), true),
        prompt == null
            ? new Fact(words.say("fact.prompt"), words.say("fact.no-prompt"), false)
            : new Fact(words.say("fact.prompt"), prompt, true));
  }
}
