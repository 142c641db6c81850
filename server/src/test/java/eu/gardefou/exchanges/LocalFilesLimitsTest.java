package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a list may take of the disk and of memory. */
final class LocalFilesLimitsTest {
  @TempDir Path data;
  private Yard yard;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(data.resolve("lists"));
    yard = new Yard(data);
  }

  @AfterEach
  void close() {
    yard.close();
  }

  private void reading(String name) {
    yard.with("local_file", Map.of("filename", name), Map.of());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(data.resolve("lists").resolve(name), text);
  }

  @Test
  void aListThatDidNotChangeIsNotCopiedAndNoCopyIsLeft() throws Exception {
    write("list.csv", "md5\n" + Yard.md5("a") + "\n");
    reading("list.csv");
    assertThat(yard.fetch().lastError()).isNull();
    try (Stream<Path> left = Files.list(data.resolve("copies"))) {
      assertThat(left).allMatch(file -> file.toString().endsWith(".lock"));
    }
    delete(data.resolve("copies"));
    Files.writeString(data.resolve("copies"), "no folder");
    assertThat(yard.fetch().lastError()).isNull();
    write("list.csv", "md5\n" + Yard.md5("b") + "\n" + Yard.md5("a") + "\n");
    assertThat(yard.fetch().lastError()).contains("cannot be read, or not be copied");
    Files.delete(data.resolve("copies"));
    assertThat(yard.fetch().items()).isEqualTo(2);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Test
  void aLineWithoutAnEndIsRefused() throws Exception {
    write("list.txt", "pdq " + Yard.pdq("a") + "\r\n\rpdq " + Yard.pdq("b") + "\n\nmd5 x\n");
    reading("list.txt");
    assertThat(yard.fetch().lastError())
        .as("lines as editors count")
        .startsWith("list.txt, line 5");
    String endless = "a".repeat(9 << 20);
    write("list.txt", "pdq " + Yard.pdq("a") + "\ntmk_pdqf " + endless);
    assertThat(yard.fetch().lastError()).startsWith("list.txt, line 2: It is too long.");
  }

  @Test
  void aRowWithoutAnEndIsRefused() throws Exception {
    String field = "\"" + "a".repeat(3 << 20) + "\"";
    Map<String, String> endless =
        Map.of(
            "a.csv", "pdq,note,source\n" + (field + ",").repeat(3) + "\n",
            "b.csv", "pdq,note\n" + ",".repeat(1_000_000),
            "c.json", "[{\"a\":" + field + ",\"b\":" + field + ",\"c\":" + field + "}]",
            "d.json", "{" + IntStream.range(0, 200).mapToObj(i -> "\"f" + i + "\":1").toList());
    for (Map.Entry<String, String> list : endless.entrySet()) {
      yard.close();
      yard = new Yard(data);
      write(list.getKey(), list.getValue().replace("[\"f", "\"f"));
      reading(list.getKey());
      assertThat(yard.fetch().lastError())
          .startsWith(list.getKey() + ", line ")
          .containsAnyOf("It is too long.", "It has more than 100 cells.");
    }
  }
}
