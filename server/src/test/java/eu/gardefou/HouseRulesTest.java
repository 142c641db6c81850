package eu.gardefou;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import eu.gardefou.screening.ScreenedImage;
import java.io.ObjectInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Rules that no compiler checks. Each says what it protects. */
final class HouseRulesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("eu.gardefou");

  @Test
  void collaboratorsComeThroughTheConstructor() {
    noFields().should().beAnnotatedWith(Autowired.class).check(MAIN);
  }

  @Test
  void controllersStayInTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .check(MAIN);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Manager|Dto|DTO|Helper|Service)$")
        .check(MAIN);
  }

  @Test
  void onlyScreeningMakesAScreenedImage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("eu.gardefou.screening")
        .should()
        .callConstructorWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "it makes a screened image",
                call -> call.getTargetOwner().isEquivalentTo(ScreenedImage.class)))
        .check(MAIN);
    noConstructors()
        .that()
        .areDeclaredIn(ScreenedImage.class)
        .should()
        .haveModifier(JavaModifier.PUBLIC)
        .check(MAIN);
  }

  @Test
  void nothingReadsSerialisedObjects() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class).check(MAIN);
  }

  @Test
  void theHashLibraryKnowsNothingOfTheServer() {
    noClasses()
        .that()
        .resideInAPackage("eu.gardefou.hashing..")
        // What hands it to a compiler for browsers is not in any jar.
        .and()
        .resideOutsideOfPackage("eu.gardefou.hashing.js")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("eu.gardefou.hashing..", "java..", "org.jspecify..")
        .check(MAIN);
  }
}
