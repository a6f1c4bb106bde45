//! What the accounts say of the recurring revenue: what moved it, and how much of it hangs on few.

use std::sync::Arc;

use orbita_economics::{Bridge, Figure, NoFigure, Refill};

use crate::charts::{Waterfall, WaterfallColumn};
use crate::handover::chart::{ChartId, Titled};
use crate::i18n::Lang;
use crate::i18n::accounts::AccountWords;
use crate::i18n::amounts::{money, money_before, number, per_cent, signed};
use crate::insight::economy::accounts::{
    Movements, Rules, concentration, has_few, largest_count, largest_fifth, lose, periods, recurring,
};
use crate::model::Engagement;
use crate::model::scenario::{Account, Scenario};

/// The accounts of a project, as a file tells of them.
pub struct Revenue {
    /// How many accounts and periods there are.
    pub understood: String,
    /// The bridge between the last two periods, by the rules that the screen begins with.
    pub bridge: Titled,
    /// What these rules mean.
    pub rules: &'static str,
    /// How much hangs on few, at the last period.
    pub concentration: String,
}

impl Revenue {
    /// What the accounts of a project say; `None` with fewer than two periods, or where nothing can be said of the last two.
    pub fn of(engagement: &Engagement, lang: Lang) -> Option<Self> {
        let words = AccountWords::of(lang);
        let accounts: Vec<&Account> = engagement.accounts().map(|(_, account)| account).collect();
        let count = periods(&accounts);
        let (from, to) = (count.checked_sub(2)?, count - 1);
        // The one that files tell of otherwise.
        let scenario = engagement.scenarios().last().map(|(_, scenario)| scenario);
        let currency = scenario.map_or("", |scenario| &scenario.currency);
        let tables = &engagement.head().tables;
        let column = scenario.map_or(tables.accounts_period.unwrap_or_default(), Scenario::accounts_period);
        let period = |at: usize| tables.account_period(at, words.period_n);
        let (_, rules) = rules(lang, Rules::ProfitWell);
        let moved = Movements::between(&accounts, from, to, column.months(), Rules::ProfitWell).ok()?.bridge;
        let bridge = bridge(lang, currency, [&period(from), &period(to)], Rules::ProfitWell, Ok(moved));
        let understood = (words.understood)(accounts.len(), count);
        Some(Revenue { understood, bridge, rules, concentration: concentration_said(lang, &accounts, to) })
    }
}

/// What rules are called, and what they mean.
pub fn rules(lang: Lang, rules: Rules) -> (&'static str, &'static str) {
    let words = AccountWords::of(lang);
    match rules {
        Rules::ProfitWell => (words.profit_well, words.profit_well_rules),
        Rules::Maxio => (words.maxio, words.maxio_rules),
        Rules::TwoEnds => (words.two_ends, words.two_ends_rules),
    }
}

/// What moved the recurring revenue from one period to another, by somebody's rules. Without a figure it is empty, and says why.
pub fn bridge(lang: Lang, currency: &str, [from, to]: [&str; 2], by: Rules, bridge: Figure<Bridge>) -> Titled {
    let words = AccountWords::of(lang);
    Titled {
        id: ChartId::Bridge,
        title: words.bridge.into(),
        subtitle: (words.bridge_note)(from, to, rules(lang, by).0),
        summary: bridge_said(lang, currency, bridge),
        chart: Arc::new(bridge_chart(lang, currency, &bridge.unwrap_or_default())),
    }
}

/// The bridge in a sentence, or why there is none.
fn bridge_said(lang: Lang, currency: &str, bridge: Figure<Bridge>) -> String {
    let sum = |value: f64| money(lang, currency, value);
    let said = bridge.and_then(|bridge| {
        let net = bridge.net_new()?;
        let (end, change) = (bridge.end()?, signed(&sum(net), net));
        let start = money_before(lang, currency, end, bridge.start);
        Ok((AccountWords::of(lang).bridge_summary)(&start, &sum(end), &change))
    });
    said.unwrap_or_else(|why| lang.words().no_figure(why))
}

/// The bridge as a chart: what was there, what came and went, what is there.
fn bridge_chart(lang: Lang, currency: &str, bridge: &Bridge) -> Waterfall {
    let words = AccountWords::of(lang);
    let step = |name: &str, value: f64, total: bool| WaterfallColumn { name: name.into(), value, total };
    let (currency, other) = (currency.to_owned(), currency.to_owned());
    Waterfall {
        steps: vec![
            step(words.start, bridge.start, true),
            step(words.new, bridge.new, false),
            step(words.reactivation, bridge.reactivation, false),
            step(words.expansion, bridge.expansion, false),
            step(words.contraction, -bridge.contraction, false),
            step(words.churned, -bridge.churned, false),
            step(words.end, bridge.end().unwrap_or_default(), true),
        ],
        value: Arc::new(move |value| money(lang, &currency, value)),
        change: Arc::new(move |value| signed(&money(lang, &other, value), value)),
        columns: [words.movement.into(), words.amount.into()],
    }
}

/// An account that is lost, at a period of the table of accounts.
pub struct Loss<'a> {
    /// Every account of the table.
    pub accounts: &'a [&'a Account],
    /// Its place among them.
    pub at: usize,
    /// The period, counted from 0.
    pub period: usize,
    /// How many months a period has.
    pub months: u16,
}

/// Revenue of a scenario and of the table that differ by no more than this share are those of the same clients.
const NEAR: f64 = 0.1;

/// What losing an account leaves, in sentences: the hole as the table of accounts has it, and how fast a scenario of that name fills
/// it (F66), each with its source; that the two speak of different revenue, where they do.
pub fn lost_said(lang: Lang, (name, scenario): (&str, &Scenario), refill: &Refill, loss: &Loss) -> Vec<String> {
    let words = AccountWords::of(lang);
    let sum = |value: f64| money(lang, &scenario.currency, value);
    let Some(account) = loss.accounts.get(loss.at) else { return Vec::new() };
    let lost = match lose(loss.accounts, loss.at, loss.period, loss.months, refill) {
        Ok(lost) => lost,
        Err(why) => return vec![lang.words().no_figure(why)],
    };
    let all = lost.revenue / lost.share;
    let clients = whole(lost.clients);
    let cost = clients as f64 * refill.cac;
    let again = match lost.months.and_then(|months| Ok((months, lost.margin_lost?))) {
        Ok((months, margin)) => (words.refill)(clients, whole(months), &sum(cost), &sum(margin)),
        Err(NoFigure::NeverRefilled) => (words.never_refilled)(clients),
        Err(why) => lang.words().no_figure(why),
    };
    let pace = (words.pace)(
        name,
        &number(lang, refill.new_clients, 1),
        &sum(refill.revenue_per_client),
        &sum(refill.cac),
        &per_cent(lang, refill.churn, 2),
    );
    let of_scenario = recurring(scenario).ok().filter(|revenue| (revenue - all).abs() > NEAR * all);
    let at_odds = of_scenario.map(|revenue| (words.at_odds)(name, &sum(revenue), &sum(all)));
    let hole = (words.hole)(&account.name, &sum(lost.revenue), &per_cent(lang, lost.share, 1), &sum(all));
    [hole, again, pace].into_iter().chain(at_odds).collect()
}

/// How many clients or months hold so much of one: there are no parts of them that pay. A trifle over is none.
fn whole(clients: f64) -> usize {
    (clients - 1e-9).ceil().max(1.0) as usize
}

/// How much hangs on few at a period, counted from 0, or why that cannot be said.
pub fn concentration_said(lang: Lang, accounts: &[&Account], period: usize) -> String {
    match concentration(accounts, period) {
        Ok(found) => {
            let words = AccountWords::of(lang);
            let (largest, effective) = (per_cent(lang, found.top_share, 0), number(lang, found.effective_clients, 1));
            if has_few(accounts, period) {
                return (words.few_say)(&largest, largest_count(accounts, period), &effective);
            }
            let fifth = per_cent(lang, found.top_fifth_share, 0);
            (words.concentration_says)(&largest, largest_fifth(accounts, period), &fifth, &effective)
        }
        Err(why) => lang.words().no_figure(why),
    }
}
