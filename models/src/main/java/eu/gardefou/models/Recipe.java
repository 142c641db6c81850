package eu.gardefou.models;

import java.util.List;

/**
 * How a net is to be written.
 *
 * @param input the one input
 * @param outputs the wanted outputs, and no others
 */
record Recipe(Port input, List<Output> outputs) {
  /**
   * A way into a model.
   *
   * @param sides of its shape: numbers, or a letter for a side that each run chooses
   */
  record Port(String name, List<String> sides) {}

  /**
   * A way out of a model.
   *
   * @param node what the package calls it
   */
  record Output(String name, String node, List<String> sides) {}
}
