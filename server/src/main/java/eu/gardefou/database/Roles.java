package eu.gardefou.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two roles: the owner makes tables, the application works with them and owns nothing. What the
 * application may do to each table is said by the migration that makes it.
 */
final class Roles {
  static final String APP = "gardefou_app";
  private static final String LABEL = "gardefou application role, version 1";

  private Roles() {}

  /** The same on every node that knows the owner's password, and tells nothing about it. */
  static String passwordFrom(String ownerPassword) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(LABEL.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** Makes the application's role when it is missing. */
  static void make(JdbcClient owner, String password) {
    if (exists(owner, APP)) {
      return;
    }
    if (!mayMakeRoles(owner)) {
      throw new DatabaseProblem(
          "The role gardefou_app is missing and GARDEFOU_DB_USER may not make roles: have it made,"
              + " and give its password as GARDEFOU_DB_APP_PASSWORD.");
    }
    run(owner, "CREATE ROLE gardefou_app LOGIN PASSWORD %L", password);
  }

  /** Gives the application's role its password, when the owner may. */
  static boolean setPassword(JdbcClient owner, String password) {
    if (!mayMakeRoles(owner)) {
      return false;
    }
    run(owner, "ALTER ROLE gardefou_app LOGIN PASSWORD %L", password);
    return true;
  }

  /** Refuses a set-up in which the application could rewrite what it may only add to. */
  static void check(JdbcClient owner, String appUser) {
    if (!exists(owner, appUser)) {
      throw new DatabaseProblem("There is no role " + appUser + ": check GARDEFOU_DB_APP_USER.");
    }
    boolean mighty =
        owner
            .sql(
                """
                SELECT rolsuper OR pg_has_role(rolname, current_user, 'MEMBER')
                FROM pg_roles WHERE rolname = ?
                """)
            .param(appUser)
            .query(Boolean.class)
            .single();
    if (mighty) {
      throw new DatabaseProblem(
          "The role "
              + appUser
              + " has the owner's powers, and the application must not: check"
              + " GARDEFOU_DB_APP_USER.");
    }
  }

  private static boolean exists(JdbcClient owner, String role) {
    return owner
        .sql("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)")
        .param(role)
        .query(Boolean.class)
        .single();
  }

  private static boolean mayMakeRoles(JdbcClient owner) {
    return owner
        .sql("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
        .query(Boolean.class)
        .single();
  }

  /** Role statements take no parameters, so the database itself quotes the value. */
  private static void run(JdbcClient owner, String format, String value) {
    String statement =
        owner.sql("SELECT format(?, ?)").params(format, value).query(String.class).single();
    owner.sql(statement).update();
  }
}
