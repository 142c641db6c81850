package eu.gardefou.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.Pace;
import eu.gardefou.wire.RawRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The banks over HTTP, on a real database, with somebody who may curate. */
final class ApiDoor implements AutoCloseable {
  static final String ENTRIES = "/v1/banks/known-abuse/entries";
  static final String LOOK_UP = "/v1/banks/look-up";
  static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  final TestDatabase database = TestDatabase.fresh();
  final Clock clock = Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);
  final Banks banks = new Banks(database.sql(), clock);
  final MockMvcTester http =
      MockMvcTester.of(
          List.of(
              new MatchingApi(
                  banks,
                  new Opinions(database.sql(), banks, clock),
                  new Matching(database.sql(), clock),
                  new Media(MediaLimits.DEFAULT),
                  new Bodies(new BodyRoom(1 << 30), Pace.USUAL))),
          builder ->
              builder
                  .setControllerAdvice(new MatchingProblems())
                  .setCustomArgumentResolvers(new Curator())
                  .addFilters(Objects.requireNonNull(RawRequest.filter("/*").getFilter()))
                  .build());

  @Override
  public void close() {
    database.close();
  }

  MvcTestResult change(String body) {
    return http.patch()
        .uri("/v1/banks/known-abuse")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  JsonNode page(String address) {
    MvcTestResult answer = http.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
  }

  MvcTestResult json(String address, String body) {
    return http.post()
        .uri(address)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  MvcTestResult picture(String address, byte[] file) {
    byte[] image = part("image\"; filename=\"picture.png", file);
    return address.equals(LOOK_UP)
        ? multipart(address, image)
        : multipart(address, image, part("source", bytes("hotline")));
  }

  MvcTestResult multipart(String address, byte[]... parts) {
    var body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    body.writeBytes(bytes("--b--\r\n"));
    return http.post()
        .uri(address)
        .contentType("multipart/form-data; boundary=b")
        .content(body.toByteArray())
        .exchange();
  }

  static byte[] part(String name, byte[] content) {
    var part = new ByteArrayOutputStream();
    part.writeBytes(bytes("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"));
    part.writeBytes(content);
    part.writeBytes(bytes("\r\n"));
    return part.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void notFound(MvcTestResult answer) {
    assertThat(answer)
        .hasStatus(HttpStatus.NOT_FOUND)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  /** Stands for the access module, which knows who asks. */
  private static final class Curator implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Caller resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      return new Caller("key:c0ffee");
    }
  }
}
