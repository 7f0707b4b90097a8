package aidg.engine;

import aidg.engine.models.ModelFile;
import aidg.engine.models.ModelRecord;

/// A model whose identity is known before it is read.
public interface ModelSource {

    /// Of a model that was read.
    static ModelSource of(ModelFile model) {
        return new ModelSource() {
            @Override
            public ModelRecord record() {
                return model.provenance();
            }

            @Override
            public ModelFile whole() {
                return model;
            }
        };
    }

    /// What identifies and calibrates it.
    ModelRecord record();

    /// The whole model, with its hashes checked. Seconds.
    ModelFile whole();
}
