package eu.gardefou.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.Application;
import eu.gardefou.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks up to every door that the whole program has, whoever built it. */
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class EveryDoorTest {
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /health",
          "GET /livez",
          "GET /readyz",
          "GET /status",
          "GET /status/live",
          "POST /v1/notices",
          "GET /v1/notices/{link}",
          "POST /v1/notices/{link}/additions",
          "GET /sign-in",
          "GET /welcome",
          "POST /welcome");

  private final Collection<RequestMappingInfoHandlerMapping> mappings;
  private final Keys keys;
  private final int port;

  EveryDoorTest(
      @Autowired Collection<RequestMappingInfoHandlerMapping> mappings,
      @Autowired Keys keys,
      @LocalServerPort int port) {
    this.mappings = mappings;
    this.keys = keys;
    this.port = port;
  }

  @Test
  void noneOpensWithoutAKeyOrASessionUnlessItIsNamedAsPublic() throws Exception {
    Set<String> open = new TreeSet<>();
    for (String door : doors()) {
      HttpResponse<String> answer = knock(door);
      String location = answer.headers().firstValue("Location").orElse("");
      boolean shut =
          switch (answer.statusCode()) {
            case 401, 403 -> true;
            case 302 -> location.endsWith("/sign-in");
            default -> false;
          };
      if (!shut) {
        open.add(door);
      }
    }
    open.removeAll(PUBLIC);
    assertThat(open).isEmpty();
  }

  @Test
  void everyMachineDoorHasItsScope() throws Exception {
    String secret = keys.create("all", Set.of(Scope.values()), Caller.LOCAL).secret();
    for (String door : doors()) {
      if (door.matches("[A-Z]+ /(v1|h|m|c|openapi)/.*")) {
        assertThat(knock(door, "Authorization", "Bearer " + secret).body())
            .as(door)
            .doesNotContain("There is no such address on this gate.");
      }
    }
  }

  private List<String> doors() {
    List<String> doors = new ArrayList<>();
    for (RequestMappingInfoHandlerMapping mapping : mappings) {
      for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
          info.getPatternValues().forEach(path -> doors.add(method + " " + path));
        }
      }
    }
    assertThat(doors).contains("GET /v1/decisions", "GET /metrics", "GET /health");
    doors.removeIf(door -> door.endsWith(" /error"));
    return doors;
  }

  private HttpResponse<String> knock(String door, String... headers)
      throws IOException, InterruptedException {
    String method = door.substring(0, door.indexOf(' '));
    String path = door.substring(door.indexOf(' ') + 1);
    String concrete = path.replaceAll("\\{[^}]*}", "1").replace("**", "1").replace("*", "1");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + concrete))
            .method(method, BodyPublishers.noBody());
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
