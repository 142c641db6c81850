package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankEntry;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.NewEntry;
import eu.gardefou.matching.Provenance;
import eu.gardefou.matching.Signal;
import eu.gardefou.wire.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /c/bank/…/content} and {@code /signal}: what is in a bank. */
@RestController
final class ContentApi {
  private static final List<String> TEXTS =
      List.of("metadata", "note", "content_id", "content_uri");
  private static final Duration LONGEST_REST = Duration.ofDays(5 * 365);

  private final Banks banks;
  private final Files files;
  private final TypeNames types;
  private final Bodies bodies;
  private final Clock clock;

  ContentApi(Banks banks, Files files, TypeNames types, Bodies bodies, Clock clock) {
    this.banks = banks;
    this.files = files;
    this.types = types;
    this.bodies = bodies;
    this.clock = clock;
  }

  @PostMapping("/c/bank/{bank_name}/content")
  ResponseEntity<Map<String, Object>> add(
      @PathVariable("bank_name") String name, HttpServletRequest request, Caller caller) {
    Bank bank = banks.find(name);
    Query query = Query.of(request);
    if (query.text("url").isPresent()) {
      Extras extras = extras(request, query, caller);
      Hashes hashes = files.at(query.required("url"), Asked.of(query), caller);
      return added(bank, hashes, extras, query, caller);
    }
    if (!Files.isMultipart(request)) {
      throw HmaProblem.bad("Neither `url` nor multipart file upload was received");
    }
    Files.Sent sent = files.sent(request, Asked.of(query), caller, TEXTS);
    return added(bank, sent.hashes(), Extras.of(sent.texts()), query, caller);
  }

  private Extras extras(HttpServletRequest request, Query query, Caller caller) {
    Map<String, String> texts = new HashMap<>();
    TEXTS.forEach(text -> query.text(text).ifPresent(value -> texts.put(text, value)));
    return texts.isEmpty() ? Extras.of(Fields.of(request, bodies, caller)) : Extras.of(texts);
  }

  @PostMapping("/c/bank/{bank_name}/signal")
  ResponseEntity<Map<String, Object>> addSignals(
      @PathVariable("bank_name") String name, HttpServletRequest request, Caller caller) {
    Bank bank = banks.find(name);
    Fields fields = Fields.of(request, bodies, caller);
    Extras extras = new Extras(Extras.NONE.metadata(), Extras.note(fields.text("note").orElse("")));
    List<Signal> signals = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : fields.json().properties()) {
      if (!field.getKey().equals("note")) {
        signals.add(
            new Signal(types.known(field.getKey()), fields.text(field.getKey()).orElse("")));
      }
    }
    Hashes hashes = new Hashes(signals, null, List.of());
    return added(bank, hashes, extras, Query.of(request), caller);
  }

  private ResponseEntity<Map<String, Object>> added(
      Bank bank, Hashes hashes, Extras extras, Query query, Caller caller) {
    boolean told = query.flag(Answers.INCLUDE_UNHASHABLE, false);
    hashes.orRefuse(told);
    if (hashes.signals().isEmpty()) {
      throw HmaProblem.bad("No signals given");
    }
    String source = bank.settings().source();
    var entry =
        new NewEntry(
            hashes.signals(),
            hashes.unhashable().isEmpty() ? hashes.quality() : null,
            new Provenance(source.isEmpty() ? caller.id() : source, extras.note()),
            null,
            extras.metadata());
    BankEntry made = banks.add(bank.name(), entry, caller);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", made.number());
    json.put("signals", Content.signals(made));
    return Answers.of(json, hashes, told);
  }

  @GetMapping("/c/bank/{bank_name}/content/{content_id}")
  Map<String, Object> show(
      @PathVariable("bank_name") String name,
      @PathVariable("content_id") String id,
      HttpServletRequest request) {
    Query query = Query.of(request);
    return new Content(banks.find(name), entry(name, id))
        .json(query.flag("include_signals", false), query.flag("include_metadata", true));
  }

  @PutMapping("/c/bank/{bank_name}/content/{content_id}")
  Map<String, Object> change(
      @PathVariable("bank_name") String name,
      @PathVariable("content_id") String id,
      HttpServletRequest request,
      Caller caller) {
    Fields fields = Fields.of(request, bodies, caller);
    BankEntry entry = entry(name, id);
    String note = Extras.note(fields.text("note").orElse(""));
    if (fields.has("disable_until_ts")) {
      Instant until = until(fields.whole("disable_until_ts").orElse(Content.ACTING));
      entry = banks.rest(name, entry.number(), until, caller);
    }
    if (fields.has("note")) {
      entry = banks.note(name, entry.number(), note, caller);
    }
    return new Content(banks.find(name), entry).json(false, true);
  }

  @DeleteMapping("/c/bank/{bank_name}/content/{content_id}")
  Map<String, Object> delete(
      @PathVariable("bank_name") String name,
      @PathVariable("content_id") String id,
      Caller caller) {
    banks.find(name);
    try {
      banks.withdraw(name, entry(name, id).number(), caller);
      return Map.of("deleted", 1);
    } catch (HmaProblem gone) {
      return Map.of("deleted", 0);
    }
  }

  /** What is withdrawn is as good as deleted. */
  private BankEntry entry(String bank, String id) {
    banks.find(bank);
    try {
      BankEntry entry = banks.entry(bank, Long.parseLong(id));
      if (entry.isActive()) {
        return entry;
      }
    } catch (NumberFormatException noNumber) {
      throw unknownContent();
    } catch (BankProblem problem) {
      if (problem.reason() != BankProblem.Cause.UNKNOWN) {
        throw problem;
      }
    }
    throw unknownContent();
  }

  private static HmaProblem unknownContent() {
    return HmaProblem.notFound("content not found");
  }

  /** Upstream's magic: 0 is never again, 1 is now, and everything else is a second of Unix time. */
  private @Nullable Instant until(long second) {
    if (second == Content.ACTING) {
      return null;
    }
    if (second == Content.RESTING) {
      return Instant.MAX;
    }
    Instant now = clock.instant();
    if (second < 0 || second > now.plus(LONGEST_REST).getEpochSecond()) {
      throw HmaProblem.bad(
          "disable_until_ts must not be negative, and less than 5 years in the future");
    }
    Instant until = Instant.ofEpochSecond(second);
    return until.isAfter(now) ? until : null;
  }
}
