package aidg.app.proof;

import aidg.app.AppFiles;
import aidg.app.Failure;
import aidg.engine.audit.PublicSigner;
import aidg.engine.audit.SigningKey;
import aidg.engine.workspace.SigningKeyFile;
import java.util.List;
import java.util.Optional;

/// Whose signatures count: this installation's own, and those that the user names.
public final class Signers {

    private final Optional<PublicSigner> own;
    private final List<String> named;

    /// @param named fingerprints or public keys
    public Signers(AppFiles files, List<String> named) {
        own = SigningKeyFile.signer(files.signingKey());
        this.named = List.copyOf(named);
    }

    /// Whether a signature of this key counts.
    public boolean trust(PublicSigner signer) {
        return own.filter(signer::equals).isPresent() || named.stream().anyMatch(signer::isNamed);
    }

    /// The installation's key, made if there is none.
    ///
    /// @throws Failure if the file may not be used
    public static SigningKey ownKey(AppFiles files) {
        return switch (SigningKeyFile.readOrMake(files.signingKey())) {
            case SigningKeyFile.Read read -> read.key();
            case SigningKeyFile.Missing m ->
                throw Failure.failed(
                        "The signing key could not be made.", files.signingKey().toString(), "Run the command again.");
            case SigningKeyFile.Refused refused -> {
                int end = refused.words().indexOf(". ") + 1;
                throw Failure.failed(
                        refused.words().substring(0, end),
                        files.signingKey().toString(),
                        refused.words().substring(end).strip());
            }
        };
    }
}
