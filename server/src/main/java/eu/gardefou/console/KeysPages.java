package eu.gardefou.console;

import eu.gardefou.access.AccessProblem;
import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.MachineKey;
import eu.gardefou.access.NewKey;
import eu.gardefou.access.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/** Machines' keys: make one, see it once, revoke it. */
@Controller
@RequestMapping("/keys")
class KeysPages {
  static final List<String> SCOPES = Stream.of(Scope.values()).map(Scope::word).toList();

  private final Keys keys;
  private final Handover handover;
  private final Words words;

  KeysPages(Keys keys, Handover handover, Words words) {
    this.keys = keys;
    this.handover = handover;
    this.words = words;
  }

  @Needs(Right.ACCESS)
  @GetMapping
  String keys(Model model) {
    return list("", Set.of(), model);
  }

  /** Goes on to the page that shows the key: loading that again must not make another one. */
  @Needs(Right.MANAGE)
  @PostMapping
  String create(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> scope,
      Caller maker,
      Model model,
      HttpServletResponse response) {
    try {
      Set<Scope> scopes = scope.stream().map(Scope::ofWord).collect(Collectors.toSet());
      NewKey made = keys.create(name, scopes, maker);
      return "redirect:/keys/made/" + handover.give(once(made));
    } catch (AccessProblem problem) {
      Flash.problem(words.word("problem", problem.reason()), model, response);
      return list(name, Set.copyOf(scope), model);
    }
  }

  @Needs(Right.MANAGE)
  @GetMapping("/made/{ticket}")
  String made(@PathVariable String ticket, Model model, HttpServletResponse response) {
    Optional<Once> once = handover.take(ticket);
    if (once.isEmpty()) {
      return Flash.done("keys.once.gone.said", "/keys", response);
    }
    model.addAttribute("once", once.get());
    return "console/once";
  }

  @Needs(Right.MANAGE)
  @GetMapping("/{id}/revoke")
  String askRevoke(@PathVariable String id, Model model) {
    MachineKey key =
        keys.list().stream()
            .filter(found -> found.id().equals(id) && found.active())
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "question",
        new Question(
            "keys",
            words.say("keys.revoke.title"),
            words.say("keys.revoke.consequence"),
            key.name(),
            words.say("keys.revoke.yes"),
            "/keys/" + key.id() + "/revoke",
            "/keys"));
    return "console/confirm";
  }

  @Needs(Right.MANAGE)
  @PostMapping("/{id}/revoke")
  String revoke(@PathVariable String id, HttpServletResponse response) {
    if (!keys.revoke(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return Flash.done("keys.revoked.said", "/keys", response);
  }

  private String list(String name, Set<String> ticked, Model model) {
    model.addAttribute("keys", keys.list().stream().map(this::line).toList());
    model.addAttribute("scopes", Box.of("scope", SCOPES, ticked, words));
    model.addAttribute("typed", name);
    return "console/keys";
  }

  private Once once(NewKey made) {
    return new Once(
        "keys",
        words.say("keys.once.title"),
        words.say("keys.once.warning"),
        words.say("keys.once.label"),
        made.secret(),
        "/keys");
  }

  /** One key in the list. */
  record Line(
      String id,
      String name,
      boolean active,
      String shape,
      String state,
      List<String> scopes,
      String at,
      String when,
      String used) {}

  private Line line(MachineKey key) {
    Instant used = key.lastUsed();
    return new Line(
        key.id(),
        key.name(),
        key.active(),
        key.active() ? "on" : "off",
        key.active() ? words.say("keys.active") : words.say("keys.revoked"),
        key.scopes().stream().sorted().map(scope -> words.word("scope", scope.word())).toList(),
        key.createdAt().toString(),
        words.momentUtc(key.createdAt()),
        used == null ? words.say("keys.never") : words.momentUtc(used));
  }
}
