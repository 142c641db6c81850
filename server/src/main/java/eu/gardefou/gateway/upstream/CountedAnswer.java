package eu.gardefou.gateway.upstream;

import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.BodyRoom;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** An answer as it comes, each byte counted before it is kept. Without room it is cut off. */
final class CountedAnswer implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private final BodyRoom.Share share;
  private @Nullable Subscription subscription;
  private boolean over;

  CountedAnswer(BodyRoom.Share share) {
    this.share = share;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Subscription coming) {
    subscription = coming;
    bytes.onSubscribe(coming);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (over) {
      return;
    }
    try {
      share.take(buffers.stream().mapToLong(Buffer::remaining).sum());
      bytes.onNext(buffers);
    } catch (BadRequest noRoom) {
      if (subscription != null) {
        subscription.cancel();
      }
      onError(noRoom);
    }
  }

  @Override
  public void onError(Throwable trouble) {
    if (!over) {
      over = true;
      bytes.onError(trouble);
    }
  }

  @Override
  public void onComplete() {
    if (!over) {
      over = true;
      bytes.onComplete();
    }
  }
}
