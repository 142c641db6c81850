package eu.gardefou.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds files that are a picture and something else as well. */
final class Polyglot {
  /** A few stray bytes after a picture are common and too few for anything. */
  private static final int STRAY = 16;

  private static final int PDF_HEADER_WITHIN = 1024;
  private static final int ZIP_END = 22;
  private static final int ZIP_END_WITHIN = ZIP_END + 0xFFFF;

  private static final List<String> PROGRAMS = List.of("<?php", "<script", "<!doctype", "<html");

  private static final int LONGEST_PROGRAM = 9;

  private Polyglot() {}

  /** Refuses what other programs find wherever it is: a PDF header, a ZIP directory. */
  static void check(byte[] bytes) {
    if (find(bytes, 0, Math.min(bytes.length, PDF_HEADER_WITHIN), "%PDF-") >= 0) {
      throw Refusal.polyglot("it is a PDF document as well");
    }
    int lowest = Math.max(0, bytes.length - ZIP_END_WITHIN);
    for (int at = bytes.length - ZIP_END; at >= lowest; at--) {
      if (is(bytes, at, "PK\5\6") && pointsToDirectory(bytes, at)) {
        throw Refusal.polyglot("it is a ZIP archive as well");
      }
    }
  }

  /** Whether the end record of a ZIP archive finds its directory, counted from either side. */
  private static boolean pointsToDirectory(byte[] bytes, int end) {
    long size = Numbers.little32(bytes, end + 12);
    long offset = Numbers.little32(bytes, end + 16);
    return size == 0 || is(bytes, end - size, "PK\1\2") || is(bytes, offset, "PK\1\2");
  }

  /** Refuses anything but padding after the end of a picture. */
  static void checkAfter(byte[] bytes, int end) {
    int start = skipPadding(bytes, end);
    if (bytes.length - start <= STRAY) {
      return;
    }
    throw Refusal.polyglot("after the picture comes " + nameOf(bytes, start));
  }

  /** Refuses programs in comments, where a careless web server would run or show them. */
  static void checkText(byte[] bytes, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      if (bytes[at] == '<') {
        refuseProgram(bytes, at, offset + length);
      }
    }
  }

  private static void refuseProgram(byte[] bytes, int at, int end) {
    byte[] start = Arrays.copyOfRange(bytes, at, Math.min(end, at + LONGEST_PROGRAM));
    String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (PROGRAMS.stream().anyMatch(text::startsWith)) {
      throw Refusal.polyglot("a comment in it holds a program or a page");
    }
  }

  static int skipPadding(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] == 0) {
      at++;
    }
    return at;
  }

  private static String nameOf(byte[] bytes, int at) {
    if (is(bytes, at, "PK")) {
      return "a ZIP archive";
    }
    if (is(bytes, at, "%PDF")) {
      return "a PDF document";
    }
    if (is(bytes, at + 4L, "ftyp")) {
      return "a video, as in the motion photos of some telephones";
    }
    if (is(bytes, at, "\u00FF\u00D8\u00FF")
        || is(bytes, at, "\u0089PNG")
        || is(bytes, at, "GIF8")) {
      return "another picture";
    }
    byte[] first = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 64));
    return new String(first, StandardCharsets.ISO_8859_1).strip().startsWith("<")
        ? "a page or a script"
        : "something else";
  }

  private static int find(byte[] bytes, int from, int to, String what) {
    for (int at = from; at <= to - what.length(); at++) {
      if (is(bytes, at, what)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether these characters, one byte each, are at this place. */
  static boolean is(byte[] bytes, long at, String what) {
    if (at < 0 || at + what.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < what.length(); i++) {
      if ((bytes[(int) at + i] & 0xFF) != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
