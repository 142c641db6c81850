package eu.gardefou;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The drawing of the house, held against the code. */
final class ModularityTest {
  /** From the ground up. Every arrow goes to a lower row. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("programs"),
          List.of("access", "media", "video", "database", "wire", "fetch"),
          List.of("matching", "lineage", "vision", "reading", "prompts", "policy", "evidence"),
          List.of("exchanges"),
          List.of("screening"),
          List.of("enforcement"),
          List.of("gateway", "notices"),
          List.of("console", "cli", "hma"));

  /** The two libraries are Maven modules of their own. */
  private final ApplicationModules modules =
      ApplicationModules.of(
          Application.class, resideInAnyPackage("eu.gardefou.hashing..", "eu.gardefou.models.."));

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    modules.verify();
  }

  @Test
  void everyModuleStandsInARow() {
    List<String> standing = ROWS.stream().flatMap(List::stream).sorted().toList();
    List<String> found =
        modules.stream().map(module -> module.getIdentifier().toString()).sorted().toList();
    assertThat(found).isEqualTo(standing);
  }

  @Test
  void everyModuleDeclaresItsArrowsAndAllOfThemGoDown() throws ReflectiveOperationException {
    Map<String, Integer> rowOf =
        IntStream.range(0, ROWS.size())
            .boxed()
            .flatMap(row -> ROWS.get(row).stream().map(name -> Map.entry(name, row)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (String name : rowOf.keySet()) {
      ApplicationModule declared =
          Class.forName("eu.gardefou." + name + ".package-info")
              .getAnnotation(ApplicationModule.class);
      assertThat(declared).as(name).isNotNull();
      assertThat(declared.allowedDependencies())
          .as("%s declares its arrows; an absent list would allow anything", name)
          .doesNotContain(ApplicationModule.OPEN_TOKEN);
      assertThat(Arrays.stream(declared.allowedDependencies()))
          .as(name)
          .allSatisfy(
              target -> assertThat(rowOf.get(target)).isNotNull().isLessThan(rowOf.get(name)));
    }
  }
}
