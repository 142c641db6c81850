package eu.gardefou.notices;

import java.util.List;

/**
 * A notice as far as it could be read.
 *
 * @param errors the fields that could not be
 */
public record Draft(Notice notice, List<FieldError> errors) {
  /** Keeps its own copy. */
  public Draft {
    errors = List.copyOf(errors);
  }
}
