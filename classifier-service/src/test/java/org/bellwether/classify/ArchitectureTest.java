package org.bellwether.classify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.bellwether.classify");

    @Test
    void coreKnowsNoKafkaHttpOrConfiguration() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..text..",
                        "..match..",
                        "..watch..",
                        "..taxonomy..",
                        "..linear..",
                        "..score..",
                        "..train..",
                        "..extract..",
                        "..quantity..",
                        "..story..",
                        "..evaluate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "jakarta..",
                        "org.eclipse.microprofile..")
                .check(classes);
    }

    @Test
    void onlyMongoStoriesAndItsWiringKnowTheStore() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Mongo")
                .and()
                .doNotHaveSimpleName("StoryStore")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..")
                .check(classes);
    }

    @Test
    void onlyTheApiSpeaksHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.bellwether.web..")
                .check(classes);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.bellwether.classify.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
