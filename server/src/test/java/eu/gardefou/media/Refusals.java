package eu.gardefou.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why something was refused. */
final class Refusals {
  private Refusals() {}

  static UnreadablePicture.Cause of(ThrowingCallable call) {
    UnreadablePicture refusal = catchThrowableOfType(UnreadablePicture.class, call);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.getMessage()).as("one plain sentence").matches("[A-Z][^\\n]*\\.");
    return refusal.reason();
  }
}
