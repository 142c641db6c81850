package eu.gardefou.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every path below {@code /v1} that nobody serves. Other OpenAI endpoints carry pictures too;
 * nothing that is sent to them goes anywhere.
 */
final class UnknownPaths implements HttpRequestHandler {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Refusal refusal = Refusal.notFound("There is no such path here.");
    response.setStatus(refusal.status());
    response.setContentType("application/json");
    response.setHeader(GatewayErrors.SHOULD_RETRY, "false");
    response.getOutputStream().write(MAPPER.writeValueAsBytes(refusal.body()));
  }
}
