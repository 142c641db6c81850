package eu.gardefou.console;

import eu.gardefou.console.SystemState.Group;
import eu.gardefou.gateway.UpstreamState;
import eu.gardefou.matching.Bank;
import eu.gardefou.matching.Banks;
import eu.gardefou.policy.Policy;
import eu.gardefou.prompts.Prompts;
import eu.gardefou.vision.ModelState;
import eu.gardefou.vision.Vision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks every check how it is. A check that does not answer is failing, never silence. */
@Component
final class Inspection {
  private static final Logger log = LoggerFactory.getLogger(Inspection.class);

  private final Prompts prompts;
  private final Vision vision;
  private final Banks banks;
  private final JdbcClient sql;
  private final Policy policy;
  private final UpstreamState upstream;
  private final Environment environment;
  private final Words words;

  Inspection(
      Prompts prompts,
      Vision vision,
      Banks banks,
      JdbcClient sql,
      Policy policy,
      UpstreamState upstream,
      Environment environment,
      Words words) {
    this.prompts = prompts;
    this.vision = vision;
    this.banks = banks;
    this.sql = sql;
    this.policy = policy;
    this.upstream = upstream;
    this.environment = environment;
    this.words = words;
  }

  SystemState look() {
    List<CheckState> pictures = new ArrayList<>(models());
    pictures.addAll(banks());
    return SystemState.of(
        List.of(
            new Group(words.say("group.words"), List.of(prompts())),
            new Group(words.say("group.pictures"), pictures),
            new Group(words.say("group.foundation"), List.of(database(), policy(), upstream()))),
        words);
  }

  private CheckState prompts() {
    String name = words.say("check.prompts");
    List<String> languages = prompts.languages().stream().map(words::language).sorted().toList();
    return languages.isEmpty()
        ? new CheckState(name, Condition.FAILING, words.say("check.prompts.failing"), null)
        : new CheckState(
            name, Condition.ON, words.say("check.prompts.detail", words.list(languages)), null);
  }

  private List<CheckState> models() {
    List<CheckState> models = vision.models().stream().map(this::model).toList();
    return models.isEmpty()
        ? List.of(
            new CheckState(
                words.say("check.vision"), Condition.OFF, words.say("check.vision.none"), null))
        : models;
  }

  private CheckState model(ModelState model) {
    Condition condition =
        switch (model.state()) {
          case ON -> Condition.ON;
          case MISSING -> Condition.OFF;
          case DAMAGED -> Condition.FAILING;
          case REPLACED -> Condition.OFF;
        };
    return new CheckState(
        words.say("check.model", model.name()),
        condition,
        words.word("model", model.state()),
        model.version());
  }

  private List<CheckState> banks() {
    try {
      return banks.list().stream().map(this::bank).toList();
    } catch (RuntimeException failure) {
      log.warn("the banks cannot be read", failure);
      return List.of(
          new CheckState(
              words.say("check.banks"), Condition.FAILING, words.say("check.banks.failing"), null));
    }
  }

  private CheckState bank(Bank bank) {
    return new CheckState(
        words.say("check.bank", bank.name()),
        Condition.ON,
        words.say("check.bank.detail", bank.active(), bank.radius()),
        null);
  }

  private CheckState database() {
    String name = words.say("check.database");
    try {
      String version = sql.sql("SHOW server_version").query(String.class).single();
      return new CheckState(name, Condition.ON, words.say("check.database.detail", version), null);
    } catch (RuntimeException failure) {
      log.warn("the database does not answer", failure);
      return new CheckState(name, Condition.FAILING, words.say("check.database.failing"), null);
    }
  }

  private CheckState policy() {
    String file = environment.getProperty("gardefou.policy", "");
    Path name = Path.of(file).getFileName();
    String from =
        file.isBlank() || name == null
            ? words.say("check.policy.built-in")
            : words.say("check.policy.file", name.toString());
    return new CheckState(words.say("check.policy"), Condition.ON, from, policy.version());
  }

  private CheckState upstream() {
    String name = words.say("check.upstream");
    if (upstream.isFailing()) {
      return new CheckState(
          name, Condition.FAILING, words.say("check.upstream.failing", upstream.host()), null);
    }
    String detail =
        upstream.isDemo()
            ? words.say("check.upstream.demo")
            : words.say("check.upstream.detail", upstream.host());
    return new CheckState(name, Condition.ON, detail, null);
  }
}
