package eu.gardefou.screening;

import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.lineage.Lineage;
import eu.gardefou.lineage.Seal;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links requests by what their pictures look like. Uploads ask for nothing, and are in no chain.
 *
 * @param means what judges now, the policy and the models: what others refused is forgotten
 */
record LineageChains(
    Lineage lineage,
    RequestPrint print,
    EvidenceLog evidence,
    TransactionTemplate transactions,
    MeterRegistry meters,
    Supplier<String> means)
    implements Chains {

  /** The key for words comes from the key of the digests, which every node has. */
  static RequestPrint print(EvidenceLog evidence) {
    byte[] label = "gardefou lineage, version 1".getBytes(StandardCharsets.UTF_8);
    return new RequestPrint(new Seal(HexFormat.of().parseHex(evidence.digest(label))));
  }

  @Override
  public Link link(Submission submission, Asker asker) {
    return submission.kind() == Kind.UPLOAD ? Link.NONE : new ChainLink(this, submission, asker);
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  /** Why something was refused before. */
  List<Reason> reasons(UUID decision) {
    return evidence
        .find(decision)
        .map(entry -> Answer.reasons(entry.reasons()))
        .orElseThrow(() -> new IllegalStateException("there is no decision " + decision));
  }

  void count(String what) {
    meters.counter("gardefou.lineage.stopped", "why", what).increment();
  }
}
