package eu.gardefou.console;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.EntryPage;
import eu.gardefou.matching.Provenance;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.Picture;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Banks: what is in them, adding by hash or by picture, withdrawing. No picture is ever shown. */
@Controller
@RequestMapping("/banks")
class BanksPages {
  /** As large as a picture may be, with room for the form around it. */
  private static final long LONGEST_UPLOAD = 52L << 20;

  private static final int LONGEST_TEXT = 4_000;
  private static final Set<String> UPLOAD = Set.of("image", "form", "source", "note");

  /** Those that somebody may make a bank of. */
  private static final BankKind[] KINDS = BankKind.values();

  private final Banks banks;
  private final Media media;
  private final Bodies bodies;
  private final Words words;

  BanksPages(Banks banks, Media media, Bodies bodies, Words words) {
    this.banks = banks;
    this.media = media;
    this.bodies = bodies;
    this.words = words;
  }

  @Needs(Right.BANKS)
  @GetMapping
  String banks(Model model) {
    model.addAttribute(
        "banks", banks.list().stream().map(bank -> BankView.of(bank, words)).toList());
    model.addAttribute("kinds", KINDS);
    model.addAttribute("waiting", banks.countQuarantined());
    return "console/banks";
  }

  @Needs(Right.CURATE)
  @PostMapping
  String make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "OTHER") BankKind kind,
      @RequestParam(defaultValue = "") String purpose,
      Caller curator,
      Model model,
      HttpServletResponse response) {
    try {
      banks.make(BankSettings.of(name, kind).withPurpose(purpose), curator);
      return Flash.done("bank.made.said", path(name), response);
    } catch (BankProblem problem) {
      Flash.problem(words.word("bank.make.problem", problem.reason()), model, response);
      model.addAttribute("typedName", name);
      model.addAttribute("typedKind", kind);
      model.addAttribute("typedPurpose", purpose);
      return banks(model);
    }
  }

  /** Entries that were found in floods of unlike pictures, in all banks. */
  @Needs(Right.BANKS)
  @GetMapping(params = "quarantined")
  String quarantined(@RequestParam(required = false) @Nullable String next, Model model) {
    EntryPage entries = known(() -> banks.quarantined(next));
    show(entries, next, "/banks?quarantined=1", model);
    model.addAttribute("total", entries.total());
    return "console/quarantine";
  }

  @Needs(Right.BANKS)
  @GetMapping("/{bank}")
  String bank(
      @PathVariable String bank,
      @RequestParam(required = false) @Nullable String next,
      Model model) {
    model.addAttribute("bank", view(bank));
    show(known(() -> banks.entries(bank, next)), next, path(bank), model);
    return "console/bank";
  }

  private void show(EntryPage page, @Nullable String from, String list, Model model) {
    model.addAttribute(
        "entries", page.entries().stream().map(entry -> EntryLine.of(entry, words)).toList());
    if (from != null) {
      model.addAttribute("first", list);
    }
    String next = page.next();
    if (next != null) {
      model.addAttribute(
          "more", UriComponentsBuilder.fromUriString(list).queryParam("next", next).toUriString());
    }
  }

  @Needs(Right.CURATE)
  @PostMapping("/{bank}/hashes")
  String addHash(
      @PathVariable String bank,
      Typed typed,
      Caller curator,
      Model model,
      HttpServletResponse response) {
    return add(
        bank,
        typed,
        () -> banks.add(bank, parse(typed.hash()), null, typed.provenance(), curator),
        model,
        response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/{bank}/pictures")
  String addPicture(
      @PathVariable String bank,
      HttpServletRequest request,
      Caller curator,
      Model model,
      HttpServletResponse response) {
    try (Body body = bodies.read(request, LONGEST_UPLOAD, curator.id())) {
      Form form = Form.of(body, Set.of(), UPLOAD);
      Typed typed = Typed.of(form);
      byte[] file = form.pictures().getFirst().bytes();
      return add(bank, typed, () -> addPicture(bank, file, typed, curator), model, response);
    } catch (BadRequest bad) {
      throw new ResponseStatusException(HttpStatus.valueOf(bad.kind().status()), null, bad);
    }
  }

  private void addPicture(String bank, byte[] file, Typed typed, Caller curator) {
    try (Picture picture = media.decode(file)) {
      banks.add(bank, picture, typed.provenance(), curator);
    }
  }

  /**
   * What was typed into a form, so that nobody types it twice.
   *
   * @param form {@code hash} or {@code picture}
   */
  record Typed(
      @Nullable String form,
      @Nullable String hash,
      @Nullable String source,
      @Nullable String note) {
    static Typed of(Form form) {
      return new Typed(
          form.word("form", Set.of("picture")),
          null,
          form.text("source", LONGEST_TEXT),
          form.text("note", LONGEST_TEXT));
    }

    Provenance provenance() {
      return new Provenance(source == null ? "" : source, note == null ? "" : note);
    }
  }

  private String add(
      String bank, Typed typed, Runnable addition, Model model, HttpServletResponse response) {
    view(bank);
    try {
      addition.run();
      return Flash.done("bank.added.said", path(bank), response);
    } catch (BankProblem problem) {
      Flash.problem(words.word("bank.problem", problem.reason()), model, response);
    } catch (UnreadablePicture unreadable) {
      Flash.problem(words.word("picture", unreadable.reason()), model, response);
    } catch (MediaBusy busy) {
      Flash.problem(words.say("picture.busy"), model, response);
    } catch (NotAHash notAHash) {
      Flash.problem(words.say("bank.not-a-hash"), model, response);
    }
    model.addAttribute("typed", typed);
    return bank(bank, null, model);
  }

  private static PdqHash parse(@Nullable String typed) {
    try {
      return PdqHash.parse(typed == null ? "" : typed.strip());
    } catch (IllegalArgumentException malformed) {
      throw new NotAHash(malformed);
    }
  }

  private static final class NotAHash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAHash(IllegalArgumentException cause) {
      super("not a hash", cause);
    }
  }

  private BankView view(String name) {
    return banks.list().stream()
        .filter(bank -> bank.name().equals(name))
        .map(bank -> BankView.of(bank, words))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** What is not there is a page that is not there; where a page begins, nobody types. */
  private static <T> T known(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (BankProblem problem) {
      HttpStatus status =
          problem.reason() == BankProblem.Cause.UNKNOWN
              ? HttpStatus.NOT_FOUND
              : HttpStatus.BAD_REQUEST;
      throw new ResponseStatusException(status, null, problem);
    }
  }

  private static String path(String bank) {
    return UriComponentsBuilder.fromPath("/banks").pathSegment(bank).build().encode().toString();
  }
}
