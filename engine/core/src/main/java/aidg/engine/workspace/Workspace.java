package aidg.engine.workspace;

import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.Decision;
import aidg.engine.review.DecisionDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The encrypted local database: the marketplace snapshot in use, the log of decisions, the settings. One
/// process at a time; inside it any thread may read, and writers queue by themselves. What a method has
/// returned from outlives a killed process and a power failure. [PRI-4]
///
/// Methods throw `UncheckedIOException` if the disk fails and `IllegalStateException` after `close`, both with
/// words for the user.
public final class Workspace implements AutoCloseable {

    private final Database database;
    private final WorkspaceLock lock;
    private final Snapshots snapshots;
    private final Journal journal;
    private final DecisionLog decisions;
    private final SnoozeBook snoozes;
    private final NoteBook notes;
    private final SessionBook sessions;
    private final ScenarioBook scenarios;
    private final SecondReadings secondReadings;
    private final KeptFiles kept;
    private final AtomicBoolean closed = new AtomicBoolean();

    Workspace(Path directory, Database database, WorkspaceLock lock, Clock clock) {
        this.database = database;
        this.lock = lock;
        snapshots = new Snapshots(directory, database, clock, new SecureRandom());
        journal = new Journal(database, clock);
        decisions = new DecisionLog(journal);
        snoozes = new SnoozeBook(journal);
        notes = new NoteBook(journal);
        sessions = new SessionBook(journal);
        scenarios = new ScenarioBook(journal);
        secondReadings = new SecondReadings(journal);
        kept = new KeptFiles(directory, new OwnSettings(), new SecureRandom());
        snapshots.dropLeftovers();
        journal.catchUp(decisions.all());
    }

    /// Opens the workspace in a folder, or makes one there. Takes up to a second for a passphrase, by intent.
    ///
    /// @param key   wiped on return
    /// @param clock dates imports and decisions; its zone shows in messages
    public static Opening open(Path directory, WorkspaceKey key, Clock clock) {
        return new WorkspaceDoor(directory, key, clock, Migrations.OWN).open();
    }

    /// Whether a folder holds a workspace, of whatever version and state. Changes nothing.
    public static boolean isIn(Path directory) {
        return WorkspaceDoor.isIn(directory);
    }

    /// Makes this the snapshot in use; until it is stored whole, and if anything fails, the previous one stays. One
    /// replacement at a time, the next waits. Decisions can be made meanwhile.
    ///
    /// @throws java.util.concurrent.CancellationException if the watcher stopped it; the previous snapshot stays
    public void replaceMarketplace(Marketplace marketplace, ImportReport report, Progress progress) {
        snapshots.replace(marketplace, report, progress);
        journal.write((connection, now) -> {
            journal.line(
                    connection,
                    now,
                    AuditKind.DATA_REPLACED,
                    marketplace.dataHash(),
                    Map.of("source", report.source(), "asOf", marketplace.asOf().toString()));
            return true;
        });
    }

    /// The snapshot in use, read anew at every call; empty before the first import.
    public Optional<Marketplace> marketplace() {
        return snapshots.marketplace();
    }

    /// The report of the import that gave the snapshot in use, rejected rows included.
    public Optional<ImportReport> lastImport() {
        return snapshots.report();
    }

    /// When the snapshot in use was stored.
    public Optional<Instant> importedAt() {
        return snapshots.importedAt();
    }

    /// Adds a line to the log and returns it once it is on the disk.
    ///
    /// @param score what the model said, 0..1
    /// @throws IllegalArgumentException if the verdict withdraws a decision that does not exist, is about another
    ///     deal, is withdrawn already or is itself a withdrawal
    public Decision append(String dealId, Decision.Verdict verdict, double score, String modelHash) {
        return decisions.append(dealId, verdict, score, modelHash);
    }

    /// Adds several lines in one go: all of them or, after an exception, none.
    ///
    /// @throws IllegalArgumentException as `append`
    public List<Decision> append(List<DecisionDraft> drafts) {
        return decisions.appendAll(drafts);
    }

    /// The whole log, in order.
    public List<Decision> decisions() {
        return decisions.all();
    }

    /// Whose name stands in the audit log from now on.
    public void actAs(String reader) {
        journal.actAs(reader);
    }

    /// Whose name stands in the audit log.
    public String actor() {
        return journal.actor();
    }

    /// The whole audit log, in order. [PRI-4]
    public List<AuditLine> audit() {
        return journal.all();
    }

    /// Writes down something that changed no table here: a packet was written, a model chosen.
    public AuditLine record(AuditKind kind, String subject, Map<String, String> facts) {
        return journal.write((connection, now) -> journal.line(connection, now, kind, subject, facts));
    }

    public SnoozeBook snoozes() {
        return snoozes;
    }

    public NoteBook notes() {
        return notes;
    }

    public SessionBook sessions() {
        return sessions;
    }

    public ScenarioBook scenarios() {
        return scenarios;
    }

    public SecondReadings secondReadings() {
        return secondReadings;
    }

    /// What was last set under this key.
    public Optional<String> setting(String key) {
        return database.call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT setting_value FROM public.setting WHERE setting_key = ?")) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public void setting(String key, String value) {
        database.transaction(connection -> {
            try (PreparedStatement merge =
                    connection.prepareStatement("MERGE INTO public.setting KEY (setting_key) VALUES (?, ?)")) {
                merge.setString(1, key);
                merge.setString(2, value);
                return merge.executeUpdate();
            }
        });
        database.force();
    }

    private final class OwnSettings implements KeptFiles.Settings {
        @Override
        public Optional<String> get(String key) {
            return setting(key);
        }

        @Override
        public void set(String key, String value) {
            setting(key, value);
        }
    }

    /// Reads back what was kept.
    public interface Source<T> {
        T from(InputStream stream) throws IOException;
    }

    /// Writes what is to be kept.
    public interface Content {
        void to(OutputStream stream) throws IOException;
    }

    /// What was last kept under a name, of what can be worked out again; empty if nothing was or the file is
    /// lost or damaged.
    ///
    /// @param source reads to the end of the stream
    public <T> Optional<T> kept(String name, Source<T> source) {
        return kept.read(name, source);
    }

    /// Keeps, encrypted, what can be worked out again, in place of what was kept under the name before. On a disk
    /// that fails the earlier one stays, and nothing else is harmed.
    ///
    /// @param name letters and dashes
    public void keep(String name, Content content) {
        kept.write(name, content);
    }

    /// For tests that speak SQL to the database.
    Database database() {
        return database;
    }

    /// Ends every use, gives unused space back for up to half a second, and lets the next process in. Closing twice
    /// does nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}
