package aidg.ui.sample;

import aidg.ui.mirror.MirrorDesk;

/// A desk with made-up content for tests and pictures.
public final class SampleMirrorDesk implements MirrorDesk {}
