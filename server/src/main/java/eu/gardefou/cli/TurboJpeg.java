package eu.gardefou.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The system's libjpeg-turbo, to see what a native decoder would gain. For pictures that we drew
 * ourselves only: strangers' files never get near it.
 */
final class TurboJpeg {
  private static final String LIBRARY = "libturbojpeg.so.0";

  /** Blue, green, red and nothing: read as a number, {@code 0xRRGGBB}. */
  private static final int BGRX = 3;

  private final MethodHandle start;
  private final MethodHandle decompress;
  private final MethodHandle end;

  private TurboJpeg(MethodHandle start, MethodHandle decompress, MethodHandle end) {
    this.start = start;
    this.decompress = decompress;
    this.end = end;
  }

  /** The library, if this machine has it. */
  @SuppressWarnings("restricted") // A measurement, of a library that the system installed.
  static Optional<TurboJpeg> here() {
    try {
      SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
      Linker linker = Linker.nativeLinker();
      var address = ValueLayout.ADDRESS;
      var number = ValueLayout.JAVA_INT;
      return Optional.of(
          new TurboJpeg(
              linker.downcallHandle(
                  library.findOrThrow("tjInitDecompress"), FunctionDescriptor.of(address)),
              linker.downcallHandle(
                  library.findOrThrow("tjDecompress2"),
                  FunctionDescriptor.of(
                      number,
                      address,
                      address,
                      ValueLayout.JAVA_LONG,
                      address,
                      number,
                      number,
                      number,
                      number,
                      number)),
              linker.downcallHandle(
                  library.findOrThrow("tjDestroy"), FunctionDescriptor.of(number, address))));
    } catch (IllegalArgumentException | IllegalCallerException | UnsupportedOperationException no) {
      return Optional.empty();
    }
  }

  /** Pixels row by row, {@code 0xRRGGBB} below a byte of anything. */
  int[] decode(byte[] file, int width, int height) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment coded = arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
      MemorySegment pixels = arena.allocate(4L * width * height, 4);
      MemorySegment decoder = (MemorySegment) start.invokeExact();
      int result =
          (int)
              decompress.invokeExact(
                  decoder, coded, (long) file.length, pixels, width, 0, height, BGRX, 0);
      int ended = (int) end.invokeExact(decoder);
      if (result != 0 || ended != 0) {
        throw new IllegalStateException("libjpeg-turbo did not decode our own picture");
      }
      return pixels.toArray(ValueLayout.JAVA_INT);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("native functions throw nothing", impossible);
    }
  }
}
