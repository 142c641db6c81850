package eu.gardefou.gateway;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.screening.FakeScreening;
import eu.gardefou.screening.Screening;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.Pace;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The gateway's own beans in a real Tomcat, with a scripted screening behind them. A key's words
 * after {@code Bearer} name the caller; without a key there is none.
 */
final class GatewayServer implements AutoCloseable {
  /** Every request that arrived: {@code POST /v1/images/edits}. */
  final List<String> requests;

  final FakeScreening screening;
  final Map<UUID, DecisionEntry> decisions;
  private final ConfigurableApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private GatewayServer(
      ConfigurableApplicationContext context,
      FakeScreening screening,
      Map<UUID, DecisionEntry> decisions,
      List<String> requests) {
    this.context = context;
    this.screening = screening;
    this.decisions = decisions;
    this.requests = requests;
  }

  /** Starts one; properties are such as {@code gardefou.upstream.url=demo}. */
  static GatewayServer start(String... properties) {
    var screening = new FakeScreening();
    return start(screening, screening, properties);
  }

  /** The same in front of another screening. */
  static GatewayServer inFrontOf(Screening behind, String... properties) {
    return start(new FakeScreening(), behind, properties);
  }

  private static GatewayServer start(
      FakeScreening screening, Screening behind, String... properties) {
    Map<UUID, DecisionEntry> decisions = new ConcurrentHashMap<>();
    List<String> requests = new CopyOnWriteArrayList<>();
    DecisionLookup lookup = id -> Optional.ofNullable(decisions.get(id));
    var application = new SpringApplication(App.class);
    application.addInitializers(start -> {
      start.getBeanFactory().registerSingleton("screening", behind);
      start.getBeanFactory().registerSingleton("lookup", lookup);
      start.getBeanFactory().registerSingleton("requests", new Requests(requests));
    });
    List<String> arguments =
        new ArrayList<>(List.of("--server.port=0", "--spring.threads.virtual.enabled=true"));
    Arrays.stream(properties).map(property -> "--" + property).forEach(arguments::add);
    return new GatewayServer(
        application.run(arguments.toArray(String[]::new)), screening, decisions, requests);
  }

  int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("there is no server");
    }
    return server.getPort();
  }

  URI address(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  /** The official client, with its usual retries. */
  OpenAIClient openAi(String key) {
    return OpenAIOkHttpClient.builder().baseUrl(address("/v1").toString()).apiKey(key).build();
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** The answer's lines as they come. */
  Stream<String> lines(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofLines()).body();
  }

  /** Posts a body as the caller {@code key:alice}. */
  HttpResponse<String> post(String path, String contentType, byte[] body) {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", contentType)
            .header("Authorization", "Bearer alice")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  HttpResponse<String> post(String path, Multipart multipart) {
    return post(path, multipart.contentType(), multipart.bytes());
  }

  /** Asks for a generation as the caller {@code key:alice}. */
  HttpResponse<String> generate(String json) {
    return post("/v1/images/generations", "application/json", Multipart.bytes(json));
  }

  HttpResponse<String> get(String path, String key) {
    return send(
        HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key).build());
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }

  record Requests(List<String> lines) {}

  /** No component: the whole program's scan, in other tests, must pass it by. */
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
  })
  @Import({
    GatewayConfiguration.class,
    ImagesApi.class,
    ModelsApi.class,
    ModerationsApi.class,
    Fetch.class,
    StandingApi.class,
    UnservedApi.class,
    GatewayErrors.class
  })
  static class App {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    BodyRoom room() {
      return new BodyRoom(1 << 30);
    }

    @Bean
    Bodies bodies(BodyRoom room, Environment environment) {
      Duration patience =
          environment.getProperty(
              "gardefou.bodies.patience", Duration.class, Pace.USUAL.patience());
      return new Bodies(room, new Pace(patience, Pace.USUAL.rate()));
    }

    @Bean
    Media media() {
      return new Media(MediaLimits.DEFAULT);
    }

    @Bean
    FilterRegistrationBean<Filter> keys(Requests requests) {
      return new FilterRegistrationBean<>((request, response, chain) -> {
        var http = (HttpServletRequest) request;
        requests.lines().add(http.getMethod() + " " + http.getRequestURI());
        chain.doFilter(new Known(http), response);
      });
    }
  }

  /** The package's own beans, by name, since others cannot see the class. */
  static final class Fetch implements ImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {"eu.gardefou.fetch.FetchConfiguration"};
    }
  }

  private static final class Known extends HttpServletRequestWrapper {
    Known(HttpServletRequest request) {
      super(request);
    }

    @Override
    @SuppressWarnings("NullAway") // the servlet API says null for nobody
    public Principal getUserPrincipal() {
      String key = getHeader("Authorization");
      return key == null ? null : () -> "key:" + key.substring("Bearer ".length());
    }
  }
}
