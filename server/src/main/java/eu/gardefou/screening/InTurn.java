package eu.gardefou.screening;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets the pictures of one request take turns at each check. Otherwise a request with many of them
 * fills the room that it waits for itself, and is turned away by its own pictures.
 */
final class InTurn {
  /** Pictures of one request that are before the same check at the same time. */
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Map<String, Semaphore> checks = new ConcurrentHashMap<>();

  <T> T take(String check, Callable<T> work) throws Exception {
    Semaphore turns = checks.computeIfAbsent(check, _ -> new Semaphore(AT_ONCE, true));
    turns.acquire();
    try {
      return work.call();
    } finally {
      turns.release();
    }
  }
}
