package eu.gardefou.screening;

import eu.gardefou.evidence.DecisionEntry;
import eu.gardefou.evidence.DecisionEntry.ContentDigest;
import eu.gardefou.evidence.EvidenceLog;
import eu.gardefou.evidence.Ids;
import eu.gardefou.hashing.PdqFingerprint;
import eu.gardefou.hashing.PdqHasher;
import eu.gardefou.media.Picture;
import eu.gardefou.media.Raster;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.PromptText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes each decision to the evidence, with digests in place of words and pictures. */
final class RecordedDecisions implements DecisionRecord {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final EvidenceLog log;
  private final Ids ids;
  private final Clock clock;
  private final Asides asides;

  RecordedDecisions(EvidenceLog log, Ids ids, Clock clock, Asides asides) {
    this.asides = asides;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public UUID request(Submission submission, Asker asker, Verdict verdict, List<Signal> signals) {
    List<ContentDigest> contents = new ArrayList<>();
    for (Picture picture : submission.inputs()) {
      contents.add(digest("input", picture.canonicalPng().bytes(), picture));
    }
    if (submission.mask() != null) {
      contents.add(digest("mask", submission.mask().canonicalPng().bytes(), submission.mask()));
    }
    String stage = submission.kind() == Kind.UPLOAD ? "upload" : "request";
    return write(null, stage, submission, asker, verdict, signals, contents);
  }

  @Override
  public UUID result(
      RequestOutcome.Cleared cleared,
      List<byte[]> files,
      List<Picture> pictures,
      Verdict verdict,
      List<Signal> signals) {
    List<ContentDigest> contents = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      // Unreadable files leave a digest too; pictures line up only when every file could be read.
      Picture picture = pictures.size() == files.size() ? pictures.get(i) : null;
      contents.add(digest("output", files.get(i), picture));
    }
    return write(
        cleared.decision(),
        "result",
        cleared.submission(),
        cleared.asker(),
        verdict,
        signals,
        contents);
  }

  private UUID write(
      @Nullable UUID request,
      String stage,
      Submission submission,
      Asker asker,
      Verdict verdict,
      List<Signal> signals,
      List<ContentDigest> contents) {
    Asides.Aside aside = asides.of(submission.kind(), asker, verdict, signals);
    UUID id = ids.next();
    log.record(
        new DecisionEntry(
            id,
            request,
            clock.instant(),
            stage,
            submission.kind().word(),
            asker.surface(),
            asker.caller().id(),
            verdict.decision().word(),
            verdict.rules(),
            JSON.writeValueAsString(verdict.reasons().stream().map(Answer::reason).toList()),
            JSON.writeValueAsString(signals.stream().map(SignalJson::of).toList()),
            verdict.policyVersion(),
            promptDigest(submission.text()),
            contents,
            aside.context(),
            aside.shadow()));
    return id;
  }

  private @Nullable String promptDigest(PromptText text) {
    if (text.isEmpty()) {
      return null;
    }
    String words = text.prompt() + "\0" + String.join("\0", text.companions());
    return log.digest(words.getBytes(StandardCharsets.UTF_8));
  }

  private ContentDigest digest(String part, byte[] bytes, @Nullable Picture picture) {
    String digest = log.digest(bytes);
    if (picture == null) {
      return new ContentDigest(part, digest, null, 0);
    }
    Raster raster = picture.stored();
    PdqFingerprint pdq = PdqHasher.hashRgb(raster.rgb(), raster.width(), raster.height());
    return new ContentDigest(part, digest, pdq.hash().toString(), pdq.quality());
  }
}
