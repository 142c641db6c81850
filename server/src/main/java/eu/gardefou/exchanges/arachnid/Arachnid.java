package eu.gardefou.exchanges.arachnid;

import eu.gardefou.exchanges.peer.Field;
import eu.gardefou.exchanges.peer.Field.Type;
import eu.gardefou.exchanges.peer.Filled;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.peer.PeerFailure;
import eu.gardefou.exchanges.peer.PeerFailure.Kind;
import eu.gardefou.exchanges.peer.Source;
import java.util.List;

/** Arachnid Shield as an exchange: making one is the consent to send hashes there. */
public final class Arachnid implements Peer {
  static final String TITLE = "Arachnid Shield";
  static final String BASE = "https://shield.projectarachnid.com";
  private static final long LONGEST = 60_000;

  /** Knows the forms; a {@link Shield} asks. */
  public Arachnid() {}

  @Override
  public String api() {
    return "arachnid";
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.optional(
            "timeout_millis",
            Type.NUMBER,
            "2000",
            "How long an answer may take; without one a picture was not assessed."));
  }

  @Override
  public List<Field> credentials() {
    return List.of(
        Field.required("user", Type.TEXT, "The user name for Arachnid Shield."),
        Field.required("password", Type.TEXT, "Its password."),
        Field.optional("base_url_override", Type.TEXT, null, "Another address than " + BASE + "."));
  }

  @Override
  public boolean fetched() {
    return false;
  }

  @Override
  public void check(Filled settings) {
    long millis = settings.number("timeout_millis");
    if (millis < 1 || millis > LONGEST) {
      throw new PeerFailure(
          Kind.SETTINGS, "The field timeout_millis is 1 to " + LONGEST + " milliseconds.");
    }
  }

  @Override
  public Source open(Filled settings, Filled credentials) {
    throw new PeerFailure(Kind.SETTINGS, "Arachnid Shield has no list to fetch.");
  }
}
