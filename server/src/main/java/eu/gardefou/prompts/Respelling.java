package eu.gardefou.prompts;

import java.util.List;

/**
 * The words of a text as they were meant.
 *
 * @param complete whether every word that nobody knows was looked into; there is a bound to it
 */
record Respelling(List<Token> tokens, boolean complete) {}
