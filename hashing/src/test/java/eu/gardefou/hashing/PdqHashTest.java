package eu.gardefou.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdqHashTest {
  private static final String HEX =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  @Test
  void sixtyFourDigitsAreReadAndWrittenBack() {
    assertThat(PdqHash.parse(HEX)).hasToString(HEX);
    assertThat(PdqHash.parse(HEX).w0()).isEqualTo(0xf8f8f0cee0f4a84fL);
    assertThat(PdqHash.parse(HEX).w3()).isEqualTo(0x33e6b39c4e9c9b22L);
  }

  @Test
  void leadingZerosAreWritten() {
    assertThat(new PdqHash(0, 1, 0, 16)).hasToString("0".repeat(31) + "1" + "0".repeat(30) + "10");
  }

  @Test
  void capitalsAreReadAndNeverWritten() {
    assertThat(PdqHash.parse(HEX.toUpperCase(Locale.ROOT))).hasToString(HEX);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 128})
  void anyOtherLengthIsRefused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHash.parse("a".repeat(length)))
        .withMessage(
            "a PDQ hash is 64 hexadecimal digits, this text has " + length + " characters");
  }

  @ParameterizedTest
  @ValueSource(chars = {'g', 'G', ' ', '-', '+', 'x', '@', '`', '/', ':', '\n', '\u0663', '\uff11'})
  void aCharacterThatIsNoDigitIsRefusedAndItsPlaceNamed(char bad) {
    for (int place = 0; place < 64; place++) {
      String text = HEX.substring(0, place) + bad + HEX.substring(place + 1);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> PdqHash.parse(text))
          .withMessage(
              "a PDQ hash is 64 hexadecimal digits, the character at position "
                  + place
                  + " is none");
    }
  }

  @Test
  void bytesAreTheDigitsInPairs() {
    byte[] bytes = PdqHash.parse(HEX).toBytes();

    assertThat(bytes).hasSize(PdqHash.BYTES).isEqualTo(unsigned(new BigInteger(HEX, 16)));
    assertThat(PdqHash.fromBytes(bytes)).hasToString(HEX);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void anyOtherNumberOfBytesIsRefused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PdqHash.fromBytes(new byte[length]))
        .withMessage("a PDQ hash is 32 bytes, not " + length);
  }

  @Test
  void distanceCountsTheBitsThatDiffer() {
    Random random = new Random(1);
    for (int k = 0; k < 1000; k++) {
      PdqHash a = random(random);
      PdqHash b = random(random);
      BigInteger difference =
          new BigInteger(a.toString(), 16).xor(new BigInteger(b.toString(), 16));

      assertThat(a.distance(b)).isEqualTo(difference.bitCount());
    }
  }

  @Test
  void distanceIsAMetric() {
    Random random = new Random(2);
    for (int k = 0; k < 1000; k++) {
      PdqHash a = random(random);
      PdqHash b = random(random);
      PdqHash c = random(random);

      assertThat(a.distance(a)).isZero();
      assertThat(a.distance(b)).isPositive().isEqualTo(b.distance(a));
      assertThat(a.distance(c)).isLessThanOrEqualTo(a.distance(b) + b.distance(c));
    }
  }

  private static PdqHash random(Random random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
  }
}
