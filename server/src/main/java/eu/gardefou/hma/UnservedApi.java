package eu.gardefou.hma;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is under upstream's prefixes and not served. */
@RestController
final class UnservedApi {
  @RequestMapping({"/h/**", "/m/**", "/c/**", "/openapi/**"})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> unserved() {
    return Answers.message("There is no such address here, or not with this method.");
  }
}
