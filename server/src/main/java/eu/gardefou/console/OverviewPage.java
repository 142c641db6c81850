package eu.gardefou.console;

import eu.gardefou.access.Callers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the gate is, and what it decided today. */
@Controller
class OverviewPage {
  private final Inspection inspection;
  private final Words words;

  OverviewPage(Inspection inspection, Words words) {
    this.inspection = inspection;
    this.words = words;
  }

  @Needs(Right.OVERVIEW)
  @GetMapping("/")
  String overview(Model model) {
    model.addAttribute("state", inspection.look());
    return "console/overview";
  }
}
