package eu.gardefou.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a database problem as its sentence, without a stack trace. */
final class PlainFailure extends AbstractFailureAnalyzer<DatabaseProblem> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, DatabaseProblem cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
