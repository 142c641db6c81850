package eu.gardefou.enforcement;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** On what the decision rests (Article 17(3)(d) and (e) DSA): one of the two, and explained. */
public sealed interface Ground {
  /** As the code list has it. */
  GroundType type();

  /** Where the law or the clause can be read; null when it is not said. */
  @Nullable URI reference();

  /**
   * The content is illegal.
   *
   * @param law the legal ground, up to 500 characters
   * @param explanation why the content is illegal on that ground, up to 2,000 characters
   */
  record Illegal(String law, String explanation, @Nullable URI reference) implements Ground {
    /** Refuses what is incomplete. */
    public Illegal {
      law = FreeText.required("illegal_content_legal_ground", law, 500);
      explanation = FreeText.required("illegal_content_explanation", explanation, 2_000);
      checkReference(reference);
    }

    @Override
    public GroundType type() {
      return GroundType.ILLEGAL_CONTENT;
    }
  }

  /**
   * The content is incompatible with the terms and conditions.
   *
   * @param clause which clause of them, up to 500 characters
   * @param explanation why the content is incompatible with it, up to 2,000 characters
   * @param alsoIllegal whether the provider holds it to be illegal too
   */
  record Incompatible(
      String clause, String explanation, boolean alsoIllegal, @Nullable URI reference)
      implements Ground {
    /** Refuses what is incomplete. */
    public Incompatible {
      clause = FreeText.required("incompatible_content_ground", clause, 500);
      explanation = FreeText.required("incompatible_content_explanation", explanation, 2_000);
      checkReference(reference);
    }

    @Override
    public GroundType type() {
      return GroundType.INCOMPATIBLE_CONTENT;
    }
  }

  private static void checkReference(@Nullable URI reference) {
    if (reference == null) {
      return;
    }
    String scheme = String.valueOf(reference.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web
        || reference.getHost() == null
        || reference.getRawUserInfo() != null
        || reference.toString().length() > 500) {
      throw new StatementProblem(
          "decision_ground_reference_url",
          "decision_ground_reference_url is a plain web address of 500 characters at most.");
    }
  }
}
