package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A picture without detail is never answered as if it matched nothing. */
final class UnhashableTest {
  private static final String HEADER = "X-Gardefou-Unhashable";

  private final HmaGate hma = HmaGate.shared();
  private final String url = hma.picture(0);

  @Test
  void itsHashIsTheEmptyTextAndTheHeaderSaysSo() {
    for (HttpResponse<String> answer :
        List.of(
            hma.get("/h/hash?types=pdq&url=" + url),
            hma.form("/h/hash?types=pdq", "photo", HmaGate.plain()))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"pdq\":\"\"}");
      assertThat(answer.headers().firstValue(HEADER)).contains("pdq");
    }
  }

  @Test
  void aLookUpIsRefusedToThoseWhoDoNotKnowHowToBeTold() {
    for (HttpResponse<String> answer :
        List.of(
            hma.get("/m/lookup?url=" + url),
            hma.get("/m/lookup?signal_type=pdq&url=" + url),
            hma.form("/m/lookup", "photo", HmaGate.plain()))) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue(HEADER)).contains("pdq");
      assertThat(answer.body()).startsWith("{\"message\":\"invalid signal: ");
    }
  }

  @Test
  void thoseWhoAskAreToldInTheAnswerAndGetWhatElseIsKnown() {
    String bank = hma.newBank();
    String add = "/c/bank/" + bank + "/content";
    assertThat(hma.form(add, "photo", HmaGate.plain()).statusCode()).isEqualTo(400);
    JsonNode added =
        HmaGate.json(hma.form(add + "?include_unhashable=true", "photo", HmaGate.plain()));
    assertThat(added.path("signals").propertyNames())
        .containsExactlyInAnyOrder("md5", "sha1", "sha256");

    JsonNode found = hma.json("/m/lookup?include_unhashable=true&url=" + url);
    assertThat(found.path("$unhashable")).hasToString("[\"pdq\"]");
    assertThat(found.path("pdq")).hasToString("{}");
    assertThat(found.path("sha256").has(bank)).isTrue();
    assertThat(
            hma.json("/m/lookup?include_unhashable=true&url=" + hma.picture(41))
                .path("$unhashable"))
        .hasToString("[]");
  }

  @Test
  void anExactTypeAloneNeedsNoDetail() {
    HttpResponse<String> answer = hma.get("/m/lookup?signal_type=md5&url=" + url);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue(HEADER)).isEmpty();
  }
}
