package eu.gardefou.exchanges;

import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.Source;
import eu.gardefou.exchanges.peer.View;
import eu.gardefou.matching.Opinion;
import eu.gardefou.matching.Opinion.Verdict;
import eu.gardefou.matching.Opinions;
import java.util.List;

/**
 * Takes curators' opinions back to the source. One that the source refuses for good is told in the
 * status and not sent again; when the source cannot be asked, the rest waits for the next cycle.
 */
final class Mail {
  private static final int BATCH = 100;
  private static final int MOST_BATCHES = 20;

  private final Opinions opinions;
  private final Items items;
  private final Progress progress;

  Mail(Desk desk) {
    this.opinions = desk.opinions();
    this.items = desk.items();
    this.progress = desk.progress();
  }

  void send(String exchange, Source source) throws InterruptedException {
    if (!source.hearsOpinions()) {
      return;
    }
    try {
      for (int i = 0; i < MOST_BATCHES; i++) {
        List<Opinion> unsent = opinions.unsent(exchange, BATCH);
        for (Opinion opinion : unsent) {
          send(exchange, source, opinion);
        }
        if (unsent.size() < BATCH) {
          return;
        }
      }
    } catch (PeerFailure failure) {
      // The entries were read: that is what makes a cycle a success.
      progress.opinionRefused(exchange, failure.sentence());
    }
  }

  private void send(String exchange, Source source, Opinion opinion) throws InterruptedException {
    String key = opinion.origin().key();
    String refused =
        source.tell(
            new View(
                key,
                items.handle(exchange, key),
                opinion.signals(),
                opinion.verdict() == Verdict.CONFIRM,
                opinion.reason()));
    if (refused != null) {
      progress.opinionRefused(exchange, refused);
    }
    opinions.sent(opinion);
  }
}
