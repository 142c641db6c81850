package eu.gardefou.notices;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** How long a clock runs. */
sealed interface Term {
  /** When a clock runs out that was started now. */
  Instant end(Instant start);

  /** So many hours, day and night. */
  record Lasting(Duration duration) implements Term {
    @Override
    public Instant end(Instant start) {
      return start.plus(duration);
    }
  }

  /**
   * So many working days: the day of the event does not count, and the last one counts to its end
   * (Regulation 1182/71, Article 3).
   */
  record WorkingDays(int days, BusinessCalendar calendar) implements Term {
    @Override
    public Instant end(Instant start) {
      LocalDate day = start.atZone(calendar.zone()).toLocalDate();
      for (int left = days; left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) {
        day = day.plusDays(1);
      }
      return day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }
  }

  /** Which days are working days, and where. */
  record BusinessCalendar(ZoneId zone, Set<LocalDate> holidays) {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public BusinessCalendar {
      holidays = Set.copyOf(holidays);
    }

    boolean isWorkingDay(LocalDate day) {
      return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
  }
}
