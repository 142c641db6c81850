package eu.gardefou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.video.Films;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gardefou hash}, as its user sees it. */
class HashCommandTest {
  private static final int MANY = 34;

  private final Terminal terminal = new Terminal();

  @TempDir Path folder;

  @Test
  void eachPictureGetsItsLineInTheOrderGiven() throws Exception {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      files.add(drawing(i).toString());
    }

    assertThat(hash(files)).isZero();

    List<String[]> lines = terminal.lines().stream().map(line -> line.split("  ", -1)).toList();
    assertThat(lines).extracting(line -> line[2]).isEqualTo(files);
    assertThat(lines).extracting(line -> line[1]).allMatch(quality -> quality.matches("[0-9]+"));
    assertThat(lines)
        .extracting(line -> line[0])
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
        .doesNotHaveDuplicates();
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void jsonSaysTheSame() throws Exception {
    String file = drawing(1).toString();
    hash(List.of(file));
    String[] plain = terminal.lines().getFirst().split("  ", -1);

    assertThat(hash(List.of("--json", "--dihedral", file))).isZero();

    assertThat(terminal.lines()).hasSize(1);
    JsonNode object = JsonMapper.shared().readTree(terminal.out());
    assertThat(object.propertyNames())
        .containsExactly("file", "type", "hash", "quality", "dihedral");
    assertThat(object.get("file").asString()).isEqualTo(file);
    assertThat(object.get("type").asString()).isEqualTo("pdq");
    assertThat(object.get("hash").asString()).isEqualTo(plain[0]);
    assertThat(object.get("quality").asString()).isEqualTo(plain[1]);
    assertThat(object.get("dihedral").size()).isEqualTo(8);
    assertThat(object.get("dihedral").get("original").asString()).isEqualTo(plain[0]);
  }

  @Test
  void whatCannotBeReadIsToldAndTheOthersArePrinted() throws Exception {
    Path first = drawing(1);
    Path text = Files.writeString(folder.resolve("notes.png"), "not a picture");
    Path missing = folder.resolve("missing.png");
    Path last = drawing(2);

    int exit = hash(Stream.of(first, text, missing, last).map(Path::toString).toList());

    assertThat(exit).isEqualTo(1);
    assertThat(terminal.lines())
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).endsWith(first.toString()),
            line -> assertThat(line).endsWith(last.toString()));
    assertThat(terminal.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(text + ": ").doesNotContain("Exception"),
            line -> assertThat(line).isEqualTo(missing + ": there is no such file"));
  }

  @Test
  void aFolderStandsForAllFilesInIt() throws Exception {
    drawing(2);
    drawing(1);
    Path deeper = Files.createDirectories(folder.resolve("a/b"));
    Files.move(drawing(3), deeper.resolve("c.png"));

    assertThat(hash(List.of(folder.toString()))).isZero();

    assertThat(terminal.lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith(deeper.resolve("c.png").toString()),
            line -> assertThat(line).endsWith("drawing-1.png"),
            line -> assertThat(line).endsWith("drawing-2.png"));
  }

  @Test
  void otherHashesAreOfTheExactBytesWhateverTheyAre() throws Exception {
    Path abc = Files.writeString(folder.resolve("abc.txt"), "abc");

    assertThat(hash(List.of("--type", "md5,sha1,sha256", abc.toString()))).isZero();

    // RFC 1321, appendix A.5; FIPS 180-4's examples.
    assertThat(terminal.lines())
        .containsExactly(
            "900150983cd24fb0d6963f7d28e17f72  md5  " + abc,
            "a9993e364706816aba3e25717850c26c9cd0d89d  sha1  " + abc,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  sha256  " + abc);
    assertThat(hash(List.of("--type", "MD5", "--json", abc.toString()))).isZero();
    assertThat(terminal.out().strip())
        .isEqualTo(
            "{\"file\":\""
                + abc
                + "\",\"type\":\"md5\","
                + "\"hash\":\"900150983cd24fb0d6963f7d28e17f72\"}");
    assertThat(hash(List.of("--type", "crc", abc.toString()))).isEqualTo(2);
  }

  @Test
  void standardInputIsReadOnceForAllTypes() throws Exception {
    Path file = drawing(5);
    hash(List.of("--type", "pdq,md5", file.toString()));
    List<String> expected =
        terminal.lines().stream().map(line -> line.replace(file.toString(), "-")).toList();
    InputStream usual = System.in;
    try (InputStream piped = Files.newInputStream(file)) {
      System.setIn(piped);
      assertThat(hash(List.of("--type", "pdq,md5", "-"))).isZero();
    } finally {
      System.setIn(usual);
    }
    assertThat(terminal.lines()).isEqualTo(expected).hasSize(2);
  }

  @Test
  void aVideoGetsTheHashesOfItsFrames() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mp4"), 3);
    drawing(1);
    terminal.with("gardefou.data", Films.data().toString());

    assertThat(hash(List.of(folder.toString()))).isZero();

    assertThat(terminal.lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("drawing-1.png"),
            line ->
                assertThat(line)
                    .matches("\\[(\"[0-9a-f]{64},[0-9]+,[012]\\.0\",?){3}]  vpdq  " + film));
    String plain = terminal.lines().getLast().split("  ", -1)[0];

    assertThat(hash(List.of("--json", "--type", "vpdq,md5", film.toString()))).isZero();

    assertThat(terminal.lines()).hasSize(2);
    JsonNode object = JsonMapper.shared().readTree(terminal.lines().getFirst());
    assertThat(object.propertyNames()).containsExactly("file", "type", "hash", "frames");
    assertThat(object.get("hash").asString()).isEqualTo(plain);
    assertThat(object.get("frames").asInt()).isEqualTo(3);
  }

  @Test
  void whatIsNoVideoIsToldInASentence() throws Exception {
    terminal.with("gardefou.data", Films.data().toString());
    Path broken = Files.writeString(folder.resolve("film.mp4"), "????ftypisom and no more");
    Path picture = drawing(1);

    assertThat(hash(List.of(broken.toString()))).isEqualTo(1);
    assertThat(terminal.err()).startsWith(broken + ": The file is not a video that can be read");
    assertThat(hash(List.of("--type", "vpdq", picture.toString()))).isEqualTo(1);
    assertThat(terminal.err()).contains("not a video").doesNotContain("Exception");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void withoutFfmpegTheExactHashesAreStillPrinted() throws Exception {
    Path film = Films.pattern(folder.resolve("film.mp4"), 1);
    terminal.with("gardefou.video.ffmpeg", folder.resolve("none").toString());

    assertThat(hash(List.of("--type", "md5,vpdq", film.toString()))).isEqualTo(1);

    assertThat(terminal.lines()).singleElement().asString().contains("  md5  ");
    assertThat(terminal.err()).contains("gardefou.video.ffmpeg").doesNotContain("Exception");
  }

  private int hash(List<String> arguments) {
    return terminal.run(
        Stream.concat(Stream.of("hash"), arguments.stream()).toArray(String[]::new));
  }

  private Path drawing(int number) throws IOException {
    byte[] picture = GateLoad.picture(160, 120, "png", number);
    return Files.write(folder.resolve("drawing-" + number + ".png"), picture);
  }
}
