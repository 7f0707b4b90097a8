package aidg.engine.workspace;

/// The raw secret behind a workspace key, held only while a workspace is being opened.
sealed interface WorkspaceSecret {

    /// 32 bytes that are as hard to guess as the secret allows; the caller wipes them.
    ///
    /// @param rounds PBKDF2 rounds, ignored where the secret is random already
    byte[] stretched(byte[] salt, int rounds);

    /// A passphrase a person chose.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Words(char[] words) implements WorkspaceSecret {
        @Override
        public byte[] stretched(byte[] salt, int rounds) {
            return KeyCheck.pbkdf2(words, salt, rounds);
        }
    }

    /// The 32 random bytes of a key file.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Random(byte[] bytes) implements WorkspaceSecret {
        @Override
        public byte[] stretched(byte[] salt, int rounds) {
            return bytes.clone();
        }
    }
}
