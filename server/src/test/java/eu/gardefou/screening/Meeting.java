package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** Chains that go on only when so many requests have looked at what went before. */
record Meeting(Chains chains, Supplier<CyclicBarrier> barrier) implements Chains {
  @Override
  public Link link(Submission submission, Asker asker) {
    return new Waiting(chains.link(submission, asker), barrier.get());
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return chains.together(work);
  }

  private record Waiting(Link link, CyclicBarrier barrier) implements Link {
    @Override
    public List<Signal> look() {
      List<Signal> signals = link.look();
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException alone) {
        throw new IllegalStateException(alone);
      }
      return signals;
    }

    @Override
    public Verdict request(Verdict verdict) {
      return link.request(verdict);
    }

    @Override
    public void requested(UUID decision, Verdict verdict, List<Signal> signals) {
      link.requested(decision, verdict, signals);
    }

    @Override
    public List<Signal> meanwhile(List<Signal> signals) {
      return link.meanwhile(signals);
    }

    @Override
    public Verdict result(Verdict verdict) {
      return link.result(verdict);
    }

    @Override
    public void released(UUID decision, List<Picture> pictures, List<Signal> signals) {
      link.released(decision, pictures, signals);
    }

    @Override
    public void stopped(UUID decision, Verdict verdict) {
      link.stopped(decision, verdict);
    }
  }
}
