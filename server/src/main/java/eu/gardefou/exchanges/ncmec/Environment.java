package eu.gardefou.exchanges.ncmec;

import java.util.Arrays;
import java.util.List;

/** One of the lists. They differ in who may read and in what is on them. */
enum Environment {
  INDUSTRY("Industry", "https://report.cybertip.org/hashsharing"),
  INDUSTRY_EXPLOITATIVE(
      "Industry_Exploitative", "https://report.cybertip.org/exploitative-hashsharing"),
  LAW_ENFORCEMENT("LawEnforcement", "https://lesp.ncmec.org/csam-hashsharing"),
  NGO("NGO", "https://hashsharing.ncmec.org/npo"),
  EXPLOITATIVE("Exploitative", "https://hashsharing.ncmec.org/exploitative"),
  GENERATIVE_AI("NGO_Generative_AI", "https://hashsharing.ncmec.org/generative-ai-csam"),
  GENERATIVE_AI_EXPLOITATIVE(
      "NGO_Generative_AI_Exploitative", "https://hashsharing.ncmec.org/generative-ai-exploitative"),
  TEST_INDUSTRY("test_Industry", "https://exttest.cybertip.org/hashsharing"),
  TEST_INDUSTRY_EXPLOITATIVE(
      "test_Industry_Exploitative", "https://exttest.cybertip.org/exploitative-hashsharing"),
  TEST_LAW_ENFORCEMENT("test_LawEnforcement", "https://betalesp.ncmec.org/csam-hashsharing"),
  TEST_NGO("test_NGO", "https://hashsharing-test.ncmec.org/npo"),
  TEST_EXPLOITATIVE("test_Exploitative", "https://hashsharing-test.ncmec.org/exploitative"),
  TEST_GENERATIVE_AI(
      "test_NGO_Generative_AI", "https://hashsharing-test.ncmec.org/generative-ai-csam"),
  TEST_GENERATIVE_AI_EXPLOITATIVE(
      "test_NGO_Generative_AI_Exploitative",
      "https://hashsharing-test.ncmec.org/generative-ai-exploitative");

  private final String word;
  private final String base;

  Environment(String word, String base) {
    this.word = word;
    this.base = base;
  }

  /** The words of all. */
  static List<String> words() {
    return Arrays.stream(values()).map(environment -> environment.word).toList();
  }

  /** Where the list of this word is. */
  static String base(String word) {
    return Arrays.stream(values())
        .filter(environment -> environment.word.equals(word))
        .findFirst()
        .orElseThrow()
        .base;
  }
}
