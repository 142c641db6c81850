package eu.gardefou.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** 32 random bytes in a file that only its owner can read, as 64 hexadecimal digits. */
record SecretFile(Path file) {
  private static final int BYTES = 32;

  byte[] readOrMake() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return read();
    } catch (IOException e) {
      throw new DatabaseProblem("The secret in " + file + " cannot be read or written.", e);
    }
  }

  private byte[] read() throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (text.length() != 2 * BYTES || !text.chars().allMatch(HexFormat::isHexDigit)) {
      throw new DatabaseProblem(
          "The secret in " + file + " is damaged: put the file back from a backup.");
    }
    return HexFormat.of().parseHex(text);
  }

  /** Written beside, then moved: a process that dies in between leaves no half secret. */
  private void make() throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(fresh);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(fresh, options, DataFolder.OWNER_ONLY_FILE)) {
      channel.write(
          ByteBuffer.wrap(
              (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    try {
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(fresh);
    }
    forceFolder();
  }

  private void forceFolder() throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
