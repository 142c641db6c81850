package eu.gardefou.console;

import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.People;
import eu.gardefou.access.Person;
import eu.gardefou.access.Role;
import eu.gardefou.access.Scope;
import eu.gardefou.access.SignInLinks;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.DecisionEntry.ContentDigest;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.exchanges.ExchangeDraft;
import eu.gardefou.exchanges.Exchanges;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Banks;
import eu.gardefou.matching.Provenance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Harmless people, decisions, entries and keys for the console's tests. */
@TestComponent
final class Scene {
  static final String PASSWORD = "four calm grey herons";

  private final People people;
  private final SignInLinks links;
  private final EvidenceLog log;
  private final Ids ids;
  private final Banks banks;
  private final Keys keys;
  private final Exchanges exchanges;
  private final JdbcClient sql;
  private final Clock clock;
  private final SplittableRandom random = new SplittableRandom(20261122);

  Scene(
      People people,
      SignInLinks links,
      EvidenceLog log,
      Ids ids,
      Banks banks,
      Keys keys,
      Exchanges exchanges,
      JdbcClient sql,
      Clock clock) {
    this.sql = sql;
    this.people = people;
    this.links = links;
    this.log = log;
    this.ids = ids;
    this.banks = banks;
    this.keys = keys;
    this.exchanges = exchanges;
    this.clock = clock;
  }

  /** The name of somebody with exactly these roles, who can sign in. */
  String somebody(Role first, Role... more) {
    Set<Role> roles = EnumSet.of(first, more);
    String name = "Test " + String.join(" ", roles.stream().map(Role::word).toList());
    boolean known = people.list().stream().anyMatch(person -> person.name().equals(name));
    if (!known) {
      Person person = people.create(name, roles);
      links.redeem(links.forPerson(person.id()).token(), "", PASSWORD);
    }
    return name;
  }

  /** The name of somebody who may not sign in any more. */
  String somebodyDisabled() {
    String name = "Test disabled";
    if (people.list().stream().noneMatch(person -> person.name().equals(name))) {
      people.disable(people.create(name, Set.of(Role.LEGAL)).id());
    }
    return name;
  }

  /** The name of somebody with all roles. */
  String everything() {
    return somebody(Role.MODERATOR, Role.SENIOR, Role.LEGAL, Role.AUDITOR, Role.ADMIN);
  }

  /** A refused edit with every kind of signal. */
  DecisionEntry refusedEdit() {
    return entry(
        null,
        "request",
        "edit",
        "refuse",
        List.of("sexualised-edit-of-a-person", "age-unknown"),
        """
        [{"rule": "sexualised-edit-of-a-person", "decision": "refuse", "category": "sexual",
          "text": "This would make a sexual picture out of a photo of a person."},
         {"rule": "age-unknown", "decision": "review", "category": "minors",
          "text": "The age of a person in the picture could not be established."}]
        """,
        """
        [{"signal": "text", "concept": "revealing", "strength": 0.9, "rule": "fr:wear-2",
          "language": "fr"},
         {"signal": "text", "concept": "person", "strength": 0.7, "rule": "fr:person-1",
          "language": "fr"},
         {"signal": "language-not-covered"},
         {"signal": "score", "part": "input", "index": 0, "measure": "explicit", "value": 0.021,
          "model": "nsfw-inception-v3", "version": "a1b2c3d4e5f6"},
         {"signal": "score", "part": "input", "index": 0, "measure": "photographic",
          "value": 0.913, "model": "nsfw-inception-v3", "version": "a1b2c3d4e5f6"},
         {"signal": "face", "part": "input", "index": 0, "confidence": 0.98, "youngest": 24.6,
          "model": "blazeface+age", "version": "0f1e2d3c4b5a"},
         {"signal": "face", "part": "input", "index": 0, "confidence": 0.61, "youngest": null,
          "model": "blazeface+age", "version": "0f1e2d3c4b5a"},
         {"signal": "match", "part": "input", "index": 0, "bank": "protected-people",
          "entry": "0190c0de-0000-7000-8000-000000000001", "distance": 12},
         {"signal": "unhashable", "part": "input", "index": 1, "quality": 12},
         {"signal": "not-assessed", "part": "input", "check": "vision", "why": "missing-model"},
         {"signal": "of-a-later-version", "part": "input"},
         {"signal": "checked", "part": "text", "index": 0, "check": "prompts", "ran": true,
          "why": null},
         {"signal": "checked", "part": "input", "index": 0, "check": "vision", "ran": false,
          "why": "missing-model"},
         {"signal": "checked", "part": "input", "index": 0, "check": "elsewhere", "ran": false,
          "why": "not-configured"}]
        """,
        List.of(
            new ContentDigest("input", hex(), hex(), 98),
            new ContentDigest("input", hex(), hex(), 12),
            new ContentDigest("mask", hex(), null, 0)));
  }

  /** An allowed request, and the decision on its result: the request's comes first. */
  List<DecisionEntry> allowedWithResult() {
    DecisionEntry request = plain("request", "generate", "allow");
    DecisionEntry result =
        entry(
            request.id(),
            "result",
            "generate",
            "mark",
            List.of("made-by-a-machine"),
            """
            [{"rule": "made-by-a-machine", "decision": "mark", "category": "transparency",
              "text": "A machine made this picture, and it says so."}]
            """,
            "[]",
            List.of(new ContentDigest("output", hex(), hex(), 100)));
    return List.of(request, result);
  }

  /** A decision without reasons or signals. */
  DecisionEntry plain(String stage, String kind, String decision) {
    return entry(null, stage, kind, decision, List.of(), "[]", "[]", List.of());
  }

  /** An active entry in the bank of protected people. */
  UUID bankEntry() {
    PdqHash hash =
        new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    return banks
        .add(
            Bank.PROTECTED_PEOPLE,
            hash,
            null,
            new Provenance("Helpline, case 12", "asked for by phone"),
            Caller.LOCAL)
        .id();
  }

  /** A bank that may be closed. */
  String ownBank() {
    String name = "own-" + random.nextInt(1_000_000);
    return banks.make(BankSettings.of(name, BankKind.STAY_DOWN), Caller.LOCAL).name();
  }

  /** The name of an exchange whose file is not there. */
  String exchange() {
    String name = "lists-" + random.nextInt(1_000_000);
    exchanges.create(
        new ExchangeDraft(
            name, "local_file", ownBank(), Map.of("filename", name + ".csv"), ExchangeDraft.USUAL),
        Caller.LOCAL);
    return name;
  }

  /** The name of an exchange that somebody paused. */
  String pausedExchange() {
    return exchanges.enable(exchange(), false, Caller.LOCAL).name();
  }

  /** The page of an entry that a curator has to look at. */
  String quarantinedEntry() {
    UUID entry = bankEntry();
    sql.sql("UPDATE matching.entry SET quarantined_at = now() WHERE id = ?").param(entry).update();
    return "/banks/" + Bank.PROTECTED_PEOPLE + "/entries/" + entry;
  }

  /** The identifier of an active key. */
  String key() {
    return keys.create("photo service", Set.of(Scope.GATEWAY, Scope.SCREEN), Caller.LOCAL)
        .key()
        .id();
  }

  /** Somebody's number. */
  long number(String name) {
    return people.list().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private DecisionEntry entry(
      @Nullable UUID request,
      String stage,
      String kind,
      String decision,
      List<String> rules,
      String reasons,
      String signals,
      List<ContentDigest> contents) {
    Instant at = clock.instant().minus(Duration.ofMillis(random.nextInt(1000)));
    DecisionEntry entry =
        new DecisionEntry(
            ids.next(),
            request,
            at,
            stage,
            kind,
            kind.equals("upload") ? "/v1/screen" : "/v1/images/" + kind + "s",
            "key:7f3a0c5a61d2",
            decision,
            rules,
            reasons,
            signals,
            hex(),
            hex(),
            contents);
    log.record(entry);
    return entry;
  }

  private String hex() {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
        .toString();
  }
}
