package eu.gardefou.prompts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a letter as the Latin letter that it looks like: by its skeleton in UTS #39 ("Unicode
 * Security Mechanisms", confusable detection), else by its Unicode name, which finds small capitals
 * and turned letters.
 */
final class LookAlikes {
  private static final String NONE = "";

  /** Letters that pass for Latin ones in ornate text, though they are not confusable with them. */
  private static final String ORNATE = "ғєяидшцчбгѕһԁɡʀ";

  private static final String ORNATE_LATIN = "fernawuybrshdgr";

  private final SpoofChecker checker =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
  private final Map<String, String> latinOfSkeleton =
      IntStream.rangeClosed('a', 'z')
          .mapToObj(Character::toString)
          .collect(Collectors.toUnmodifiableMap(checker::getSkeleton, letter -> letter));
  private final Map<Integer, String> known = new ConcurrentHashMap<>();

  /** The word in Latin letters, or null when it has no letter to replace. */
  @Nullable String latin(String word) {
    if (word.chars().allMatch(c -> c < 128)) {
      return null;
    }
    var latin = new StringBuilder(word.length());
    boolean changed = false;
    for (int i = 0; i < word.length(); ) {
      int point = word.codePointAt(i);
      String letter = point < 128 ? NONE : known.computeIfAbsent(point, this::find);
      changed |= !letter.isEmpty();
      if (letter.isEmpty()) {
        latin.appendCodePoint(point);
      } else {
        latin.append(letter);
      }
      i += Character.charCount(point);
    }
    return changed ? latin.toString() : null;
  }

  private String find(int point) {
    int ornate = ORNATE.indexOf(point);
    if (ornate >= 0) {
      return ORNATE_LATIN.substring(ornate, ornate + 1);
    }
    String skeleton = Folding.fold(checker.getSkeleton(Character.toString(point)));
    String letter = latinOfSkeleton.get(skeleton);
    return letter != null ? letter : fromName(point);
  }

  private static String fromName(int point) {
    String name = UCharacter.getName(point);
    if (name == null || !name.contains("LATIN")) {
      return NONE;
    }
    for (String part : name.split(" ", -1)) {
      if (part.length() == 1) {
        return part.toLowerCase(Locale.ROOT);
      }
    }
    return NONE;
  }
}
