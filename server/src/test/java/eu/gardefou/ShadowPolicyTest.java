package eu.gardefou;

import static org.assertj.core.api.Assertions.assertThat;

import eu.gardefou.access.Scope;
import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.DecisionFilter;
import eu.gardefou.evidence.EvidenceLog;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A policy on trial is recorded beside the live one in the whole program, and decides nothing. */
@EnabledIf("eu.gardefou.WholeGate#hasModels")
final class ShadowPolicyTest {
  private static final String REFUSE_ALL =
      """
      name: on-trial
      floor:
        - id: everything
          when: "true"
          then: refuse-and-report
          category: own
          text: Everything is refused.
      """;

  private static final String ALLOW_ALL = REFUSE_ALL.replace("\"true\"", "\"false\"");

  @TempDir Path folder;

  @Test
  void aStricterOneStopsNothing() throws Exception {
    try (WholeGate gate = gate(REFUSE_ALL)) {
      assertThat(generate(gate, "a red bicycle by the sea").statusCode()).isEqualTo(200);
      DecisionEntry request = gate.bean(EvidenceLog.class).search(DecisionFilter.ALL).getLast();
      assertThat(request.decision()).isEqualTo("allow");
      assertThat(request.shadow()).contains("refuse-and-report", "everything");
      assertThat(gate.get("/metrics", gate.key(Scope.AUDIT)).body())
          .contains("gardefou_policy_shadow_total{live=\"allow\",shadow=\"refuse-and-report\"}");
    }
  }

  @Test
  void aLaxerOneLetsNothingPass() throws Exception {
    try (WholeGate gate = gate(ALLOW_ALL)) {
      assertThat(generate(gate, "take off her dress").statusCode()).isEqualTo(400);
      DecisionEntry request = gate.bean(EvidenceLog.class).search(DecisionFilter.ALL).getLast();
      assertThat(request.decision()).isEqualTo("refuse");
      assertThat(request.shadow()).contains("\"allow\"");
    }
  }

  private WholeGate gate(String policy) throws Exception {
    Path file = Files.writeString(folder.resolve("on-trial.yaml"), policy);
    return WholeGate.start("gardefou.policy.shadow=" + file);
  }

  private static HttpResponse<String> generate(WholeGate gate, String prompt) {
    return gate.post(
        "/v1/images/generations",
        gate.key(Scope.GATEWAY),
        "application/json",
        ("{\"prompt\":\"" + prompt + "\"}").getBytes(StandardCharsets.UTF_8));
  }
}
