package eu.gardefou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.database.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyFileTest {
  @TempDir Path data;

  @Test
  void theKeyOfAnInstallationStaysTheSame() {
    byte[] first = KeyFile.read(new DataFolder(data), "");
    assertThat(KeyFile.read(new DataFolder(data), "")).isEqualTo(first).hasSize(32);
    assertThat(data.resolve("keys/notices")).exists();
  }

  @Test
  void aSharedKeyFileHasToBeThereAndWhole() throws Exception {
    Path shared = data.resolve("shared");
    DataFolder folder = new DataFolder(data);
    assertThatThrownBy(() -> KeyFile.read(folder, shared.toString()))
        .isInstanceOf(NoticeProblem.class)
        .hasMessageContaining("gardefou.notices.key-file");
    Files.writeString(shared, "0123456789abcdef".repeat(4) + "\n");
    assertThat(KeyFile.read(folder, shared.toString())).hasSize(32);
    for (String wrong : new String[] {"too short", "x".repeat(64)}) {
      Files.writeString(shared, wrong);
      assertThatThrownBy(() -> KeyFile.read(folder, shared.toString()))
          .isInstanceOf(NoticeProblem.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.250, true",
    "203.0.113.7, 203.0.114.7, false",
    "2001:db8:1:2::3, 2001:db8:1:ffff::9, true",
    "2001:db8:1:2::3, 2001:db8:2:2::3, false",
    "fe80::1%eth0, fe80::2, true",
    "::ffff:203.0.113.7, 203.0.113.9, true"
  })
  void addressesOfOneBlockAreOneNeighbourhood(String one, String other, boolean same) {
    assertThat(Neighbourhood.of(one).equals(Neighbourhood.of(other))).isEqualTo(same);
  }
}
