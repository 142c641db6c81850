package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
  @Test
  void readsJson() {
    Literal value =
        Literal.parse(
            "{\"a\": [1, -2.5e3, \"x\\n\\u00e9\\\"\"], \"b\": {\"c\": true, \"d\": null}}");
    assertThat(value.get("a").items().get(0).integer()).isEqualTo(1);
    assertThat(value.get("a").items().get(1).number()).isEqualTo(-2500);
    assertThat(value.get("a").items().get(2).text()).isEqualTo("x\n\u00e9\"");
    assertThat(value.get("b").get("c").flag()).isTrue();
    assertThat(value.get("b").find("d")).isNull();
    assertThat(value.get("b").find("none")).isNull();
  }

  @Test
  void readsWhatMinifiersWrite() {
    Literal value = Literal.parse("{min:-.5,scale:.004,on:!0,off:!1,s:'it',$a_1:[]}");
    assertThat(value.get("min").number()).isEqualTo(-0.5);
    assertThat(value.get("scale").number()).isEqualTo(0.004);
    assertThat(value.get("on").flag()).isTrue();
    assertThat(value.get("off").flag()).isFalse();
    assertThat(value.get("s").text()).isEqualTo("it");
    assertThat(value.get("$a_1").items()).isEmpty();
  }

  @Test
  void readsWholeNumbersThatAreWrittenAsText() {
    assertThat(Literal.parse("[\"224\",-1]").integers()).containsExactly(224, -1);
  }

  @Test
  void findsWhatAWrappedScriptExports() {
    String script =
        "!function(t){var c=i[o]={exports:{}}}({1:[function(e,a,n){a.exports={x:[7]}},{}]})";
    assertThat(Conversion.exported(script.getBytes(UTF_8)).get("x").integers()).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "[1 2]",
        "{a:1,a:2}",
        "f()",
        "{a:b}",
        "!2",
        "\"open",
        "\"\\x\"",
        "1 1",
        "--1",
        "{\"a\":1}}"
      })
  void refusesWhatIsNotPlainData(String text) {
    assertThatThrownBy(() -> Literal.parse(text))
        .isInstanceOf(ModelError.class)
        .hasMessageContaining("breaks at character");
  }

  @Test
  void refusesEndlessNesting() {
    assertThatThrownBy(() -> Literal.parse("[".repeat(100_000))).isInstanceOf(ModelError.class);
  }

  @Test
  void saysWhichFieldIsMissingAndWhatKindWasExpected() {
    Literal value = Literal.parse("{a:1.5}");
    assertThatThrownBy(() -> value.get("b")).hasMessageContaining("'b'");
    assertThatThrownBy(() -> value.get("a").text()).hasMessageContaining("where text belongs");
    assertThatThrownBy(() -> value.get("a").integer()).hasMessageContaining("whole number");
  }
}
