package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.DealTerms;
import aidg.engine.review.ReviewItem;
import aidg.ui.page.Destination;
import aidg.ui.sample.SampleProposals;
import aidg.ui.shell.Frame;
import aidg.ui.task.FrontThread;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Coming back to the review finds it as it was left.
class BackToReviewTest {

    private static final ReviewItem FIRST = SampleProposals.all().getFirst();
    private static final String ID = FIRST.scored().proposal().id();
    private static final DealTerms OTHERS_TERMS =
            SampleProposals.all().getLast().scored().proposal().terms();

    @BeforeAll
    static void start() {
        FrontThread.start();
    }

    @Test
    void termsBroughtForOneProposalAreNeverWrittenDownForAnother() throws Exception {
        List<Integer> drafts = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> one.go(new Destination.WhatIf()));
            frame.go(new Destination.Review(Optional.of(ID), Optional.of(OTHERS_TERMS), "Start later."));
            int brought = comments(frame).size();
            frame.review().escape();
            Scenes.run(frame, "Approve");
            frame.go(new Destination.Why());
            Scenes.run(frame, "Back");
            int afterwards = comments(frame).size();
            frame.go(new Destination.Why());
            frame.go(new Destination.Review(Optional.of(ID), Optional.of(OTHERS_TERMS), "Start later."));
            return List.of(brought, afterwards, comments(frame).size());
        });

        assertThat(drafts).containsExactly(1, 0, 0);
    }

    @Test
    void aHalfWrittenOverrideIsThereWhenOneComesBack() throws Exception {
        List<String> written = FrontThread.call(() -> {
            Frame frame = Scenes.frame(one -> one.go(new Destination.Review(Optional.of(ID))));
            Scenes.run(frame, "Next proposal");
            Scenes.run(frame, "Override");
            comments(frame).getFirst().setText("The owner is away until");
            frame.go(new Destination.Why());
            Scenes.run(frame, "Back");
            return comments(frame).stream().map(TextInputControl::getText).toList();
        });

        assertThat(written).containsExactly("The owner is away until");
    }

    private static List<TextInputControl> comments(Frame frame) {
        Scenes.settle(frame);
        return Scenes.visible(frame, BackToReviewTest::isComment).stream()
                .map(TextInputControl.class::cast)
                .toList();
    }

    private static boolean isComment(Node node) {
        return "override-comment".equals(node.getId());
    }
}
