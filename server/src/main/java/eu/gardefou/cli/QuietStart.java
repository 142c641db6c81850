package eu.gardefou.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Until the gate is up only our own words reach the terminal. When a start fails, frameworks tell
 * of it at length and more than once; that belongs in the log file, where all of it is kept.
 */
final class QuietStart implements ApplicationListener<ApplicationContextInitializedEvent> {
  private final OurWordsOnly filter = new OurWordsOnly();

  /** From here on logging is set up. */
  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
      filter.start();
      logging
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .iteratorForAppenders()
          .forEachRemaining(this::quieten);
    }
  }

  private void quieten(Appender<ILoggingEvent> appender) {
    if (appender instanceof ConsoleAppender<ILoggingEvent>) {
      appender.addFilter(filter);
    }
  }

  /** The gate is up: what frameworks warn of is for the terminal again. */
  void end() {
    filter.stop();
  }

  private static final class OurWordsOnly extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
      return !isStarted() || event.getLoggerName().startsWith("eu.gardefou.")
          ? FilterReply.NEUTRAL
          : FilterReply.DENY;
    }
  }
}
