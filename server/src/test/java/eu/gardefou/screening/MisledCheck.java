package eu.gardefou.screening;

import eu.gardefou.media.Picture;
import eu.gardefou.policy.Signal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scores every picture as its models do: all of them are sure that it is explicit, but for the
 * first one, whom noise misleads. Everybody in it has a face.
 *
 * @param where the pictures that are explicit; the other ones are harmless
 * @param models by name
 * @param misled what the first of them is made to say
 */
public record MisledCheck(Signal.Part where, List<String> models, double misled)
    implements PictureCheck {
  private static final double SURE = 0.97;
  private static final double HARMLESS = 0.05;

  @Override
  public String name() {
    return "vision";
  }

  @Override
  public List<Signal> look(Signal.Part part, int index, Picture picture) {
    Stream<Signal> scores =
        models.stream()
            .map(
                model -> new Signal.Score(part, index, "explicit", score(part, model), model, "v"));
    Signal face = new Signal.Face(part, index, 0.9, 40, "faces", "v");
    return Stream.concat(scores, Stream.of(face)).toList();
  }

  private double score(Signal.Part part, String model) {
    if (part != where) {
      return HARMLESS;
    }
    return model.equals(models.getFirst()) ? misled : SURE;
  }
}
