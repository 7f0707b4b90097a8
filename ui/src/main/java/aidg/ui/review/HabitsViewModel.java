package aidg.ui.review;

import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.ui.page.Problem;
import aidg.ui.page.Surroundings;
import aidg.ui.task.Line;
import java.util.ArrayList;
import java.util.List;

/// How this person looks at the queue: the weights of what a look is worth and the filters that have names, changed and
/// kept for the next time.
final class HabitsViewModel {

    private final ReviewDesk desk;
    private final Surroundings surroundings;
    private final QueueViewModel rows;
    private final AskingViewModel asking;
    private final Line keeping;

    HabitsViewModel(ReviewDesk desk, Surroundings surroundings, QueueViewModel rows, AskingViewModel asking) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.rows = rows;
        this.asking = asking;
        keeping = surroundings.background().line();
    }

    /// Asks for new weights.
    void startWeighing() {
        asking.ask(new WeightsViewModel(rows.weightsProperty().get(), this::weigh));
    }

    private void weigh(ReviewWeights weights) {
        rows.weigh(weights);
        keep("The weights were not kept", () -> desk.weigh(weights));
    }

    /// Asks for a name for the present filter.
    void startSavingView() {
        asking.ask(new NameViewModel("Name of this view", name -> {
            asking.stop();
            List<SavedView> views = new ArrayList<>(rows.views());
            views.removeIf(view -> view.name().equals(name));
            views.add(new SavedView(name, rows.filterTextProperty().get()));
            keepViews(views);
        }));
    }

    void forgetView(SavedView view) {
        List<SavedView> views = new ArrayList<>(rows.views());
        views.remove(view);
        keepViews(views);
    }

    private void keepViews(List<SavedView> views) {
        rows.views().setAll(views);
        keep("The view was not kept", () -> desk.views(views));
    }

    private interface Writing {
        void write() throws Exception;
    }

    private void keep(String failure, Writing writing) {
        keeping.run(
                () -> {
                    writing.write();
                    return true;
                },
                kept -> {},
                failed -> surroundings.told(Problem.of(failure, failed, "It holds until the workbench closes.")));
    }
}
