package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.matching.BankKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalFilesTest {
  @TempDir Path data;
  private Path lists;
  private Yard yard;

  @BeforeEach
  void open() throws IOException {
    lists = Files.createDirectories(data.resolve("lists"));
    yard = new Yard(data, BankKind.PROTECTED_PEOPLE);
  }

  @AfterEach
  void close() {
    yard.close();
  }

  private void reading(String name) {
    yard.with("local_file", Map.of("filename", name), Map.of());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(lists.resolve(name), text);
  }

  private static String csv(List<String> words) {
    return "type,value,id\n"
        + words.stream()
            .map(word -> "pdq," + Yard.pdq(word) + "," + word + "\n")
            .collect(Collectors.joining());
  }

  private static List<String> words(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "w" + i).toList();
  }

  @Test
  void readsCommaSeparatedValues() throws Exception {
    write(
        "list.csv",
        "\uFEFFid,PDQ,video_md5,note,first_seen\r\n"
            + "1,%s,,\"a, \"\"b\"\"\nc\",2026-01-02T03:04:05+02:00\r\n".formatted(Yard.pdq("a"))
            + "2,,%s,,\r\n\r\n".formatted(Yard.md5("v")));
    reading("list.csv");
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.items()).isEqualTo(2);
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    assertThat(yard.knows("video_md5", Yard.md5("v"))).isTrue();
  }

  @Test
  void readsJsonInAListOrInLinesAndPlainLines() throws Exception {
    write("a.json", "[{\"pdq\":\"%s\",\"id\":7,\"note\":null}]".formatted(Yard.pdq("a")));
    write(
        "b.jsonl",
        "{\"type\":\"md5\",\"value\":\"%s\"}\n{\"sha1\":\"%s\"}\n"
            .formatted(Yard.md5("b"), Yard.hash("b", 40)));
    write("c.txt", "# ours\npdq %s\n\n%s\n".formatted(Yard.pdq("c"), Yard.md5("c")));
    write("d.csv.part", "not yet");
    yard.with("local_file", Map.of("filename", ".", "signal_type", "md5"), Map.of());
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
    assertThat(yard.knows("md5", Yard.md5("b"))).isTrue();
    assertThat(yard.knows("sha1", Yard.hash("b", 40))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("c"))).isTrue();
    assertThat(yard.knows("md5", Yard.md5("c"))).isTrue();
  }

  @Test
  void whatVanishesStopsToMatchWithinOneCycle() throws Exception {
    write("list.csv", csv(words(0, 2_500)));
    reading("list.csv");
    assertThat(yard.fetch().items()).isEqualTo(2_500);
    write("list.csv", csv(words(3, 2_501)));
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.items()).isEqualTo(2_498);
    assertThat(yard.knows("pdq", Yard.pdq("w0"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("w3"))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("w2500"))).isTrue();
    assertThat(yard.banks.find(Yard.BANK).withdrawn()).as("the rest is untouched").isEqualTo(3);
  }

  @Test
  void aListThatDidNotChangeIsNotReadAgain() throws Exception {
    write("list.csv", csv(words(0, 3)));
    reading("list.csv");
    assertThat(yard.fetch().fetched()).isEqualTo(3);
    assertThat(yard.fetch().fetched()).isEqualTo(3);
  }

  @Test
  void aBadLineChangesNothingAndIsNamed() throws Exception {
    write("list.csv", csv(words(0, 1_200)));
    reading("list.csv");
    yard.fetch();
    String good = csv(words(1, 1_201));
    Map<String, String> bad =
        Map.of(
            good + "pdq,beef,x\n",
            "list.csv, line 1202: A value of pdq has 64 hexadecimal digits.",
            good.substring(0, good.length() - 20),
            "list.csv, line 1201: It has 2 cells",
            good + "pdq,\"" + Yard.pdq("x"),
            "list.csv, line 1202: It ends within a cell.",
            good + "pdq,\"a\"b,c\n",
            "list.csv, line 1202: Something follows",
            "colour,value,id\nred," + Yard.pdq("x") + ",1\n",
            "There is no column colour",
            "value\n" + Yard.pdq("x") + "\n",
            "It does not say of which type its hash is.",
            "pdq,first_seen\n" + Yard.pdq("x") + ",+99999-01-01T00:00:00Z\n",
            "list.csv, line 2: first_seen is a moment",
            "pdq,first_seen\n" + Yard.pdq("x") + ",-0001-01-01T00:00:00Z\n",
            "list.csv, line 2: first_seen is a moment",
            "",
            "list.csv: It is empty");
    for (Map.Entry<String, String> text : bad.entrySet()) {
      write("list.csv", text.getKey());
      ExchangeStatus status = yard.fetch();
      assertThat(status.lastError()).contains(text.getValue()).endsWith("Nothing was changed.");
      assertThat(status.items()).isEqualTo(1_200);
      assertThat(yard.knows("pdq", Yard.pdq("w0"))).isTrue();
      assertThat(yard.knows("pdq", Yard.pdq("w1200"))).isFalse();
    }
    Files.write(lists.resolve("list.csv"), new byte[] {'p', 'd', 'q', '\n', (byte) 0xff});
    assertThat(yard.fetch().lastError()).contains("UTF-8");
    write("list.csv", good);
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("pdq", Yard.pdq("w0"))).isFalse();
  }

  @Test
  void badJsonChangesNothing() throws Exception {
    write("list.json", "[{\"pdq\":\"%s\"}]".formatted(Yard.pdq("a")));
    reading("list.json");
    yard.fetch();
    List<String> bad =
        List.of(
            "[{\"pdq\":\"" + Yard.pdq("b") + "\"}",
            "[{\"pdq\":\"" + Yard.pdq("b") + "\"}]]",
            "[{\"pdq\":\"" + Yard.pdq("b") + "\"},7]",
            "[{\"pdq\":[]}]",
            "[{}]",
            "[".repeat(10_000),
            "",
            "{\"pdq\":");
    for (String text : bad) {
      write("list.json", text);
      assertThat(yard.fetch().lastError())
          .as(text.substring(0, Math.min(20, text.length())))
          .startsWith("list.json")
          .endsWith("Nothing was changed.");
      assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
      assertThat(yard.knows("pdq", Yard.pdq("b"))).isFalse();
    }
  }

  @Test
  void aListThatLosesAGreatPartIsHeldBackUntilSomebodyConfirms() throws Exception {
    write("list.csv", csv(words(0, 100)));
    reading("list.csv");
    yard.fetch();
    write("list.csv", csv(words(60, 101)));
    ExchangeStatus held = yard.fetch();
    assertThat(held.heldBack()).isEqualTo(60);
    assertThat(held.lastError()).startsWith("60 of 100 entries");
    assertThat(yard.knows("pdq", Yard.pdq("w0"))).isTrue();
    assertThat(yard.knows("pdq", Yard.pdq("w100"))).as("what is new counts").isTrue();
    yard.exchanges.allowWithdrawals("source");
    assertThat(yard.fetch().heldBack()).isZero();
    assertThat(yard.knows("pdq", Yard.pdq("w0"))).isFalse();
    assertThat(yard.knows("pdq", Yard.pdq("w60"))).isTrue();
    write("list.csv", csv(List.of()));
    assertThat(yard.fetch().heldBack()).as("one word is good for once").isEqualTo(41);
    write("list.csv", csv(words(60, 101)));
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.exchanges.find("source").status().heldBack()).isZero();
    assertThat(yard.exchanges.find("source").status().items()).isEqualTo(41);
  }

  @Test
  void aShortListThatIsAnotherOneAltogetherIsHeldBackToo() throws Exception {
    write("list.csv", csv(words(0, 3)));
    reading("list.csv");
    yard.fetch();
    write("list.csv", csv(words(10, 30)));
    assertThat(yard.fetch().lastError()).startsWith("3 of 3 entries");
    write("list.csv", csv(words(1, 30)));
    assertThat(yard.fetch().lastError()).isNull();
    assertThat(yard.knows("pdq", Yard.pdq("w0"))).isFalse();
  }

  @Test
  void aTextIsNoList() throws Exception {
    write("list.txt", "pdq " + Yard.pdq("a") + "\n");
    reading("list.txt");
    yard.fetch();
    write("list.txt", "Dear reader,\nthis is no list.\n");
    assertThat(yard.fetch().lastError()).startsWith("list.txt, line 1: There is no type Dear.");
    assertThat(yard.knows("pdq", Yard.pdq("a"))).isTrue();
  }

  @Test
  void whatSuppressesIsNotHeldBack() throws Exception {
    yard.close();
    yard = new Yard(data, BankKind.SUPPRESS);
    write("list.csv", csv(words(0, 100)));
    reading("list.csv");
    yard.fetch();
    write("list.csv", csv(List.of()));
    ExchangeStatus status = yard.fetch();
    assertThat(status.lastError()).isNull();
    assertThat(status.items()).isZero();
  }

  @Test
  void aMissingFileOrAnEmptyFolderChangesNothing() throws Exception {
    Files.createDirectories(lists.resolve("folder"));
    write("folder/list.csv", csv(words(0, 3)));
    reading("folder");
    yard.fetch();
    Files.delete(lists.resolve("folder/list.csv"));
    assertThat(yard.fetch().lastError()).isEqualTo("There is no list in the folder.");
    Files.delete(lists.resolve("folder"));
    assertThat(yard.fetch().lastError()).contains("is not there");
    assertThat(yard.knows("pdq", Yard.pdq("w0"))).isTrue();
  }

  @Test
  void nothingOutsideTheFolderForListsIsRead() throws Exception {
    Path secret = data.resolve("secret.txt");
    Files.writeString(secret, "root x", StandardCharsets.UTF_8);
    for (String name : List.of("../secret.txt", secret.toString(), "/etc/hostname", "a/../../x")) {
      assertThatThrownBy(() -> reading(name))
          .isInstanceOf(ExchangeProblem.class)
          .hasMessageContaining("Lists are read from");
    }
    Files.createSymbolicLink(lists.resolve("link.txt"), secret);
    reading("link.txt");
    assertThat(yard.fetch().lastError()).contains("Lists are read from").doesNotContain("root");
  }
}
