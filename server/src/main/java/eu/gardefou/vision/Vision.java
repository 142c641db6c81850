package eu.gardefou.vision;

import eu.gardefou.media.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at pictures with local models: sexual content, faces, apparent age. Nothing leaves this
 * process, and nothing that tells who somebody is is ever computed.
 *
 * <p>What is promised: for one picture every model either looked at every frame and view, or is
 * named among the missing. What is not: that the models are right. See MODELS.md. Safe for many
 * threads.
 */
public final class Vision implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Vision.class);

  private final ModelFolders folders;
  private final Workers workers;
  private final KnownFaces faces = new KnownFaces();
  private @Nullable Shelf shelf;
  private boolean closed;

  private Vision(ModelFolders folders, VisionLimits limits) {
    this.folders = folders;
    workers = new Workers(limits);
  }

  /**
   * Opens the models in a folder. They are loaded on first use, in about half a second; a file that
   * is missing or not the expected one never fails here, it is missing in every look.
   *
   * @param modelsFolder holds the ONNX files
   */
  public static Vision open(Path modelsFolder, VisionLimits limits) {
    return open(ModelFolders.of(modelsFolder), limits);
  }

  /** Opens the models in one or two folders, likewise. */
  public static Vision open(ModelFolders folders, VisionLimits limits) {
    return new Vision(folders, limits);
  }

  /**
   * Looks at all frames and views of a picture.
   *
   * @throws VisionBusy when all capacity is taken, or when this is closed; nothing was looked at
   */
  public VisionFindings look(Picture picture) {
    return look(picture, Eyes.of(shelf()));
  }

  /**
   * The same, and every way of looking is told, not the strictest only: for measuring.
   *
   * @throws VisionBusy likewise
   */
  public VisionFindings lookInEveryWay(Picture picture) {
    return look(picture, Eyes.of(shelf(), true));
  }

  private VisionFindings look(Picture picture, Eyes eyes) {
    List<View> views = View.distinct(picture, faces);
    // A check that is late goes on reading after everybody has gone.
    Picture.Use use = picture.use();
    VisionFindings found = workers.look(eyes.checks(), views, use::close);
    List<Missing> missing = new ArrayList<>(eyes.missing());
    missing.addAll(found.missing());
    return new VisionFindings(found.scores(), found.faces(), missing.stream().distinct().toList());
  }

  /**
   * Compares the people in pictures that were made with those in the pictures that came.
   *
   * @throws VisionBusy when all capacity is taken, or when this is closed; nothing was compared
   */
  public Change compare(List<Picture> before, List<Picture> after) {
    FaceFinder finder = Eyes.faceFinder(shelf());
    if (finder == null) {
      return unseen(List.of(new Missing(Change.MODEL, "faces")));
    }
    ChangeCheck check = new ChangeCheck(finder, views(before), views(after));
    List<Picture.Use> uses =
        Stream.concat(before.stream(), after.stream()).map(Picture::use).toList();
    VisionFindings looked =
        workers.look(List.of(check), List.of(), () -> uses.forEach(Picture.Use::close));
    Change found = check.found();
    return found == null || !looked.missing().isEmpty() ? unseen(looked.missing()) : found;
  }

  private static Change unseen(List<Missing> missing) {
    return new Change(List.of(), List.of(), List.of(), missing);
  }

  private List<List<View>> views(List<Picture> pictures) {
    return pictures.stream().map(picture -> View.distinct(picture, faces)).toList();
  }

  /** Every model and whether it is on; loads them when that was not done yet. */
  public synchronized List<ModelState> models() {
    if (shelf == null && closed) {
      return List.of();
    }
    return shelf().states();
  }

  /**
   * How long one look of a model takes, in milliseconds: the median of so many.
   *
   * @throws IllegalArgumentException when there is no such model that is on
   */
  public double millis(String model, int looks) {
    Net net = shelf().find(model);
    if (net == null) {
      throw new IllegalArgumentException("no model of this name is on");
    }
    return Probe.millis(net, looks);
  }

  private synchronized Shelf shelf() {
    if (closed) {
      throw new VisionBusy();
    }
    if (shelf == null) {
      shelf = Shelf.load(folders);
    }
    return shelf;
  }

  /** Ends looks in progress, whose checks are then missing, and gives the memory back. */
  @Override
  public void close() {
    boolean quiet = workers.end();
    synchronized (this) {
      closed = true;
      if (shelf == null) {
        return;
      }
      if (quiet) {
        shelf.close();
      } else {
        // Closing a model under a running thread would take the whole process down.
        log.warn("a model is still at work and stays in memory");
      }
    }
  }
}
