package eu.gardefou.robustness;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Readers and writers of JSON as there are many, in place of the strict ones. */
final class LaxFilters {
  /** Of two of a name the last one counts, and what is too much or unknown is passed over. */
  static final Filter READER = LaxFilters::read;

  /** A picture is answered by its address. */
  static final Filter WRITER = LaxFilters::write;

  private static final List<String> KNOWN = List.of("prompt", "model", "size", "moderation");
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private LaxFilters() {}

  private static void read(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] body = request.getInputStream().readAllBytes();
    chain.doFilter(new Reread((HttpServletRequest) request, leniently(body)), response);
  }

  private static byte[] leniently(byte[] body) {
    JsonNode read = LENIENT.readTree(body);
    JsonNode first = read.isArray() ? read.path(0) : read;
    if (first instanceof ObjectNode object) {
      object.retain(KNOWN);
    }
    return LENIENT.writeValueAsBytes(first);
  }

  private static void write(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var kept = new ContentCachingResponseWrapper((HttpServletResponse) response);
    chain.doFilter(request, kept);
    String answer = new String(kept.getContentAsByteArray(), UTF_8);
    kept.resetBuffer();
    kept.getOutputStream()
        .write(
            answer
                .replaceAll(
                    "\"b64_json\":\"[^\"]*\"", "\"url\":\"http://localhost/upstream/1.png\"")
                .getBytes(UTF_8));
    kept.copyBodyToResponse();
  }

  /** A request with another body. */
  private static final class Reread extends HttpServletRequestWrapper {
    private final ServletInputStream body;
    private final int length;

    Reread(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new Bytes(new ByteArrayInputStream(body));
      this.length = body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }

    @Override
    public int getContentLength() {
      return length;
    }

    @Override
    public long getContentLengthLong() {
      return length;
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int most) {
      return bytes.read(into, from, most);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("it is read at once");
    }
  }
}
