package eu.gardefou.cli;

import eu.gardefou.media.Media;
import eu.gardefou.media.MediaLimits;
import eu.gardefou.media.Picture;
import eu.gardefou.media.UnreadablePicture;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policies;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.PolicyError;
import eu.gardefou.prompts.PromptText;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.reading.Reader;
import eu.gardefou.screening.Answer;
import eu.gardefou.screening.LocalScreening;
import eu.gardefou.screening.Submission;
import eu.gardefou.vision.Vision;
import eu.gardefou.vision.VisionLimits;
import eu.gardefou.wire.Belongings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges in this process; the models are loaded when the first picture comes. */
final class LocalJudge implements Judge {
  private final Media media = new Media(MediaLimits.DEFAULT);
  private final Vision vision;
  private final Reader reader;
  private final LocalScreening screening;

  private LocalJudge(Installation installation, Policy policy) {
    vision = Vision.open(installation.modelFolders(), VisionLimits.DEFAULT);
    reader = installation.reader();
    screening = new LocalScreening(media, vision, reader, Prompts.load(), policy);
  }

  static LocalJudge open(Installation installation) {
    return new LocalJudge(installation, policy(installation.setting("gardefou.policy")));
  }

  @Override
  public Map<String, @Nullable Object> judge(
      Kind kind, String prompt, List<String> companions, List<byte[]> pictures) {
    try (var belongings = new Belongings()) {
      PromptText words = new PromptText(prompt, companions);
      List<Picture> decoded = decode(pictures, belongings);
      if (kind == Kind.EDIT && decoded.stream().anyMatch(picture -> picture.frames().size() > 1)) {
        throw new Problem("A still picture is wanted for an edit. Animations have --kind upload.");
      }
      Submission submission = new Submission(kind, words, decoded, null);
      LocalScreening.Judgement judgement = screening.judge(submission);
      return Answer.of(null, judgement.verdict(), judgement.signals());
    }
  }

  @Override
  public void close() {
    reader.close();
    vision.close();
  }

  private List<Picture> decode(List<byte[]> files, Belongings belongings) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      try {
        Picture picture = media.decode(files.get(i));
        belongings.add(picture::close);
        pictures.add(picture);
      } catch (UnreadablePicture unreadable) {
        throw new Problem("Picture " + (i + 1) + ": " + unreadable.getMessage());
      }
    }
    return pictures;
  }

  static Policy policy(@Nullable String file) {
    if (file == null) {
      return Policies.builtIn();
    }
    try {
      return Policies.load(Files.readString(Path.of(file)), file);
    } catch (PolicyError error) {
      throw new Problem(String.valueOf(error.getMessage()));
    } catch (IOException failure) {
      throw new Problem(file + ": the policy cannot be read.");
    }
  }
}
