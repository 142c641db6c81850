package eu.gardefou.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Caller;
import eu.gardefou.database.TestDatabase;
import eu.gardefou.hashing.PdqHash;
import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.wire.Bodies;
import eu.gardefou.wire.BodyRoom;
import eu.gardefou.wire.Pace;
import eu.gardefou.wire.RawRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MatchingApiTest {
  private static final String ENTRIES = "/v1/banks/known-abuse/entries";
  private static final String LOOK_UP = "/v1/banks/look-up";
  private static final String HASH =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  private static final List<String> NOT_AS_ASKED =
      List.of(
          "",
          "null",
          "[]",
          "\"f8f8\"",
          "{",
          "{\"source\":\"s\"} {}",
          "{\"pdq\":5,\"source\":\"s\"}",
          "{\"pdq\":\"HASH\",\"source\":\"s\",\"quality\":\"90\"}",
          "{\"pdq\":\"HASH\",\"source\":\"s\",\"quality\":90.5}",
          "{\"pdq\":\"HASH\",\"source\":\"s\",\"quality\":900}",
          "{\"pdq\":\"HASH\",\"pdq\":\"HASH\",\"source\":\"s\"}",
          "{\"pdq\":\"HASH\",\"source\":\"s\",\"radius\":3}",
          "{\"pdq\":\"HASH\"}",
          "{\"pdq\":\"HASH0\",\"source\":\"s\"}",
          "{\"pdq\":\" HASH\",\"source\":\"s\"}",
          "{\"pdq\":null,\"source\":\"s\"}");

  private final TestDatabase database = TestDatabase.fresh();
  private final Clock clock = Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);
  private final Banks banks = new Banks(database.sql(), clock);
  private final MockMvcTester http =
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

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void banksAreListed() {
    assertThat(http.get().uri("/v1/banks"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.banks[*].name")
        .asArray()
        .containsExactly("known-abuse", "protected-people");
  }

  @Test
  void aHashIsAddedFoundListedAndWithdrawn() {
    MvcTestResult added =
        json(
            ENTRIES,
            "{\"pdq\":\"%s\",\"quality\":90,\"source\":\"hotline\",\"note\":\"n\"}"
                .formatted(HASH));

    assertThat(added).hasStatus(HttpStatus.CREATED);
    assertThat(added)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"bank":"known-abuse","pdq":"%s","quality":90,"source":"hotline","note":"n",
             "added_at":"2026-02-01T10:00:00Z","added_by":"key:c0ffee","active":true,
             "withdrawn_at":null,"withdrawn_by":null}
            """
                .formatted(HASH));
    UUID id = banks.entries("known-abuse").entries().getFirst().id();

    assertThat(json(LOOK_UP, "{\"pdq\":\"%s\"}".formatted(HASH)))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.matches[0].entry")
        .isEqualTo(id.toString());
    assertThat(http.get().uri(ENTRIES))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"page\":0,\"pages\":1,\"total\":1,\"next\":null}");

    assertThat(http.post().uri(ENTRIES + "/{id}/withdrawal", id))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"active\":false,\"withdrawn_by\":\"key:c0ffee\"}");
    assertThat(json(LOOK_UP, "{\"pdq\":\"%s\"}".formatted(HASH)))
        .bodyJson()
        .extractingPath("$.matches")
        .asArray()
        .isEmpty();
  }

  @Test
  void aPictureIsAddedAndFound() {
    assertThat(picture(ENTRIES, Drawings.png(1))).hasStatus(HttpStatus.CREATED);

    assertThat(picture(LOOK_UP, Drawings.png(1)))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"hashable\":true,\"matches\":[{\"bank\":\"known-abuse\",\"distance\":0}]}");
    assertThat(picture(LOOK_UP, Drawings.png(2)))
        .bodyJson()
        .extractingPath("$.matches")
        .asArray()
        .isEmpty();
  }

  @Test
  void aBodyThatIsNotExactlyAsAskedIsRefused() {
    for (String body : NOT_AS_ASKED) {
      assertThat(json(ENTRIES, body.replace("HASH", HASH)))
          .as(body)
          .hasStatus(HttpStatus.BAD_REQUEST)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    assertThat(banks.entries("known-abuse").total()).isZero();
  }

  @Test
  void aMalformedHashIsRefusedAndThePlaceNamed() {
    String malformed = HASH.substring(0, 40) + "x" + HASH.substring(41);

    assertThat(json(ENTRIES, "{\"pdq\":\"%s\",\"source\":\"s\"}".formatted(malformed)))
        .hasStatus(HttpStatus.BAD_REQUEST)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo(
            "The field pdq is wrong: a PDQ hash is 64 hexadecimal digits, the character at"
                + " position 40 is none.");
  }

  @Test
  void aBodyWithoutEndIsRefused() {
    String body = "{\"pdq\":\"%s\",\"note\":\"%s\"}".formatted(HASH, "n".repeat(70_000));

    assertThat(json(ENTRIES, body))
        .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("The body is longer than 65536 bytes.");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    String body = "{\"pdq\":\"%s\",\"source\":\"s\"}".formatted(HASH);
    notFound(json("/v1/banks/nobody/entries", body));
    notFound(http.get().uri("/v1/banks/nobody/entries").exchange());
    notFound(http.post().uri(ENTRIES + "/{id}/withdrawal", new UUID(1, 2)).exchange());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?next=x",
        "?next=",
        "?page=1",
        "?next=1-0-1&next=1-0-1",
        "?next=1-0-1&a",
        "/not-an-id/withdrawal"
      })
  void anAddressThatMakesNoSenseIsRefused(String rest) {
    MvcTestResult answer =
        rest.startsWith("?")
            ? http.get().uri(ENTRIES + rest).exchange()
            : http.post().uri(ENTRIES + rest).exchange();

    assertThat(answer)
        .hasStatus(HttpStatus.BAD_REQUEST)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void ofTwoChangesOfOneVersionTheSecondIsRefusedAndNothingIsLost() {
    String version = page("/v1/banks/known-abuse").get("version").stringValue();
    String first = "{\"radius\":7,\"version\":\"%s\"}".formatted(version);
    String second = "{\"purpose\":\"mine\",\"radius\":9,\"version\":\"%s\"}".formatted(version);

    MvcTestResult changed = change(first);
    assertThat(changed).hasStatusOk();
    assertThat(changed).bodyJson().extractingPath("$.version").isNotEqualTo(version);
    assertThat(change(second))
        .hasStatus(HttpStatus.CONFLICT)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .startsWith("Somebody else has changed this bank meanwhile");
    assertThat(banks.find("known-abuse").radius()).isEqualTo(7);
    assertThat(banks.find("known-abuse").purpose()).isNotEqualTo("mine");

    assertThat(change("{\"note\":\"whatever it is now\"}")).hasStatusOk();
    assertThat(json("/v1/banks", "{\"name\":\"new\",\"version\":\"1\"}"))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aShareIsANumberInBothDirections() {
    assertThat(change("{\"share\":0.25}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.share")
        .isEqualTo(0.25);
    assertThat(change("{\"share\":1}")).hasStatusOk();
    for (String share : List.of("\"0.25\"", "1.01", "-0.5", "true", "[0.5]", "1e999", "NaN")) {
      assertThat(change("{\"share\":" + share + "}"))
          .as(share)
          .hasStatus(HttpStatus.BAD_REQUEST);
    }
    assertThat(banks.find("known-abuse").settings().share()).isOne();
  }

  private MvcTestResult change(String body) {
    return http.patch()
        .uri("/v1/banks/known-abuse")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  @Test
  void listsGoOnFromWhatThePageBeforeSays() {
    JdbcClient owner = JdbcClient.create(database.owner());
    for (int k = 0; k <= EntryPage.SIZE; k++) {
      banks.add("known-abuse", PdqHash.parse(HASH), null, new Provenance("s", ""), Caller.LOCAL);
    }
    owner.sql("UPDATE matching.entry SET quarantined_at = now()").update();
    for (String list : List.of(ENTRIES, "/v1/quarantine")) {
      JsonNode first = page(list);
      assertThat(first.get("entries")).hasSize(50);
      assertThat(first.get("total").asInt()).isEqualTo(51);
      JsonNode last = page(list + "?next=" + first.get("next").stringValue());
      assertThat(last.get("entries")).hasSize(1);
      assertThat(last.get("next").isNull()).isTrue();
      assertThat(first.findValues("number")).doesNotContainAnyElementsOf(last.findValues("number"));
    }
  }

  private JsonNode page(String address) {
    MvcTestResult answer = http.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
  }

  @Test
  void aPictureWithoutDetailIsRefusedWithItsQuality() {
    byte[] plain = Drawings.png(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB));

    assertThat(picture(ENTRIES, plain))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("too little detail: its quality is 0");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThat(picture(ENTRIES, new byte[] {1, 2, 3, 4}))
        .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(banks.entries("known-abuse").total()).isZero();
  }

  @Test
  void aMissingPartIsNamed() {
    assertThat(multipart(ENTRIES, part("source", bytes("s"))))
        .hasStatus(HttpStatus.BAD_REQUEST)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("image");
  }

  @Test
  void whatIsNotAskedForIsRefusedRatherThanDropped() {
    byte[] image = part("image", Drawings.png(1));
    byte[] source = part("source", bytes("s"));
    for (byte[] more : List.of(image, source, part("radius", bytes("3")))) {
      assertThat(multipart(ENTRIES, image, source, more)).hasStatus(HttpStatus.BAD_REQUEST);
    }
    assertThat(picture(LOOK_UP + "?bank=x", Drawings.png(1))).hasStatus(HttpStatus.BAD_REQUEST);
    assertThat(banks.entries("known-abuse").total()).isZero();
  }

  @Test
  void anUnreachableDatabaseIsServiceUnavailable() {
    TestDatabase.stopServer();
    try {
      assertThat(http.get().uri("/v1/banks"))
          .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
          .bodyJson()
          .extractingPath("$.detail")
          .isEqualTo("The banks cannot be reached at the moment.");
    } finally {
      TestDatabase.startServer();
    }
  }

  private MvcTestResult json(String address, String body) {
    return http.post()
        .uri(address)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private MvcTestResult picture(String address, byte[] file) {
    byte[] image = part("image\"; filename=\"picture.png", file);
    return address.equals(LOOK_UP)
        ? multipart(address, image)
        : multipart(address, image, part("source", bytes("hotline")));
  }

  private MvcTestResult multipart(String address, byte[]... parts) {
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

  private static byte[] part(String name, byte[] content) {
    var part = new ByteArrayOutputStream();
    part.writeBytes(bytes("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"));
    part.writeBytes(content);
    part.writeBytes(bytes("\r\n"));
    return part.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void notFound(MvcTestResult answer) {
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
