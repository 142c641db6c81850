package eu.gardefou.matching;

import static eu.gardefou.matching.ApiDoor.ENTRIES;
import static eu.gardefou.matching.ApiDoor.HASH;
import static eu.gardefou.matching.ApiDoor.LOOK_UP;
import static eu.gardefou.matching.ApiDoor.bytes;
import static eu.gardefou.matching.ApiDoor.notFound;
import static eu.gardefou.matching.ApiDoor.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Entries and look-ups over HTTP. */
final class MatchingApiTest {
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

  private final ApiDoor api = new ApiDoor();

  @AfterEach
  void drop() {
    api.close();
  }

  @Test
  void aHashIsAddedFoundListedAndWithdrawn() {
    MvcTestResult added =
        api.json(
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
    UUID id = api.banks.entries("known-abuse").entries().getFirst().id();

    assertThat(api.json(LOOK_UP, "{\"pdq\":\"%s\"}".formatted(HASH)))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.matches[0].entry")
        .isEqualTo(id.toString());
    assertThat(api.http.get().uri(ENTRIES))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"page\":0,\"pages\":1,\"total\":1,\"next\":null}");

    assertThat(api.http.post().uri(ENTRIES + "/{id}/withdrawal", id))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"active\":false,\"withdrawn_by\":\"key:c0ffee\"}");
    assertThat(api.json(LOOK_UP, "{\"pdq\":\"%s\"}".formatted(HASH)))
        .bodyJson()
        .extractingPath("$.matches")
        .asArray()
        .isEmpty();
  }

  @Test
  void aPictureIsAddedAndFound() {
    assertThat(api.picture(ENTRIES, Drawings.png(1))).hasStatus(HttpStatus.CREATED);

    assertThat(api.picture(LOOK_UP, Drawings.png(1)))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"hashable\":true,\"matches\":[{\"bank\":\"known-abuse\",\"distance\":0}]}");
    assertThat(api.picture(LOOK_UP, Drawings.png(2)))
        .bodyJson()
        .extractingPath("$.matches")
        .asArray()
        .isEmpty();
  }

  @Test
  void aBodyThatIsNotExactlyAsAskedIsRefused() {
    for (String body : NOT_AS_ASKED) {
      assertThat(api.json(ENTRIES, body.replace("HASH", HASH)))
          .as(body)
          .hasStatus(HttpStatus.BAD_REQUEST)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    assertThat(api.banks.entries("known-abuse").total()).isZero();
  }

  @Test
  void aMalformedHashIsRefusedAndThePlaceNamed() {
    String malformed = HASH.substring(0, 40) + "x" + HASH.substring(41);

    assertThat(api.json(ENTRIES, "{\"pdq\":\"%s\",\"source\":\"s\"}".formatted(malformed)))
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

    assertThat(api.json(ENTRIES, body))
        .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("The body is longer than 65536 bytes.");
  }

  @Test
  void whatIsUnknownIsNotFound() {
    String body = "{\"pdq\":\"%s\",\"source\":\"s\"}".formatted(HASH);
    notFound(api.json("/v1/banks/nobody/entries", body));
    notFound(api.http.get().uri("/v1/banks/nobody/entries").exchange());
    notFound(api.http.post().uri(ENTRIES + "/{id}/withdrawal", new UUID(1, 2)).exchange());
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
            ? api.http.get().uri(ENTRIES + rest).exchange()
            : api.http.post().uri(ENTRIES + rest).exchange();

    assertThat(answer)
        .hasStatus(HttpStatus.BAD_REQUEST)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void aPictureWithoutDetailIsRefusedWithItsQuality() {
    byte[] plain = Drawings.png(new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB));

    assertThat(api.picture(ENTRIES, plain))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("too little detail: its quality is 0");
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThat(api.picture(ENTRIES, new byte[] {1, 2, 3, 4}))
        .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(api.banks.entries("known-abuse").total()).isZero();
  }

  @Test
  void aMissingPartIsNamed() {
    assertThat(api.multipart(ENTRIES, part("source", bytes("s"))))
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
      assertThat(api.multipart(ENTRIES, image, source, more)).hasStatus(HttpStatus.BAD_REQUEST);
    }
    assertThat(api.picture(LOOK_UP + "?bank=x", Drawings.png(1))).hasStatus(HttpStatus.BAD_REQUEST);
    assertThat(api.banks.entries("known-abuse").total()).isZero();
  }
}
