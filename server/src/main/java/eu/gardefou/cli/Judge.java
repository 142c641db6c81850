package eu.gardefou.cli;

import eu.gardefou.policy.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who answers the screen command: this process or a running gate. */
sealed interface Judge extends AutoCloseable permits LocalJudge, RemoteJudge {
  /**
   * The answer as {@code POST /v1/screen} gives it.
   *
   * @throws Problem with one plain sentence when there is none
   */
  Map<String, @Nullable Object> judge(
      Kind kind, String prompt, List<String> companions, List<byte[]> pictures);

  @Override
  void close();
}
