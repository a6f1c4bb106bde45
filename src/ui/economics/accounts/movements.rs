//! What moved the recurring revenue between two periods: the bridge, and the figures read off it.

use leptos::prelude::*;
use orbita_economics::{Bridge, Figure, QuickRatioBy};

use super::super::state::EconomyState;
use super::super::use_economy_state;
use super::{Accounts, all, choice, period};
use crate::handover::chart::ChartId;
use crate::handover::economy::revenue as told;
use crate::i18n::amounts::{number, per_cent};
use crate::insight::economy::accounts::{Movements, Rules};
use crate::ui::parts::{FieldDraft, TitledChart, live, titled};

/// What is looked at: from which period to which, by whose rules.
#[derive(Clone, Copy)]
struct Asked {
    state: EconomyState,
    accounts: Accounts,
    from: RwSignal<usize>,
    to: RwSignal<usize>,
    rules: RwSignal<Rules>,
}

impl Asked {
    fn movements(self) -> Figure<Movements> {
        let months = period(self.state).months();
        // Whichever was chosen first, the earlier one is the start.
        let (one, other) = (self.from.get(), self.to.get());
        let rules = self.rules.get();
        self.accounts.with(|accounts| Movements::between(&all(accounts), one.min(other), one.max(other), months, rules))
    }

    fn bridge(self) -> Figure<Bridge> {
        self.movements().map(|movements| movements.bridge)
    }
}

/// The bridge and its figures, with the choice of periods and rules.
#[component]
pub fn Moved(accounts: Accounts, periods: usize) -> impl IntoView {
    let state = use_economy_state();
    let a = state.a();
    let last = periods.saturating_sub(1);
    let draft = FieldDraft::new(state.session, state.desk, "bridge".into());
    let (from, to, rules) = looked_at(&draft.text(), last).unwrap_or((last.saturating_sub(1), last, 0));
    let asked = Asked {
        state,
        accounts,
        from: RwSignal::new(from),
        to: RwSignal::new(to),
        rules: RwSignal::new(Rules::ALL[rules]),
    };
    // Whoever comes back finds the bridge that was looked at, as long as the table has these periods.
    Effect::new(move |_| {
        let rules = Rules::ALL.iter().position(|rules| *rules == asked.rules.get()).unwrap_or_default();
        draft.set(format!("{} {} {rules} {last}", asked.from.get(), asked.to.get()));
    });
    let names = || (0..periods).map(|at| state.account_period(at)).collect::<Vec<_>>();
    let rules = Rules::ALL.map(|rules| told::rules(state.lang(), rules).0.to_string()).to_vec();
    let chosen = move || Rules::ALL.iter().position(|rules| *rules == asked.rules.get()).unwrap_or_default();
    let choose = move |at: usize| Rules::ALL.get(at).into_iter().for_each(|rules| asked.rules.set(*rules));
    let chart = titled(move || {
        let (one, other) = (asked.from.get(), asked.to.get());
        let [from, to] = [one.min(other), one.max(other)].map(|at| state.account_period(at));
        told::bridge(state.lang(), &state.currency(), [&from, &to], asked.rules.get(), asked.bridge())
    });
    view! {
        <div class="account-choices">
            {choice(a.from, names(), move || asked.from.get(), move |at| asked.from.set(at))}
            {choice(a.to, names(), move || asked.to.get(), move |at| asked.to.set(at))}
            {choice(a.rules, rules, chosen, choose)}
        </div>
        <p class="input-note">
            {live(move || told::rules(state.lang(), asked.rules.get()).1)}
        </p>
        <TitledChart id=ChartId::Bridge of=chart menus=state.menus />
        <h4 class="panel-part">{a.figures}</h4>
        {live(move || Some(figures(asked)))}
    }
}

/// From which period to which, by which rules: what was looked at last, of a table whose last period has the same number.
fn looked_at(text: &str, last: usize) -> Option<(usize, usize, usize)> {
    let numbers: Vec<usize> = text.split(' ').map_while(|number| number.parse().ok()).collect();
    match numbers[..] {
        [from, to, rules, then] if then == last && from.max(to) <= last && rules < Rules::ALL.len() => {
            Some((from, to, rules))
        }
        _ => None,
    }
}

/// Each figure with what it means, where vendors differ side by side.
fn figures(asked: Asked) -> AnyView {
    let w = asked.state.session.w();
    let (a, lang) = (asked.state.a(), asked.state.lang());
    let movements = asked.movements();
    let share = |figure: Figure| figure.map_or_else(|why| w.no_figure(why), |share| per_cent(lang, share, 1));
    let ratio = |figure: Figure| figure.map_or_else(|why| w.no_figure(why), |ratio| number(lang, ratio, 2));
    let of = |read: &dyn Fn(&Movements) -> Figure| movements.as_ref().map_err(|why| *why).and_then(read);
    let quick = |by| ratio(of(&|movements| movements.quick_ratio(by)));
    let nrr_means = if asked.rules.get() == Rules::TwoEnds { a.nrr_means } else { a.nrr_summed_means };
    let rows = [
        (a.nrr, share(of(&|movements| movements.nrr)), nrr_means),
        (a.nrr_baremetrics, share(of(&|movements| movements.nrr_baremetrics)), a.nrr_baremetrics_means),
        (a.grr, share(of(&|movements| movements.retention.map(|kept| kept.grr))), a.grr_means),
        (a.logo, share(of(&|movements| movements.retention.map(|kept| kept.logo))), a.logo_means),
        (a.quick, quick(QuickRatioBy::NewAndExpansion), a.quick_means),
        (a.quick_all, quick(QuickRatioBy::AllGains), a.quick_all_means),
    ];
    let row = |(name, value, means): (&'static str, String, &'static str)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td class="definition">{means}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=a.figures>
            <table class="panel-table words">
                <thead>
                    <tr>
                        <th scope="col">{a.figure}</th>
                        <td></td>
                        <th scope="col" class="definition">{a.definition}</th>
                    </tr>
                </thead>
                <tbody>{rows.map(row).into_iter().collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
