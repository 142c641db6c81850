package eu.gardefou.hma;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.hashing.PdqHasher;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What upstream's own tests expect of hashing and matching, in our words. */
final class UpstreamMatchingTest {
  private static final String ONE =
      "facd8bcb2a49bcebdec1985298d5fe84bcd006c187c598c720c3c087b3fdb318";
  private static final String NINE_AWAY =
      "facd8bcb2a49bcebdec1985228d5ae84bcd006c187c598c720c2b087b3fdb318";
  private static final String MD5 = "0123456789abcdef0123456789abcdef";

  private final HmaGate hma = HmaGate.shared();

  @Test
  void theStatusIsAlive() {
    for (String path : List.of("/status", "/status/live")) {
      HttpResponse<String> status = hma.get(path);
      assertThat(status.statusCode()).isEqualTo(200);
      assertThat(status.body()).isEqualTo("I-AM-ALIVE");
    }
  }

  @Test
  void aPictureHasTheHashesThatItHas() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(HmaGate.drawing(21)));
    int[] rgb = image.getRGB(0, 0, 320, 240, null, 0, 320);
    String pdq = PdqHasher.hashRgb(rgb, 320, 240).hash().toString();

    JsonNode fetched = hma.json("/h/hash?url=" + hma.picture(21));
    assertThat(fetched.path("pdq").asString()).isEqualTo(pdq);
    assertThat(HmaGate.json(hma.form("/h/hash", "photo", HmaGate.drawing(21)))).isEqualTo(fetched);
    assertThat(hma.get("/h/hash?types=pdq&url=" + hma.picture(21)).body())
        .isEqualTo("{\"pdq\":\"" + pdq + "\"}");
    assertThat(hma.json("/h/hash?url=" + hma.video("7")))
        .isEqualTo(HmaGate.json(hma.form("/h/hash", "video", HmaGate.video(7))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?url=",
        "?url=example.com",
        "?url=ftp://example.com/a",
        "?url=file:///etc/hosts",
        "?url=http://10.0.0.1/a.png",
        "?url=http://[::1]/a.png",
        "?url=http://0x7f.1/a.png",
        "?url=http://example.com:22/a.png",
        "?url=javascript:alert(1)",
        "?url=http://a.example/&url=http://b.example/"
      })
  void anAddressThatIsNoneIsRefused(String query) {
    HttpResponse<String> refused =
        hma.get("/h/hash" + query.replace("[", "%5B").replace("]", "%5D"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).startsWith("{\"message\":");
  }

  @Test
  void aSelectionThatIsNoneIsRefused() {
    String url = "/h/hash?url=" + hma.picture(21);
    for (String types : List.of("nothing", "video_md5", ",", "pdq,nothing")) {
      assertThat(hma.get(url + "&types=" + types).statusCode()).isEqualTo(400);
    }
    assertThat(hma.get(url + "&content_type=text").statusCode()).isEqualTo(400);
    assertThat(hma.form("/h/hash", "text", HmaGate.drawing(1)).statusCode()).isEqualTo(400);
    assertThat(hma.send("POST", "/h/hash", null).statusCode()).isEqualTo(400);
    assertThat(hma.form("/h/hash", "photo", HmaGate.video(1)).statusCode()).isEqualTo(400);
  }

  @Test
  void hashesAreFoundAtOnceAndDistancesAreTexts() {
    String bank = hma.newBank();
    String id = add(bank, "pdq", ONE);

    assertThat(hma.get("/m/lookup?signal_type=pdq&signal=" + ONE).body())
        .contains("\"%s\":[{\"bank_content_id\":%s,\"distance\":\"0\"}]".formatted(bank, id));
    assertThat(hma.get(lookUp("pdq", NINE_AWAY, bank)).body())
        .isEqualTo("{\"%s\":[{\"bank_content_id\":%s,\"distance\":\"9\"}]}".formatted(bank, id));
    assertThat(hma.get("/m/lookup?signal_type=pdq&signal=" + "5".repeat(64)).body())
        .isEqualTo("{}");
  }

  @Test
  void exactTypesAreSameOrNotAndHaveNoDistance() {
    String bank = hma.newBank();
    String id = add(bank, "video_md5", MD5);

    assertThat(hma.get(lookUp("video_md5", MD5.toUpperCase(Locale.ROOT), bank)).body())
        .isEqualTo("{\"%s\":[{\"bank_content_id\":%s,\"distance\":\"-\"}]}".formatted(bank, id));
    assertThat(hma.get(lookUp("md5", MD5, bank)).body()).isEqualTo("{}");
  }

  @Test
  void theBanksToAskAreNamed() {
    List<String> banks = List.of(hma.newBank(), hma.newBank(), hma.newBank());
    List<String> ids = banks.stream().map(bank -> add(bank, "pdq", ONE)).toList();

    JsonNode all = hma.json("/m/lookup?signal_type=pdq&signal=" + ONE);
    assertThat(all.propertyNames()).containsAll(banks);
    JsonNode two = hma.json(lookUp("pdq", ONE, banks.get(0) + "," + banks.get(2)));
    assertThat(two.propertyNames()).containsExactlyInAnyOrder(banks.get(0), banks.get(2));
    assertThat(hma.get(lookUp("pdq", ONE, "NO_SUCH_BANK")).body()).isEqualTo("{}");

    String raw = "/m/raw_lookup?signal_type=pdq&signal=" + ONE + "&banks=";
    assertThat(hma.get(raw + banks.get(1)).body()).isEqualTo("{\"matches\":[" + ids.get(1) + "]}");
    assertThat(hma.json(raw + banks.get(0) + "," + banks.get(1)).path("matches")).hasSize(2);
    assertThat(hma.get(raw + banks.get(1) + "&include_distance=true").body())
        .isEqualTo(
            "{\"matches\":[{\"bank_content_id\":%s,\"distance\":\"0\"}]}".formatted(ids.get(1)));
    assertThat(hma.get(raw + "NO_SUCH_BANK").body()).isEqualTo("{\"matches\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signal_type=pdq",
        "signal=5",
        "",
        "signal_type=nothing&signal=5",
        "signal_type=pdq&signal=banana",
        "signal_type=md5&signal=5",
        "signal_type=pdq&signal=5&signal=5"
      })
  void aQuestionThatIsNoneIsRefused(String query) {
    for (String path : List.of("/m/lookup?", "/m/raw_lookup?")) {
      HttpResponse<String> refused = hma.get(path + query);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).startsWith("{\"message\":");
    }
  }

  @Test
  void filesAreLookedUpByEachOfTheirTypes() {
    String bank = hma.newBank();
    HttpResponse<String> added =
        hma.form("/c/bank/" + bank + "/content", "photo", HmaGate.drawing(22));
    String id = HmaGate.json(added).path("id").asString();
    String near = "[{\"bank_content_id\":%s,\"distance\":\"0\"}]".formatted(id);
    String same = "[{\"bank_content_id\":%s,\"distance\":\"-\"}]".formatted(id);

    JsonNode sent = HmaGate.json(hma.form("/m/lookup?banks=" + bank, "photo", HmaGate.drawing(22)));
    assertThat(sent.path("pdq").path(bank)).hasToString(near);
    assertThat(sent.path("sha256").path(bank)).hasToString(same);
    assertThat(hma.json("/m/lookup?banks=" + bank + "&url=" + hma.picture(22))).isEqualTo(sent);
    assertThat(hma.json("/m/lookup?signal_type=pdq&banks=" + bank + "&url=" + hma.picture(22)))
        .hasToString("{\"" + bank + "\":" + near + "}");

    JsonNode other = HmaGate.json(hma.form("/m/lookup?banks=" + bank, "video", HmaGate.video(1)));
    assertThat(other.toString())
        .isEqualTo("{\"video_md5\":{},\"video_sha1\":{},\"video_sha256\":{}}");
  }

  @Test
  void aBankOfRatioZeroIsAskedOnlyByThoseWhoThrowNoCoin() {
    String bank = hma.newBank();
    add(bank, "pdq", ONE);
    hma.send("PUT", "/c/bank/" + bank, "{\"enabled_ratio\":\"0\"}");
    String ask = lookUp("pdq", ONE, bank);

    assertThat(hma.get(ask).body()).isEqualTo("{}");
    assertThat(hma.get("/m/lookup?signal_type=pdq&signal=" + ONE).body()).doesNotContain(bank);
    for (String yes : List.of("true", "1", "True")) {
      assertThat(hma.get(ask + "&bypass_coinflip=" + yes).body()).contains(bank);
    }
    assertThat(hma.get(ask + "&bypass_coinflip=false").body()).isEqualTo("{}");
  }

  @Test
  void theSameSeedThrowsTheSameCoin() {
    String bank = hma.newBank();
    add(bank, "pdq", ONE);
    hma.send("PUT", "/c/bank/" + bank, "{\"enabled_ratio\":0.5}");
    int found = 0;
    for (int seed = 0; seed < 40; seed++) {
      String ask = lookUp("pdq", ONE, bank) + "&seed=content-" + seed;
      String first = hma.get(ask).body();
      assertThat(hma.get(ask).body()).isEqualTo(first);
      found += first.contains(bank) ? 1 : 0;
    }
    assertThat(found).isBetween(5, 35);
  }

  @Test
  void pairsAreCompared() {
    HttpResponse<String> compared =
        hma.send(
            "POST",
            "/m/compare",
            "{\"pdq\":[\"%s\",\"%s\"],\"md5\":[\"%s\",\"%s\"]}"
                .formatted(ONE, NINE_AWAY, MD5, MD5));
    assertThat(compared.body()).isEqualTo("{\"pdq\":[true,{\"distance\":9}],\"md5\":[true,{}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"banana\"]",
        "{\"pdq\":\"banana\"}",
        "{\"pdq\":[]}",
        "{\"pdq\":[\"banana\",\"banana\"]}",
        "{\"pdq\":[\"H\",\"H\",\"H\"]}",
        "{\"pdq\":[\"H\",5]}",
        "{\"nothing\":[\"H\",\"H\"]}"
      })
  void whatIsNoPairIsRefused(String body) {
    assertThat(hma.send("POST", "/m/compare", body.replace("H", ONE)).statusCode()).isEqualTo(400);
  }

  @Test
  void theIndexIsNeverBehind() {
    long before =
        hma.json("/m/index/status?signal_type=video_sha1").path("video_sha1").path("size").asLong();
    add(hma.newBank(), "video_sha1", MD5 + "01234567");

    JsonNode status = hma.json("/m/index/status?signal_type=video_sha1").path("video_sha1");
    assertThat(status.path("present").booleanValue()).isTrue();
    assertThat(status.path("size").asLong()).isEqualTo(before + 1);
    JsonNode index = hma.json("/c/signal_type/index?signal_type=video_sha1").path("video_sha1");
    assertThat(index.path("index_size").asLong()).isEqualTo(before + 1);
    assertThat(index.path("index_out_of_date").booleanValue()).isFalse();
    assertThat(hma.json("/m/index/status").propertyNames()).contains("pdq", "video_md5");
    assertThat(hma.get("/m/index/status?signal_type=nothing").statusCode()).isEqualTo(400);
  }

  @Test
  void typesAreListedAndSwitched() {
    assertThat(hma.get("/c/content_type").body()).contains("photo", "video");
    assertThat(hma.get("/c/signal_type").body()).contains("\"pdq\"", "\"video_md5\"");
    String type = "/c/signal_type/video_sha256";
    String ask = "/m/lookup?signal_type=video_sha256&signal=" + ONE;

    assertThat(hma.send("PUT", type, "{\"enabled_ratio\":0}").statusCode()).isEqualTo(204);
    assertThat(hma.get(ask).statusCode()).isEqualTo(400);
    assertThat(hma.send("PUT", type, "{\"enabled_ratio\":\"1.0\"}").statusCode()).isEqualTo(204);
    assertThat(hma.get(ask).statusCode()).isEqualTo(200);
    assertThat(hma.send("PUT", type, "{}").statusCode()).isEqualTo(400);
  }

  private String add(String bank, String type, String value) {
    HttpResponse<String> added =
        hma.send("POST", "/c/bank/" + bank + "/signal", "{\"%s\":\"%s\"}".formatted(type, value));
    return HmaGate.json(added).path("id").asString();
  }

  private static String lookUp(String type, String value, String banks) {
    return "/m/lookup?signal_type=" + type + "&signal=" + value + "&banks=" + banks;
  }
}
