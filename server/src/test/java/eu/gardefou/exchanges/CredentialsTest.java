package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.gardefou.access.TestClock;
import eu.gardefou.database.DataFolder;
import eu.gardefou.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {
  private static final Map<String, String> VALUES = Map.of("user", "someone", "password", "p4ss");

  private final TestDatabase database = TestDatabase.fresh();
  @TempDir Path data;

  @AfterEach
  void close() {
    database.close();
  }

  private Credentials sealedBy(Path folder, String file) {
    return new Credentials(
        database.sql(), () -> Seal.of(new DataFolder(folder), file), new TestClock());
  }

  @Test
  void theDatabaseHoldsNothingThatCanBeRead() throws Exception {
    Credentials credentials = sealedBy(data, "");
    credentials.set("api:ncmec", VALUES, Yard.CURATOR);
    byte[] kept =
        database
            .sql()
            .sql("SELECT sealed FROM exchanges.credential")
            .query((row, n) -> row.getBytes("sealed"))
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("someone", "p4ss");
    assertThat(sealedBy(data, "").of("x", "ncmec")).isEqualTo(VALUES);
    Path key = data.resolve("keys/exchanges");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void thoseOfAnExchangeComeFirst() {
    Credentials credentials = sealedBy(data, "");
    credentials.set(Credentials.ofApi("ncmec"), VALUES, Yard.CURATOR);
    credentials.set(Credentials.ofExchange("x"), Map.of("user", "other"), Yard.CURATOR);
    assertThat(credentials.of("x", "ncmec")).containsEntry("user", "other");
    assertThat(credentials.of("y", "ncmec")).containsEntry("user", "someone");
    credentials.clear(Credentials.ofExchange("x"));
    assertThat(credentials.of("x", "ncmec")).isEqualTo(VALUES);
    assertThat(credentials.of("x", "stopncii")).isEmpty();
  }

  @Test
  void anotherKeyIsAClearError() {
    sealedBy(data.resolve("one"), "").set("api:ncmec", VALUES, Yard.CURATOR);
    assertThatThrownBy(() -> sealedBy(data.resolve("two"), "").of("x", "ncmec"))
        .isInstanceOf(ExchangeProblem.class)
        .hasMessageContaining("sealed with another key");
  }

  @Test
  void whatWasSealedForOneOpensForNoOther() {
    Credentials credentials = sealedBy(data, "");
    credentials.set("api:ncmec", VALUES, Yard.CURATOR);
    database.sql().sql("UPDATE exchanges.credential SET owner = 'api:stopncii'").update();
    assertThatThrownBy(() -> credentials.of("x", "stopncii")).isInstanceOf(ExchangeProblem.class);
  }

  @Test
  void nodesMayShareAKeyFileThatHasToBeThere() throws Exception {
    Path shared = data.resolve("shared-key");
    Credentials one = sealedBy(data.resolve("one"), shared.toString());
    assertThatThrownBy(() -> one.set("api:ncmec", VALUES, Yard.CURATOR))
        .hasMessageContaining("gardefou.exchanges.key-file");
    Files.writeString(shared, "0123456789abcdef".repeat(4) + "\n");
    one.set("api:ncmec", VALUES, Yard.CURATOR);
    assertThat(sealedBy(data.resolve("two"), shared.toString()).of("x", "ncmec")).isEqualTo(VALUES);
    Files.writeString(shared, "too short");
    assertThatThrownBy(() -> one.of("x", "ncmec")).hasMessageContaining("64 hexadecimal digits");
  }
}
