package eu.gardefou.console;

import eu.gardefou.access.AccessProblem;
import eu.gardefou.access.People;
import eu.gardefou.access.Person;
import eu.gardefou.access.Role;
import eu.gardefou.access.SignInLinks;
import eu.gardefou.access.SignInLinks.Link;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The people who sign in: add somebody, change their roles, give them a new link, disable and
 * enable them.
 */
@Controller
@RequestMapping("/people")
class PeoplePages {
  static final List<String> ROLES = Stream.of(Role.values()).map(Role::word).toList();

  private final People people;
  private final SignInLinks links;
  private final Handover handover;
  private final Words words;

  PeoplePages(People people, SignInLinks links, Handover handover, Words words) {
    this.people = people;
    this.links = links;
    this.handover = handover;
    this.words = words;
  }

  @Needs(Right.ACCESS)
  @GetMapping
  String people(Model model) {
    return list("", Set.of(), model);
  }

  @Needs(Right.MANAGE)
  @PostMapping
  String add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> role,
      Model model,
      HttpServletResponse response) {
    try {
      Person person = people.create(name, roles(role));
      return link(person);
    } catch (AccessProblem problem) {
      Flash.problem(words.word("problem", problem.reason()), model, response);
      return list(name, Set.copyOf(role), model);
    }
  }

  @Needs(Right.ACCESS)
  @GetMapping("/{id}")
  String person(@PathVariable long id, Model model) {
    return one(find(id), model);
  }

  @Needs(Right.MANAGE)
  @PostMapping("/{id}/roles")
  String setRoles(
      @PathVariable long id,
      @RequestParam(defaultValue = "") List<String> role,
      Model model,
      HttpServletResponse response) {
    Person person = find(id);
    try {
      people.setRoles(person.id(), roles(role));
      return Flash.done("people.roles.said", "/people/" + person.id(), response);
    } catch (AccessProblem problem) {
      Flash.problem(words.word("problem", problem.reason()), model, response);
      return one(person, model);
    }
  }

  @Needs(Right.MANAGE)
  @PostMapping("/{id}/link")
  String newLink(@PathVariable long id) {
    Person person = find(id);
    if (person.disabledAt() != null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return link(person);
  }

  @Needs(Right.MANAGE)
  @GetMapping("/made/{ticket}")
  String made(@PathVariable String ticket, Model model, HttpServletResponse response) {
    Optional<Once> once = handover.take(ticket);
    if (once.isEmpty()) {
      return Flash.done("people.once.gone.said", "/people", response);
    }
    model.addAttribute("once", once.get());
    return "console/once";
  }

  @Needs(Right.MANAGE)
  @GetMapping("/{id}/disable")
  String askDisable(@PathVariable long id, Model model) {
    Person person = find(id);
    model.addAttribute(
        "question",
        new Question(
            "people",
            words.say("people.disable.title"),
            words.say("people.disable.consequence"),
            person.name(),
            words.say("people.disable.yes"),
            "/people/" + person.id() + "/disable",
            "/people/" + person.id()));
    return "console/confirm";
  }

  @Needs(Right.MANAGE)
  @PostMapping("/{id}/disable")
  String disable(@PathVariable long id, Model model, HttpServletResponse response) {
    Person person = find(id);
    try {
      people.disable(person.id());
      return Flash.done("people.disabled.said", "/people", response);
    } catch (AccessProblem problem) {
      Flash.problem(words.word("problem", problem.reason()), model, response);
      return one(person, model);
    }
  }

  @Needs(Right.MANAGE)
  @PostMapping("/{id}/enable")
  String enable(@PathVariable long id, HttpServletResponse response) {
    Person person = find(id);
    people.enable(person.id());
    return Flash.done("people.enabled.said", "/people/" + person.id(), response);
  }

  private String list(String name, Set<String> ticked, Model model) {
    model.addAttribute(
        "people", people.list().stream().map(person -> PersonLine.of(person, words)).toList());
    model.addAttribute("roles", Box.of("role", ROLES, ticked, words));
    model.addAttribute("typed", name);
    return "console/people";
  }

  private String one(Person person, Model model) {
    Set<String> held = person.roles().stream().map(Role::word).collect(Collectors.toSet());
    model.addAttribute("person", PersonLine.of(person, words));
    model.addAttribute("roles", Box.of("role", ROLES, held, words));
    return "console/person";
  }

  /** Goes on to the page that shows the link: loading that again must not make another one. */
  private String link(Person person) {
    Link link = links.forPerson(person.id());
    String address =
        ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + link.path();
    Once once =
        new Once(
            "people",
            words.say("people.once.title", person.name()),
            words.say("people.once.warning", words.momentUtc(link.expiresAt())),
            words.say("people.once.label"),
            address,
            "/people/" + person.id());
    return "redirect:/people/made/" + handover.give(once);
  }

  private Person find(long id) {
    return people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Set<Role> roles(List<String> words) {
    return words.stream().map(Role::ofWord).collect(Collectors.toSet());
  }
}
