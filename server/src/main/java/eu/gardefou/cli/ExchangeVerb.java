package eu.gardefou.cli;

import eu.gardefou.database.BriefDatabase;
import eu.gardefou.exchanges.Exchanges;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/** Works on the exchanges of this installation, whether the gate is running or not. */
abstract class ExchangeVerb extends Verb {
  final <T> T with(Function<Exchanges, T> work) {
    Environment environment = environment();
    try (BriefDatabase database = BriefDatabase.open(environment)) {
      return work.apply(Exchanges.in(database.dataSource(), environment, Clock.systemUTC()));
    }
  }
}
