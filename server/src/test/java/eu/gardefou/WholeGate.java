package eu.gardefou;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import eu.gardefou.access.Caller;
import eu.gardefou.access.Keys;
import eu.gardefou.access.Scope;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.prompts.Prompts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program as it runs: every module, real PostgreSQL, real models, on a free port. */
public final class WholeGate implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private WholeGate(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts one with a database of its own; properties are such as {@code gardefou.models=x}. */
  public static WholeGate start(String... properties) {
    SpringApplication application = new SpringApplication(Application.class);
    application.addInitializers(new TestDatabase.Context());
    return start(application, properties);
  }

  /** Starts one that reads words with this reader, such as one that knows a canary too. */
  public static WholeGate startReading(Prompts reader, String... properties) {
    return startReading(reader, start -> {}, properties);
  }

  /** The same with something done to it before it starts. */
  public static WholeGate startReading(
      Prompts reader,
      ApplicationContextInitializer<ConfigurableApplicationContext> before,
      String... properties) {
    SpringApplication application = new SpringApplication(Application.class);
    application.addInitializers(
        new TestDatabase.Context(),
        start -> start.getBeanFactory().addBeanPostProcessor(new OtherReader(reader)),
        before);
    return start(application, properties);
  }

  private record OtherReader(Prompts reader) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof Prompts ? reader : bean;
    }
  }

  /** Starts another node on the same database, with a data folder of its own. */
  public WholeGate beside() {
    Environment settings = context.getEnvironment();
    Path data = Path.of(settings.getRequiredProperty("gardefou.data"));
    return start(
        new SpringApplication(Application.class),
        "gardefou.db.url=" + settings.getRequiredProperty("gardefou.db.url"),
        "gardefou.db.user=" + settings.getRequiredProperty("gardefou.db.user"),
        "gardefou.db.password=" + settings.getRequiredProperty("gardefou.db.password"),
        "gardefou.data=" + data + "-beside",
        "gardefou.evidence.key=" + read(data.resolve("keys/evidence")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static WholeGate start(SpringApplication application, String... properties) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    if (Arrays.stream(properties).noneMatch(property -> property.startsWith("gardefou.models="))) {
      arguments.add("--gardefou.models=" + models());
    }
    Arrays.stream(properties).map(property -> "--" + property).forEach(arguments::add);
    return new WholeGate(application.run(arguments.toArray(String[]::new)));
  }

  /** The converted models. */
  public static Path models() {
    return Path.of(System.getProperty("gardefou.models", "../models/onnx")).toAbsolutePath();
  }

  /** Whether the converted models are here; in continuous integration they are. */
  public static boolean hasModels() {
    return models().resolve("nsfw-inception-v3.onnx").toFile().isFile();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public URI address(String path) {
    WebServer server = ((WebServerApplicationContext) context).getWebServer();
    int port = Objects.requireNonNull(server, "the gate is up").getPort();
    return URI.create("http://localhost:" + port + path);
  }

  /** Statements of the role that owns the tables, which the program itself is not. */
  public JdbcClient asOwner() {
    Environment settings = context.getEnvironment();
    return JdbcClient.create(
        new DriverManagerDataSource(
            settings.getRequiredProperty("gardefou.db.url"),
            settings.getRequiredProperty("gardefou.db.user"),
            settings.getRequiredProperty("gardefou.db.password")));
  }

  /** A new key. */
  public String key(Scope... scopes) {
    Set<Scope> opened = EnumSet.noneOf(Scope.class);
    opened.addAll(List.of(scopes));
    return bean(Keys.class).create("test", opened, Caller.LOCAL).secret();
  }

  /** The official client, with its usual retries. */
  public OpenAIClient openAi(String key) {
    return OpenAIOkHttpClient.builder().baseUrl(address("/v1").toString()).apiKey(key).build();
  }

  public HttpResponse<String> post(
      String path, String key, String contentType, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpResponse<String> get(String path, String key) {
    return send(
        HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key).build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError("no answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }
}
