package aidg.app.cli;

import aidg.engine.torch.TorchDevice;

/// What to score on, as the user says it.
enum Device {
    CPU(TorchDevice.Wish.CPU),
    GPU(TorchDevice.Wish.GPU),
    AUTO(TorchDevice.Wish.AUTO);

    private final TorchDevice.Wish wish;

    Device(TorchDevice.Wish wish) {
        this.wish = wish;
    }

    TorchDevice.Wish wish() {
        return wish;
    }
}
