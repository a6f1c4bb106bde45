//! The economics: a scenario by keyboard, scenarios compared, odd entries, the way from a friction to money and back.

use orbita::insight::economy::figures;
use orbita::model::scenario::Scenario;
use orbita_browser::browser::Browser;
use orbita_browser::driver::{Engine, Wish};
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

use super::cohorts;

in_three_browsers! {
    a_scenario_by_keyboard
    three_scenarios_are_compared
    a_step_of_a_slider_builds_little_anew
    odd_entries_say_what_is_allowed
    a_finger_that_scrolls_moves_no_split
    the_browser_computes_as_the_machine
    a_friction_leads_to_money_and_back
    another_period_converts_everything
    the_economics_speak_russian
    what_nobody_said_is_marked_until_somebody_says_it
    scenarios_look_equally_far
    a_locked_scenario_says_who_and_when
    printing_waits_for_what_comes_later
    what_came_is_held_against_the_forecast
    no_screen_grows_beyond_the_window
    an_end_on_the_wrong_side_is_refused
    a_range_comes_back_from_nothing
    ranges_that_differ_are_drawn_together_again
    on_a_phone_a_part_comes_before_the_inputs
}

/// The economics of a new engagement, with sample figures.
async fn sample(engine: Engine) -> Browser {
    let browser = cohorts::economics(engine).await;
    browser.resize(1440, 900).await;
    browser.sees(("heading", "Cumulative profit")).await;
    browser
}

/// Gives the keyboard to something.
async fn focus(browser: &Browser, selector: &str) {
    browser.js::<()>("document.querySelector(arguments[0]).focus()", json!([selector])).await;
}

/// Everything that is shown holds a figure, or says why there is none.
async fn shows_no_nonsense(browser: &Browser) {
    let words: String = browser.js("return document.querySelector('main').innerText", json!([])).await;
    for nonsense in ["NaN", "Infinity", "inf", "undefined"] {
        let found = words.split_whitespace().any(|word| word.trim_matches(|c: char| !c.is_alphabetic()) == nonsense);
        assert!(!found, "{nonsense} in {words}");
    }
}

const CHURN: &str = "Churn a month, exact";

async fn a_scenario_by_keyboard(engine: Engine) {
    let browser = sample(engine).await;
    assert_eq!(browser.value(("textbox", CHURN)).await, "3%");
    focus(&browser, "#input-churn").await;
    browser.press("ArrowRight").await;
    let stepped = browser.value(("textbox", CHURN)).await;
    assert_ne!(stepped, "3%");
    browser.press("Shift+ArrowRight").await;
    let leapt = browser.value(("textbox", CHURN)).await;
    let number = |text: &str| text.trim_end_matches('%').parse::<f64>().expect("per cent");
    let (step, leap) = (number(&stepped) - 3.0, number(&leapt) - number(&stepped));
    assert!((leap / step - 10.0).abs() < 1e-6, "Shift steps tenfold: {stepped}, {leapt}");
    browser.press("Tab").await;
    browser.press("Ctrl+z").await;
    eventually!(browser.value(("textbox", CHURN)).await, "3%");
    focus(&browser, "[role=slider].split-bar").await;
    // The finding may round to the same, the figures do not.
    let before = browser.words(".strip").await;
    browser.press("Shift+ArrowLeft").await;
    eventually!(browser.words(".strip").await == before, false);
    shows_no_nonsense(&browser).await;
    // The slider goes to its ends and back on one scale, whatever it stands at.
    for slider in ["#input-clients", "#input-budget"] {
        let mut reached = Vec::new();
        for _ in 0..2 {
            for key in ["Home", "End"] {
                focus(&browser, slider).await;
                let stood = browser.value(slider).await;
                browser.press(key).await;
                eventually!(browser.value(slider).await == stood, false);
                browser.press("Tab").await;
                reached.push(browser.value(slider).await);
            }
        }
        assert_eq!(reached[..2], reached[2..], "{slider}");
    }
}

async fn three_scenarios_are_compared(engine: Engine) {
    let browser = sample(engine).await;
    for steps in 1..=2 {
        browser.click(("button", "Add scenario")).await;
        let count = steps + 1;
        eventually!(
            browser.names("columnheader").await.iter().filter(|name| name.starts_with("Scenario ")).count(),
            count
        );
        focus(&browser, "[role=slider].split-bar").await;
        browser.press("Shift+ArrowLeft").await;
    }
    let said = "“Scenario B” differs from “Scenario A” in: budget split.";
    eventually!(browser.words("[aria-labelledby=compare-title]").await.contains(said), true);
    eventually!(browser.words(".finding-range").await.contains("80% range"), true);
    assert!(browser.words(".finding-range").await.ends_with("given these ranges and answers"));
    let sentence = browser.words(".finding-sentence").await;
    assert!(sentence.starts_with("With sample figures: moving ") || sentence.contains("against “Scenario A” is too close"), "{sentence}");
    browser.click(("button", "Scenario A")).await;
    eventually!(browser.words(".finding-sentence").await.starts_with("With sample figures: “Scenario A” earns"), true);
    browser.reload().await;
    eventually!(browser.names("columnheader").await.iter().filter(|name| name.starts_with("Scenario ")).count(), 3);
}

async fn a_finger_that_scrolls_moves_no_split(engine: Engine) {
    let browser = sample(engine).await;
    // A finger is put down near the left end, goes somewhere, and is lifted or taken by the browser for scrolling.
    let finger = async |right: i32, down: i32, end: &str| {
        let script = "const bar = document.querySelector('[role=slider].split-bar'), place = bar.getBoundingClientRect();
            const send = (type, x, y) => bar.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX: place.left + place.width / 5 + x, clientY: place.top + 8 + y }));
            const [right, down, end] = arguments;
            send('pointerdown', 0, 0);
            send('pointermove', right, down);
            send(end, right, down);";
        browser.js::<()>(script, json!([right, down, end])).await;
    };
    let split = async || browser.attribute("[role=slider].split-bar", "aria-valuenow").await;
    let before = split().await;
    finger(2, 90, "pointercancel").await;
    finger(60, 90, "pointercancel").await;
    eventually!(split().await, before.clone());
    finger(60, 3, "pointerup").await;
    eventually!(split().await == before, false);
    let dragged = split().await;
    finger(0, 0, "pointerup").await;
    eventually!(split().await, Some("20".into()));
    browser.press("Ctrl+z").await;
    eventually!(split().await, dragged.clone());
    browser.press("Ctrl+z").await;
    eventually!(split().await, before.clone());
}

async fn a_step_of_a_slider_builds_little_anew(engine: Engine) {
    let browser = sample(engine).await;
    browser.click(("button", "Add scenario")).await;
    browser.sees("#compare-title").await;
    // What is built anew while the hand moves: elements that come into the page, those around each told as "tag.class".
    let step = "const range = document.querySelector('#input-churn'), [low, high] = [Number(range.min), Number(range.max)];
        const comes = [];
        const place = (node) => node && node.tagName ? `${place(node.parentElement)} ${node.tagName.toLowerCase()}.${node.className?.baseVal ?? node.className}` : '';
        const watch = new MutationObserver((all) => {
            for (const one of all) for (const node of one.addedNodes) if (node.nodeType === 1) comes.push(place(one.target) + ' > ' + node.tagName);
        });
        watch.observe(document.querySelector('main'), { childList: true, subtree: true });
        for (let at = 0; at < 8; at++) {
            range.value = low + (high - low) * (0.3 + at / 400);
            range.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
        }
        watch.disconnect();
        return comes";
    let comes: Vec<String> = browser.js_later(step, json!([])).await;
    let of = |part: &str| comes.iter().filter(|place| place.contains(part)).count();
    for whole in ["table.", "segments", "select."] {
        assert_eq!(of(whole), 0, "{whole} is built anew: {comes:?}");
    }
    assert!(of("chart-drawing") <= 8 * 2, "most drawings are changed in place: {comes:?}");
    assert!(comes.len() <= 8 * 12, "{} elements for eight steps: {comes:?}", comes.len());
}

async fn odd_entries_say_what_is_allowed(engine: Engine) {
    let browser = sample(engine).await;
    let field = ("textbox", CHURN);
    let put = async |text: &str| {
        browser.click(field).await;
        browser.press("Ctrl+a").await;
        browser.write(text).await;
        browser.press("Enter").await;
    };
    put("many").await;
    browser.is_alerted("Type a number, such as 3.4%.").await;
    assert_eq!(browser.value(field).await, "many", "it stays to be corrected");
    put("120").await;
    browser.is_alerted("Allowed: from 0% to 100%.").await;
    assert_eq!(browser.value(field).await, "120");
    // And counts for nothing: not as the 12 that it was a letter before either.
    eventually!(browser.value("#input-churn").await, "0.03");
    browser.press("Escape").await;
    assert_eq!(browser.value(field).await, "3%");
    // A field that is emptied and left shows what holds and says so, for whoever comes back too.
    browser.click(field).await;
    browser.press("Ctrl+a Delete Tab").await;
    eventually!(browser.value(field).await, "3%");
    browser.is_alerted("A number is needed here. The one before it stays.").await;
    browser.sees(("button", "Undo")).await;
    let idle = ("textbox", "Churn with no retention spend a month");
    for extreme in ["0", "100%", "50"] {
        put(extreme).await;
        shows_no_nonsense(&browser).await;
    }
    // Answers that nobody gave have followed.
    eventually!(browser.value(idle).await, "75%");
    eventually!(browser.words(".finding-range").await.contains("80% range"), true);
    browser.click(idle).await;
    browser.press("Ctrl+a").await;
    browser.write("4.65%").await;
    browser.press("Enter").await;
    // Half of the clients leave, and more than would leave for nothing: what contradicts is named, with a way out.
    let contradiction = "Churn is 50% a month today. The answers say it would be 4.65% with no retention spend, but that has to be higher than today’s.";
    eventually!(browser.words(".finding-range").await, contradiction);
    assert_eq!(browser.words(".input:has(#input-churn) > .slider-wrong").await, contradiction, "beside what was moved, too");
    eventually!(browser.attribute(idle, "aria-invalid").await, Some("true".into()));
    // The way out says to what it sets the answer, and afterwards from what.
    let fix = ("button", "Set “Churn with no retention spend” to 75% (62% … 93%)");
    browser.click(fix).await;
    eventually!(
        browser.words("[role=status] .toast span").await,
        "Churn with no retention spend changed from 4.65% (3.84% … 5.77%) to 75% (62% … 93%)"
    );
    // At once: the range may take as long as the toast stays.
    browser.click(("status button", "Undo")).await;
    eventually!(browser.words(".finding-range").await, contradiction);
    // Or the input goes back to where it agrees with the answers.
    browser.click(("button", "Set churn to 4.5%")).await;
    eventually!(browser.value(field).await, "4.5%");
    eventually!(browser.words(".finding-range").await.contains("80% range"), true);
    focus(&browser, "#input-churn").await;
    browser.press("End").await;
    let stops = "The slider stops at \u{201c}Churn with no retention spend\u{201d}";
    eventually!(browser.words(".input:has(#input-churn)").await.contains(stops), true);
    browser.press("Ctrl+z").await;
    eventually!(browser.value(field).await, "4.5%");
    browser.press("Ctrl+z").await;
    eventually!(browser.words(".finding-range").await, contradiction);
    browser.click(fix).await;
    eventually!(browser.words(".finding-range").await.contains("80% range"), true);
    let told = "[aria-labelledby=paradox-title]";
    // What is drawn once the hand rests moves what lies below it.
    focus(&browser, ".claim button").await;
    browser.press("Enter").await;
    eventually!(browser.words("[role=status] .toast span").await.starts_with("Current retention spend set from the claim, in every scenario"), true);
    eventually!(browser.words(told).await.contains("winning a client costs 5 times what keeping one for a month does on average"), true);
    assert!(!browser.words(told).await.contains("not calculated"));
    browser.click(("textbox", "Revenue per client a month, exact")).await;
    browser.press("Ctrl+a").await;
    browser.write("1000000000000").await;
    browser.press("Enter").await;
    eventually!(browser.value(("textbox", "Revenue per client a month, exact")).await, "$1,000,000,000,000");
    shows_no_nonsense(&browser).await;
}

/// The same seed gives the same bits here and in the page.
async fn the_browser_computes_as_the_machine(engine: Engine) {
    let browser = sample(engine).await;
    eventually!(browser.words(".finding-range").await.contains("80% range"), true);
    browser.catch_files().await;
    browser.click(("button", "Download “Cumulative profit”")).await;
    browser.click(("menuitem", "Table as CSV")).await;
    eventually!(browser.caught_files().await.len(), 1);
    let (_, csv) = browser.caught_files().await.remove(0);
    let ranges = figures::ranges([&Scenario::sample("$", 1.0)]).remove(0).expect("the sample has figures");
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), ranges.profit.len());
    for (row, band) in rows.iter().zip(&ranges.profit) {
        let bits = |text: &str| text.parse::<f64>().expect("a figure").to_bits();
        let shown: Vec<u64> = row.iter().skip(2).map(|text| bits(text)).collect();
        assert_eq!(shown, [band.p10.to_bits(), band.p90.to_bits()], "{row:?}");
    }
}

async fn a_friction_leads_to_money_and_back(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.resize(1440, 900).await;
    map.press("Ctrl+k").await;
    map.write("! Nobody reads the report 4x5").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.click("aside [role=list] li button").await;
    map.click(("button", "Put a value on it")).await;
    let browser = map.into_browser();
    browser.click(("button", "Start with sample figures")).await;
    eventually!(browser.words("#initiatives").await.contains("Nobody reads the report"), true);
    // Nothing typed, nothing valued: an effect and a cost come first.
    eventually!(browser.words("#initiatives").await.contains("Not valued yet: state an effect."), true);
    let put = async |lever: u32, text: &str| {
        let likely = format!(".lever:nth-of-type({lever}) .number-field:nth-of-type(2) input");
        browser.click(likely.as_str()).await;
        browser.press("Ctrl+a").await;
        browser.write(text).await;
        browser.press("Enter").await;
    };
    put(4, "0.2").await;
    eventually!(browser.words("#initiatives").await.contains("Not valued yet: state a cost."), true);
    put(1, "500").await;
    eventually!(browser.words("#initiatives").await.contains("over 36 months if done"), true);
    browser.click(("link", "Show on the map →")).await;
    eventually!(browser.keyboard().await, "option: Nobody reads the report");
    eventually!(browser.words("aside .worth-link").await.contains("over 36 months if done"), true);
    browser.click("aside .worth-link").await;
    browser.sees("#initiatives").await;
    eventually!(browser.words("#initiatives").await.contains("Pays for itself"), true);
    // Whoever goes from an open initiative to the map finds it open on the way back, whatever the address said before.
    browser.js::<()>("location.hash = location.hash.replace(/\\/economics.*/, '/economics/fixing')", json!([])).await;
    browser.sees(".initiative-row").await;
    if !browser.js::<bool>("return document.querySelector('.initiative-row[aria-expanded=true]') !== null", json!([])).await {
        browser.click(".initiative-row").await;
    }
    browser.click(("link", "Show on the map →")).await;
    eventually!(browser.keyboard().await, "option: Nobody reads the report");
    browser.js::<()>("history.back()", json!([])).await;
    browser.sees(".initiative-row[aria-expanded=true]").await;
    eventually!(browser.words("#initiatives").await.contains("Pays for itself"), true);
    // The list does not move under the keyboard: what is typed next goes where it was meant.
    browser.click(("button", "Add initiative")).await;
    eventually!(browser.js::<usize>("return document.querySelectorAll('#initiatives .initiatives > li').length", json!([])).await, 2);
    let first = "return document.querySelector('#initiatives .initiative-row').textContent.includes('Nobody reads the report')";
    let is_first = browser.js::<bool>(first, json!([])).await;
    let likely = |lever: u32| format!(".initiative:has([aria-expanded='true']) .lever:nth-of-type({lever}) .number-field:nth-of-type(2) input");
    for (lever, text) in [(1, "1"), (4, "1")] {
        browser.click(likely(lever).as_str()).await;
        browser.press("Ctrl+a").await;
        browser.write(text).await;
        browser.press("Tab").await;
    }
    assert!(browser.js::<bool>("return document.activeElement.matches('.initiatives input')", json!([])).await);
    assert_eq!(browser.js::<bool>(first, json!([])).await, is_first);
    // A range that was stated can be taken back.
    let low = ".initiative:has([aria-expanded='true']) .lever:nth-of-type(4) .number-field:nth-of-type(1) input";
    browser.click(low).await;
    browser.write("0.5").await;
    browser.press("Tab").await;
    browser.click(("button", "Remove range")).await;
    eventually!(browser.value(low).await, "");
    eventually!(browser.js::<bool>("return document.activeElement.matches('.lever:nth-of-type(4) input')", json!([])).await, true);
    // What it is worth comes a moment later, and moves what is below.
    eventually!(browser.words(".initiative:has([aria-expanded='true']) .initiative-worth").await.contains("36 months"), true);
    // All stand on one length: nothing is at one place, and a range holds its middle.
    let spans = "const names = ['--zero', '--low', '--middle', '--high'];
        return [...document.querySelectorAll('.initiative-span')].map(span => names.map(name => parseFloat(getComputedStyle(span).getPropertyValue(name))))";
    let spans = browser.js::<Vec<[f64; 4]>>(spans, json!([])).await;
    let is_one_length = |[zero, low, middle, high]: &[f64; 4]| *zero == spans[0][0] && low <= middle && middle <= high;
    assert!(!spans.is_empty() && spans.iter().all(is_one_length), "{spans:?}");
    // Nor under a pointer that is pressed elsewhere: the list goes into order once the keyboard rests there.
    // How long a test takes is asked once.
    let months = ("textbox", "Months");
    browser.click(months).await;
    browser.press("Ctrl+a").await;
    browser.write("6").await;
    browser.press("Enter").await;
    eventually!(browser.js::<bool>(first, json!([])).await, !is_first);
    browser.reload().await;
    eventually!(browser.value(months).await, "6");
}

async fn another_period_converts_everything(engine: Engine) {
    let browser = sample(engine).await;
    let before = browser.words(".strip").await;
    browser.click(".input-group:last-of-type > summary").await;
    browser.click(("button", "a quarter")).await;
    // 1 − 0.97³, and three months of revenue: the same business, the same figures.
    eventually!(browser.value(("textbox", "Churn a quarter, exact")).await, "8.73%");
    assert_eq!(browser.value(("textbox", "Revenue per client a quarter, exact")).await, "$3,000");
    eventually!(browser.words(".strip").await, before.clone());
    browser.press("Ctrl+z").await;
    eventually!(browser.value(("textbox", CHURN)).await, "3%");
    shows_no_nonsense(&browser).await;
}

async fn the_economics_speak_russian(engine: Engine) {
    let wish = Wish { language: "ru-RU", ..Wish::default() };
    let browser = Map::fresh_for(engine, wish).await.into_browser();
    browser.resize(1280, 720).await;
    browser.click(("link", "Экономика")).await;
    browser.click(("button", "Начать с\u{a0}примера")).await;
    eventually!(browser.words(".finding-range").await.contains("диапазон 80\u{a0}%"), true);
    assert!(browser.words(".finding-sentence").await.contains('₽'));
    let wide: bool = browser.js("return document.documentElement.scrollWidth <= innerWidth", json!([])).await;
    assert!(wide, "nothing sticks out sideways");
}

const REVENUE: &str = "Revenue per client a month";

/// Types into a field and leaves it.
async fn put(browser: &Browser, field: &str, text: &str) {
    browser.click(("textbox", field)).await;
    browser.press("Ctrl+a").await;
    browser.write(text).await;
    browser.press("Enter").await;
}

/// What a screen reader reads out beside the name of a field.
async fn described(browser: &Browser, field: &str) -> String {
    browser.click(("textbox", field)).await;
    let script = "const ids = (document.activeElement.getAttribute('aria-describedby') ?? '').split(' ');
        return tidy(ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '))";
    browser.js(script, json!([])).await
}

async fn what_nobody_said_is_marked_until_somebody_says_it(engine: Engine) {
    let browser = sample(engine).await;
    let (today, budget, churn) = ("Current retention spend a month", "Budget a month, exact", "Churn a month, exact");
    eventually!(described(&browser, today).await, "suggested, not changed");
    eventually!(described(&browser, budget).await, "sample figure");
    put(&browser, budget, "9500").await;
    put(&browser, churn, "5%").await;
    // What is one's own is not marked; what nobody said follows it, and says so still.
    eventually!(described(&browser, budget).await, "");
    eventually!(browser.value(("textbox", today)).await, "$1,900");
    eventually!(browser.value(("textbox", "Current acquisition spend a month")).await, "$7,600");
    eventually!(described(&browser, today).await, "suggested, not changed");
    eventually!(described(&browser, churn).await.contains("suggested range"), true);
    put(&browser, today, "3000").await;
    put(&browser, budget, "20000").await;
    eventually!(browser.value(("textbox", "Current acquisition spend a month")).await, "$16,000");
    assert_eq!(browser.value(("textbox", today)).await, "$3,000");
    eventually!(described(&browser, today).await, "");
    fits(&browser).await;
}

async fn scenarios_look_equally_far(engine: Engine) {
    let browser = sample(engine).await;
    browser.click(("button", "Add scenario")).await;
    eventually!(browser.words(".finding-sentence").await.contains("the same result as “Scenario A”"), true);
    browser.click(("button", "12 months")).await;
    eventually!(browser.words(".strip").await.contains("Profit over 12 months"), true);
    assert!(!browser.words(".strip").await.contains("A: "), "nothing differs");
    browser.click(("button", "Scenario A")).await;
    eventually!(browser.attribute(("button", "12 months"), "aria-pressed").await, Some("true".into()));
    browser.press("Ctrl+z").await;
    eventually!(browser.words(".strip").await.contains("Profit over 36 months"), true);
    // A copy is told from the one that it was made of.
    browser.click("#scenario-menu").await;
    browser.click(("menu menuitem", "Duplicate scenario")).await;
    eventually!(browser.words(".scenario-tabs [aria-pressed=true]").await, "CCopy of Scenario A");
}

async fn a_locked_scenario_says_who_and_when(engine: Engine) {
    let browser = sample(engine).await;
    browser.click("#scenario-menu").await;
    browser.click(("menu menuitem", "Lock scenario\u{2026}")).await;
    browser.click("dialog[open] input").await;
    browser.write("Ann").await;
    // What was agreed on in spring is the forecast of spring.
    let said = "const day = document.querySelector('dialog[open] input[type=date]');
        day.value = '2026-04-30'; day.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.js::<()>(said, json!([])).await;
    browser.press("Enter").await;
    eventually!(browser.words(".lock-line span").await.starts_with("Locked by Ann, "), true);
    assert!(browser.words(".lock-line span").await.contains("2026"), "{}", browser.words(".lock-line span").await);
    // Which was not the day of locking.
    let line = browser.words(".lock-line span").await;
    assert!(line.contains("forecast as of 30") && line.contains("Apr"), "{line}");
    eventually!(browser.attribute(("textbox", CHURN), "readonly").await.is_some(), true);
    for still in ["#input-churn", ".response input[type=checkbox]", ".horizon button"] {
        assert!(browser.attribute(still, "disabled").await.is_some(), "{still} looks as if it could be changed");
    }
    // The ranges open, to be read only.
    browser.js::<()>("document.querySelectorAll('.range-button').forEach((button) => button.click())", json!([])).await;
    eventually!(browser.shows(".range-fields").await, true);
    let live = "const inert = '[readonly], :disabled, [aria-disabled=true], .range-button, .scenario-tabs *, .lock-line *';
        const every = document.querySelectorAll('.economy-inputs :is(input, select, textarea, button)');
        return [...every].filter((control) => !control.matches(inert)).map((control) => control.outerHTML)";
    assert_eq!(browser.js::<Vec<String>>(live, json!([])).await, Vec::<String>::new());
    let looks = "const fields = [...document.querySelectorAll('.economy-inputs .field')];
        return [...new Set(fields.map((field) => getComputedStyle(field).backgroundColor))]";
    let locked: Vec<String> = browser.js(looks, json!([])).await;
    assert_eq!(locked.len(), 1, "{locked:?}");
    let split = "[role=slider].split-bar";
    assert_eq!(browser.attribute(split, "aria-disabled").await, Some("true".into()));
    let before = browser.attribute(split, "aria-valuenow").await;
    focus(&browser, split).await;
    browser.press("ArrowLeft").await;
    assert_eq!(browser.attribute(split, "aria-valuenow").await, before);
    assert!(browser.attribute(".economy-inputs", "title").await.is_some_and(|why| why.starts_with("Locked by Ann")));
    // A copy is free.
    browser.click(("button", "Add scenario")).await;
    eventually!(browser.shows(".lock-line").await, false);
    eventually!(browser.attribute(("textbox", CHURN), "readonly").await, None);
    assert!(!browser.js::<Vec<String>>(looks, json!([])).await.contains(&locked[0]), "looks locked as well");
    browser.click(("button", "Scenario A")).await;
    browser.click(("button", "Unlock scenario")).await;
    eventually!(browser.shows(".lock-line").await, false);
    eventually!(browser.attribute(("textbox", CHURN), "readonly").await, None);
    eventually!(browser.words(".toast span").await, "The scenario is unlocked");
    browser.press("Ctrl+z").await;
    eventually!(browser.shows(".lock-line").await, true);
    // The table of cohorts takes nothing either, and says why where one would paste it.
    browser.click(("link", "Clients over time")).await;
    eventually!(browser.shows(".lock-line:has(+ .paste)").await, true);
}

async fn printing_waits_for_what_comes_later(engine: Engine) {
    let browser = sample(engine).await;
    browser.click(("button", "Add scenario")).await;
    let compared = "[aria-labelledby=compare-title]";
    browser.sees(compared).await;
    eventually!(browser.words(("status", "Save state")).await, "Saved");
    browser.reload().await;
    eventually!(browser.shows(".kpi").await, true);
    // Whoever prints at once has the whole page, and of which project and day it is.
    let print = "window.print = () => {
            dispatchEvent(new Event('beforeprint'));
            window.printed = [!!document.querySelector('[aria-labelledby=compare-title]'), document.querySelector('.paper-line').textContent];
        };
        const key = new KeyboardEvent('keydown', { code: 'KeyP', key: 'p', ctrlKey: true, cancelable: true, bubbles: true });
        document.body.dispatchEvent(key);
        return key.defaultPrevented;";
    if browser.js::<bool>(print, json!([])).await {
        eventually!(browser.js::<bool>("return window.printed?.[0] === true", json!([])).await, true);
        assert!(browser.js::<String>("return window.printed[1]", json!([])).await.contains(", "));
    } else {
        assert!(browser.shows(compared).await, "it had come by itself");
    }
}

async fn what_came_is_held_against_the_forecast(engine: Engine) {
    let browser = sample(engine).await;
    assert!(!browser.shows(("heading", "Forecast and actual")).await, "nothing was said yet");
    browser.click("#scenario-menu").await;
    browser.click(("menu menuitem", "Lock scenario\u{2026}")).await;
    browser.click("dialog[open] input").await;
    browser.press("Enter").await;
    browser.sees(("heading", "Forecast and actual")).await;
    eventually!(browser.words(("status", "Save state")).await, "Saved");
    // As if it had been locked 155 days ago: five periods have ended since, whatever the month.
    let earlier = "const key = Object.keys(localStorage).find((key) => key.startsWith('orbita/engagement/'));
        const day = new Date(Date.now() - 155 * 86400000).toISOString().slice(0, 10);
        const locked = localStorage.getItem(key).replace(/(\"locked\":\\{[^}]*\"on\":\")[^\"]*/, `$1${day}`);
        localStorage.setItem(key, locked);
        return locked.includes(day)";
    assert!(browser.js::<bool>(earlier, json!([])).await, "it is locked");
    browser.reload().await;
    // Nothing moves below a pointer any more.
    browser.sees("#forecast-table").await;
    browser.click(("button", "See forecast and actual")).await;
    eventually!(browser.js::<String>("return document.activeElement.id", json!([])).await, "forecast-table");
    let rows = "return document.querySelectorAll('.forecast tbody tr').length";
    eventually!(browser.js::<u32>(rows, json!([])).await, 8);
    let cells = "return [...document.querySelectorAll('.forecast tbody tr')[0].cells].slice(5).map((cell) => tidy(cell.innerText))";
    // The field says the day on which its figure was typed.
    let day = "const field = document.querySelector('.forecast tbody input');
        const [day, told] = [new Date(), document.getElementById(field.getAttribute('aria-describedby')).innerText];
        const parts = [day.getDate(), day.getFullYear()].map(String);
        return told === '' ? 'none' : String(parts.every((part) => told.includes(part)))";
    eventually!(browser.js::<String>(day, json!([])).await, "none");
    // 200 clients and the sample's churn: what is far below lies below the range.
    focus(&browser, ".forecast tbody tr:nth-child(1) input").await;
    browser.write("150").await;
    eventually!(browser.js::<Vec<String>>(cells, json!([])).await[1], "Below the range");
    assert!(browser.js::<Vec<String>>(cells, json!([])).await[0].starts_with('\u{2212}'));
    eventually!(browser.js::<String>(day, json!([])).await, "true");
    browser.press("Tab").await;
    nothing_is_counted_before_it_came(&browser).await;
    focus(&browser, ".forecast tbody tr:nth-child(3) input").await;
    browser.write("198").await;
    eventually!(browser.js::<String>("return document.activeElement.value", json!([])).await, "198");
    figures_follow_each_other(&browser).await;
    eventually!(browser.words(("status", "Save state")).await, "Saved");
    browser.reload().await;
    browser.sees(("heading", "Forecast and actual")).await;
    eventually!(browser.js::<Vec<String>>(cells, json!([])).await[1], "Below the range");
    what_is_refused_moves_nothing(&browser).await;
    // What is no number stays to be corrected, and one that is emptied is not known again.
    focus(&browser, ".forecast tbody tr:nth-child(1) input").await;
    browser.press("Ctrl+a Delete Tab").await;
    eventually!(browser.js::<Vec<String>>(cells, json!([])).await, ["", ""]);
    eventually!(browser.js::<String>(day, json!([])).await, "none");
    browser.click(("button", "Profit to date")).await;
    focus(&browser, ".forecast tbody tr:nth-child(1) input").await;
    browser.write("-x").await;
    browser.press("Tab").await;
    browser.is_alerted("number").await;
    assert!(browser.shows(".lock-line").await, "the scenario stays locked");
}

/// The sixth period is still going on: its figure is refused, and undo shows what holds.
async fn nothing_is_counted_before_it_came(browser: &Browser) {
    let field = ".forecast tbody tr:nth-child(6) input";
    focus(browser, field).await;
    browser.write("100").await;
    browser.press("Tab").await;
    browser.is_alerted("or later").await;
    let stands = async || browser.js::<String>("return document.querySelector(arguments[0]).value", json!([field])).await;
    assert_eq!(stands().await, "100", "it stays to be corrected");
    browser.js::<()>("document.activeElement.blur()", json!([])).await;
    browser.press("Ctrl+z").await;
    eventually!(stands().await, "");
    browser.press("Ctrl+Shift+z").await;
    eventually!(browser.words(("status", "Save state")).await, "Saved");
}

/// Enter in the third field leads to the next, with Shift back; what is typed there is another figure, and Esc gives it up.
async fn figures_follow_each_other(browser: &Browser) {
    let now = "const fields = [...document.querySelectorAll('.forecast tbody input')];
        return `${fields.indexOf(document.activeElement) + 1}: ${document.activeElement.value}`";
    let now = async || browser.js::<String>(now, json!([])).await;
    browser.press("Enter").await;
    eventually!(now().await, "4: ");
    browser.write("197").await;
    browser.press("Enter").await;
    eventually!(now().await, "5: ");
    browser.press("Shift+Enter").await;
    eventually!(now().await, "4: 197");
    browser.write("196").await;
    eventually!(now().await, "4: 196");
    browser.press("Escape").await;
    eventually!(now().await, "4: 197");
    browser.press("Shift+Enter").await;
    eventually!(now().await, "3: 198");
    browser.press("Tab").await;
}

/// A refused figure keeps its place and the keyboard, says why beside itself, and the verdict on the figure before it is gone until
/// that one is back.
async fn what_is_refused_moves_nothing(browser: &Browser) {
    let field = ".forecast tbody tr:nth-child(1) input";
    let place = "const box = (of) => document.querySelector(of).getBoundingClientRect();
        const [field, table] = [box(arguments[0]), box('.forecast')];
        return [field.x - table.x, field.y - table.y]";
    let said = "return tidy(document.querySelector('.forecast tbody tr').innerText)";
    focus(browser, field).await;
    let before: Vec<f64> = browser.js(place, json!([field])).await;
    browser.press("Ctrl+a").await;
    browser.write("-5").await;
    eventually!(browser.js::<String>(said, json!([])).await.contains("Below the range"), false);
    browser.press("Enter").await;
    browser.is_alerted("Allowed").await;
    assert_eq!(browser.js::<Vec<f64>>(place, json!([field])).await, before);
    assert_eq!(browser.js::<String>("return document.activeElement.value", json!([])).await, "-5");
    let told = "return document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText";
    eventually!(browser.js::<String>(told, json!([])).await.contains("Allowed"), true);
    browser.press("Escape").await;
    eventually!(browser.js::<String>(said, json!([])).await.contains("Below the range"), true);
}

async fn no_screen_grows_beyond_the_window(engine: Engine) {
    let browser = sample(engine).await;
    fits(&browser).await;
    let phone = on_phone(engine).await;
    fits(&phone).await;
}

/// Every part of the economics scrolls inside the window, which does not scroll itself.
async fn fits(browser: &Browser) {
    for part in ["Decision", "Clients over time", "Revenue", "Fixing"] {
        browser.click(("link", part)).await;
        eventually!(browser.attribute(("link", part), "aria-current").await, Some("page".into()));
        let script = "return [document.documentElement.scrollHeight, innerHeight]";
        let (long, window): (u32, u32) = browser.js(script, json!([])).await;
        assert!(long <= window, "{part} is {long} long in a window of {window}");
    }
}

/// The same on a phone.
async fn on_phone(engine: Engine) -> Browser {
    let browser = Browser::start(engine).await;
    browser.open_on_phone().await;
    browser.click(("button", "New project")).await;
    browser.click(("link", "Economics")).await;
    browser.click(("button", "Start with sample figures")).await;
    browser.sees(".strip").await;
    browser
}

async fn an_end_on_the_wrong_side_is_refused(engine: Engine) {
    let browser = sample(engine).await;
    browser.click(("button", "CAC, range: $4.3k … $6.5k")).await;
    put(&browser, "Low", "50,000").await;
    browser.is_alerted("Can’t be above the likely $5,000.").await;
    assert_eq!(browser.value(("textbox", "Low")).await, "50,000", "it stays to be corrected");
    assert_eq!(browser.value(("textbox", "CAC, exact")).await, "$5,000");
    assert_eq!(browser.value(("textbox", "High")).await, "$6,500");
    // Another end changes the range, and not what waits to be corrected.
    put(&browser, "High", "7,000").await;
    eventually!(browser.value(("textbox", "High")).await, "$7,000");
    assert_eq!(browser.value(("textbox", "Low")).await, "50,000");
    put(&browser, "High", "6,500").await;
    put(&browser, "Low", "4,800").await;
    eventually!(browser.value(("textbox", "Low")).await, "$4,800");
    // Another currency is no slip that passes: the sum stays to be converted.
    put(&browser, "Low", "€4,500").await;
    browser.is_alerted("Amounts here are in $. Convert this one from EUR, or type it without a currency.").await;
    assert_eq!(browser.value(("textbox", "Low")).await, "€4,500");
    // An end that is emptied is none, and what stands for it is told; without both there is no range.
    browser.click(("textbox", "Low")).await;
    browser.press("Ctrl+a Delete Tab").await;
    browser.is_alerted("No lower end now: the range starts at the likely $5,000.").await;
    assert_eq!(browser.value(("textbox", "High")).await, "$6,500");
    browser.click(("textbox", "High")).await;
    browser.press("Ctrl+a Delete Tab").await;
    eventually!(browser.value(("textbox", "High")).await, "");
    eventually!(browser.value(("textbox", "Low")).await, "");
    // What is refused beside one number is taken beside another that allows it.
    put(&browser, "Low", "7,000").await;
    browser.is_alerted("Can’t be above the likely $5,000.").await;
    put(&browser, "CAC, exact", "6,000").await;
    browser.is_alerted("Can’t be above the likely $6,000.").await;
    put(&browser, "CAC, exact", "8,000").await;
    eventually!(browser.value(("textbox", "Low")).await, "$7,000");
    eventually!(browser.attribute(("textbox", "Low"), "aria-invalid").await, Some("false".into()));
    // Why there is no chart is said once.
    put(&browser, "Budget a month, exact", "0").await;
    let told = "return document.querySelector('main').innerText.split('there is nothing to split').length - 1";
    eventually!(browser.js::<usize>(told, json!([])).await, 1);
}

async fn a_range_comes_back_from_nothing(engine: Engine) {
    let browser = sample(engine).await;
    browser.sees(("button", "Churn, range: 2.4% … 3.8%")).await;
    for passed in ["0.5", "0", "100", "3"] {
        put(&browser, CHURN, passed).await;
    }
    browser.sees(("button", "Churn, range: 2.4% … 3.8%")).await;
}

async fn ranges_that_differ_are_drawn_together_again(engine: Engine) {
    let browser = sample(engine).await;
    browser.click(("button", "Add scenario")).await;
    eventually!(browser.words(".finding-sentence").await.contains("the same result"), true);
    put(&browser, &format!("{REVENUE}, exact"), "1000.5").await;
    eventually!(browser.words(".finding-left").await.contains("Simulated separately for B and A"), true);
    // What is said of the ranges moves the button once they are computed.
    eventually!(browser.words(".finding-range").await.contains("%"), true);
    browser.click(".finding button").await;
    eventually!(browser.words(".finding-left").await.contains("Simulated separately"), false);
    browser.press("Ctrl+z").await;
    eventually!(browser.words(".finding-left").await.contains("Simulated separately"), true);
}

async fn on_a_phone_a_part_comes_before_the_inputs(engine: Engine) {
    let browser = on_phone(engine).await;
    for part in ["Revenue", "Fixing"] {
        browser.click(("link", part)).await;
        browser.sees(".economy-results > .panel").await;
        let (_, top, _, _) = browser.place(".economy-results > .panel").await;
        assert!(top < 844.0, "{part} begins at {top}");
    }
}
