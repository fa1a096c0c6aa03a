package org.bellwether.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String BASE = "org.bellwether.standalone";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void packagesFormNoCycle() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void inboxAndProcessesKnowNothingOfBellwether() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".inbox", BASE + ".process")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.bellwether.events..",
                        "org.bellwether.messaging..",
                        BASE,
                        BASE + ".stack",
                        BASE + ".narration",
                        BASE + ".demo")
                .check(CLASSES);
    }
}
