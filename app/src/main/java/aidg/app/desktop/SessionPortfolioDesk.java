package aidg.app.desktop;

import aidg.app.Portfolios;
import aidg.app.Session;
import aidg.app.export.OutFile;
import aidg.app.export.PortfolioExport;
import aidg.engine.domain.Category;
import aidg.engine.domain.City;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Policy;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.Scope;
import aidg.ui.portfolio.PortfolioDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Portfolios over the engine and the workspace.
final class SessionPortfolioDesk implements PortfolioDesk {

    private final Session session;
    private final LiveEngine live;

    private record Key(City city, Category category) {}

    SessionPortfolioDesk(Session session, LiveEngine live) {
        this.session = session;
        this.live = live;
    }

    @Override
    public List<Group> open() {
        return live.with(engine -> {
            Marketplace marketplace = engine.marketplace();
            Map<Key, List<String>> groups = new LinkedHashMap<>();
            for (Proposal proposal : new Portfolios(session, marketplace).awaiting()) {
                City city = marketplace.cityOf(marketplace.knownMerchant(proposal.merchantId()));
                groups.computeIfAbsent(new Key(city, proposal.terms().category()), key -> new ArrayList<>())
                        .add(proposal.id());
            }
            return groups.entrySet().stream()
                    .map(one -> new Group(
                            one.getKey().city().id(),
                            one.getKey().city().name(),
                            one.getKey().category(),
                            one.getValue()))
                    .toList();
        });
    }

    @Override
    public Result run(Policy policy, Scope scope, String where, Progress progress) {
        return live.with(engine -> {
            Portfolios portfolios = new Portfolios(session, engine.marketplace());
            List<Proposal> chosen = portfolios.in(scope);
            if (chosen.isEmpty()) {
                throw new IllegalStateException("no proposal of this scope awaits review any more");
            }
            Portfolio portfolio = portfolios.run(engine, policy, chosen, progress);
            Map<String, String> merchants = new LinkedHashMap<>();
            for (Moved one : portfolio.moved()) {
                String id = one.proposal().merchantId();
                merchants.put(id, engine.marketplace().knownMerchant(id).name());
            }
            return new Result(portfolio, scope, where, merchants, engine.modelHash());
        });
    }

    @Override
    public void export(Result result, Path file) throws IOException {
        Category category = result.scope().category();
        new PortfolioExport(
                        result.portfolio(),
                        result.scope().cityId(),
                        category == null ? null : category.name(),
                        result::merchant,
                        result.modelHash())
                .write(new OutFile(file, PortfolioExport.ENDINGS));
    }
}
