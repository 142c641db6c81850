package eu.gardefou.gateway.leaks;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Breaks the law on purpose: a door that answers with bytes. Never registered. */
public final class LeakByController {
  @GetMapping("/never")
  ResponseEntity<byte[]> leak() {
    return ResponseEntity.ok(new byte[0]);
  }
}
