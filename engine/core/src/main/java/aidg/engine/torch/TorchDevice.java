package aidg.engine.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/// Where tensors are computed, found by trying it: the count of GPUs that the library reports can be wrong both
/// ways.
///
/// @param device  for DJL
/// @param name    for people: `CPU`, `CUDA GPU 0`
/// @param message why this one, in one sentence
public record TorchDevice(Device device, String name, String message) {

    /// Which device to use.
    public enum Wish {
        CPU,
        GPU,
        /// The GPU if it works, else the CPU.
        AUTO
    }

    /// Loads the library (the first time on a machine this unpacks about 450 MB) and settles on a device.
    public static TorchDevice choose(Wish wish) {
        Engine engine = engine();
        prepareThread();
        if (wish == Wish.CPU) {
            return new TorchDevice(Device.cpu(), "CPU", "Scores on the CPU, as asked.");
        }
        String trouble = probe(engine);
        if (trouble.isEmpty()) {
            return new TorchDevice(Device.gpu(), "CUDA GPU 0", "Scores on the CUDA GPU.");
        }
        return new TorchDevice(
                Device.cpu(), "CPU", "Scores on the CPU: the GPU cannot be used (%s).".formatted(trouble));
    }

    /// Version of the PyTorch that computes.
    public static String version() {
        return engine().getVersion();
    }

    /// Version of DJL, which calls it.
    public static String djlVersion() {
        return Engine.getDjlVersion();
    }

    /// Both, for a run's identity.
    public static String versions() {
        return "DJL %s, PyTorch %s".formatted(djlVersion(), version());
    }

    /// PyTorch, loaded with our settings; nothing else may load it.
    public static Engine engine() {
        configure();
        return Engine.getEngine("PyTorch");
    }

    /// Settings that the library reads once, when it is loaded; what the command line sets wins. One thread each:
    /// two spin against each other on a busy machine, and one adds up in the same order every time.
    private static void configure() {
        for (String setting : new String[] {"ai.djl.pytorch.num_threads", "ai.djl.pytorch.num_interop_threads"}) {
            if (System.getProperty(setting) == null) {
                System.setProperty(setting, "1");
            }
        }
    }

    /// Gradients are on in every new thread; scoring wants them off.
    public static void prepareThread() {
        JniUtils.setGradMode(false);
    }

    /// A small product on the GPU; empty if it is right, else why it is not.
    private static String probe(Engine engine) {
        if (engine.getGpuCount() == 0) {
            return "this build of PyTorch sees no CUDA device";
        }
        try (NDManager manager = engine.newBaseManager(Device.gpu())) {
            NDArray ones = manager.ones(new Shape(8, 8));
            float corner = ones.matMul(ones).toDevice(Device.cpu(), true).getFloat(0, 0);
            return corner == 8 ? "" : "a test product came out wrong";
        } catch (RuntimeException | LinkageError e) {
            String why = e.getMessage();
            return why == null
                    ? e.getClass().getSimpleName()
                    : why.lines().findFirst().orElse("");
        }
    }
}
