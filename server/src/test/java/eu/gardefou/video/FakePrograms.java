package eu.gardefou.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in the place of FFmpeg's, and what is left of them. */
final class FakePrograms {
  private FakePrograms() {}

  /** What FFmpeg's programs say when they are tried. */
  private static final String TRIED = "case \"$*\" in *-protocols*) echo ' fd'; exit 0;; esac\n";

  /** What ffprobe says of a small video without a length. */
  static final String SMALL =
      "echo '{\"streams\":[{\"width\":160,\"height\":120,\"avg_frame_rate\":\"25/1\"}]}'\n";

  /** Makes both; returns that of ffmpeg. */
  static Path in(Path folder, String ffprobe, String ffmpeg) throws IOException {
    script(folder.resolve("ffprobe"), TRIED + ffprobe);
    return script(folder.resolve("ffmpeg"), TRIED + ffmpeg);
  }

  static Path script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** A program that never ends by itself, and another one that it started. */
  static String hanging(int marker) {
    return "sleep " + marker + " & sleep " + marker + "; wait\n";
  }

  /** Everything that runs with the marker on its command line, whoever its parent is by now. */
  static List<ProcessHandle> running(int marker) {
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().commandLine().orElse("").endsWith("sleep " + marker))
        .toList();
  }

  /** Waits until both processes of a hanging program are there. */
  static List<ProcessHandle> awaitRunning(int marker) {
    List<ProcessHandle> running = running(marker);
    while (running.size() < 2) {
      Thread.onSpinWait();
      running = running(marker);
    }
    return running;
  }

  /** Waits for the end of all; fails when they do not end. */
  static void awaitDeath(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      process.onExit().get(1, TimeUnit.MINUTES);
    }
  }
}
