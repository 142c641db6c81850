package eu.gardefou.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a save of the banks has besides their hashes, in one file with a digest over all of it: a
 * list that lost a line would be a bank that lost its entries.
 *
 * @param revision up to which the files are complete
 * @param until a revision after which nothing in the files was committed
 * @param seals of each bank's file: how long it is, and how it ends, which is the digest of the
 *     rest
 * @param setAside entries that do not match like others, by their numbers
 */
record SaveList(
    Index.Revision revision,
    Index.Revision until,
    Map<Integer, String> seals,
    Map<Long, SetAside> setAside) {
  private static final String REVISION = "revision";
  private static final String UNTIL = "until";
  private static final String TOKEN = ".token";
  private static final String SEAL = "seal.";
  private static final String ASIDE = "aside.";
  private static final String DIGEST = "digest";
  private static final String QUARANTINED = " quarantined";
  private static final int END = 32;

  /** Keeps its own copies. */
  SaveList {
    seals = Map.copyOf(seals);
    setAside = Map.copyOf(setAside);
  }

  /** By what the file of a bank is known again. */
  static String seal(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size();
      ByteBuffer end = ByteBuffer.allocate(END);
      long from = Math.max(0, length - END);
      while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
        // until all of it is read
      }
      return length + "-" + HexFormat.of().formatHex(end.array());
    }
  }

  /** Writes it, and waits until the disk has it. */
  void write(Path file) throws IOException {
    Properties list = new Properties();
    set(list, REVISION, revision);
    set(list, UNTIL, until);
    seals.forEach((bank, seal) -> list.setProperty(SEAL + bank, seal));
    setAside.forEach((number, aside) -> list.setProperty(ASIDE + number, words(aside)));
    list.setProperty(DIGEST, digest(list));
    StringWriter text = new StringWriter();
    list.store(text, "The banks in these files. The database is the record.");
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Reads it.
   *
   * @throws IOException when it cannot be read, or is not whole
   */
  static SaveList read(Path file) throws IOException {
    Properties list = new Properties();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      list.load(in);
    }
    Object digest = list.remove(DIGEST);
    if (!digest(list).equals(digest)) {
      throw new IOException(file + " is not whole");
    }
    Map<Integer, String> seals = new HashMap<>();
    Map<Long, SetAside> setAside = new HashMap<>();
    for (String key : list.stringPropertyNames()) {
      String value = list.getProperty(key);
      if (key.startsWith(SEAL)) {
        seals.put(Integer.parseInt(key.substring(SEAL.length())), value);
      } else if (key.startsWith(ASIDE)) {
        setAside.put(Long.parseLong(key.substring(ASIDE.length())), setAside(value));
      }
    }
    return new SaveList(revision(list, REVISION), revision(list, UNTIL), seals, setAside);
  }

  private static void set(Properties list, String name, Index.Revision revision) {
    list.setProperty(name, Long.toString(revision.number()));
    list.setProperty(name + TOKEN, revision.token().toString());
  }

  private static Index.Revision revision(Properties list, String name) {
    return new Index.Revision(
        Long.parseLong(list.getProperty(name)), UUID.fromString(list.getProperty(name + TOKEN)));
  }

  private static String digest(Properties list) {
    MessageDigest digest = sha256();
    Map<String, String> sorted = new TreeMap<>();
    list.stringPropertyNames().forEach(key -> sorted.put(key, list.getProperty(key)));
    sorted.forEach(
        (key, value) -> digest.update((key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String words(SetAside aside) {
    return aside.until() + (aside.quarantined() ? QUARANTINED : "");
  }

  private static SetAside setAside(String words) {
    boolean quarantined = words.endsWith(QUARANTINED);
    String until = quarantined ? words.substring(0, words.length() - QUARANTINED.length()) : words;
    return new SetAside(Instant.parse(until), quarantined);
  }
}
