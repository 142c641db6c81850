package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.MatchingJson.BankJson;
import eu.gardefou.matching.MatchingJson.Entries;
import eu.gardefou.matching.MatchingJson.Entry;
import eu.gardefou.matching.MatchingJson.Findings;
import eu.gardefou.media.Media;
import eu.gardefou.media.Picture;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.Body;
import eu.gardefou.wire.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The banks over HTTP, for machines with the scope {@code curate}. */
@RestController
@RequestMapping("/v1")
class MatchingApi {
  private static final long LONGEST_HASH = 1 << 16;

  /** As large as a picture may be, with room for the form around it. */
  private static final long LONGEST_PICTURE = 52L << 20;

  private final Banks banks;
  private final Opinions opinions;
  private final Matching matching;
  private final Media media;
  private final Bodies bodies;

  MatchingApi(Banks banks, Opinions opinions, Matching matching, Media media, Bodies bodies) {
    this.banks = banks;
    this.opinions = opinions;
    this.matching = matching;
    this.media = media;
    this.bodies = bodies;
  }

  @GetMapping("/banks")
  MatchingJson.Banks banks() {
    return MatchingJson.Banks.of(banks.list());
  }

  @PostMapping(path = "/banks", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  BankJson make(HttpServletRequest request, Caller caller) {
    try (Body body = body(request, LONGEST_HASH, caller)) {
      return BankJson.of(banks.make(BankForm.read(body).made(), caller));
    }
  }

  @GetMapping("/banks/{bank}")
  BankJson bank(@PathVariable String bank) {
    return BankJson.of(banks.find(bank));
  }

  @PatchMapping(path = "/banks/{bank}", consumes = MediaType.APPLICATION_JSON_VALUE)
  BankJson change(@PathVariable String bank, HttpServletRequest request, Caller caller) {
    try (Body body = body(request, LONGEST_HASH, caller)) {
      BankForm form = BankForm.readChange(body);
      return BankJson.of(banks.change(bank, form.version(), form::on, caller));
    }
  }

  @DeleteMapping("/banks/{bank}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable String bank, Caller caller) {
    banks.close(bank, caller);
  }

  @GetMapping("/quarantine")
  Entries quarantined(HttpServletRequest request) {
    return Entries.of(banks.quarantined(PageQuery.from(request)));
  }

  @GetMapping("/banks/{bank}/entries")
  Entries entries(@PathVariable String bank, HttpServletRequest request) {
    return Entries.of(banks.entries(bank, PageQuery.from(request)));
  }

  @PostMapping(path = "/banks/{bank}/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Entry addHash(@PathVariable String bank, HttpServletRequest request, Caller caller) {
    try (Body body = body(request, LONGEST_HASH, caller)) {
      HashForm form = HashForm.read(body);
      return Entry.of(banks.add(bank, form.hash(), form.quality(), form.provenance(), caller));
    }
  }

  @PostMapping(path = "/banks/{bank}/entries", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Entry addPicture(@PathVariable String bank, HttpServletRequest request, Caller caller) {
    try (Body body = body(request, LONGEST_PICTURE, caller)) {
      PictureForm form = PictureForm.read(body);
      Provenance provenance = form.provenance();
      try (Picture picture = media.decode(form.image().bytes())) {
        return Entry.of(banks.add(bank, picture, provenance, caller));
      }
    }
  }

  @PostMapping("/banks/{bank}/entries/{entry}/withdrawal")
  Entry withdraw(@PathVariable String bank, @PathVariable UUID entry, Caller caller) {
    return Entry.of(banks.withdraw(bank, entry, caller));
  }

  @GetMapping("/banks/{bank}/entries/{entry}")
  Entry entry(@PathVariable String bank, @PathVariable UUID entry) {
    return Entry.of(banks.entry(bank, entry));
  }

  /** Lets an entry match again that is in quarantine. */
  @PostMapping("/banks/{bank}/entries/{entry}/release")
  Entry release(@PathVariable String bank, @PathVariable UUID entry, Caller caller) {
    return Entry.of(banks.release(bank, banks.entry(bank, entry).number(), caller));
  }

  @PostMapping(
      path = "/banks/{bank}/entries/{entry}/opinion",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void opinion(
      @PathVariable String bank,
      @PathVariable UUID entry,
      HttpServletRequest request,
      Caller caller) {
    try (Body body = body(request, LONGEST_HASH, caller)) {
      OpinionForm form = OpinionForm.read(body);
      long number = banks.entry(bank, entry).number();
      opinions.give(bank, number, form.verdict(), form.reason(), caller);
    }
  }

  @PostMapping(path = "/banks/look-up", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Findings lookUp(HttpServletRequest request, Caller caller) {
    try (Body body = body(request, LONGEST_PICTURE, caller);
        Picture picture = media.decode(PictureForm.alone(body).bytes())) {
      return Findings.of(matching.lookUp(picture));
    }
  }

  /** Looks up a hash as it is; turned and mirrored copies are found by their picture only. */
  @PostMapping(path = "/banks/look-up", consumes = MediaType.APPLICATION_JSON_VALUE)
  Findings lookUpHash(HttpServletRequest request, Caller caller) {
    try (Body body = body(request, LONGEST_HASH, caller)) {
      PdqHash hash = HashForm.read(body).hash();
      return Findings.of(hash, matching.lookUpWithOverruled(hash));
    }
  }

  private Body body(HttpServletRequest request, long most, Caller caller) {
    return bodies.read(RawRequest.of(request), most, caller.id());
  }
}
