package eu.gardefou.database;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where the database is and who uses it.
 *
 * @param url of a PostgreSQL server; null for the embedded one
 * @param owner who owns the tables and runs the migrations
 * @param appUser whom the application signs in as
 * @param appPassword null when it follows from the owner's
 */
record DatabaseSettings(
    @Nullable String url,
    String owner,
    String ownerPassword,
    String appUser,
    @Nullable String appPassword) {

  static DatabaseSettings of(Environment environment) {
    return new DatabaseSettings(
        url(text(environment, "gardefou.db.url")),
        environment.getProperty("gardefou.db.user", EmbeddedPostgres.OWNER),
        environment.getProperty("gardefou.db.password", ""),
        environment.getProperty("gardefou.db.app.user", Roles.APP),
        text(environment, "gardefou.db.app.password"));
  }

  /** The same with an embedded server's address and owner. */
  DatabaseSettings at(String address, String password) {
    return new DatabaseSettings(address, EmbeddedPostgres.OWNER, password, Roles.APP, null);
  }

  /** Says no password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + " owner " + owner + " application " + appUser + "]";
  }

  private static @Nullable String text(Environment environment, String name) {
    String value = environment.getProperty(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  private static @Nullable String url(@Nullable String given) {
    if (given == null || given.startsWith("jdbc:postgresql:")) {
      return given;
    }
    if (given.startsWith("postgresql://")) {
      return "jdbc:" + given;
    }
    throw new DatabaseProblem("GARDEFOU_DB_URL begins with postgresql:// or jdbc:postgresql://.");
  }
}
