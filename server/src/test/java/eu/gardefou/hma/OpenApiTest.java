package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;

/** The document says what is served, all of it and nothing else. */
final class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final HmaGate hma = HmaGate.shared();
  private final JsonNode document = hma.json("/openapi/openapi.json");

  @Test
  void itHasEveryPathOfTheSiteMapAndNoOther() {
    Set<String> served = new TreeSet<>();
    hma.json("/site-map").forEach(path -> served.add(path.asString()));

    assertThat(served).contains("/m/lookup", "/c/bank/{bank_name}/content/{content_id}");
    assertThat(document.path("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void itHasEveryMethodOfEveryPathAndNoOther() {
    Set<String> written = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> written.add(method + " " + path.getKey())));
    Set<String> served = new TreeSet<>();
    for (RequestMappingInfo door : hma.gate.bean(CoreApi.class).doors()) {
      for (RequestMethod method : door.getMethodsCondition().getMethods()) {
        String word = method.name().toLowerCase(Locale.ROOT);
        door.getPatternValues().forEach(path -> served.add(word + " " + path));
      }
    }
    assertThat(written).isEqualTo(served);
  }

  @Test
  void everyPartThatItPointsAtIsThere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String name = reference.asString().replace("#/components/schemas/", "");
      assertThat(document.path("components").path("schemas").has(name)).as(name).isTrue();
    }
    document
        .path("paths")
        .forEach(path ->
            path.properties()
                .forEach(operation -> assertThat(METHODS).contains(operation.getKey())));
  }
}
