package eu.gardefou.gateway.upstream;

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
   * @throws UpstreamFailure when there is neither a picture nor a refusal
   */
  UpstreamAnswer make(UpstreamOrder order) throws InterruptedException;

  @Override
  default void close() {}
}
