package eu.gardefou.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The small tools under the rules, each against a slow and obvious model. */
class WordToolsTest {
  private static final String LETTERS = "abdenrsu";

  @Test
  void aRollingHashEqualsTheHashOfThePart() {
    var random = new Random(1);
    for (int round = 0; round < 300; round++) {
      String text = word(random, 1 + random.nextInt(40));
      int start = random.nextInt(text.length());
      int end = start + random.nextInt(text.length() - start + 1);
      assertThat(new WordHash(text).of(start, end))
          .isEqualTo(WordHash.of(text.substring(start, end)));
      int gone = random.nextInt(text.length());
      String without = new StringBuilder(text).deleteCharAt(gone).toString();
      assertThat(new WordHash(text).without(gone, text.length())).isEqualTo(WordHash.of(without));
    }
  }

  @Test
  void aTableOfLongsHoldsWhatWasPutIn() {
    var random = new Random(2);
    long[] keys = random.longs(5_000).toArray();
    keys[0] = 0;
    Map<Long, Integer> model = new HashMap<>();
    var table = new LongTable<Integer>();
    for (int i = 0; i < 8_000; i++) {
      long key = keys[random.nextInt(keys.length)];
      model.put(key, i);
      table.put(key, i);
    }
    for (int i = 0; i < 10_000; i++) {
      long probe = i < keys.length ? keys[i] : random.nextLong();
      assertThat(table.get(probe)).isEqualTo(model.get(probe));
      assertThat(table.contains(probe)).isEqualTo(model.containsKey(probe));
    }
  }

  @Test
  void aWordIsFoundAsAnyStemWithOneOfItsEndings() {
    var random = new Random(5);
    var table = new StemTable<Integer>();
    Map<String, Set<Integer>> model = new HashMap<>();
    for (int number = 0; number < 400; number++) {
      String written = word(random, 1 + random.nextInt(5));
      List<Endings.Ending> endings = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        endings.add(new Endings.Ending(word(random, random.nextInt(4)), 0));
      }
      table.add(Stem.of(written, new Endings(endings), 0), number);
      for (Endings.Ending ending : endings) {
        model.computeIfAbsent(written + ending.written(), _ -> new HashSet<>()).add(number);
      }
    }
    for (int i = 0; i < 20_000; i++) {
      String text = word(random, 1 + random.nextInt(9));
      int start = random.nextInt(text.length());
      Set<Integer> found = new HashSet<>();
      table.find(new WordHash(text), start, text.length(), (slot, _) -> found.add(slot.value()));
      assertThat(found).isEqualTo(model.getOrDefault(text.substring(start), Set.of()));
    }
  }

  @Test
  void typosAreWhatOneEditMakes() {
    var random = new Random(3);
    List<String> words =
        List.of("undress", "dress", "naked", "blouse", "remove", "kleidung", "vestido");
    var typos =
        new Typos(
            words.stream()
                .map(w -> Stem.of(w, Endings.NONE, 0))
                .map(stem -> new StemTable.Slot<>(stem, Entry.of("xx", 0)))
                .toList());
    for (int round = 0; round < 20_000; round++) {
      String meant = words.get(random.nextInt(words.size()));
      String typed = edited(random, meant);
      @Nullable String found = typos.meant(typed, "xx");
      boolean near = words.stream().anyMatch(word -> isNear(typed, word));
      assertThat(found != null).as(typed).isEqualTo(near);
      if (found != null) {
        assertThat(isNear(typed, found)).isTrue();
      }
    }
  }

  @Test
  void repeatsAreTakenOut() {
    assertThat(Repeats.shorter("naaaked")).contains("naked");
    assertThat(Repeats.shorter("ddrreessss")).contains("dress");
    assertThat(Repeats.shorter("offff")).contains("off", "of");
    assertThat(Repeats.shorter("dress")).isEmpty();
  }

  @Test
  void wordsEndAtSpacesMarksAndNumbers() {
    List<String> words =
        Tokenizer.chunks("It's a 12yo's T-shirt, n4ked. End\n\nNew 🙂").stream()
            .flatMap(chunk -> chunk.tokens().stream())
            .map(token -> token.before() + ":" + token.text())
            .toList();
    assertThat(words)
        .containsExactly(
            "NONE:it",
            "NONE:s",
            "NONE:a",
            "NONE:12",
            "NONE:yo",
            "NONE:s",
            "NONE:t",
            "NONE:shirt",
            "COMMA:n4ked",
            "STOP:end",
            "STOP:new",
            "NONE:🙂");
  }

  @Test
  void lookAlikesAreReadAsTheLettersTheyResemble() {
    var lookAlikes = new LookAlikes();
    assertThat(lookAlikes.latin("nаkеd")).isEqualTo("naked");
    assertThat(lookAlikes.latin("ɴᴀᴋᴇᴅ")).isEqualTo("naked");
    assertThat(lookAlikes.latin("naked")).isNull();
  }

  private static String edited(Random random, String word) {
    var edited = new StringBuilder(word);
    for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
      int at = random.nextInt(edited.length());
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      switch (random.nextInt(4)) {
        case 0 -> edited.insert(at, letter);
        case 1 -> edited.deleteCharAt(at);
        case 2 -> edited.setCharAt(at, letter);
        default -> edited.append(edited.charAt(at)).deleteCharAt(at);
      }
    }
    return edited.toString();
  }

  /** The definition, spelled out: one edit after the first letter, of five letters no change. */
  private static boolean isNear(String typed, String meant) {
    if (typed.length() < 5 || typed.charAt(0) != meant.charAt(0)) {
      return false;
    }
    if (typed.equals(meant)) {
      return true;
    }
    Set<String> edits = new HashSet<>();
    for (int i = 1; i < meant.length(); i++) {
      edits.add(meant.substring(0, i) + meant.substring(i + 1));
      if (i + 1 < meant.length()) {
        edits.add(
            meant.substring(0, i) + meant.charAt(i + 1) + meant.charAt(i) + meant.substring(i + 2));
      }
    }
    String letters = LETTERS + meant;
    for (int i = 1; i <= meant.length(); i++) {
      for (int letter = 0; letter < letters.length(); letter++) {
        char c = letters.charAt(letter);
        edits.add(meant.substring(0, i) + c + meant.substring(i));
        if (i < meant.length() && meant.length() > 5) {
          edits.add(meant.substring(0, i) + c + meant.substring(i + 1));
        }
      }
    }
    return edits.contains(typed);
  }

  private static String word(Random random, int length) {
    var word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
