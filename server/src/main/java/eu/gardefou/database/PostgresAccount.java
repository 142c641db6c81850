package eu.gardefou.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root runs it without root's powers.
 *
 * @param prefix words before each of its commands; none for an ordinary user
 * @param owner numeric {@code user:group} that must own the cluster's files; null when they stay
 *     with whoever starts the program
 */
record PostgresAccount(List<String> prefix, @Nullable String owner) {
  static final PostgresAccount SELF = new PostgresAccount(List.of(), null);

  /** Keeps the files' owner and takes all powers and the number away. */
  private static final PostgresAccount NAMESPACE =
      new PostgresAccount(List.of("unshare", "--user", "--"), null);

  /** The first way that works here and reaches the folder. */
  static PostgresAccount choose(Path folder) {
    for (PostgresAccount account : new UnixSystem().getUid() == 0 ? forRoot() : forUser()) {
      account.openTheWay(folder);
      if (account.reaches(folder)) {
        return account;
      }
    }
    throw new DatabaseProblem(
        "PostgreSQL runs neither as root nor as a user without a name, and neither a user namespace"
            + " nor the user nobody can be used on "
            + folder
            + ": start Gardefou as an ordinary user, or set GARDEFOU_DB_URL.");
  }

  /** Containers run programs as users that have no name; a namespace lends them one. */
  private static List<PostgresAccount> forUser() {
    return List.of(SELF, NAMESPACE);
  }

  /**
   * A user namespace without a map comes first: root keeps its files and loses all its powers, and
   * no folder above needs to be open to others. Where containers forbid it, an unprivileged user.
   */
  static List<PostgresAccount> forRoot() {
    List<PostgresAccount> accounts = new ArrayList<>(List.of(NAMESPACE));
    for (String name : List.of("postgres", "nobody")) {
      Command.Outcome user = Command.run(List.of("id", "-u", name));
      Command.Outcome group = Command.run(List.of("id", "-g", name));
      if (user.worked() && group.worked()) {
        addAccountsOf(name, user.words(), group.words(), accounts);
      }
    }
    return accounts;
  }

  private static void addAccountsOf(
      String name, String user, String group, List<PostgresAccount> accounts) {
    List<List<String>> ways =
        List.of(
            List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + group,
                "--clear-groups",
                "--no-new-privs",
                "--"),
            List.of("runuser", "-u", name, "--"),
            List.of("sudo", "-n", "-u", name, "--"));
    ways.forEach(way -> accounts.add(new PostgresAccount(way, user + ":" + group)));
  }

  /** Whether commands run so are not root's, have a name, and can enter the folder. */
  boolean reaches(Path folder) {
    String probe = "test \"$(id -u)\" != 0 && id -un >/dev/null && cd \"$1\"";
    return Command.run(prefix, "sh", "-c", probe, "sh", folder.toString()).worked();
  }

  /** Another user must pass through the folder; what is in it stays closed by its own modes. */
  void openTheWay(Path folder) {
    if (owner == null) {
      return;
    }
    try {
      Set<PosixFilePermission> modes = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
      if (modes.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(folder, modes);
      }
    } catch (IOException e) {
      throw DatabaseProblem.of(folder, e);
    }
  }

  /** Hands a file, or a folder with all that is in it, to the account. */
  void own(Path path) {
    UnixSystem self = new UnixSystem();
    if (self.getUid() != 0) {
      return;
    }
    String wanted = owner == null ? "0:0" : owner;
    if (!wanted.equals(ownerOf(path)) && !chown(path, wanted)) {
      throw new DatabaseProblem(
          path + " cannot be given to PostgreSQL's user " + wanted + ": check who owns it.");
    }
  }

  private static boolean chown(Path path, String wanted) {
    return Command.run(List.of("chown", "-R", wanted, path.toString())).worked();
  }

  private static String ownerOf(Path path) {
    try {
      Map<String, Object> stat = Files.readAttributes(path, "unix:uid,gid");
      return stat.get("uid") + ":" + stat.get("gid");
    } catch (IOException e) {
      throw DatabaseProblem.of(path, e);
    }
  }
}
