package org.bellwether.classify.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.settings.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyReloadTest {

    private static final String ISSUE = """
              - id: %s
                name: {en: Harbours, ko: 항만}
                definition: {en: What happens in harbours., ko: 항만 소식.}
                concepts:
                  - {id: place, weight: 3, patterns: [%s]}
            """;

    @TempDir
    Path directory;

    private Path file;
    private TaxonomyInForce inForce;
    private TaxonomyReload reload;

    @BeforeEach
    void harboursAreInForce() throws IOException {
        file = directory.resolve("taxonomy.yaml");
        write(ISSUE.formatted("harbours", "harbour"));
        inForce = new TaxonomyInForce(TaxonomyFile.read(Optional.of(file)));
        reload = new TaxonomyReload(inForce, settings(Optional.of(file)));
    }

    @Test
    void aGoodFileIsInForceAndItsIssuesAreTold() throws IOException {
        String before = inForce.version();
        write(ISSUE.formatted("rivers", "river") + ISSUE.formatted("harbours", "harbour"));

        Reload outcome = reload.reload();

        assertThat(outcome).isEqualTo(new Reload.Replaced(before, inForce.version(), List.of("rivers"), List.of()));
        assertThat(inForce.version()).isNotEqualTo(before);
        assertThat(inForce.classifier().taxonomy().issue("rivers")).isPresent();
    }

    @Test
    void aFileThatSaysTheSameChangesNothing() {
        assertThat(reload.reload()).isEqualTo(new Reload.Unchanged(inForce.version()));
    }

    @Test
    void aBadFileIsRefusedWithEveryFaultAndTheLastGoodOneStays() throws IOException {
        String before = inForce.version();
        write(ISSUE.formatted("Bad Id", "river") + ISSUE.formatted("harbours", "'@nowhere'"));

        Reload outcome = reload.reload();

        assertThat(inForce.version()).isEqualTo(before);
        assertThat(outcome).isInstanceOfSatisfying(Reload.Refused.class, refused -> {
            assertThat(refused.inForce()).isEqualTo(before);
            assertThat(refused.faults())
                    .extracting(Fault::path)
                    .contains("issues[0].id", "issues[1].concepts[0].patterns[0]");
            assertThat(refused.faults()).extracting(Fault::line).contains(2);
        });
        assertThat(reload.refused()).contains((Reload.Refused) outcome);
    }

    @Test
    void aFileThatIsMendedIsNoLongerRefused() throws IOException {
        Files.delete(file);
        assertThat(reload.reload()).isInstanceOf(Reload.Refused.class);
        write(ISSUE.formatted("harbours", "harbour"));

        assertThat(reload.reload()).isInstanceOf(Reload.Unchanged.class);
        assertThat(reload.refused()).isEmpty();
    }

    @Test
    void theShippedTaxonomyIsNeverReplaced() {
        TaxonomyReload shipped = new TaxonomyReload(inForce, settings(Optional.empty()));

        assertThat(shipped.reload()).isEqualTo(new Reload.NoFile());
    }

    private void write(String issues) throws IOException {
        Files.writeString(file, "issues:\n" + issues);
    }

    private static TaxonomySettings settings(Optional<Path> file) {
        return new TaxonomySettings() {
            @Override
            public boolean learnedOpinion() {
                return false;
            }

            @Override
            public Optional<Path> taxonomy() {
                return file;
            }

            @Override
            public String taxonomyCheck() {
                return "off";
            }
        };
    }
}
