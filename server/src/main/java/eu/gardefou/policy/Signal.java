package eu.gardefou.policy;

/** One thing that a check found, or could not find out. A policy sees signals and consent only. */
public sealed interface Signal {
  /** Which of the submission's parts a signal speaks of. */
  enum Part {
    /** The written request. */
    TEXT,
    /** A picture that came with the request, or an upload. */
    INPUT,
    /** A picture that the upstream made. */
    OUTPUT
  }

  /**
   * The written request asks for, or mentions, something.
   *
   * @param concept what, as the policy names it: {@code sexual}, {@code undress}, {@code
   *     revealing}, {@code person}, {@code named-person}, {@code minor}, {@code hidden-text}
   * @param strength 0 to 1
   * @param rule which pattern, such as {@code fr:undress-1}; never the request's own words
   * @param language ISO 639-1 code, or {@code any}
   * @param part where the words stand: the request itself, or a picture
   * @param source {@code request}, or how a picture was read: {@code ocr}, {@code qr}
   */
  record Text(
      String concept, double strength, String rule, String language, Part part, String source)
      implements Signal {
    /** In the request itself. */
    public Text(String concept, double strength, String rule, String language) {
      this(concept, strength, rule, language, Part.TEXT, "request");
    }
  }

  /** The written request is in a language, or mix, that no data file covers. */
  record LanguageNotCovered() implements Signal {}

  /**
   * What a model says of one picture.
   *
   * @param part input or output
   * @param index which picture of that part, from 0
   * @param measure {@code explicit} (sexual content), {@code explicit-part} (the same of a close
   *     look at a part of the picture), {@code suggestive} (reported, never decides alone), {@code
   *     photographic}
   * @param value 0 to 1, the strictest over all frames and views
   * @param model name of the model
   * @param version of the model: the first 12 digits of its file's SHA-256
   * @param view which way of looking gave this value, such as {@code whole} or {@code person-1}
   */
  record Score(
      Part part, int index, String measure, double value, String model, String version, String view)
      implements Signal {
    /** Creates the score of somebody who looked in one way only, at the whole picture. */
    public Score(Part part, int index, String measure, double value, String model, String version) {
      this(part, index, measure, value, model, version, "whole");
    }
  }

  /**
   * A face in a picture.
   *
   * @param youngest lowest apparent age in years that a model gives; NaN when unusable, which is
   *     unknown, and unknown is not adult
   * @param ageUnknown whether some model or view could not tell the age, whatever others say
   * @param model names of the models, joined by {@code +}
   */
  record Face(
      Part part,
      int index,
      double confidence,
      double youngest,
      boolean ageUnknown,
      String model,
      String version)
      implements Signal {
    /** No number is unknown. */
    public Face {
      ageUnknown |= Double.isNaN(youngest);
    }

    /** Creates the face whose age is unknown only when there is no number. */
    public Face(
        Part part, int index, double confidence, double youngest, String model, String version) {
      this(part, index, confidence, youngest, false, model, version);
    }
  }

  /**
   * A picture equals, or nearly, a bank's entry.
   *
   * @param bank its name
   * @param kind what a match in it means: {@code known-abuse}, {@code protected-people}, {@code
   *     stay-down}, or {@code other}
   * @param distance Hamming distance, 0 to the bank's radius
   * @param quarantined whether the entry waits for a curator: it matched many pictures that are
   *     unlike each other
   */
  record Match(
      Part part,
      int index,
      String bank,
      String kind,
      String entry,
      int distance,
      boolean quarantined)
      implements Signal {}

  /**
   * A picture would match a bank's entry, but a suppress bank says that it is harmless: on record,
   * and no rule sees it.
   *
   * @param bank the name of the bank that would match
   * @param kind what a match in it would mean
   * @param distance Hamming distance, 0 to the bank's radius
   * @param by the name of the suppress bank
   */
  record Overruled(
      Part part, int index, String bank, String kind, String entry, int distance, String by)
      implements Signal {}

  /**
   * A picture could not be hashed well enough to be looked up: explicit, and never "no match".
   *
   * @param quality PDQ quality, 0 to 100
   */
  record Unhashable(Part part, int index, int quality) implements Signal {}

  /**
   * A check did not run, timed out or could not read its input. Missing means no.
   *
   * @param check such as {@code vision}, {@code matching}, {@code prompts}
   * @param why a short word for the log: {@code missing-model}, {@code busy}, {@code failed}
   */
  record NotAssessed(Part part, String check, String why) implements Signal {}

  /**
   * Marks are drawn over a picture: arrows, circles, scribbles.
   *
   * @param share of the picture that they cover, 0 to 1
   */
  record Marks(Part part, int index, double share) implements Signal {}

  /**
   * What else was asked within a day of pictures that go back to the same first ancestors, by
   * anybody. A fact about the content: the same whoever asks.
   *
   * @param turns how many other requests
   * @param refusals how many others were refused for what they are
   * @param hinted the sum of how strongly the words of the others hinted at undressing
   * @param bared how much of the people in these pictures became bare since the first ancestors,
   *     the sum of the steps that led here, whenever they were; 0 to 1
   */
  record Lineage(int turns, int refusals, double hinted, double bared) implements Signal {}

  /**
   * What a model said of the picture that it all began with, when that was first seen.
   *
   * @param index which first ancestor, from 0
   * @param face whether it shows a face
   * @param measure as in {@link Score}
   */
  record Ancestor(
      int index, boolean face, String measure, double value, String model, String version)
      implements Signal {}

  /**
   * That a check looked at one part, or why it did not: on record, and no rule sees it. What must
   * not pass for want of a check is {@link NotAssessed} besides.
   *
   * @param index which picture of that part, from 0; 0 for words
   * @param check such as {@code prompts}, {@code matching}, or a model's name
   * @param why a short word when it did not, such as {@code not-configured}; else empty, or {@code
   *     nothing-found}
   */
  record Checked(Part part, int index, String check, boolean ran, String why) implements Signal {}

  /**
   * How much more of somebody is bare in a picture that was made than in one that came.
   *
   * @param index which picture that was made, from 0
   * @param against which picture that came, from 0; -1 when it is unknown
   * @param measure {@code newly-bare}: the same person, square by square; {@code barer}: two that
   *     cannot be laid over each other; {@code unknown}
   * @param value 0 to 1; NaN when there is no face to go by, which is unknown
   * @param model name of the measure
   */
  record Change(
      Part part, int index, int against, String measure, double value, String model, String version)
      implements Signal {}

  /**
   * The request came with a mask: only a part of the first picture is to change.
   *
   * @param open how much of the picture the mask opens, above 0 to 1; 1 when it opens nothing,
   *     since some read it the other way round
   */
  record Mask(double open) implements Signal {}
}
