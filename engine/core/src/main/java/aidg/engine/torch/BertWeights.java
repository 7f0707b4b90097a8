package aidg.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Set;

/// A BERT's weights under our names and in our form: matrices turned to (in, out), query, key and value side by
/// side. Names in the file may start with `bert.`; old files say `gamma` and `beta`.
final class BertWeights {

    private final BertFolder folder;
    private final NDManager manager;
    private final NDList arrays = new NDList();

    BertWeights(BertFolder folder, NDManager manager) {
        this.folder = folder;
        this.manager = manager;
    }

    /// An open file and how its names start.
    private record Source(SafetensorsFile file, String prefix, Set<String> names) {

        float[] floats(String name, long... shape) throws IOException {
            return file.floats(prefix + name, shape);
        }

        float[] gain(String name, long width) throws IOException {
            return floats(names.contains(prefix + name + ".gamma") ? name + ".gamma" : name + ".weight", width);
        }

        float[] offset(String name, long width) throws IOException {
            return floats(names.contains(prefix + name + ".beta") ? name + ".beta" : name + ".bias", width);
        }
    }

    NDList read() throws IOException {
        BertFolder.Config config = folder.config();
        int width = config.width();
        try (SafetensorsFile file = SafetensorsFile.open(folder.weights())) {
            Set<String> names = file.names();
            String prefix = names.stream().anyMatch(name -> name.startsWith("bert.embeddings.")) ? "bert." : "";
            Source source = new Source(file, prefix, names);
            table(source, "pieces", "word_embeddings", config.vocabulary(), width);
            table(source, "places", "position_embeddings", config.positions(), width);
            table(source, "kinds", "token_type_embeddings", config.kinds(), width);
            norm(source, "norm", "embeddings.LayerNorm", width);
            for (int i = 0; i < config.layers(); i++) {
                layer(source, "layer" + i, "encoder.layer.%d.".formatted(i), width, config.feedForward());
            }
        }
        return arrays;
    }

    private void layer(Source source, String ours, String theirs, int width, int wide) throws IOException {
        String[] parts = {"query", "key", "value"};
        float[] weight = new float[width * 3 * width];
        float[] bias = new float[3 * width];
        for (int part = 0; part < parts.length; part++) {
            String name = theirs + "attention.self." + parts[part];
            float[] rows = source.floats(name + ".weight", width, width);
            for (int out = 0; out < width; out++) {
                for (int in = 0; in < width; in++) {
                    weight[in * 3 * width + part * width + out] = rows[out * width + in];
                }
            }
            System.arraycopy(source.floats(name + ".bias", width), 0, bias, part * width, width);
        }
        add(ours + ".qkv.weight", weight, width, 3L * width);
        add(ours + ".qkv.bias", bias, 3L * width);
        linear(source, ours + ".out", theirs + "attention.output.dense", width, width);
        norm(source, ours + ".norm1", theirs + "attention.output.LayerNorm", width);
        linear(source, ours + ".widen", theirs + "intermediate.dense", width, wide);
        linear(source, ours + ".narrow", theirs + "output.dense", wide, width);
        norm(source, ours + ".norm2", theirs + "output.LayerNorm", width);
    }

    private void table(Source source, String ours, String theirs, int rows, int width) throws IOException {
        add(ours + ".table", source.floats("embeddings." + theirs + ".weight", rows, width), rows, width);
    }

    private void norm(Source source, String ours, String theirs, int width) throws IOException {
        add(ours + ".gain", source.gain(theirs, width), width);
        add(ours + ".bias", source.offset(theirs, width), width);
    }

    private void linear(Source source, String ours, String theirs, int in, int out) throws IOException {
        float[] rows = source.floats(theirs + ".weight", out, in);
        float[] turned = new float[rows.length];
        for (int i = 0; i < out; i++) {
            for (int j = 0; j < in; j++) {
                turned[j * out + i] = rows[i * in + j];
            }
        }
        add(ours + ".weight", turned, in, out);
        add(ours + ".bias", source.floats(theirs + ".bias", out), out);
    }

    private void add(String name, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        array.setName(name);
        arrays.add(array);
    }
}
