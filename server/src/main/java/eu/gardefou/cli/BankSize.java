package eu.gardefou.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many hashes a made-up bank has, as people write it: {@code 10m}, {@code 500k}, {@code 20000}.
 */
record BankSize(int hashes) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})([km]?)");
  private static final int MOST = 500_000_000;

  /** Reads it. */
  static final class Converter implements ITypeConverter<BankSize> {
    @Override
    public BankSize convert(String value) {
      Matcher matcher = WRITTEN.matcher(value.toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        long hashes = Long.parseLong(matcher.group(1)) * unit(matcher.group(2));
        if (hashes >= 1 && hashes <= MOST) {
          return new BankSize((int) hashes);
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no size from 1 to 500m; write 500k or 10m");
    }

    private static int unit(String letter) {
      return letter.isEmpty() ? 1 : letter.equals("k") ? 1_000 : 1_000_000;
    }
  }
}
