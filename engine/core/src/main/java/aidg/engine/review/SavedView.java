package aidg.engine.review;

/// A filter of the queue under a name.
///
/// @param filter as `QueueFilter.read` reads it
public record SavedView(String name, String filter) {

    public SavedView {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a view needs a name");
        }
    }
}
