package aidg.ui.review;

/// Something that is asked before a choice is made, in a panel over the proposal. One at a time.
sealed interface Asking permits DraftViewModel, PreviewViewModel, NoteViewModel, NameViewModel, WeightsViewModel {

    /// Nobody waits for it any more.
    default void drop() {}
}
