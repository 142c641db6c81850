package eu.gardefou.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection that is kept open: a question, its answer, the next question. */
final class HashConnection implements AutoCloseable {
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

  private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
  private final SocketChannel channel;
  private HashQuestion question;
  private long sent;

  HashConnection(InetSocketAddress gate, Selector selector, HashQuestion first) throws IOException {
    this.channel = SocketChannel.open(gate);
    this.channel.configureBlocking(false);
    this.channel.socket().setTcpNoDelay(true);
    this.channel.register(selector, SelectionKey.OP_READ, this);
    this.question = first;
    ask(first);
  }

  /** Sends a question. It is small, and nothing else is on its way: it is sent at once. */
  void ask(HashQuestion next) throws IOException {
    question = next;
    in.clear();
    sent = System.nanoTime();
    ByteBuffer out = ByteBuffer.wrap(next.request().getBytes(StandardCharsets.US_ASCII));
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /**
   * Reads what has come.
   *
   * @return whether the answer is whole
   */
  boolean read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the gate has closed the connection");
    }
    String text = text();
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    Matcher length = LENGTH.matcher(text);
    if (!length.find()) {
      throw new IOException("an answer without a length: " + text);
    }
    return text.length() >= head + 4 + Integer.parseInt(length.group(1));
  }

  boolean isRight() {
    String text = text();
    return text.startsWith("HTTP/1.1 200") && text.endsWith("\r\n\r\n" + question.answer());
  }

  /** Whether the gate has said that it closes the connection now. */
  boolean isLast() {
    return text().contains("\r\nConnection: close\r\n");
  }

  String text() {
    return new String(in.array(), 0, in.position(), StandardCharsets.US_ASCII);
  }

  long nanos() {
    return System.nanoTime() - sent;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
