package eu.gardefou.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Whatever else is asked of these paths: refused, in the words that clients know. */
@RestController
final class UnservedApi {
  /** The methods are named, or the framework would answer OPTIONS by itself. */
  @RequestMapping(
      path = {"/v1/images/**", "/v1/models/**", "/v1/gateway/**", "/v1/moderations/**"},
      method = {
        RequestMethod.GET,
        RequestMethod.HEAD,
        RequestMethod.POST,
        RequestMethod.PUT,
        RequestMethod.PATCH,
        RequestMethod.DELETE,
        RequestMethod.OPTIONS
      })
  ResponseEntity<ErrorBody> refuse(HttpServletRequest request) {
    return GatewayErrors.answer(refusal(request.getRequestURI()));
  }

  private static Refusal refusal(String path) {
    if (Arrays.stream(Endpoint.values()).anyMatch(endpoint -> endpoint.path().equals(path))) {
      return Refusal.methodNotAllowed("POST");
    }
    if (path.equals(ModerationsApi.PATH)) {
      return Refusal.methodNotAllowed("POST");
    }
    if (path.equals("/v1/models")) {
      return Refusal.methodNotAllowed("GET");
    }
    return Refusal.notFound("There is no such path here.");
  }
}
