package eu.gardefou.gateway;

import eu.gardefou.screening.ScreenedImage;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** The only code here that turns a picture into an answer, and it takes screened ones only. */
final class ScreenedImageWriter extends ValueSerializer<ScreenedImage> {
  @Override
  public void serialize(ScreenedImage image, JsonGenerator out, SerializationContext context) {
    out.writeBinary(image.bytes());
  }
}
