package org.bellwether.alert;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages; seen to fail once each. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bellwether.alert");

    @Test
    void indicatorsArePure() {
        noClasses()
                .that()
                .resideInAPackage("..indicator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "com.mongodb..",
                        "org.bson..",
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.eclipse.microprofile..",
                        "org.jboss.logging..")
                .check(CLASSES);
    }

    @Test
    void indicatorsDependOnNoOtherStation() {
        noClasses()
                .that()
                .resideInAPackage("..indicator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..alert.topology..", "..alert.archive..", "..alert.api..", "..alert.ops..")
                .check(CLASSES);
    }

    @Test
    void theTopologyKnowsNeitherStoreNorHttp() {
        noClasses()
                .that()
                .resideInAPackage("..alert.topology..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "jakarta.ws..", "..alert.archive..", "..alert.api..")
                .check(CLASSES);
    }

    @Test
    void theArchiveKnowsNoIndicatorsAndNoHttp() {
        noClasses()
                .that()
                .resideInAPackage("..alert.archive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws..", "..alert.indicator..", "..alert.topology..", "..alert.api..")
                .check(CLASSES);
    }

    @Test
    void wordsAreFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAPackage("..alert.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "com.mongodb..",
                        "jakarta..",
                        "io.quarkus..",
                        "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void channelsKnowNeitherStoreNorBrokerNorConfiguration() {
        noClasses()
                .that()
                .resideInAPackage("..alert.channel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "com.mongodb..",
                        "jakarta..",
                        "org.eclipse.microprofile..",
                        "io.smallrye.config..",
                        "..alert.subscription..",
                        "..alert.delivery..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..alert.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..alert.console..")
                .check(CLASSES);
    }

    /** Else pages or API would tell at once what the others tell only when a second look finds it too. */
    @Test
    void onlyTheTaxonomyDecidesWhatIsUnknown() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..alert.taxonomy..", "..alert.indicator..")
                .should()
                .callMethodWhere(
                        target(nameMatching("unknownIssues")).and(target(owner(resideInAPackage("..indicator..")))))
                .check(CLASSES);
    }

    @Test
    void packagesGoRoundInNoCircle() {
        slices().matching("org.bellwether.alert.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
