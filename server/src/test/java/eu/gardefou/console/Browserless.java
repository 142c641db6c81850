package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that keeps cookies, follows nothing and shows nothing. */
final class Browserless {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;
  private String token = "";

  Browserless(String port) {
    this.address = "http://127.0.0.1:" + port;
  }

  Browserless signIn(String name) throws IOException, InterruptedException {
    keepToken(get("/sign-in"));
    HttpResponse<String> answer =
        post("/sign-in", Map.of("username", name, "password", Scene.PASSWORD));
    assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/");
    keepToken(get("/"));
    return this;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
    fields.forEach(
        (name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private void keepToken(HttpResponse<String> page) {
    Matcher found = TOKEN.matcher(page.body());
    assertThat(found.find()).isTrue();
    token = found.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
