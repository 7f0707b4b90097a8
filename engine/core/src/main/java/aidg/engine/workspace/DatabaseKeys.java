package aidg.engine.workspace;

import java.util.Arrays;

/// What the database asks for: the key its file is encrypted with and its one user's password, joined by a space as
/// H2 wants them. Both are derived from the workspace key. [PRI-4]
final class DatabaseKeys implements AutoCloseable {

    private final char[] password;

    /// @param file 32 bytes that encrypt the file
    /// @param user 32 bytes for the user
    DatabaseKeys(byte[] file, byte[] user) {
        password = new char[2 * file.length + 1 + 2 * user.length];
        hex(file, 0);
        password[2 * file.length] = ' ';
        hex(user, 2 * file.length + 1);
    }

    /// `HexFormat` would go through a String, which cannot be wiped.
    private void hex(byte[] bytes, int at) {
        for (int i = 0; i < bytes.length; i++) {
            password[at + 2 * i] = Character.forDigit(bytes[i] >> 4 & 0xF, 16);
            password[at + 2 * i + 1] = Character.forDigit(bytes[i] & 0xF, 16);
        }
    }

    /// A copy: the driver wipes what it is given.
    char[] password() {
        return password.clone();
    }

    @Override
    public void close() {
        Arrays.fill(password, '\0');
    }
}
