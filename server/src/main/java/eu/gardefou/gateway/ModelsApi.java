package eu.gardefou.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.gardefou.gateway.upstream.Model;
import eu.gardefou.gateway.upstream.Models;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The models that clients may use. */
@RestController
final class ModelsApi {
  private final Models models;

  ModelsApi(Models models) {
    this.models = models;
  }

  /** A model as clients list it. When it was made is nothing that we know. */
  record Entry(
      @JsonProperty("id") String id,
      @JsonProperty("object") String object,
      @JsonProperty("created") long created,
      @JsonProperty("owned_by") String owner) {
    static Entry of(Model model) {
      return new Entry(model.name(), "model", 0, "operator");
    }
  }

  /** All models. */
  record Listing(@JsonProperty("object") String object, @JsonProperty("data") List<Entry> data) {}

  @GetMapping("/v1/models")
  ResponseEntity<Listing> list(HttpServletRequest request) {
    Callers.of(request);
    return json(new Listing("list", models.all().stream().map(Entry::of).toList()));
  }

  @GetMapping("/v1/models/{name}")
  ResponseEntity<Entry> one(HttpServletRequest request, @PathVariable("name") String name) {
    Callers.of(request);
    Model model = models.find(name);
    if (model == null) {
      throw Refusal.notFound("There is no such model here.");
    }
    return json(Entry.of(model));
  }

  private static <T> ResponseEntity<T> json(T body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
