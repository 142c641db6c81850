package eu.gardefou.exchanges.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.exchanges.peer.Digests;
import eu.gardefou.exchanges.peer.PeerFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotTest {
  @TempDir Path data;
  private Path lists;
  private Path copies;

  @BeforeEach
  void write() throws IOException {
    lists = Files.createDirectories(data.resolve("lists"));
    copies = data.resolve("copies");
    Files.writeString(lists.resolve("a.txt"), "one\n");
    Files.writeString(lists.resolve("b.txt"), "two\n");
  }

  @Test
  void copiesStayAsTheyWereAndAreForNobodyElse() throws Exception {
    try (Snapshot snapshot = Snapshot.of(lists, copies)) {
      Files.writeString(lists.resolve("b.txt"), "three\n");
      assertThat(snapshot.copies()).extracting(Snapshot.Copy::name).contains("a.txt", "b.txt");
      assertThat(Files.readString(snapshot.copies().getLast().path())).isEqualTo("two\n");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copies)))
          .isEqualTo("rwx------");
      assertThat(snapshot.digest()).isNotEqualTo(Originals.at(lists).digest());
    }
    try (Snapshot snapshot = Snapshot.of(lists, copies)) {
      assertThat(snapshot.digest()).isEqualTo(Originals.at(lists).digest());
    }
  }

  @Test
  void whatAProgramLeftThatWasEndedInTheMiddleGoesFirst() throws Exception {
    Path place = copies.resolve(Digests.sha256(lists.toString()));
    Files.createDirectories(place);
    Files.writeString(place.resolve("0"), "half of");
    Files.writeString(place.resolve("7"), "another");
    try (Snapshot snapshot = Snapshot.of(lists, copies)) {
      assertThat(Files.readString(snapshot.copies().getFirst().path())).isEqualTo("one\n");
      try (Stream<Path> files = Files.list(place)) {
        assertThat(files).hasSize(2);
      }
    }
    assertThat(place).doesNotExist();
  }

  @Test
  void twoDoNotReadOnePathAtOnce() throws Exception {
    try (Snapshot snapshot = Snapshot.of(lists, copies)) {
      assertThatThrownBy(() -> Snapshot.of(lists, copies))
          .isInstanceOf(PeerFailure.class)
          .hasMessageContaining("Somebody else reads");
      assertThat(snapshot.copies().getFirst().path()).exists();
      Snapshot.of(lists.resolve("a.txt"), copies).close();
    }
    Snapshot.of(lists, copies).close();
  }

  @Test
  void listsAreTogetherNotTooLarge() throws Exception {
    for (String name : new String[] {"c.txt", "d.txt"}) {
      try (RandomAccessFile file = new RandomAccessFile(lists.resolve(name).toFile(), "rw")) {
        // Nothing but a hole: it takes no room.
        file.setLength(Originals.LARGEST / 2);
      }
    }
    assertThatThrownBy(() -> Originals.at(lists)).hasMessageContaining("8 GiB in all");
    assertThat(Originals.at(lists.resolve("c.txt")).size()).isEqualTo(Originals.LARGEST / 2);
  }

  @Test
  void theDiskIsNeverFilled() {
    Snapshot.checkRoom(5, Snapshot.SPARE + 5);
    assertThatThrownBy(() -> Snapshot.checkRoom(6, Snapshot.SPARE + 5))
        .isInstanceOf(PeerFailure.class)
        .hasMessageContaining("no room");
  }
}
