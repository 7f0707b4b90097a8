/// Reads what merchant managers write: word pieces, features of words, a word list of opinions, and what a
/// reading is. Read `TextReader` first, then `WordPieces`. The transformer itself is in `torch`.
@NullMarked
package aidg.engine.encoder.text;

import org.jspecify.annotations.NullMarked;
