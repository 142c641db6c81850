package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Hit;
import eu.gardefou.matching.LookUp;
import eu.gardefou.matching.MatchFindings;
import eu.gardefou.matching.Matching;
import eu.gardefou.matching.Signal;
import eu.gardefou.matching.SignalType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /m/lookup} and {@code /m/raw_lookup}: what the banks say of a hash or a file. */
@RestController
final class LookUpApi {
  private final Matching matching;
  private final Files files;
  private final TypeNames types;
  private final VariantMatches variants;

  LookUpApi(Matching matching, Files files, TypeNames types, Banks banks) {
    this.variants = new VariantMatches(banks);
    this.matching = matching;
    this.files = files;
    this.types = types;
  }

  @GetMapping("/m/raw_lookup")
  Map<String, Object> raw(HttpServletRequest request) {
    Query query = Query.of(request);
    List<Hit> hits =
        matching.lookUp(
            signal(query.required("signal_type"), query.required("signal")),
            new LookUp(query.banks(), Coin.BYPASSED, true));
    return query.flag("include_distance", false)
        ? Map.of("matches", hits.stream().map(BankMatches.Match::of).toList())
        : Map.of("matches", hits.stream().map(Hit::number).toList());
  }

  @GetMapping("/m/lookup")
  ResponseEntity<Map<String, Object>> lookUp(HttpServletRequest request, Caller caller) {
    Query query = Query.of(request);
    LookUp wish = wish(query);
    Optional<String> type = query.text("signal_type");
    Optional<String> address = query.text("url");
    if (address.isPresent()) {
      return type.isPresent()
          ? inner(address.get(), types.enabled(type.get()), query, caller)
          : outer(files.at(address.get(), Asked.of(query).lookedUp(query), caller), wish, query);
    }
    if (type.isEmpty() || query.text("signal").isEmpty()) {
      throw HmaProblem.bad("Either url or both signal and signal_type are required");
    }
    if (query.flag(Asked.VARIANTS, false)) {
      throw HmaProblem.bad("variants needs a file: a hash cannot be turned or mirrored");
    }
    Signal signal = signal(type.get(), query.required("signal"));
    if (!signal.isTelling()) {
      throw HmaProblem.unhashable(List.of(signal.type().name()));
    }
    return ResponseEntity.ok(BankMatches.byBank(matching.lookUp(signal, wish)));
  }

  @PostMapping("/m/lookup")
  ResponseEntity<Map<String, Object>> lookUpFile(HttpServletRequest request, Caller caller) {
    Query query = Query.of(request);
    LookUp wish = wish(query);
    return outer(
        files.sent(request, Asked.of(query).lookedUp(query), caller, List.of()).hashes(),
        wish,
        query);
  }

  private static LookUp wish(Query query) {
    return new LookUp(query.banks(), Coin.of(query), false);
  }

  private Signal signal(String type, String value) {
    return new Signal(types.enabled(type), value);
  }

  private ResponseEntity<Map<String, Object>> outer(Hashes hashes, LookUp wish, Query query) {
    boolean told = query.flag(Answers.INCLUDE_UNHASHABLE, false);
    hashes.orRefuse(told);
    Map<String, Object> all = new LinkedHashMap<>();
    hashes.unhashable().forEach(type -> all.put(type.name(), Map.of()));
    for (Signal signal : hashes.signals()) {
      all.put(signal.type().name(), found(signal, hashes, wish));
    }
    MatchFindings findings = hashes.findings();
    if (findings != null) {
      all.put(SignalType.PDQ.name(), variants.byBank(findings.matches(), wish));
    }
    return Answers.of(all, hashes, told);
  }

  private Map<String, Object> found(Signal signal, Hashes hashes, LookUp wish) {
    return signal.type().equals(SignalType.PDQ) && hashes.findings() != null
        ? Map.of()
        : BankMatches.byBank(matching.lookUp(signal, wish));
  }

  /** The answer for one type alone. */
  private ResponseEntity<Map<String, Object>> inner(
      String address, SignalType type, Query query, Caller caller) {
    boolean told = query.flag(Answers.INCLUDE_UNHASHABLE, false);
    LookUp wish = wish(query);
    Hashes hashes = files.at(address, Asked.of(query, type).lookedUp(query), caller);
    if (hashes.unhashable().contains(type)) {
      hashes.orRefuse(told);
    }
    MatchFindings findings = hashes.findings();
    if (findings != null && type.equals(SignalType.PDQ)) {
      return Answers.of(variants.byBank(findings.matches(), wish), hashes, told);
    }
    Map<String, Object> banks =
        hashes.signals().stream()
            .filter(signal -> signal.type().equals(type))
            .findFirst()
            .map(signal -> BankMatches.byBank(matching.lookUp(signal, wish)))
            .orElseGet(LinkedHashMap::new);
    return Answers.of(banks, hashes, told);
  }
}
