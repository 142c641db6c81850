package eu.gardefou.prompts;

import java.util.List;

/**
 * What stands between two spaces, as written and as words.
 *
 * @param raw with its symbols and punctuation
 */
record Chunk(String raw, List<Token> tokens) {
  Gap before() {
    return tokens.isEmpty() ? Gap.NONE : tokens.getFirst().before();
  }
}
