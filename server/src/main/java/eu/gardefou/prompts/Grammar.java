package eu.gardefou.prompts;

import java.util.Set;

/**
 * In what the languages differ.
 *
 * @param verbLast languages whose verbs stand after what they act on, such as Turkish
 * @param headLast languages that put nouns side by side, the last one being meant: English {@code
 *     dress stain}
 */
record Grammar(Set<String> verbLast, Set<String> headLast) {}
