package aidg.app;

import aidg.engine.DealEngine;
import aidg.engine.Keep;
import aidg.engine.ModelSource;
import aidg.engine.audit.AuditKind;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.ImportReport;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelRecord;
import aidg.engine.review.ReaderNames;
import aidg.engine.torch.TorchDevice;
import aidg.engine.workspace.Opening;
import aidg.engine.workspace.Workspace;
import aidg.engine.workspace.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// An open workspace with the model in use.
public final class Session implements AutoCloseable {

    private static final String ACTIVE_MODEL = "model.active";
    private static final String AUDIT_LOG = "audit.log";
    private static final String READER = "reader";

    private final AppFiles files;
    private final Path directory;
    private final Workspace workspace;
    private final ZoneId zone;

    private Session(AppFiles files, Path directory, Workspace workspace, ZoneId zone) {
        this.files = files;
        this.directory = directory;
        this.workspace = workspace;
        this.zone = zone;
        workspace.actAs(
                workspace.setting(READER).filter(name -> !name.isBlank()).orElseGet(Session::user));
    }

    /// Who reads and decides: the name that was chosen in this workspace, else who is logged in.
    public String reader() {
        return workspace.actor();
    }

    /// Reads and decides under a name while this session is open; the audit log has it from now on.
    ///
    /// @throws Failure if it is no name
    public void readAs(String name) {
        workspace.actAs(checkedReader(name));
    }

    /// The name as it is kept.
    ///
    /// @throws Failure if it is no name
    static String checkedReader(String name) {
        try {
            return ReaderNames.checked(name);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    capital(String.valueOf(e.getMessage())) + ".",
                    "--reader",
                    "Give the name by which colleagues know the reader.");
        }
    }

    /// As `readAs`, and in every later session of this workspace too.
    public void keepReader(String name) {
        readAs(name);
        workspace.setting(READER, workspace.actor());
    }

    /// Who is logged in.
    private static String user() {
        return System.getProperty("user.name", "manager");
    }

    /// Opens a workspace, or makes it.
    ///
    /// @param passphrase wiped on return; empty to use the key file
    /// @param clock      its zone tells on which day a note was written
    public static Session open(AppFiles files, Path directory, char[] passphrase, Clock clock) {
        return opened(opening(files, directory, passphrase, clock), files, directory, clock.getZone());
    }

    /// Like `open`, but empty where another process has the workspace open.
    public static Optional<Session> openUnlessInUse(AppFiles files, Path directory, char[] passphrase, Clock clock) {
        Opening opening = opening(files, directory, passphrase, clock);
        return opening instanceof Opening.InUse
                ? Optional.empty()
                : Optional.of(opened(opening, files, directory, clock.getZone()));
    }

    private static Opening opening(AppFiles files, Path directory, char[] passphrase, Clock clock) {
        WorkspaceKey key =
                passphrase.length == 0 ? WorkspaceKey.file(files.keyFile()) : WorkspaceKey.passphrase(passphrase);
        return Workspace.open(directory, key, clock);
    }

    private static Session opened(Opening opening, AppFiles files, Path directory, ZoneId zone) {
        return switch (opening) {
            case Opening.Opened opened -> new Session(files, directory, opened.workspace(), zone);
            case Opening.InUse refused -> throw refused(refused.words(), directory);
            case Opening.WrongKey refused -> throw refused(refused.words(), directory);
            case Opening.Newer refused -> throw refused(refused.words(), directory);
            case Opening.Damaged refused -> throw refused(refused.words(), directory);
        };
    }

    private static Failure refused(String words, Path directory) {
        int end = words.indexOf(". ") + 1;
        return end == 0
                ? Failure.failed(words, directory.toString(), "")
                : Failure.failed(
                        words.substring(0, end),
                        directory.toString(),
                        words.substring(end).strip());
    }

    public Workspace workspace() {
        return workspace;
    }

    public AppFiles files() {
        return files;
    }

    public Path directory() {
        return directory;
    }

    /// What scores are made from: the data in the workspace, and the notes on its merchants that were written here up
    /// to the day of the data and not taken back. [PER-8]
    public Marketplace marketplace(Progress progress) {
        return imported(progress)
                .withNotes(workspace.notes().all().stream()
                        .map(note -> note.asNote(zone))
                        .toList());
    }

    /// Whether there is something to score: what was imported, or the sample in the default workspace.
    public boolean hasMarketplace() {
        return directory.equals(files.defaultWorkspace())
                || workspace.importedAt().isPresent();
    }

    /// The data as they were imported. The default workspace starts with the sample; another one is empty until
    /// something is imported.
    public Marketplace imported(Progress progress) {
        Optional<Marketplace> present = workspace.marketplace();
        if (present.isPresent()) {
            return present.get();
        }
        if (!directory.equals(files.defaultWorkspace())) {
            throw Failure.badInput(
                    "The workspace holds no marketplace yet.",
                    directory.toString(),
                    "Import one with `workbench import --workspace %s --from FOLDER`.".formatted(directory));
        }
        return importSample(progress);
    }

    /// Where the marketplace came from, for people.
    public String source() {
        String from = workspace.lastImport().map(ImportReport::source).orElse("");
        return from.equals(files.sample().toString()) ? "the sample that ships with the app" : from;
    }

    private Marketplace importSample(Progress progress) {
        ImportResult result = new MarketplaceImport().read(files.sample(), MarketplaceImport.Options.PLAIN, progress);
        if (result instanceof ImportResult.Accepted accepted) {
            workspace.replaceMarketplace(accepted.marketplace(), accepted.report(), progress);
            return accepted.marketplace();
        }
        String why = result instanceof ImportResult.Unusable unusable ? unusable.reason() : "rows were refused";
        throw Failure.failed(
                "The sample marketplace cannot be read: %s.".formatted(why),
                files.sample().toString(),
                "Install the product again.");
    }

    /// Folder of the model in use: the last one trained in this workspace, else the one that ships with the app.
    public Path modelFolder() {
        return workspace
                .setting(ACTIVE_MODEL)
                .filter(hash -> !hash.isEmpty())
                .map(hash -> AppFiles.models(directory).resolve(hash))
                .orElseGet(files::shippedModel);
    }

    /// The model in use.
    public ModelFile model() {
        return model(modelFolder());
    }

    /// The model in a folder.
    public static ModelFile model(Path folder) {
        return switch (ModelFile.read(folder)) {
            case ModelFile.Read read -> read.model();
            case ModelFile.Refused refused ->
                throw Failure.failed(capital(refused.reason()) + ".", folder.toString(), refused.fix());
        };
    }

    /// Keeps a trained model and uses it from now on; one of the same hash that was damaged is replaced.
    ///
    /// @return its folder
    public Path use(ModelFile model) throws IOException {
        Path folder = AppFiles.models(directory).resolve(model.provenance().hash());
        if (ModelFile.read(folder) instanceof ModelFile.Refused) {
            model.write(folder);
        }
        workspace.setting(ACTIVE_MODEL, model.provenance().hash());
        workspace.record(AuditKind.MODEL_CHOSEN, model.provenance().hash(), Map.of());
        return folder;
    }

    /// Uses the model that ships with the app from now on.
    public void useShipped() {
        workspace.setting(ACTIVE_MODEL, "");
        String hash =
                ModelFile.glance(files.shippedModel()).map(ModelRecord::hash).orElse("unknown");
        workspace.record(AuditKind.MODEL_CHOSEN, hash, Map.of("shipped", "true"));
    }

    /// Folder of the model of that hash: the one in use, the shipped one or another of the workspace; empty if
    /// it is none of them.
    public Optional<Path> modelFolder(String hash) {
        return Stream.of(
                        modelFolder(),
                        files.shippedModel(),
                        AppFiles.models(directory).resolve(fileName(hash)))
                .filter(folder -> ModelFile.glance(folder)
                        .filter(record -> record.hash().equals(hash))
                        .isPresent())
                .findFirst();
    }

    /// A hash from a file may be anything, a path out of the folder of models included.
    private static String fileName(String hash) {
        return hash.matches("[0-9a-f]+") ? hash : "none";
    }

    /// By which the workspace's audit log is known in packets and exports, if it wrote any.
    public Optional<String> knownAuditLog() {
        return workspace.setting(AUDIT_LOG);
    }

    /// The same, made when it is first asked for.
    public String auditLog() {
        return knownAuditLog().orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            workspace.setting(AUDIT_LOG, id);
            return id;
        });
    }

    /// Marketplace and model together, ready to score; it goes on from what earlier ones worked out and kept in the
    /// workspace.
    public DealEngine engine(Marketplace marketplace, TorchDevice.Wish device) {
        return DealEngine.open(marketplace, new ModelInUse(), device, new WorkspaceKeep(workspace));
    }

    /// A model of its own over a marketplace, on the CPU; everything is worked out anew and nothing is kept.
    public static DealEngine freshEngine(Marketplace marketplace, ModelFile model) {
        return DealEngine.open(marketplace, ModelSource.of(model), TorchDevice.Wish.CPU, Keep.NOTHING);
    }

    /// As `engine`, but everything is worked out anew and nothing is kept.
    public DealEngine freshEngine(Marketplace marketplace, TorchDevice.Wish device) {
        return DealEngine.open(marketplace, new ModelInUse(), device, Keep.NOTHING);
    }

    private final class ModelInUse implements ModelSource {

        private final Path folder = modelFolder();

        @Override
        public ModelRecord record() {
            return ModelFile.glance(folder).orElseGet(() -> whole().provenance());
        }

        @Override
        public ModelFile whole() {
            return model(folder);
        }
    }

    private record WorkspaceKeep(Workspace workspace) implements Keep {
        @Override
        public <T> Optional<T> read(String name, Source<T> source) {
            return workspace.kept(name, source::from);
        }

        @Override
        public void write(String name, Content content) {
            workspace.keep(name, content::to);
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
