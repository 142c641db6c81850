package eu.gardefou.exchanges;

import eu.gardefou.exchanges.ExchangeProblem.Cause;
import eu.gardefou.exchanges.arachnid.Arachnid;
import eu.gardefou.exchanges.files.LocalFiles;
import eu.gardefou.exchanges.ncmec.Ncmec;
import eu.gardefou.exchanges.peer.Field;
import eu.gardefou.exchanges.peer.Peer;
import eu.gardefou.exchanges.stopncii.StopNcii;
import eu.gardefou.exchanges.threatexchange.ThreatExchange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Every kind of source. */
final class Peers {
  private final List<Peer> peers;

  Peers(List<Peer> peers) {
    this.peers = List.copyOf(peers);
  }

  static Peers all(Clock clock, List<Path> folders, Path copies) {
    return new Peers(
        List.of(
            new ThreatExchange(clock),
            new Ncmec(clock),
            new StopNcii(clock),
            new LocalFiles(folders, copies),
            new Arachnid()));
  }

  /**
   * The one of this name.
   *
   * @throws ExchangeProblem when there is none
   */
  Peer of(String api) {
    return peers.stream()
        .filter(peer -> peer.api().equals(api))
        .findFirst()
        .orElseThrow(() ->
            new ExchangeProblem(
                Cause.UNKNOWN,
                "There is no such kind of exchange; there are "
                    + String.join(", ", peers.stream().map(Peer::api).toList())
                    + "."));
  }

  List<Api> apis() {
    return peers.stream().map(Peers::described).toList();
  }

  static Api described(Peer peer) {
    return new Api(
        peer.api(),
        peer.title(),
        entries(peer.settings()),
        entries(peer.credentials()),
        peer.fetched());
  }

  private static List<Api.Entry> entries(List<Field> fields) {
    return fields.stream()
        .map(field ->
            new Api.Entry(
                field.name(),
                field.type().word(),
                field.required(),
                field.fallback(),
                field.help(),
                field.choices()))
        .toList();
  }
}
