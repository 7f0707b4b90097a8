package aidg.ui.sample;

import aidg.ui.second.SecondReadingDesk;

/// A desk with made-up content for tests and pictures.
public final class SampleSecondReadingDesk implements SecondReadingDesk {}
