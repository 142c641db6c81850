package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Guards the pinned inference library: later releases report what they run to their maker. */
class OnnxRuntimeTest {
  private static final List<String> TELEMETRY = List.of("mat-debug", "Applications6Events");

  @Test
  void isTheReleaseWithoutTelemetry() {
    assertThat(OrtEnvironment.getEnvironment().getVersion()).isEqualTo("1.28.0");
  }

  @Test
  void holdsNoTelemetryInAnyOfItsNativeLibraries() throws Exception {
    try (JarFile jar = new JarFile(jarOf(OrtEnvironment.class).toFile())) {
      List<ZipEntry> libraries =
          jar.stream().map(ZipEntry.class::cast).filter(OnnxRuntimeTest::isNative).toList();
      assertThat(libraries).hasSizeGreaterThanOrEqualTo(4);
      for (ZipEntry library : libraries) {
        assertThat(telemetryIn(jar, library)).as(library.getName()).isEmpty();
      }
    }
  }

  private static List<String> telemetryIn(JarFile jar, ZipEntry library) throws IOException {
    String content = new String(jar.getInputStream(library).readAllBytes(), ISO_8859_1);
    return TELEMETRY.stream().filter(content::contains).toList();
  }

  private static boolean isNative(ZipEntry entry) {
    return entry.getName().matches(".*\\.(so|dylib|dll)");
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
