package aidg.app.desktop;

import aidg.ui.portfolio.PortfolioDesk;

/// Over the engine and the workspace.
final class SessionPortfolioDesk implements PortfolioDesk {}
