package eu.gardefou.exchanges.peer;

import org.jspecify.annotations.Nullable;

/** A source that is being asked, for one cycle. For one thread. */
public interface Source extends AutoCloseable {
  /**
   * Whether everything has to be told anew: what is then not told any more is gone. So it is with
   * sources that forget what they withdrew, and with those that always tell everything.
   */
  boolean startsOver(Checkpoint checkpoint) throws InterruptedException;

  /**
   * The page after a checkpoint. Asking again with the same one is harmless.
   *
   * @param from null for the very first page
   * @throws PeerFailure when there is none
   */
  Page next(@Nullable Checkpoint from) throws InterruptedException;

  /** Whether it hears opinions, with these settings and credentials. */
  default boolean hearsOpinions() {
    return false;
  }

  /**
   * Sends an opinion back.
   *
   * @return null when it was taken; otherwise one sentence why it never will be
   * @throws PeerFailure when trying again later makes sense
   */
  default @Nullable String tell(View view) throws InterruptedException {
    return "This source takes no opinions.";
  }

  @Override
  default void close() {}
}
