package aidg.ui.sample;

import aidg.ui.portfolio.PortfolioDesk;

/// A desk with made-up content for tests and pictures.
public final class SamplePortfolioDesk implements PortfolioDesk {}
