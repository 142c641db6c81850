package eu.gardefou.gateway;

import eu.gardefou.gateway.upstream.Upstream;
import eu.gardefou.gateway.upstream.UpstreamAnswer;
import eu.gardefou.gateway.upstream.UpstreamFailure;
import eu.gardefou.gateway.upstream.UpstreamOrder;
import eu.gardefou.gateway.upstream.UpstreamSettings;
import eu.gardefou.wire.Belongings;

/**
 * Where pictures are made, and whether the last order came through. Known from the orders
 * themselves: asking an upstream how it is would cost its owner money. Safe for many threads.
 */
public final class UpstreamState {
  private final boolean demo;
  private final String host;
  private volatile boolean failing;

  UpstreamState(UpstreamSettings settings) {
    this.demo = settings.isDemo();
    this.host = demo ? "demo" : settings.base().getHost();
  }

  /** Whether pictures are made inside. */
  public boolean isDemo() {
    return demo;
  }

  /** Whose address it is. */
  public String host() {
    return host;
  }

  /** Whether the last order brought neither a picture nor a refusal. */
  public boolean isFailing() {
    return failing;
  }

  /** An upstream whose orders tell how it is. */
  Upstream watching(Upstream upstream) {
    return new Upstream() {
      @Override
      public UpstreamAnswer make(UpstreamOrder order, Belongings belongings)
          throws InterruptedException {
        try {
          UpstreamAnswer answer = upstream.make(order, belongings);
          failing = false;
          return answer;
        } catch (UpstreamFailure failure) {
          note(failure);
          throw failure;
        }
      }

      @Override
      public void close() {
        upstream.close();
      }
    };
  }

  private void note(UpstreamFailure failure) {
    failing =
        switch (failure.kind()) {
          case TIMEOUT, UNREACHABLE, MISCONFIGURED, BROKEN -> true;
          // It answered, and answered sensibly: it has too much to do, or cannot do this one thing.
          case BUSY, RATE_LIMITED, REJECTED -> false;
        };
  }
}
