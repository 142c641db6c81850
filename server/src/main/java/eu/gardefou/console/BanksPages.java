package eu.gardefou.console;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.EntryPage;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Provenance;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaBusy;
import eu.gardefou.media.UnreadablePicture;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Banks: what is in them, adding by hash or by picture, withdrawing. No picture is ever shown. */
@Controller
@RequestMapping("/banks")
class BanksPages {
  private final Matching matching;
  private final Media media;
  private final Words words;

  BanksPages(Matching matching, Media media, Words words) {
    this.matching = matching;
    this.media = media;
    this.words = words;
  }

  @Needs(Right.BANKS)
  @GetMapping
  String banks(Model model) {
    model.addAttribute(
        "banks", matching.banks().stream().map(bank -> BankView.of(bank, words)).toList());
    return "console/banks";
  }

  @Needs(Right.BANKS)
  @GetMapping("/{bank}")
  String bank(@PathVariable String bank, @RequestParam(defaultValue = "0") int page, Model model) {
    model.addAttribute("bank", view(bank));
    EntryPage entries = known(() -> matching.entries(bank, page));
    model.addAttribute(
        "entries", entries.entries().stream().map(entry -> EntryLine.of(entry, words)).toList());
    if (page > 0) {
      model.addAttribute("newer", path(bank) + "?page=" + (page - 1));
    }
    if (page + 1 < entries.pages()) {
      model.addAttribute("older", path(bank) + "?page=" + (page + 1));
    }
    return "console/bank";
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
        () -> matching.add(bank, parse(typed.hash()), null, typed.provenance(), curator),
        model,
        response);
  }

  @Needs(Right.CURATE)
  @PostMapping("/{bank}/pictures")
  String addPicture(
      @PathVariable String bank,
      Typed typed,
      @RequestParam MultipartFile picture,
      Caller curator,
      Model model,
      HttpServletResponse response)
      throws IOException {
    byte[] bytes = picture.getBytes();
    return add(
        bank,
        typed,
        () -> matching.add(bank, media.decode(bytes), typed.provenance(), curator),
        model,
        response);
  }

  @Needs(Right.CURATE)
  @GetMapping("/{bank}/entries/{id}/withdraw")
  String askWithdraw(@PathVariable String bank, @PathVariable UUID id, Model model) {
    BankEntry entry = known(() -> matching.entry(bank, id));
    model.addAttribute(
        "question",
        new Question(
            "banks",
            words.say("bank.withdraw.title"),
            words.say("bank.withdraw.consequence"),
            entry.hash().toString(),
            words.say("bank.withdraw.yes"),
            path(bank) + "/entries/" + id + "/withdraw",
            path(bank)));
    return "console/confirm";
  }

  @Needs(Right.CURATE)
  @PostMapping("/{bank}/entries/{id}/withdraw")
  String withdraw(
      @PathVariable String bank,
      @PathVariable UUID id,
      Caller curator,
      HttpServletResponse response) {
    known(() -> matching.withdraw(bank, id, curator));
    return Flash.done("bank.withdrawn.said", path(bank), response);
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
    return bank(bank, 0, model);
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
    return matching.banks().stream()
        .filter(bank -> bank.name().equals(name))
        .map(bank -> BankView.of(bank, words))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** What is not there is a page that is not there. */
  private static <T> T known(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (BankProblem problem) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, problem);
    }
  }

  private static String path(String bank) {
    return UriComponentsBuilder.fromPath("/banks").pathSegment(bank).build().encode().toString();
  }
}
