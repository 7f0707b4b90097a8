package aidg.ui.sample;

import aidg.ui.session.SessionDesk;

/// A desk with made-up content for tests and pictures.
public final class SampleSessionDesk implements SessionDesk {}
