package eu.gardefou.matching;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.MatchingJson.Banks;
import eu.gardefou.matching.MatchingJson.Entries;
import eu.gardefou.matching.MatchingJson.Entry;
import eu.gardefou.matching.MatchingJson.Findings;
import eu.gardefou.media.Media;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The banks over HTTP, for machines with the scope {@code curate}. */
@RestController
@RequestMapping("/v1/banks")
class MatchingApi {
  private final Matching matching;
  private final Media media;

  MatchingApi(Matching matching, Media media) {
    this.matching = matching;
    this.media = media;
  }

  @GetMapping
  Banks banks() {
    return new Banks(matching.banks());
  }

  @GetMapping("/{bank}/entries")
  Entries entries(@PathVariable String bank, @RequestParam(defaultValue = "0") int page) {
    return Entries.of(matching.entries(bank, page));
  }

  @PostMapping(path = "/{bank}/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Entry addHash(@PathVariable String bank, InputStream body, Caller caller) throws IOException {
    HashForm form = HashForm.read(body);
    return Entry.of(matching.add(bank, form.hash(), form.quality(), form.provenance(), caller));
  }

  @PostMapping(path = "/{bank}/entries", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Entry addPicture(
      @PathVariable String bank,
      @RequestParam MultipartFile image,
      @RequestParam String source,
      @RequestParam(defaultValue = "") String note,
      Caller caller)
      throws IOException {
    Provenance provenance = new Provenance(source, note);
    return Entry.of(matching.add(bank, media.decode(image.getBytes()), provenance, caller));
  }

  @PostMapping("/{bank}/entries/{entry}/withdrawal")
  Entry withdraw(@PathVariable String bank, @PathVariable UUID entry, Caller caller) {
    return Entry.of(matching.withdraw(bank, entry, caller));
  }

  @PostMapping(path = "/look-up", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Findings lookUp(@RequestParam MultipartFile image) throws IOException {
    return Findings.of(matching.lookUp(media.decode(image.getBytes())));
  }

  /** Looks up a hash as it is; turned and mirrored copies are found by their picture only. */
  @PostMapping(path = "/look-up", consumes = MediaType.APPLICATION_JSON_VALUE)
  Findings lookUpHash(InputStream body) throws IOException {
    var hash = HashForm.read(body).hash();
    return new Findings(hash.toString(), null, null, matching.lookUp(hash));
  }
}
