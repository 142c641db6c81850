package eu.gardefou.console;

import eu.gardefou.access.AccessProblem;
import eu.gardefou.access.People;
import eu.gardefou.access.Person;
import eu.gardefou.access.SignInLinks;
import eu.gardefou.access.SignInLinks.Invitation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How people come in: by name and password, and the first time by a link that is good once. */
@Controller
class SignInPages {
  private final SignInLinks links;
  private final Words words;

  SignInPages(SignInLinks links, Words words) {
    this.links = links;
    this.words = words;
  }

  @Needs(Right.NOTHING)
  @GetMapping("/sign-in")
  String signIn(@RequestParam Map<String, String> why, Model model) {
    if (why.containsKey("wrong")) {
      model.addAttribute("problem", words.say("sign-in.wrong"));
    } else if (why.containsKey("later")) {
      model.addAttribute("problem", words.say("sign-in.later"));
    } else if (why.containsKey("unavailable")) {
      model.addAttribute("problem", words.say("sign-in.unavailable"));
    } else if (why.containsKey("out")) {
      model.addAttribute("said", words.say("sign-in.signed-out"));
    }
    return "console/sign-in";
  }

  @Needs(Right.NOTHING)
  @GetMapping("/welcome")
  String welcome(
      @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
    return form(token, "", model, response);
  }

  /** A refusal is answered with the form itself: the token stays out of a second address. */
  @Needs(Right.NOTHING)
  @PostMapping("/welcome")
  String choose(
      @RequestParam String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String password,
      @RequestParam String again,
      Model model,
      HttpServletResponse response) {
    if (!password.equals(again)) {
      Flash.problem(words.say("welcome.different"), model, response);
      return form(token, name, model, response);
    }
    try {
      links.redeem(token, name, password);
      return Flash.done("welcome.said", "/sign-in", response);
    } catch (AccessProblem problem) {
      Flash.problem(words.word("problem", problem.reason()), model, response);
      return form(token, name, model, response);
    }
  }

  private String form(String token, String name, Model model, HttpServletResponse response) {
    Optional<Invitation> invitation = links.look(token);
    if (invitation.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return "console/gone";
    }
    Person invited = invitation.get().person();
    model.addAttribute("token", token);
    model.addAttribute("name", invited == null ? name : invited.name());
    model.addAttribute("invited", invited != null);
    model.addAttribute("shortest", People.shortestPassword());
    return "console/welcome";
  }
}
