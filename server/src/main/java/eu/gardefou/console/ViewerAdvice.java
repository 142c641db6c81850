package eu.gardefou.console;

import eu.gardefou.access.Callers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: who looks at it, and what there is to say. */
@ControllerAdvice(basePackageClasses = ViewerAdvice.class)
class ViewerAdvice {
  private final Words words;

  ViewerAdvice(Words words) {
    this.words = words;
  }

  @ModelAttribute
  void add(Model model, HttpServletRequest request, HttpServletResponse response) {
    viewer(words).ifPresent(viewer -> model.addAttribute("viewer", viewer));
    if ("GET".equals(request.getMethod())) {
      Flash.take(request, response)
          .flatMap(words::find)
          .ifPresent(sentence -> model.addAttribute("said", sentence));
    }
  }

  /** Who has signed in. */
  static Optional<Viewer> viewer(Words words) {
    return Callers.person().map(person -> Viewer.of(person.name(), person.roles(), words));
  }
}
