package eu.gardefou.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exchange that ends, and is stopped in the middle as with kill -9. */
final class LeavingTest {
  private static final int ENTRIES = 2_500;

  @TempDir Path data;
  private Yard yard;
  private JdbcClient owner;

  @BeforeEach
  void open() throws Exception {
    yard = new Yard(data);
    owner = JdbcClient.create(yard.database.owner());
    Path lists = Files.createDirectories(data.resolve("lists"));
    Files.writeString(
        lists.resolve("a.txt"),
        IntStream.range(0, ENTRIES)
            .mapToObj(i -> "md5 " + Yard.md5("m" + i) + "\n")
            .collect(Collectors.joining()));
    yard.with("local_file", Map.of("filename", "a.txt"), Map.of());
    assertThat(yard.fetch().items()).isEqualTo(ENTRIES);
  }

  @AfterEach
  void close() {
    yard.close();
  }

  /** The connection dies with half of a batch written, as soon as so many are noted as gone. */
  private void dieAfter(int gone) {
    owner
        .sql(
            """
            CREATE FUNCTION exchanges.die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
              IF (SELECT count(*) FROM exchanges.item WHERE gone) > %d THEN
                PERFORM pg_terminate_backend(pg_backend_pid());
              END IF;
              RETURN NULL;
            END $$
            """
                .replace("%d", String.valueOf(gone)))
        .update();
    owner
        .sql("CREATE TRIGGER die AFTER UPDATE ON matching.entry EXECUTE FUNCTION exchanges.die()")
        .update();
  }

  @Test
  void whatIsKilledWhileItEndsGoesOnWhereItWas() throws Exception {
    dieAfter(1_500);
    yard.exchanges.delete("source");
    assertThatThrownBy(() -> yard.exchanges.fetchHere("source")).isNotNull();
    assertThat(withdrawn()).as("the first batch, and nothing of the second").isEqualTo(1_000);
    assertThat(gone()).isEqualTo(1_000);
    assertThat(yard.exchanges.list()).isEmpty();
    assertThat(yard.desk.table().find("source")).get().matches(Row::leaving);

    owner.sql("DROP TRIGGER die ON matching.entry").update();
    yard.exchanges.fetchHere("source");
    assertThat(withdrawn()).isEqualTo(ENTRIES);
    assertThat(yard.desk.table().find("source")).isEmpty();
    assertThat(gone()).as("nothing is remembered of it").isZero();
  }

  private long withdrawn() {
    return yard.banks.find(Yard.BANK).withdrawn();
  }

  private long gone() {
    return yard.sql
        .sql("SELECT count(*) FROM exchanges.item WHERE gone")
        .query(Long.class)
        .single();
  }
}
