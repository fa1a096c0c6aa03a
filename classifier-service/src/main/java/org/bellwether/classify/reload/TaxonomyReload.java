package org.bellwether.classify.reload;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.reload.Reload.Refused;
import org.bellwether.classify.reload.Reload.Replaced;
import org.bellwether.classify.reload.Reload.Unchanged;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.settings.Fault;
import org.bellwether.settings.RefusedFileException;
import org.bellwether.settings.SettingsFile;
import org.jboss.logging.Logger;

/**
 * Puts the operator's file in force when it says something new. Reading takes seconds, in which all goes on by the one
 * before; at no time is there half of one.
 */
@Singleton
public final class TaxonomyReload {

    private static final Logger LOG = Logger.getLogger(TaxonomyReload.class);

    /**
     * What was last refused; the same text is not read again, and told once.
     *
     * @param version of the text, empty where there was none to be had
     */
    private record Refusal(String version, Refused outcome) {}

    private final TaxonomyInForce inForce;
    private final Optional<Path> file;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<Refusal> refusal = Optional.empty();

    public TaxonomyReload(TaxonomyInForce inForce, TaxonomySettings settings) {
        this.inForce = inForce;
        this.file = settings.taxonomy();
    }

    /** The operator's file; empty where the shipped taxonomy is in force. */
    public Optional<Path> file() {
        return file;
    }

    /** Why the file as it was last seen is not in force; empty when it is. */
    public Optional<Refused> refused() {
        return refusal.map(Refusal::outcome);
    }

    /** Looks at the file and, when it is good and new, puts it in force. Blocks for as long as reading it takes. */
    public Reload reload() {
        if (file.isEmpty()) {
            return new Reload.NoFile();
        }
        if (!turn.tryLock()) {
            return new Reload.Busy();
        }
        try {
            return read(file.get());
        } finally {
            turn.unlock();
        }
    }

    private Reload read(Path path) {
        String version = "";
        try {
            SettingsFile text = TaxonomyFile.text(path);
            version = text.version();
            return apply(text);
        } catch (RefusedFileException e) {
            return refuse(version, e.faults());
        } catch (RuntimeException | StackOverflowError e) {
            // A file that the reader stumbles over must not end what looks at it.
            return refuse(version, List.of(new Fault(path.toString(), 1, "file", "cannot be used: " + e)));
        }
    }

    private Reload apply(SettingsFile text) {
        Classifier before = inForce.classifier();
        String version = text.version();
        Optional<Refusal> known = refusal.filter(last -> last.version().equals(version));
        if (known.isPresent()) {
            return known.get().outcome();
        }
        if (version.equals(before.taxonomy().version())) {
            refusal.ifPresent(last -> LOG.infof("taxonomy: the file is again the one in force, %s", version));
            refusal = Optional.empty();
            return new Unchanged(version);
        }
        Taxonomy next = TaxonomyReader.read(text);
        inForce.replace(inForce.by(next));
        refusal = Optional.empty();
        Replaced replaced = new Replaced(
                before.taxonomy().version(), version, beyond(next, before.taxonomy()), beyond(before.taxonomy(), next));
        LOG.infof(
                "taxonomy %s is in force, before %s; issues added: %s, removed: %s",
                version, replaced.before(), replaced.added(), replaced.removed());
        return replaced;
    }

    private Refused refuse(String version, List<Fault> faults) {
        Refused refused = new Refused(inForce.version(), faults);
        boolean told = refusal.filter(last -> last.outcome().equals(refused)).isPresent();
        refusal = Optional.of(new Refusal(version, refused));
        if (!told) {
            LOG.errorf("taxonomy refused, %s stays in force: %s", refused.inForce(), refused.summary());
        }
        return refused;
    }

    /** Ids of the issues of one taxonomy that another has not. */
    private static List<String> beyond(Taxonomy one, Taxonomy other) {
        return one.issues().stream()
                .map(IssueRule::id)
                .filter(id -> other.issue(id).isEmpty())
                .toList();
    }
}
