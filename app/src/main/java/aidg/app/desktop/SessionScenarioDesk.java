package aidg.app.desktop;

import aidg.app.Scenarios;
import aidg.app.Scenarios.Reopened;
import aidg.app.Session;
import aidg.app.export.OutFile;
import aidg.app.export.ScenarioTable;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Scenario;
import aidg.ui.scenario.ScenarioDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Scenarios over the engine and the workspace.
final class SessionScenarioDesk implements ScenarioDesk {

    private final LiveEngine live;
    private final Scenarios scenarios;

    SessionScenarioDesk(Session session, LiveEngine live) {
        this.live = live;
        scenarios = new Scenarios(session);
    }

    @Override
    public List<Kept> all() {
        List<Scenario> all = scenarios.all();
        if (all.isEmpty()) {
            return List.of();
        }
        return live.with(engine -> {
            Map<String, String> merchants = new HashMap<>();
            engine.marketplace()
                    .proposals()
                    .forEach(proposal -> merchants.put(proposal.id(), merchant(engine.marketplace(), proposal)));
            return all.stream()
                    .map(one -> new Kept(one, merchants.getOrDefault(one.dealId(), "")))
                    .toList();
        });
    }

    private static String merchant(Marketplace marketplace, Proposal proposal) {
        return marketplace.knownMerchant(proposal.merchantId()).name();
    }

    @Override
    public Comparison compare(String dealId, List<Scenario> chosen) {
        return live.with(engine -> {
            Proposal proposal = engine.marketplace().proposals().stream()
                    .filter(one -> one.id().equals(dealId))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("the data in use have no proposal %s".formatted(dealId)));
            Scenarios.Comparison found = scenarios.compare(engine, proposal, chosen);
            return new Comparison(
                    merchant(engine.marketplace(), proposal),
                    found.proposed(),
                    found.scenarios().stream()
                            .map(one -> new Side(one.scenario(), one.now(), one.same(), one.words()))
                            .toList());
        });
    }

    @Override
    public Scenario rename(Scenario scenario, String name) {
        return scenarios.rename(scenario, name);
    }

    @Override
    public void delete(Scenario scenario) {
        scenarios.delete(scenario);
    }

    @Override
    public Scenario restore(Scenario deleted) {
        return scenarios.restore(deleted);
    }

    @Override
    public void export(Comparison comparison, Path file) throws IOException {
        List<Reopened> reopened = comparison.sides().stream()
                .map(side -> new Reopened(side.scenario(), side.now(), side.same(), side.why()))
                .toList();
        OutFile.of(file).write(new ScenarioTable(new Scenarios.Comparison(comparison.proposed(), reopened)).csv());
    }
}
