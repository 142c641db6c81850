package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final String PASSWORD = "four plain harbour words";
  private AccessFixture access;
  private People people;
  private SignInLinks links;

  @BeforeEach
  void open() {
    access = new AccessFixture();
    people = access.people;
    links = access.links;
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void theFirstLinkMakesTheFirstAdministratorOnceAndForLimitedTime() {
    SignInLinks.Link link = links.firstStart().orElseThrow();
    assertThat(link.path()).isEqualTo("/welcome?token=" + link.token());
    assertThat(links.look(link.token()).orElseThrow().person()).isNull();

    Person admin = links.redeem(link.token(), "Ada", PASSWORD);
    assertThat(admin.roles()).containsExactly(Role.ADMIN);
    assertThat(people.whoHas("ada", PASSWORD)).contains(admin);

    assertThat(links.look(link.token())).isEmpty();
    assertThatThrownBy(() -> links.redeem(link.token(), "Eve", PASSWORD))
        .isInstanceOf(AccessProblem.class)
        .hasMessageContaining("link was used before");
    assertThat(links.firstStart()).isEmpty();
  }

  @Test
  void aLinkRunsOut() {
    SignInLinks.Link link = links.firstStart().orElseThrow();
    access.clock.move(Duration.ofHours(25));
    assertThat(links.look(link.token())).isEmpty();
    assertThatThrownBy(() -> links.redeem(link.token(), "Ada", PASSWORD))
        .isInstanceOf(AccessProblem.class);
  }

  @Test
  void aSecondFirstLinkEndsTheFirst() {
    SignInLinks.Link one = links.firstStart().orElseThrow();
    SignInLinks.Link two = links.firstStart().orElseThrow();
    assertThat(links.look(one.token())).isEmpty();
    assertThat(links.look(two.token())).isPresent();
  }

  @Test
  void aRefusedPasswordLeavesTheLinkGoodAndMakesNobody() {
    SignInLinks.Link link = links.firstStart().orElseThrow();
    for (String weak : List.of("short", "aaaaaaaaaaaaaaaa", "Ada Ada Ada Ada!", "x".repeat(201))) {
      assertThatThrownBy(() -> links.redeem(link.token(), "Ada", weak))
          .as(weak)
          .isInstanceOfSatisfying(
              AccessProblem.class,
              problem -> assertThat(problem.reason()).isEqualTo(AccessProblem.Cause.PASSWORD));
    }
    assertThat(people.list()).isEmpty();
    assertThat(links.look(link.token())).isPresent();
  }

  @Test
  void ofManyWhoUseOneLinkAtOnceOneSucceeds() throws Exception {
    String token = links.firstStart().orElseThrow().token();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> rivals =
          List.of("Ada", "Bob", "Cleo", "Dan").stream()
              .<Callable<Boolean>>map(name -> () -> redeems(token, name))
              .toList();
      int winners = 0;
      for (Future<Boolean> rival : threads.invokeAll(rivals)) {
        winners += rival.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
      assertThat(people.list()).hasSize(1);
    }
  }

  private boolean redeems(String token, String name) {
    try {
      links.redeem(token, name, PASSWORD);
      return true;
    } catch (AccessProblem e) {
      assertThat(e.reason()).isEqualTo(AccessProblem.Cause.LINK);
      return false;
    }
  }

  @Test
  void aPersonWhoIsAddedChoosesAPasswordByTheirOwnLink() {
    Person bob = people.create("Bob", Set.of(Role.MODERATOR));
    assertThat(bob.invited()).isTrue();
    assertThat(people.whoHas("Bob", "")).isEmpty();

    SignInLinks.Link link = links.forPerson(bob.id());
    assertThat(links.look(link.token()).orElseThrow().person()).isEqualTo(bob);
    Person active = links.redeem(link.token(), "ignored", PASSWORD);
    assertThat(active.name()).isEqualTo("Bob");
    assertThat(people.whoHas("BOB", PASSWORD)).contains(active);
    assertThat(people.whoHas("Bob", PASSWORD + "!")).isEmpty();
    assertThat(people.whoHas("Nobody", PASSWORD)).isEmpty();
  }

  @Test
  void passwordsAreKeptAsArgon2id() {
    access.firstAdmin("Ada", PASSWORD);
    assertThat(access.sql.sql("SELECT password FROM access.person").query(String.class).single())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void aDisabledPersonCannotSignInNorUseALinkMadeBefore() {
    access.firstAdmin("Ada", PASSWORD);
    Person bob = people.create("Bob", Set.of(Role.LEGAL));
    links.redeem(links.forPerson(bob.id()).token(), "", PASSWORD);
    SignInLinks.Link later = links.forPerson(bob.id());

    people.disable(bob.id());
    assertThat(people.whoHas("Bob", PASSWORD)).isEmpty();
    assertThat(links.look(later.token())).isEmpty();
    assertThatThrownBy(() -> links.redeem(later.token(), "", PASSWORD))
        .isInstanceOf(AccessProblem.class);
    assertThatThrownBy(() -> links.forPerson(bob.id())).isInstanceOf(AccessProblem.class);
  }

  @Test
  void somebodyEnabledSignsInAsBeforeAndNoLinkOfBeforeComesAlive() {
    access.firstAdmin("Ada", PASSWORD);
    Person bob = people.create("Bob", Set.of(Role.LEGAL));
    links.redeem(links.forPerson(bob.id()).token(), "", PASSWORD);
    SignInLinks.Link before = links.forPerson(bob.id());
    people.disable(bob.id());

    people.enable(bob.id());

    assertThat(people.whoHas("Bob", PASSWORD).orElseThrow().roles()).containsExactly(Role.LEGAL);
    assertThat(links.look(before.token())).isEmpty();
    assertThatThrownBy(() -> links.redeem(before.token(), "", PASSWORD))
        .isInstanceOf(AccessProblem.class);
    assertThat(links.look(links.forPerson(bob.id()).token())).isPresent();
    assertThatThrownBy(() -> people.enable(999)).isInstanceOf(AccessProblem.class);
  }

  @Test
  void theLastAdministratorStays() {
    Person ada = access.firstAdmin("Ada", PASSWORD);
    assertThatThrownBy(() -> people.disable(ada.id()))
        .isInstanceOf(AccessProblem.class)
        .hasMessageContaining("last administrator");
    assertThatThrownBy(() -> people.setRoles(ada.id(), Set.of(Role.AUDITOR)))
        .isInstanceOf(AccessProblem.class);
    assertThat(people.find(ada.id()).orElseThrow()).isEqualTo(ada);

    Person bob = people.create("Bob", Set.of(Role.ADMIN));
    links.redeem(links.forPerson(bob.id()).token(), "", PASSWORD);
    people.disable(ada.id());
    assertThat(people.find(ada.id()).orElseThrow().active()).isFalse();
    assertThatThrownBy(() -> people.disable(bob.id())).isInstanceOf(AccessProblem.class);
  }

  @Test
  void refusesNamesThatAreTakenOrStrange() {
    people.create("Zoë Müller", Set.of(Role.SENIOR));
    assertThatThrownBy(() -> people.create("ZOË MÜLLER", Set.of(Role.SENIOR)))
        .isInstanceOfSatisfying(
            AccessProblem.class,
            problem -> assertThat(problem.reason()).isEqualTo(AccessProblem.Cause.NAME_TAKEN));
    for (String strange : List.of("", "a", "<b>", "-dash", "x".repeat(65), "tab\there")) {
      assertThatThrownBy(() -> people.create(strange, Set.of(Role.SENIOR)))
          .as(strange)
          .isInstanceOf(AccessProblem.class);
    }
    assertThatThrownBy(() -> people.create("Nina", Set.of())).isInstanceOf(AccessProblem.class);
    assertThatThrownBy(() -> people.setRoles(999, Set.of(Role.ADMIN)))
        .isInstanceOf(AccessProblem.class);
  }
}
