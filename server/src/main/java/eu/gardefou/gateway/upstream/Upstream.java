package eu.gardefou.gateway.upstream;

import eu.gardefou.wire.Belongings;

/**
 * Makes pictures from an order.
 *
 * <p>An order is placed once. Whatever comes back, even a refusal or a failure, is not tried again
 * and not tried elsewhere: a second, laxer place would be a way around the first. Safe for many
 * threads.
 */
public interface Upstream extends AutoCloseable {
  /**
   * Places an order and waits. Interrupting the thread gives the order up.
   *
   * @param belongings keeps the memory of the answer counted until the request is over
   * @throws UpstreamFailure when there is neither a picture nor a refusal
   * @throws eu.gardefou.wire.BadRequest when there is no room for the answer
   */
  UpstreamAnswer make(UpstreamOrder order, Belongings belongings) throws InterruptedException;

  @Override
  default void close() {}
}
