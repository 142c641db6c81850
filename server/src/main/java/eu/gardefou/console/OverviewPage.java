package eu.gardefou.console;

import eu.gardefou.evidence.EvidenceLog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the gate is, and for those who may read decisions, how many today brought. */
@Controller
class OverviewPage {
  private final Inspection inspection;
  private final EvidenceLog log;
  private final Clock clock;
  private final Words words;

  OverviewPage(Inspection inspection, EvidenceLog log, Clock clock, Words words) {
    this.inspection = inspection;
    this.log = log;
    this.clock = clock;
    this.words = words;
  }

  @Needs(Right.OVERVIEW)
  @GetMapping("/")
  String overview(Model model) {
    model.addAttribute("state", inspection.look());
    if (Right.DECISIONS.isHeld()) {
      model.addAttribute("today", today());
    }
    return "console/overview";
  }

  private Today today() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<String, Long> counts =
        log.counts(start, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    return Today.of(day, counts, words);
  }
}
