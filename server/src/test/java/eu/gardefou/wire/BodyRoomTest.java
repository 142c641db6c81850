package eu.gardefou.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who holds how much memory, from when and until when. */
final class BodyRoomTest {
  private static final long ROOM = 8L << 20;
  private static final int CHUNK = 1 << 16;

  private final BodyRoom room = new BodyRoom(ROOM);

  @Test
  void oneHolderCannotTakeTheWholeRoom() {
    BodyRoom.Share one = room.share("key:one");
    BodyRoom.Share again = room.share("key:one");
    BodyRoom.Share other = room.share("key:other");
    one.take(ROOM / 16);
    again.take(ROOM / 16);
    assertBusy(() -> again.take(1));
    other.take(ROOM / 8);
    assertThat(room.free()).isZero();
    assertBusy(() -> other.take(1));
    one.close();
    again.take(ROOM / 16);
    again.close();
    other.close();
    assertThat(room.free()).isEqualTo(ROOM);
  }

  @Test
  void whatIsClosedTakesNoMore() {
    BodyRoom.Share share = room.share("key:one");
    share.take(100);
    share.close();
    share.close();
    assertBusy(() -> share.take(1));
    assertThat(room.free()).isEqualTo(ROOM);
  }

  @Test
  void whatIsAnnouncedTakesNothingUntilItIsHere() {
    var body = new Drops(CHUNK + 2, room);
    assertCutOff(body, 1 << 20);
    // Before the first byte, with the first chunk, and with the second one.
    assertThat(body.freeBefore(0)).isEqualTo(ROOM);
    assertThat(body.freeBefore(1)).isEqualTo(ROOM - 4L * CHUNK);
    assertThat(body.freeBefore(CHUNK)).isEqualTo(ROOM - 4L * CHUNK);
    assertThat(body.freeBefore(CHUNK + 1)).isEqualTo(ROOM - 8L * CHUNK);
    assertThat(room.free()).isEqualTo(ROOM);
  }

  @Test
  void whatComesLateToARequestThatIsOverIsGivenBackAtOnce() {
    List<String> back = new ArrayList<>();
    var belongings = new Belongings();
    belongings.add(() -> back.add("first"));
    belongings.add(() -> back.add("second"));
    belongings.close();
    belongings.close();
    belongings.add(() -> back.add("late"));
    assertThat(back).containsExactly("second", "first", "late");
  }

  /** Reads a body that ends before its announced end. */
  private void assertCutOff(ServletInputStream in, long announced) {
    var request =
        new MockHttpServletRequest() {
          @Override
          public long getContentLengthLong() {
            return announced;
          }

          @Override
          public ServletInputStream getInputStream() {
            return in;
          }
        };
    request.setContentType("application/json");
    var bodies = new Bodies(room, new Pace(Duration.ofHours(1), 1));
    assertThatThrownBy(() -> bodies.read(request, 2 << 20, "key:test"))
        .isInstanceOf(BadRequest.class);
  }

  private static void assertBusy(Runnable taking) {
    assertThatThrownBy(taking::run)
        .isInstanceOfSatisfying(
            BadRequest.class, bad -> assertThat(bad.kind()).isEqualTo(BadRequest.Kind.BUSY));
  }

  /** A body that comes byte by byte, and notes how much room there was before each. */
  private static final class Drops extends ServletInputStream {
    private final long[] free;
    private final BodyRoom room;
    private int at;

    Drops(int length, BodyRoom room) {
      this.free = new long[length];
      this.room = room;
    }

    long freeBefore(int index) {
      return free[index];
    }

    @Override
    public int available() {
      if (at == free.length) {
        return 0;
      }
      if (free[at] == 0) {
        free[at] = room.free();
      }
      return 1;
    }

    @Override
    public int read() {
      return at == free.length ? -1 : at++ & 0x7F;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int next = read();
      if (next < 0) {
        return -1;
      }
      into[from] = (byte) next;
      return 1;
    }

    @Override
    public boolean isFinished() {
      return at == free.length;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
