package eu.gardefou.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import eu.gardefou.gateway.leaks.LeakByAddress;
import eu.gardefou.gateway.leaks.LeakByBase64;
import eu.gardefou.gateway.leaks.LeakByController;
import eu.gardefou.gateway.leaks.LeakByRecord;
import eu.gardefou.gateway.leaks.LeakByStream;
import eu.gardefou.gateway.leaks.LeakByWriter;
import eu.gardefou.gateway.upstream.UpstreamAnswer;
import eu.gardefou.screening.ScreenedImage;
import jakarta.servlet.ServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.core.JsonGenerator;

/**
 * Only a screened picture can be written to a client. Each rule is tried on code that breaks it, so
 * that a rule that catches nothing is noticed.
 */
final class OutputLawTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("eu.gardefou.gateway");

  /** What a field of an answer may be. A string can hold no picture: nothing here encodes one. */
  private static final Set<String> ANSWER_TYPES =
      Set.of(
          "long", "boolean", "java.lang.String", "java.util.List", ScreenedImage.class.getName());

  /** Maps that an answer may hold: of numbers and words only. */
  private static final Set<String> ANSWER_MAPS =
      Set.of(
          "java.util.Map<java.lang.String, java.lang.Boolean>",
          "java.util.Map<java.lang.String, java.lang.Double>",
          "java.util.Map<java.lang.String, java.util.List<java.lang.String>>");

  /** Turning bytes into text is for one class, and it takes screened pictures. */
  static final ArchRule ENCODING =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ScreenedImageWriter.class.getName())
          .should()
          .callMethodWhere(
              target(
                  describe(
                      "encodes bytes",
                      method ->
                          (method.getOwner().isEquivalentTo(JsonGenerator.class)
                                  && method.getName().startsWith("writeBinary"))
                              || (method.getOwner().isEquivalentTo(Base64.class)
                                  && method.getName().endsWith("Encoder")))));

  /** What an upstream made is handed to the screening, by one class that knows no response. */
  static final ArchRule RAW_PICTURES =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Passage.class.getName())
          .should()
          .callMethod(UpstreamAnswer.RawPicture.class, "bytes");

  static final ArchRule PASSAGE =
      noClasses()
          .that()
          .haveFullyQualifiedName(Passage.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.springframework..", "tools.jackson..");

  /** A response is written by the framework from an answer, or as events. */
  static final ArchRule RESPONSES =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(EventStream.class.getName() + "$Opened")
          .should()
          .accessTargetWhere(
              describe(
                  "writes to a response",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isAssignableTo(ServletResponse.class)
                          && Set.of("getOutputStream", "getWriter").contains(access.getName())));

  /** Controllers answer with records of this package, or with nothing. */
  static final ArchRule CONTROLLERS =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should(
              check(
                  "answer with a record of the gateway",
                  JavaMethod.class,
                  method -> isAnswer(method.getReturnType())));

  /** A picture in an answer is a screened one, and nothing else in it can be a picture. */
  static final ArchRule ANSWERS =
      classes()
          .that()
          .areRecords()
          .should(
              check(
                  "hold pictures only when they are screened",
                  JavaClass.class,
                  record -> record.getFields().stream().allMatch(OutputLawTest::isHarmless)));

  private static final List<ArchRule> RULES =
      List.of(ENCODING, RAW_PICTURES, PASSAGE, RESPONSES, CONTROLLERS, ANSWERS);

  @Test
  void onlyScreenedPicturesCanBeWritten() {
    RULES.forEach(rule -> rule.check(MAIN));
  }

  @Test
  void theOneWriterTakesScreenedPictures() {
    assertThat(MAIN.get(ScreenedImageWriter.class).getMethods())
        .filteredOn(method -> method.getName().equals("serialize"))
        .filteredOn(method -> !method.getModifiers().toString().contains("BRIDGE"))
        .allSatisfy(method ->
            assertThat(method.getRawParameterTypes().getFirst().isEquivalentTo(ScreenedImage.class))
                .isTrue());
  }

  static Stream<Class<?>> leaks() {
    return Stream.of(
        LeakByAddress.class,
        LeakByBase64.class,
        LeakByController.class,
        LeakByRecord.class,
        LeakByStream.class,
        LeakByWriter.class);
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void everyOtherWayIsNoticed(Class<?> leak) {
    JavaClasses leaky = new ClassFileImporter().importClasses(leak);
    assertThat(RULES)
        .as(leak.getSimpleName())
        .anyMatch(rule -> rule.allowEmptyShould(true).evaluate(leaky).hasViolation());
  }

  private static boolean isAnswer(JavaType type) {
    if (type.toErasure().isEquivalentTo(void.class)) {
      return true;
    }
    return type.toErasure().isEquivalentTo(ResponseEntity.class)
        && type.getAllInvolvedRawTypes().stream()
            .filter(involved -> !involved.isEquivalentTo(ResponseEntity.class))
            .allMatch(answer ->
                answer.isRecord() && answer.getPackageName().equals("eu.gardefou.gateway"));
  }

  private static boolean isHarmless(JavaField field) {
    boolean answered = field.isAnnotatedWith(JsonProperty.class);
    boolean picture =
        answered && "b64_json".equals(field.getAnnotationOfType(JsonProperty.class).value());
    JavaClass type = field.getRawType();
    if (picture) {
      return type.isEquivalentTo(ScreenedImage.class);
    }
    return !answered
        || ANSWER_TYPES.contains(type.getName())
        || ANSWER_MAPS.contains(field.getType().getName())
        || (type.isRecord() && type.getPackageName().equals("eu.gardefou.gateway"));
  }

  private interface Check<T> {
    boolean holds(T item);
  }

  private static <T extends com.tngtech.archunit.core.domain.properties.HasName>
      ArchCondition<T> check(String description, Class<T> type, Check<T> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T item, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type.cast(item), check.holds(item), item.getName() + ": " + description));
      }
    };
  }
}
