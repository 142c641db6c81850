package eu.gardefou.gateway.upstream;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Kind;
import eu.gardefou.screening.RequestOutcome;
import eu.gardefou.screening.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to an upstream. It can be made from a cleared request only, and its words and
 * pictures are those that were screened: the pictures are encoded anew, so not one byte of the
 * client's files goes on.
 */
public final class UpstreamOrder {
  /** What is to be done. */
  public enum Task {
    /** Pictures from words. */
    GENERATE,
    /** Pictures from pictures and words. */
    EDIT,
    /** Pictures from a picture. */
    VARY
  }

  private final Submission submission;
  private final Model model;
  private final Settings settings;
  private final String user;

  private UpstreamOrder(Submission submission, Model model, Settings settings, String user) {
    this.submission = submission;
    this.model = model;
    this.settings = settings;
    this.user = user;
  }

  /**
   * An order for a cleared request.
   *
   * @param user the caller's pseudonym
   */
  public static UpstreamOrder of(
      RequestOutcome.Cleared cleared, Model model, Settings settings, String user) {
    return new UpstreamOrder(cleared.submission(), model, settings, user);
  }

  /** What is to be done. */
  public Task task() {
    if (submission.kind() == Kind.GENERATE) {
      return Task.GENERATE;
    }
    return prompt().isEmpty() ? Task.VARY : Task.EDIT;
  }

  /** The words that were screened. */
  public String prompt() {
    return submission.text().prompt();
  }

  /** The pictures that were screened, as PNG files of our own making. */
  public List<byte[]> images() {
    return submission.inputs().stream().map(picture -> picture.canonicalPng().bytes()).toList();
  }

  /** The mask that was screened, as a PNG file of our own making. */
  public byte @Nullable [] mask() {
    Picture mask = submission.mask();
    return mask == null ? null : mask.canonicalPng().bytes();
  }

  /** The model. */
  public Model model() {
    return model;
  }

  /** Everything but words and pictures. */
  public Settings settings() {
    return settings;
  }

  /** The caller's pseudonym. */
  public String user() {
    return user;
  }
}
