package aidg.app.cli;

import picocli.CommandLine.Option;

/// What to score on, as an option of several commands.
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "cpu",
            description = "cpu, gpu or auto. Default: ${DEFAULT-VALUE}.")
    private Device device = Device.CPU;

    Device chosen() {
        return device;
    }
}
