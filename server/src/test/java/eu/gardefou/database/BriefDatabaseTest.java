package eu.gardefou.database;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.MachineKey;
import eu.gardefou.access.Role;
import eu.gardefou.access.Scope;
import eu.gardefou.access.SignInLinks;
import eu.gardefou.access.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class BriefDatabaseTest {
  private final TestClock clock = new TestClock();
  @TempDir Path data;

  @Test
  void aCommandFindsTheSameRowsBesideARunningGateAndWithoutOne() throws Exception {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("gardefou.data", data.toString());
    String alone = make(environment, "alone");

    DataFolder folder = new DataFolder(data);
    try (Database gate = Database.open(DatabaseSettings.of(environment), folder)) {
      String beside = make(environment, "beside");
      assertThat(keys(gate)).extracting(MachineKey::id).containsExactlyInAnyOrder(alone, beside);
    }
    try (BriefDatabase after = BriefDatabase.open(environment)) {
      SignInLinks links = SignInLinks.in(after.dataSource(), clock);
      String token = links.firstStart().orElseThrow().token();
      assertThat(links.redeem(token, "Ada", "four plain harbour words").roles())
          .containsExactly(Role.ADMIN);
      assertThat(links.look(links.forPerson("ADA").token())).isPresent();
    }
    assertThat(new Postmaster(data.resolve("db")).running()).isEmpty();
  }

  private String make(MockEnvironment environment, String name) {
    try (BriefDatabase database = BriefDatabase.open(environment)) {
      Keys keys = new Keys(JdbcClient.create(database.dataSource()), clock);
      return keys.create(name, Set.of(Scope.GATEWAY), Caller.LOCAL).key().id();
    }
  }

  private List<MachineKey> keys(Database gate) {
    return new Keys(JdbcClient.create(gate.connections()), clock).list();
  }
}
