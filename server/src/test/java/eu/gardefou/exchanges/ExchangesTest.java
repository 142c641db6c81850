package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.exchanges.ExchangeProblem.Cause;
import eu.gardefou.matching.BankKind;
import eu.gardefou.matching.BankProblem;
import eu.gardefou.matching.BankSettings;
import eu.gardefou.matching.Opinion.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ExchangesTest {
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() throws Exception {
    yard = new Yard(data);
    Path lists = Files.createDirectories(data.resolve("lists"));
    Files.writeString(lists.resolve("a.txt"), "pdq " + Yard.pdq("a") + "\n");
  }

  @AfterEach
  void close() {
    yard.close();
  }

  private static ExchangeDraft draft(String name, String api, Map<String, String> settings) {
    return new ExchangeDraft(name, api, Yard.BANK, settings, ExchangeDraft.USUAL);
  }

  private Exchange file() {
    return yard.exchanges.create(
        draft("source", "local_file", Map.of("filename", "a.txt")), Yard.CURATOR);
  }

  private static void refused(Cause cause, ThrowingCallable wish) {
    assertThatThrownBy(wish)
        .isInstanceOfSatisfying(
            ExchangeProblem.class, problem -> assertThat(problem.reason()).isEqualTo(cause));
  }

  @Test
  void formsAreAsTheirPeersAsk() {
    assertThat(yard.exchanges.apis())
        .extracting(Api::name)
        .containsExactly("fb_threatexchange", "ncmec", "stopncii", "local_file", "arachnid");
    Api ncmec = yard.exchanges.api("ncmec");
    assertThat(ncmec.settings().getFirst().type()).isEqualTo("enum");
    assertThat(ncmec.settings().getFirst().choices())
        .contains("Industry", "NGO_Generative_AI", "NGO_Generative_AI_Exploitative");
    assertThat(ncmec.credentials()).extracting(Api.Entry::name).contains("user", "password");
    refused(Cause.UNKNOWN, () -> yard.exchanges.api("iwf"));
  }

  @Test
  void whatIsNotInOrderIsRefused() {
    file();
    refused(Cause.TAKEN, this::file);
    refused(Cause.INVALID, () -> draft("a b", "ncmec", Map.of()));
    refused(Cause.INVALID, () -> make("local_file", Map.of()));
    refused(Cause.INVALID, () -> make("ncmec", Map.of("environment", "https://elsewhere.example")));
    refused(Cause.INVALID, () -> make("ncmec", Map.of("environment", "NGO", "base_url", "x")));
    refused(Cause.INVALID, () -> make("fb_threatexchange", Map.of("privacy_group", "seven")));
    refused(
        Cause.INVALID, () -> make("ncmec", Map.of("environment", "NGO", "only_esp_ids", "1,,2")));
    refused(Cause.UNKNOWN, () -> make("iwf", Map.of()));
    refused(
        Cause.INVALID,
        () -> new ExchangeDraft("x", "ncmec", Yard.BANK, Map.of(), Duration.ofSeconds(1)));
    assertThatThrownBy(() ->
            yard.exchanges.create(
                new ExchangeDraft("x", "stopncii", "nowhere", Map.of(), ExchangeDraft.USUAL),
                Yard.CURATOR))
        .isInstanceOf(BankProblem.class);
    assertThat(yard.exchanges.list()).hasSize(1);
  }

  private void make(String api, Map<String, String> settings) {
    yard.exchanges.create(draft("x", api, settings), Yard.CURATOR);
  }

  @Test
  void credentialsAreCheckedAndNeverRepeated() {
    assertThatThrownBy(() ->
            yard.exchanges.setCredentials(
                "ncmec", Map.of("user", "someone", "password", "p4ss\nHost: x"), Yard.CURATOR))
        .isInstanceOf(ExchangeProblem.class)
        .hasMessageNotContaining("p4ss");
    refused(
        Cause.INVALID,
        () -> yard.exchanges.setCredentials("ncmec", Map.of("user", "someone"), Yard.CURATOR));
    assertThat(yard.exchanges.hasCredentials("ncmec")).isFalse();
    yard.exchanges.setCredentials("ncmec", Map.of("user", "u", "password", "p"), Yard.CURATOR);
    assertThat(yard.exchanges.hasCredentials("ncmec")).isTrue();
    yard.exchanges.setCredentials("ncmec", Map.of(), Yard.CURATOR);
    assertThat(yard.exchanges.hasCredentials("ncmec")).isFalse();
  }

  @Test
  void withoutCredentialsItSaysWhatIsMissing() throws Exception {
    yard.exchanges.create(draft("source", "stopncii", Map.of()), Yard.CURATOR);
    assertThat(yard.fetch().lastError()).startsWith("The credentials lack fetch_function_key");
  }

  @Test
  void credentialsGoOverEncryptedWiresOnly() throws Exception {
    for (String base :
        new String[] {
          "http://example.org",
          "ftp://example.org",
          "https://user@example.org",
          "https://x/?a=b",
          "http://127.0.0.1.example.org",
          "http://localhost.example.org",
          "nonsense"
        }) {
      if (yard.exchanges.list().isEmpty()) {
        yard.exchanges.create(draft("source", "stopncii", Map.of()), Yard.CURATOR);
      }
      yard.exchanges.setCredentials(
          "stopncii",
          Map.of("fetch_function_key", "k", "subscription_key", "s", "base_url_override", base),
          Yard.CURATOR);
      assertThat(yard.fetch().lastError()).as(base).startsWith("The base address is no https");
    }
  }

  @Test
  void whatCannotBeSentIsNotRepeated() throws Exception {
    yard.exchanges.create(draft("source", "stopncii", Map.of()), Yard.CURATOR);
    yard.exchanges.setCredentials(
        "stopncii",
        Map.of("fetch_function_key", "p4ss\u20ac", "subscription_key", "s"),
        Yard.CURATOR);
    assertThat(yard.fetch().lastError()).contains("cannot be sent").doesNotContain("p4ss");
  }

  @Test
  void anExchangeThatEndsTakesItsEntriesWithIt() throws Exception {
    file();
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    yard.exchanges.delete("source");
    assertThat(yard.exchanges.list()).isEmpty();
    refused(Cause.UNKNOWN, () -> yard.exchanges.find("source"));
    yard.exchanges.fetchHere("source");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isFalse();
    assertThat(yard.banks.find(Yard.BANK).withdrawn()).isEqualTo(1);
    file();
    assertThat(yard.fetch().items()).isEqualTo(1);
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
  }

  @Test
  void oneThatIsNotFetchedKeepsWhatItKnows() throws Exception {
    file();
    yard.fetch();
    yard.exchanges.enable("source", false, Yard.CURATOR);
    ExchangeStatus paused = yard.exchanges.find("source").status();
    assertThat(paused.pausedAt()).isEqualTo(yard.clock.instant());
    assertThat(paused.pausedBy()).isEqualTo(Yard.CURATOR.id());
    Files.writeString(data.resolve("lists/a.txt"), "pdq " + Yard.pdq("b") + "\n");
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("b"))).isFalse();

    yard.exchanges.enable("source", true, Yard.CURATOR);
    assertThat(yard.exchanges.find("source").status().pausedBy()).isNull();
    yard.fetch();
    yard.exchanges.allowWithdrawals("source");
    yard.fetch();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("b"))).isTrue();
  }

  @Test
  void whatStartsOverIsToldAnewAndKeepsWhatItKnowsMeanwhile() throws Exception {
    file();
    assertThat(yard.fetch().fetched()).isEqualTo(1);
    assertThat(yard.fetch().fetched()).as("it did not change").isEqualTo(1);
    yard.exchanges.startOver("source");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    assertThat(yard.fetch().fetched()).isEqualTo(2);
    assertThat(yard.banks.find(Yard.BANK).active()).isEqualTo(1);
  }

  @Test
  void aPageThatWasOvertakenIsNotKept() throws Exception {
    try (StopNciiStub list = new StopNciiStub()) {
      yard.with("stopncii", Map.of(), list.secrets("first"));
      list.put(20, "ImagePDQ", Yard.pdq("late"), "Active", Map.of());
      list.stub.answering =
          asked -> {
            yard.exchanges.delete("source");
            return list.answer(asked);
          };
      yard.exchanges.fetchHere("source");
      assertThat(yard.knows("pdq", Yard.pdq("late"))).isFalse();
    }
  }

  @Test
  void aBankThatIsRenamedKeepsItsExchange() throws Exception {
    file();
    yard.fetch();
    yard.banks.change(
        Yard.BANK, _ -> BankSettings.of("renamed", BankKind.KNOWN_ABUSE), Yard.CURATOR);
    yard.banks.make(BankSettings.of(Yard.BANK, BankKind.KNOWN_ABUSE), Yard.CURATOR);
    assertThat(yard.exchanges.find("source").bank()).isEqualTo("renamed");
    assertThat(yard.fetch().lastError()).isNull();
    yard.exchanges.delete("source");
    yard.exchanges.fetchHere("source");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isFalse();
  }

  @Test
  void aBankThatIsClosedAndMadeAnewIsAnother() throws Exception {
    file();
    yard.fetch();
    yard.banks.close(Yard.BANK, Yard.CURATOR);
    yard.banks.make(BankSettings.of(Yard.BANK, BankKind.KNOWN_ABUSE), Yard.CURATOR);
    assertThat(yard.fetch().lastError()).startsWith("The bank of this exchange was closed");
    yard.exchanges.delete("source");
    yard.exchanges.fetchHere("source");
    file();
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
  }

  @Test
  void whatACycleAsksForAfterEveryPageCountsNoEntries() throws Exception {
    file();
    yard.fetch();
    assertThat(yard.exchanges.find("source").status().items()).isEqualTo(1);
    JdbcClient.create(yard.database.owner())
        .sql("REVOKE SELECT ON exchanges.item FROM gardefou_app")
        .update();
    assertThat(yard.desk.table().find("source")).isPresent();
    assertThat(yard.desk.table().enabled("local_file")).isPresent();
    assertThat(yard.desk.table().all()).hasSize(1);
  }

  @Test
  void whatWasThoughtOfEntriesDoesNotOutliveTheirExchange() throws Exception {
    Files.writeString(
        data.resolve("lists/a.txt"),
        IntStream.range(0, 2_001)
            .mapToObj(i -> "md5 " + Yard.md5("m" + i) + "\n")
            .collect(Collectors.joining()));
    file();
    yard.fetch();
    long entry = yard.banks.entries(Yard.BANK).entries().getFirst().number();
    yard.opinions.give(Yard.BANK, entry, Verdict.CONFIRM, "", Yard.CURATOR);
    assertThat(yard.opinions.unsent("source", 10)).hasSize(1);
    yard.exchanges.delete("source");
    yard.exchanges.fetchHere("source");
    assertThat(yard.opinions.unsent("source", 10)).isEmpty();
    assertThat(yard.banks.find(Yard.BANK).withdrawn()).isEqualTo(2_001);
  }
}
