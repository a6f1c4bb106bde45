//! Average against marginal: the five-times claim taken apart.

use leptos::prelude::*;
use orbita_economics::{Figure, NoFigure};

use super::state::EconomyState;
use super::taken::Taken;
use super::use_economy_state;
use crate::edit::ScenarioInput;
use crate::i18n::amounts::{money, ratio};
use crate::i18n::spending::Claim;
use crate::insight::economy::answers;
use crate::insight::economy::split::Paradox as Found;
use crate::model::scenario::{Answer, Input};
use crate::ui::parts::{live, on, shown};

const KEEP_TODAY: Input = Input::Answer(Answer::KeepToday);

/// The panel.
#[component]
pub fn Paradox() -> impl IntoView {
    let state = use_economy_state();
    let w = state.session.w();
    let s = state.s();
    let in_use = Memo::new(move |_| state.economy().claim_in_use());
    let claim = move |(at, claim): (usize, Claim)| {
        view! {
            <li class="claim">
                <span>
                    <b>{claim.text}</b>
                    {shown(
                        move || in_use.get() == Some(at),
                        move || view! { " " <span class="chip">{s.claim_is_used}</span> },
                    )}
                    <span class="input-note">{claim.source}</span>
                </span>
                <button
                    class="button small"
                    aria-label=format!("{}: {}", s.use_claim, claim.text)
                    disabled=live(move || state.read_only())
                    on:click=on(move |_| try_claim(state, claim))
                >
                    {s.use_claim}
                </button>
            </li>
        }
    };
    view! {
        <section class="panel" aria-labelledby="paradox-title">
            <h3 class="chart-title" id="paradox-title">{s.paradox}</h3>
            {live(move || {
                let here = state.at_rest().here().cloned()?;
                Some(
                    match here.paradox() {
                        Ok(Some(found)) => view! { <Costs found /> }.into_any(),
                        Ok(None) => view! { <p>{s.paradox_none}</p> }.into_any(),
                        Err(why) => view! { <p>{w.no_figure(why)}</p> }.into_any(),
                    },
                )
            })}
            <h4 class="panel-part" id="claims">{s.claims}</h4>
            <ul class="claims">{s.claimed.into_iter().enumerate().map(claim).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Costs(found: Found) -> impl IntoView {
    let state = use_economy_state();
    let e = state.e();
    let s = state.s();
    let (lang, currency) = (state.lang(), untrack(|| state.currency()));
    let sum = |figure: Figure| figure.map_or_else(|_| e.missing.to_string(), |value| money(lang, &currency, value));
    let times = |figure: Figure| figure.map_or_else(|_| e.missing.to_string(), |value| ratio(lang, value));
    let now = found.now;
    let says = match (now.average_ratio(), now.marginal_ratio()) {
        (Ok(average), Ok(marginal)) => {
            let decides = untrack(|| state.at_rest()).margin_decides(marginal);
            let advice = if decides { s.paradox_decides } else { s.paradox_horizon };
            format!("{} {advice}", (s.paradox_says)(average, marginal))
        }
        _ if now.of_nothing() => s.paradox_of_nothing.into(),
        _ => s.paradox_one_sided.into(),
    };
    let keep_today =
        untrack(|| state.stated(|scenario| scenario.answers().map(|response| response.keep_today.likely()))).flatten();
    let a_period = untrack(|| state.stated(|scenario| e.per(scenario.period))).unwrap_or_default();
    let today = found.today.zip(keep_today).and_then(|(today, keep)| {
        let (average, marginal) = (today.average_ratio().ok()?, today.marginal_ratio().ok()?);
        Some((s.paradox_today)(&format!("{} {a_period}", money(lang, &currency, keep)), average, marginal))
    });
    let saved = now.saved_ratio().ok().map(|ratio| (s.paradox_saved)(ratio, now.most_stay_anyway()));
    // Where winning is no dearer even so, there is nothing to say.
    let best = found.best_average_ratio.ok().filter(|ratio| *ratio > 1.0).map(s.paradox_best);
    let row = |name: &'static str, average: String, marginal: String| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{average}</td>
                <td>{marginal}</td>
            </tr>
        }
    };
    view! {
        <p>{says}</p>
        {saved.map(|saved| view! { <p>{saved}</p> })}
        {today.map(|today| view! { <p>{today}</p> })}
        <table class="panel-table">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{s.on_average}</th>
                    <th scope="col">{s.one_more}</th>
                </tr>
            </thead>
            <tbody>
                {row(s.win_one, sum(now.average_win), sum(now.marginal_win))}
                {row(s.keep_one, sum(now.average_keep), sum(now.marginal_keep))}
                {row(s.save_one, sum(now.saved), String::new())}
                {row(s.times_dearer, times(now.average_ratio()), times(now.marginal_ratio()))}
            </tbody>
        </table>
        <p class="input-note">{s.per_month_note}</p>
        {best.map(|best| view! { <p class="input-note">{best}</p> })}
    }
}

/// Makes keeping as much cheaper than winning, on average, as the claim says: what is spent on keeping today follows, in every
/// scenario, since they are compared.
fn try_claim(state: EconomyState, claim: Claim) {
    let Some(here) = untrack(|| state.here()) else { return };
    let e = state.e();
    let s = state.s();
    if here.scenario.answers().is_none() {
        state.session.notify(s.paradox_none);
        return;
    }
    if here.scenario.by_age.is_some() {
        state.session.notify(state.session.w().no_figure(NoFigure::NoSingleRate));
        return;
    }
    let Some(keep_today) = answers::claimed(&here.scenario, claim.ratio) else {
        state.session.notify(s.no_claim);
        return;
    };
    let budget = here.scenario.budget.likely();
    let sum =
        |value| format!("{} {}", money(state.lang(), &here.scenario.currency, value), e.per(here.scenario.period));
    let beyond = (keep_today.likely() > budget).then(|| (s.claim_beyond)(&sum(keep_today.likely()), &sum(budget)));
    let told = [Some(s.claim_tried.to_owned()), beyond].into_iter().flatten().collect::<Vec<_>>().join(". ");
    let economy = untrack(|| state.economy());
    // After a first claim, what stood there before it is still the number of one's own.
    let claimed = state.taken.get_untracked().filter(|taken| taken.input == KEEP_TODAY);
    let before = match claimed.map(|taken| (taken.now, taken.back)) {
        Some((now, ScenarioInput::KeepToday(before))) => economy.before_claim(now, &before),
        _ => economy.kept_today(),
    };
    let Some(own) = before.iter().find(|one| one.scenario == here.id) else { return };
    let taken = Taken {
        scenario: here.id,
        input: KEEP_TODAY,
        now: keep_today,
        was: economy.sum_today(own),
        back: ScenarioInput::KeepToday(before.clone()),
        observed: Vec::new(),
    };
    state.take(ScenarioInput::KeepToday(economy.claimed(keep_today, &claim, &before)), told, taken);
}
