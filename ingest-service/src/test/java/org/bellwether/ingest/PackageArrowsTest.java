package org.bellwether.ingest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class PackageArrowsTest {

    private static final String ROOT = "org.bellwether.ingest";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesFollowAnItemsWay() {
        layered().check(CLASSES);
    }

    @Test
    void noPackageDependsOnItselfByADetour() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheEdgesKnowTheBroker() {
        onlyKnownTo("org.apache.kafka..", ".*(Publisher|RecordSender.*|Backends|Backing|Wiring).*")
                .check(CLASSES);
    }

    @Test
    void onlyTheEdgesKnowTheStore() {
        onlyKnownTo("com.mongodb..", ".*(Mongo[A-Z].*|Backends|Backing|Wiring).*")
                .check(CLASSES);
    }

    @Test
    void onlyTheApiSpeaksHttpToCallers() {
        noClasses()
                .that(resideInAPackage(ROOT + ".."))
                .and()
                .resideOutsideOfPackage(ROOT + ".api..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.quarkiverse.resteasy.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheTopPackageReadsSettings() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.eclipse.microprofile.config..", "io.smallrye.config.."))
                .check(CLASSES);
    }

    @Test
    void hostBudgetsKnowNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".host..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.hc..", "java.net.http.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheReadersOfDocumentsKnowMarkup() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".parse..", ROOT + ".discover..", ROOT + ".article..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".catalogue.Selectors")
                .should()
                .dependOnClassesThat(resideInAPackage("org.jsoup.."))
                .check(CLASSES);
    }

    private static ArchRule layered() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("catalogue")
                .definedBy(ROOT + ".catalogue")
                .layer("schedule")
                .definedBy(ROOT + ".schedule")
                .layer("headroom")
                .definedBy(ROOT + ".headroom")
                .layer("host")
                .definedBy(ROOT + ".host")
                .layer("fetch")
                .definedBy(ROOT + ".fetch")
                .layer("robots")
                .definedBy(ROOT + ".robots")
                .layer("article")
                .definedBy(ROOT + ".article")
                .layer("parse")
                .definedBy(ROOT + ".parse")
                .layer("item")
                .definedBy(ROOT + ".item")
                .layer("lease")
                .definedBy(ROOT + ".lease")
                .layer("raw")
                .definedBy(ROOT + ".raw")
                .layer("health")
                .definedBy(ROOT + ".health")
                .layer("state")
                .definedBy(ROOT + ".state")
                .layer("publish")
                .definedBy(ROOT + ".publish")
                .layer("poll")
                .definedBy(ROOT + ".poll")
                .layer("push")
                .definedBy(ROOT + ".push")
                .layer("opml")
                .definedBy(ROOT + ".opml")
                .layer("discover")
                .definedBy(ROOT + ".discover")
                .layer("api")
                .definedBy(ROOT + ".api")
                .whereLayer("catalogue")
                .mayNotAccessAnyLayer()
                .whereLayer("schedule")
                .mayNotAccessAnyLayer()
                .whereLayer("headroom")
                .mayNotAccessAnyLayer()
                .whereLayer("host")
                .mayNotAccessAnyLayer()
                .whereLayer("fetch")
                .mayOnlyAccessLayers("headroom", "host")
                .whereLayer("robots")
                .mayOnlyAccessLayers("headroom", "host", "fetch")
                .whereLayer("article")
                .mayOnlyAccessLayers("headroom", "host", "fetch", "robots")
                .whereLayer("parse")
                .mayOnlyAccessLayers("catalogue")
                .whereLayer("lease")
                .mayNotAccessAnyLayer()
                .whereLayer("raw")
                .mayNotAccessAnyLayer()
                .whereLayer("health")
                .mayNotAccessAnyLayer()
                .whereLayer("publish")
                .mayNotAccessAnyLayer()
                .whereLayer("item")
                .mayOnlyAccessLayers("catalogue", "parse")
                .whereLayer("push")
                .mayOnlyAccessLayers("catalogue", "fetch", "headroom", "parse")
                .whereLayer("opml")
                .mayOnlyAccessLayers("catalogue")
                .whereLayer("discover")
                .mayOnlyAccessLayers("fetch", "headroom", "parse")
                .whereLayer("state")
                .mayOnlyAccessLayers("catalogue", "schedule", "fetch")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("poll")
                .mayOnlyBeAccessedByLayers("api");
    }

    private static ArchRule onlyKnownTo(String technology, String edges) {
        return noClasses()
                .that(resideInAPackage(ROOT + ".."))
                .and()
                .haveNameNotMatching(edges)
                .should()
                .dependOnClassesThat(resideInAPackage(technology));
    }
}
