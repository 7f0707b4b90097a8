package aidg.ui.shell;

/// What the frame wants to know of the engine. Called on a background thread.
public interface EngineDesk {

    EngineStatus status() throws Exception;
}
