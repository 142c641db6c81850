package eu.gardefou.hashing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.hashing.PdqHash;
import eu.gardefou.hashing.index.UnreadableIndexException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved index comes back whole, or not at all. */
class SavedIndexTest {
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir private Path folder;

  @Test
  void whatWasSavedComesBackWithChangesThatWereNotYetInTheTables() throws IOException {
    Hashes hashes = new Hashes(31);
    Map<Long, PdqHash> bank = new HashMap<>();
    HammingIndex.Builder builder = HammingIndex.builder().rebuildOn(task -> {});
    for (long id = 0; id < 20_000; id += 2) {
      bank.put(id, hashes.off(Hashes.ONES, hashes.below(60)));
    }
    bank.forEach(builder::add);
    HammingIndex index = builder.build();
    for (int i = 0; i < 500; i++) {
      if (i == 250) {
        index.bank().seal();
      }
      long id = hashes.below(20_000) - 10L;
      if (i % 3 == 0) {
        index.remove(id);
        bank.remove(id);
      } else {
        PdqHash hash = hashes.off(Hashes.ONES, hashes.below(60));
        index.put(id, hash);
        bank.put(id, hash);
      }
    }

    index.save(file());
    HammingIndex opened = HammingIndex.open(file());

    assertThat(opened.size()).isEqualTo(bank.size());
    assertThat(opened.search(Hashes.ONES, 63, ALL))
        .isEqualTo(BruteForce.search(bank, Hashes.ONES, 63, ALL));
  }

  @Test
  void anEmptyIndexComesBackEmpty() throws IOException {
    HammingIndex.builder().build().save(file());

    assertThat(HammingIndex.open(file()).size()).isZero();
  }

  @Test
  void savingReplacesAndLeavesNothingElseBehind() throws IOException {
    savedBytes();
    HammingIndex.builder().add(1, Hashes.ONES).build().save(file());

    assertThat(HammingIndex.open(file()).size()).isEqualTo(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void savingThatFailsLeavesNothingBehind() throws IOException {
    Files.createDirectories(file().resolve("in the way"));

    assertThatThrownBy(() -> HammingIndex.builder().build().save(file()))
        .isInstanceOf(IOException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void aFileCanBeLoadedOnTopOfOthers() throws IOException {
    HammingIndex.builder().add(1, Hashes.ONES).add(2, Hashes.ONES).build().save(file());

    HammingIndex index =
        HammingIndex.builder().add(5, Hashes.ZEROS).add(2, Hashes.ZEROS).load(file()).build();

    assertThat(index.search(Hashes.ONES, 0, ALL).nearest())
        .containsExactly(new Neighbour(1, 0), new Neighbour(2, 0));
    assertThat(index.search(Hashes.ZEROS, 0, ALL).nearest()).containsExactly(new Neighbour(5, 0));
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws IOException {
    byte[] whole = savedBytes();
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void aFileWithMoreBehindItIsRefused() throws IOException {
    byte[] whole = savedBytes();
    for (int more : new int[] {1, 31, 32, 40, 80}) {
      assertRefused(Arrays.copyOf(whole, whole.length + more), Reason.WRONG_LENGTH);
    }
  }

  @Test
  void anyByteThatChangedIsNoticed() throws IOException {
    byte[] whole = savedBytes();
    Hashes hashes = new Hashes(32);
    for (int place = 0; place < whole.length; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= (byte) (1 + hashes.below(255));
      assertRefused(damaged);
    }
  }

  @Test
  void anotherKindOfFileIsForeign() throws IOException {
    assertRefused(
        "not an index at all, but quite long a text".getBytes(StandardCharsets.US_ASCII),
        Reason.FOREIGN);
    assertRefused(new byte[0], Reason.FOREIGN);
    assertRefused(new byte[1_000], Reason.FOREIGN);
  }

  @Test
  void anotherVersionIsSaidToBeOne() throws IOException {
    byte[] newer = savedBytes();
    newer[11] = 2;

    assertRefused(sealed(newer), Reason.OTHER_VERSION);
  }

  /** A checksum proves that nothing broke, not that the writer was right. */
  @Test
  void idsOutOfOrderAreRefusedWhateverTheChecksumSays() throws IOException {
    byte[] whole = savedBytes();
    byte[] swapped = whole.clone();
    System.arraycopy(whole, 24, swapped, 64, 40);
    System.arraycopy(whole, 64, swapped, 24, 40);
    byte[] repeated = whole.clone();
    System.arraycopy(whole, 24, repeated, 64, 40);

    assertRefused(sealed(swapped), Reason.DAMAGED);
    assertRefused(sealed(repeated), Reason.DAMAGED);
  }

  @Test
  void aNumberOfRowsThatCannotBeTakesNoMemory() throws IOException {
    for (long rows : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, Slots.MOST + 1L}) {
      byte[] lying = savedBytes();
      ByteBuffer.wrap(lying).putLong(16, rows);
      assertRefused(sealed(lying), Reason.DAMAGED);
    }
    byte[] lying = savedBytes();
    ByteBuffer.wrap(lying).putLong(16, Slots.MOST);
    assertRefused(sealed(lying), Reason.WRONG_LENGTH);
  }

  @Test
  void aFileThatIsNotThereIsSaidNotToBeThere() {
    assertThatThrownBy(() -> HammingIndex.open(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aRefusedFileLeavesTheBuilderAsItWas() throws IOException {
    byte[] damaged = savedBytes();
    damaged[damaged.length - 1] ^= 1;
    Files.write(file(), damaged);
    HammingIndex.Builder builder = HammingIndex.builder().add(77, Hashes.ONES);

    assertThatThrownBy(() -> builder.load(file())).isInstanceOf(UnreadableIndexException.class);
    assertThat(builder.build().size()).isEqualTo(1);
  }

  private Path file() {
    return folder.resolve("bank.index");
  }

  /** A saved index of a dozen hashes. */
  private byte[] savedBytes() throws IOException {
    Hashes hashes = new Hashes(33);
    HammingIndex.Builder builder = HammingIndex.builder();
    for (int id = 0; id < 12; id++) {
      builder.add(id, hashes.any());
    }
    builder.build().save(file());
    return Files.readAllBytes(file());
  }

  /** The same bytes with a checksum that holds. */
  private static byte[] sealed(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, file.length - 32);
      byte[] sealed = file.clone();
      System.arraycopy(digest.digest(), 0, sealed, file.length - 32, 32);
      return sealed;
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void assertRefused(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
    assertThatThrownBy(() -> HammingIndex.open(file()))
        .isInstanceOf(UnreadableIndexException.class)
        .hasMessageContaining("bank.index")
        .hasMessageEndingWith("; build the index anew");
  }

  private void assertRefused(byte[] bytes, Reason reason) throws IOException {
    assertRefused(bytes);
    assertThatThrownBy(() -> HammingIndex.open(file()))
        .asInstanceOf(InstanceOfAssertFactories.type(UnreadableIndexException.class))
        .returns(reason, UnreadableIndexException::reason);
  }
}
