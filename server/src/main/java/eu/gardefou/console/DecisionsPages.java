package eu.gardefou.console;

import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.lineage.Lineage;
import eu.gardefou.policy.Decision;
import eu.gardefou.policy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Decisions on record: the list with its filter, and one decision with all that led to it. */
@Controller
class DecisionsPages {
  static final List<String> STAGES = List.of("request", "result", "upload");
  private static final List<String> DECISIONS =
      Stream.of(Decision.values()).map(Decision::word).toList();
  private static final List<String> KINDS = Stream.of(Kind.values()).map(Kind::word).toList();
  private static final int PAGE = 50;

  /** So many other decisions of its chain are named. */
  private static final int CHAIN = 5;

  private final EvidenceLog log;
  private final Lineage lineage;
  private final Words words;

  DecisionsPages(EvidenceLog log, Lineage lineage, Words words) {
    this.log = log;
    this.lineage = lineage;
    this.words = words;
  }

  @Needs(Right.DECISIONS)
  @GetMapping("/decisions")
  String decisions(
      @ModelAttribute("asked") Asked asked,
      @RequestParam(required = false) @Nullable UUID before,
      Model model) {
    if (!asked.datesCanBeRead()) {
      model.addAttribute("problem", words.say("decisions.wrong-date"));
    }
    // One more than a page has tells whether there is another one.
    List<DecisionEntry> found = log.search(asked.filter(before, PAGE + 1));
    List<DecisionEntry> page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("lines", page.stream().map(entry -> DecisionLine.of(entry, words)).toList());
    model.addAttribute("choices", choices(asked));
    if (found.size() > PAGE) {
      model.addAttribute("older", asked.path(page.getLast().id()));
    }
    if (before != null) {
      model.addAttribute("newest", asked.path(null));
    }
    return "console/decisions";
  }

  @Needs(Right.DECISIONS)
  @GetMapping("/decisions/{id}")
  String decision(@PathVariable UUID id, Model model) {
    DecisionEntry entry =
        log.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<DecisionEntry> linked = new ArrayList<>();
    UUID request = entry.request();
    if (request != null) {
      log.find(request).ifPresent(linked::add);
    }
    linked.addAll(log.results(id));
    for (UUID other : lineage.besides(id, CHAIN)) {
      log.find(other).ifPresent(linked::add);
    }
    model.addAttribute("decided", new DecisionReader(words).read(entry, linked));
    return "console/decision";
  }

  private List<Choice> choices(Asked asked) {
    return List.of(
        Choice.of(
            "decision",
            words.say("decisions.decision"),
            "word",
            DECISIONS,
            asked.decision(),
            words),
        Choice.of("kind", words.say("decisions.kind"), "kind", KINDS, asked.kind(), words),
        Choice.of("stage", words.say("decisions.stage"), "stage", STAGES, asked.stage(), words));
  }
}
