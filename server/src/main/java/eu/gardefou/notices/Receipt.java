package eu.gardefou.notices;

import java.util.List;

/**
 * The confirmation that a notice is stored (Article 16(4)), for its reporter alone.
 *
 * @param link of 32 letters: whoever has it and the code sees the case
 * @param code of 8 letters
 * @param errors fields that could not be read
 * @param clocks that run
 */
public record Receipt(
    Case stored, String link, String code, List<FieldError> errors, List<RunningClock> clocks) {
  /** Keeps its own copies. */
  public Receipt {
    errors = List.copyOf(errors);
    clocks = List.copyOf(clocks);
  }

  /** Nothing that opens the case is printed. */
  @Override
  public String toString() {
    return "Receipt[" + stored.id() + "]";
  }
}
