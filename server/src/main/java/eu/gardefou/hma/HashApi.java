package eu.gardefou.hma;

import eu.gardefou.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /h/hash}: a file in, its hashes out. */
@RestController
final class HashApi {
  private final Files files;

  HashApi(Files files) {
    this.files = files;
  }

  @GetMapping("/h/hash")
  ResponseEntity<Map<String, Object>> fetched(HttpServletRequest request, Caller caller) {
    Query query = Query.of(request);
    return answer(files.at(query.required("url"), Asked.of(query), caller), query);
  }

  @PostMapping("/h/hash")
  ResponseEntity<Map<String, Object>> sent(HttpServletRequest request, Caller caller) {
    Query query = Query.of(request);
    return answer(files.sent(request, Asked.of(query), caller, List.of()).hashes(), query);
  }

  /** What cannot be hashed is an empty text, as upstream has it, and is named besides. */
  private static ResponseEntity<Map<String, Object>> answer(Hashes hashes, Query query) {
    boolean told = query.flag(Answers.INCLUDE_UNHASHABLE, false);
    return Answers.of(hashes.json(), hashes, told);
  }
}
