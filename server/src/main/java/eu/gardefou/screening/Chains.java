package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Links requests to those that went before. */
interface Chains {
  /** Nothing is known, and nothing is remembered. */
  Chains NONE =
      new Chains() {
        @Override
        public Link link(Submission submission, Asker asker) {
          return Link.NONE;
        }

        @Override
        public <T> T together(Supplier<T> work) {
          return work.get();
        }
      };

  /** Begins with a request. */
  Link link(Submission submission, Asker asker);

  /**
   * Does all of some work or none: a decision and what is remembered of it are on record together.
   */
  <T> T together(Supplier<T> work);

  /** One request in its chain. Everything but {@link #look} throws {@link ChainFailure}. */
  interface Link {
    /** In no chain. */
    Link NONE =
        new Link() {
          @Override
          public List<Signal> look() {
            return List.of();
          }

          @Override
          public Verdict request(Verdict verdict) {
            return verdict;
          }

          @Override
          public void requested(UUID decision, Verdict verdict, List<Signal> signals) {}

          @Override
          public List<Signal> meanwhile(List<Signal> signals) {
            return signals;
          }

          @Override
          public Verdict result(Verdict verdict) {
            return verdict;
          }

          @Override
          public void released(UUID decision, List<Picture> pictures, List<Signal> signals) {}

          @Override
          public void stopped(UUID decision, Verdict verdict) {}
        };

    /** What went before. Whatever it throws means that it was not assessed. */
    List<Signal> look();

    /** The verdict on a request, with what stands against trying it again. */
    Verdict request(Verdict verdict);

    /** Remembers a request that was judged. */
    void requested(UUID decision, Verdict verdict, List<Signal> signals);

    /** What is known of a result, with what was asked since the request was looked at. */
    List<Signal> meanwhile(List<Signal> signals);

    /** The verdict on a result, with what was refused while it was made. */
    Verdict result(Verdict verdict);

    /** Remembers a result that goes out. */
    void released(UUID decision, List<Picture> pictures, List<Signal> signals);

    /** Remembers that nothing goes out. */
    void stopped(UUID decision, Verdict verdict);
  }

  /** What went before could not be read, or what is cannot be remembered: nothing passes. */
  final class ChainFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChainFailure(Throwable cause) {
      super("the chain of requests cannot be read or written", cause);
    }
  }
}
