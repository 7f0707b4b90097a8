package aidg.ui.review;

/// A panel over the proposal that asks something.
interface AskingPanel {

    /// Puts the keyboard where the next key is expected.
    void focusFirst();
}
