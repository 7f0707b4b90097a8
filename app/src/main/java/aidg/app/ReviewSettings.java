package aidg.app;

import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.engine.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How a person looks at the queue: weights and saved views, as the workspace keeps them. What cannot be read,
/// because another version wrote it, counts as not set.
public final class ReviewSettings {

    private static final String WEIGHTS = "review.weights";
    private static final String VIEWS = "review.views";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<SavedView>> LIST = new TypeReference<>() {};

    private final Workspace workspace;

    public ReviewSettings(Workspace workspace) {
        this.workspace = workspace;
    }

    public ReviewWeights weights() {
        return read(WEIGHTS, text -> JSON.readValue(text, ReviewWeights.class)).orElse(ReviewWeights.PLAIN);
    }

    public void weights(ReviewWeights weights) {
        workspace.setting(WEIGHTS, JSON.writeValueAsString(weights));
    }

    public List<SavedView> views() {
        return read(VIEWS, text -> JSON.readValue(text, LIST)).orElse(List.of());
    }

    public void views(List<SavedView> views) {
        workspace.setting(VIEWS, JSON.writeValueAsString(views));
    }

    private <T> Optional<T> read(String key, Function<String, T> reader) {
        try {
            return workspace.setting(key).map(reader);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
