package eu.gardefou.gateway.upstream;

import eu.gardefou.gateway.upstream.UpstreamFailure.Kind;
import eu.gardefou.wire.BadRequest;
import eu.gardefou.wire.Belongings;
import eu.gardefou.wire.BodyRoom;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Anything that speaks the OpenAI Images API. Nothing of the client's request reaches it but what
 * an order holds: the headers are ours, all of them.
 */
public final class OpenAiUpstream implements Upstream {
  private static final int BUSY_SECONDS = 5;

  private final UpstreamSettings settings;
  private final URI base;
  private final BodyRoom room;
  private final Semaphore calls;
  private final HttpClient client;

  /** Makes an upstream at the configured address. */
  public OpenAiUpstream(UpstreamSettings settings) {
    this.settings = settings;
    this.base = settings.base();
    this.room = new BodyRoom(settings.memoryBytes());
    this.calls = new Semaphore(settings.calls());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connect())
            .build();
  }

  @Override
  public UpstreamAnswer make(UpstreamOrder order, Belongings belongings)
      throws InterruptedException {
    if (!calls.tryAcquire()) {
      throw new UpstreamFailure(Kind.BUSY, "all calls are taken", null, BUSY_SECONDS);
    }
    BodyRoom.Share share = room.share(order.user());
    belongings.add(share::close);
    long end = System.nanoTime() + settings.timeout().toNanos();
    try {
      OrderBody body = OrderBody.of(order);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + body.path()))
              .header("Content-Type", body.contentType())
              .header("Accept", "application/json")
              .header("User-Agent", "gardefou")
              .POST(body.content());
      String key = settings.key();
      if (key != null && !key.isBlank()) {
        request.header("Authorization", "Bearer " + key.strip());
      }
      var answers = new AnswerReader(address -> fetch(address, share, end));
      return answers.read(send(request.build(), share, end), order.settings().count());
    } finally {
      calls.release();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /**
   * Fetches a picture that the upstream named by address although it was asked for the picture. An
   * address elsewhere is not fetched: it could lead anywhere.
   */
  private byte[] fetch(String address, BodyRoom.Share share, long end) throws InterruptedException {
    URI picture;
    try {
      picture = base.resolve(address);
    } catch (IllegalArgumentException e) {
      throw new UpstreamFailure(Kind.BROKEN, "a picture's address is none");
    }
    if (!base.getScheme().equals(picture.getScheme())
        || !base.getRawAuthority().equals(picture.getRawAuthority())) {
      throw new UpstreamFailure(Kind.BROKEN, "a picture is somewhere else");
    }
    HttpResponse<byte[]> response = send(HttpRequest.newBuilder(picture).GET().build(), share, end);
    if (response.statusCode() != 200) {
      throw new UpstreamFailure(Kind.BROKEN, "a picture's address answers otherwise");
    }
    return response.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request, BodyRoom.Share share, long end)
      throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, BodyHandlers.limiting(_ -> new CountedAnswer(share), longest()));
    try {
      return call.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new UpstreamFailure(Kind.TIMEOUT, "no answer within " + settings.timeout());
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      // Does nothing to a call that is over; ends one that was given up.
      call.cancel(true);
    }
  }

  /** One that could never fit is broken, not a reason to try again. */
  private long longest() {
    return Math.min(settings.answer().toBytes(), room.largest());
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case BadRequest noRoom -> noRoom;
      case HttpConnectTimeoutException _, ConnectException _ ->
          new UpstreamFailure(Kind.UNREACHABLE, String.valueOf(cause));
      case HttpTimeoutException _ -> new UpstreamFailure(Kind.TIMEOUT, String.valueOf(cause));
      case IOException _ -> new UpstreamFailure(Kind.BROKEN, String.valueOf(cause));
      case null, default -> new IllegalStateException("the call failed", cause);
    };
  }
}
