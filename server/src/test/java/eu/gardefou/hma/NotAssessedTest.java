package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing was looked up, or not all, no answer reads as if there were no match. */
final class NotAssessedTest {
  private static final String HEADER = "X-Gardefou-Not-Assessed";

  private final HmaGate hma = HmaGate.shared();
  private final String photo = hma.picture(51);
  private final String film = hma.video(String.valueOf(HmaGate.FILM));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signal_type=pdq&url=VIDEO",
        "signal_type=vpdq&url=PHOTO",
        "signal_type=video_md5&url=PHOTO",
        "signal_type=pdq&types=md5&url=PHOTO",
        "signal_type=vpdq&types=video_md5&url=VIDEO"
      })
  void aTypeThatIsNotComputedIsNoMissingMatch(String query) {
    HttpResponse<String> refused =
        hma.get("/m/lookup?" + query.replace("VIDEO", film).replace("PHOTO", photo));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).startsWith("{\"message\":");
  }

  @Test
  void oneTypeAloneIsComputedWithoutBeingNamedTwice() {
    String bank = hma.newBank();
    HmaGate.json(hma.form("/c/bank/" + bank + "/content?types=vpdq", "video", HmaGate.film()));
    HttpResponse<String> answer =
        hma.get("/m/lookup?signal_type=vpdq&banks=" + bank + "&url=" + film);
    assertThat(HmaGate.json(answer).has(bank)).isTrue();
    assertThat(answer.headers().firstValue(HEADER)).isEmpty();
  }

  @Test
  void whoDidNotAskForTheFramesOfAVideoIsTold() {
    for (HttpResponse<String> answer :
        List.of(
            hma.get("/m/lookup?url=" + film),
            hma.get("/m/lookup?signal_type=video_md5&url=" + film),
            hma.get("/h/hash?url=" + film),
            hma.form("/m/lookup", "video", HmaGate.video(5)))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue(HEADER)).contains("vpdq");
    }
    assertThat(hma.get("/m/lookup?url=" + photo).headers().firstValue(HEADER)).isEmpty();
  }
}
