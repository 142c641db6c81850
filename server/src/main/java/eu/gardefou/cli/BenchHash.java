package eu.gardefou.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast pictures are hashed. */
@Command(
    name = "hash",
    mixinStandardHelpOptions = true,
    description = {
      "Hashes pictures that are drawn for the purpose, from pixels and from JPEG files, in one",
      "thread, and prints one table."
    },
    footer = {
      "",
      "Peers that can be measured in the same run:",
      "GARDEFOU_PEER_PYTHON=path           a Python that can import pdqhash and PIL",
      "GARDEFOU_PEER_THREATEXCHANGE=folder a checkout of upstream, whose Java hasher is compiled",
      "                                    and, where there is a C++ compiler, its C++ hasher"
    })
final class BenchHash implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--peers",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether the peers below are asked as well. Default: ${DEFAULT-VALUE}")
  private boolean peers;

  @Option(names = "--quick", description = "A first look: shorter, with less certain figures.")
  private boolean quick;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
  BenchHash() {}

  @Override
  public Integer call() throws Exception {
    Stopwatch stopwatch = quick ? Stopwatch.QUICK : Stopwatch.FULL;
    try (HashPeers found = HashPeers.of(Installation.of(spec), peers)) {
      List<HashPeer> asked = found.all();
      return new HashBench(spec.commandLine().getOut(), stopwatch, asked).run();
    }
  }
}
