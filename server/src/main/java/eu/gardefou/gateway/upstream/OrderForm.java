package eu.gardefou.gateway.upstream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an order as the OpenAI Images API names them, but for the pictures.
 *
 * <p>Forced: no streaming and so no half-made pictures; the upstream's moderation at its usual
 * strength; the picture itself rather than an address; our pseudonym for the user.
 */
final class OrderForm {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private OrderForm() {}

  /** Values are strings or integers. */
  static Map<String, Object> of(UpstreamOrder order) {
    var form = new OrderForm();
    form.put("model", order.model().upstreamName());
    form.put("prompt", order.prompt().isEmpty() ? null : order.prompt());
    form.put("n", order.settings().count());
    form.look(order.settings());
    form.forced(order);
    form.put("user", order.user());
    return form.fields;
  }

  private void look(Settings settings) {
    put("size", settings.look().size());
    put("quality", settings.look().quality());
    put("background", settings.look().background());
    put("style", settings.look().style());
    put("input_fidelity", settings.look().inputFidelity());
    put("output_format", settings.encoding().format());
    put("output_compression", settings.encoding().compression());
  }

  private void forced(UpstreamOrder order) {
    boolean gptImage = order.model().upstreamFamily() == Family.GPT_IMAGE;
    // GPT image models always answer with the picture, and refuse the question.
    put("response_format", gptImage ? null : "b64_json");
    boolean moderated = gptImage && order.task() == UpstreamOrder.Task.GENERATE;
    put("moderation", moderated ? "auto" : null);
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
