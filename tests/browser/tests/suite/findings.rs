//! What all interviews say, and what their quotes are joined to.

use orbita::exchange::office::xlsx::{Cell, NewSheet, write};
use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    a_quote_goes_to_a_friction_and_back
    the_ranking_sorts_by_people_and_by_revenue
    phrases_lead_to_where_they_were_said
    a_taken_name_offers_to_merge
    a_job_story_is_backed_and_opens_an_initiative
    answers_make_a_score
    answers_come_from_a_file
    quotes_go_out_and_come_back
    a_quote_begins_a_friction
    the_panel_beside_an_interview
    files_say_which_interviews_they_hold
    quotes_go_out_as_people_agreed
    words_of_whoever_agreed_to_nothing_stay_at_home
    a_finding_opens_at_its_top
    lines_pasted_into_an_outcome_are_outcomes
    tags_are_dragged_together
    a_search_waits_for_whoever_looks_at_an_interview
}

/// The example, with four interviews of its story.
async fn example(engine: Engine) -> Map {
    let text = include_str!("../../../../public/examples/en.json");
    let document: Value = serde_json::from_str(text).expect("the example");
    let map = Map::stored(engine, &document).await;
    map.resize(1440, 900).await;
    map
}

/// A finding of the example.
async fn finding(engine: Engine, name: &str) -> Browser {
    let map = example(engine).await;
    go(&map, name).await;
    map.into_browser()
}

async fn go(browser: &Browser, name: &str) {
    browser.js::<()>("location.hash = `#/e/stored/interviews/${arguments[0]}`", json!([name])).await;
    browser.sees("#findings-title").await;
}

async fn count(browser: &Browser, selector: &str) -> usize {
    browser.js("return document.querySelectorAll(arguments[0]).length", json!([selector])).await
}

async fn a_quote_goes_to_a_friction_and_back(engine: Engine) {
    let browser = finding(engine, "quotes").await;
    browser.click(("searchbox", "Search all quotes and notes")).await;
    browser.write("lost sleep").await;
    eventually!(count(&browser, ".quote-row").await, 1);
    // One key, a few letters, Enter.
    browser.js::<()>("document.querySelector('.quote-row a').focus()", json!([])).await;
    browser.press("m").await;
    eventually!(browser.keyboard().await, "combobox: Add to map…");
    browser.write("import breaks").await;
    browser.press("Enter").await;
    eventually!(browser.words(".toast").await.starts_with("Quote added to “The import breaks"), true);
    browser.click(("link", "Journey")).await;
    let map = Map::of(browser).await;
    map.choose("The import breaks on long names").await;
    eventually!(count(&map, ".card-quote").await, 2);
    map.click(".card-quote:last-of-type a").await;
    map.sees(".interview").await;
    let hash: String = map.js("return location.hash", json!([])).await;
    assert!(hash.contains("/quote/"), "{hash}");
    map.press("Ctrl+Z").await;
    map.click(("link", "Journey")).await;
    let map = Map::of(map.into_browser()).await;
    map.choose("The import breaks on long names").await;
    eventually!(count(&map, ".card-quote").await, 1);
}

async fn the_ranking_sorts_by_people_and_by_revenue(engine: Engine) {
    let map = example(engine).await;
    let first = ".ranked:first-child .ranked-title";
    assert_eq!(map.words(first).await, "No proof of results for the board");
    for (order, last) in [("By value", false), ("By revenue", true), ("By people", true)] {
        map.click("#ranking-order").await;
        map.click(("menu menuitemcheckbox", order)).await;
        eventually!(map.words("#ranking-order").await, order);
        // Nobody spoke of the careless speaker: by what was said it comes after all that somebody spoke of.
        let titles: Vec<String> =
            map.js("return [...document.querySelectorAll('.ranked-title')].map((title) => title.innerText)", json!([])).await;
        let place = |text: &str| titles.iter().position(|title| title.starts_with(text));
        assert!(!last || place("The speaker looked") > place("The pilot is nothing"), "{order}: {titles:?}");
    }
    map.sees(".stage-voices").await;
    assert!(count(&map, ".card[data-quotes]:not([data-quotes=''])").await >= 10);
}

async fn phrases_lead_to_where_they_were_said(engine: Engine) {
    let browser = finding(engine, "phrases").await;
    browser.sees(("button", "show the board")).await;
    browser.click(("button", "show the board")).await;
    eventually!(count(&browser, ".passages .quote-row").await >= 3, true);
    browser.click(".passages .quote-row a").await;
    browser.sees(".interview").await;
    // What ended looking around stands on its line of time.
    browser.sees(".band-dot.event").await;
    go(&browser, "phrases").await;
    browser.click("[aria-label=Length] .segment:last-child").await;
    browser.sees(("button", "board")).await;
}

async fn a_taken_name_offers_to_merge(engine: Engine) {
    let browser = finding(engine, "codebook").await;
    browser.click(("textbox", "New tag")).await;
    browser.write("Board").await;
    browser.press("Enter").await;
    browser.is_alerted("There’s already a tag “Board”. Merge the two?").await;
    browser.press("Ctrl+A Delete Enter").await;
    browser.is_alerted("Enter a name.").await;
    let before = count(&browser, ".tag-row").await;
    browser.click("[title='Edit tag “late”']").await;
    browser.click(("textbox", "Tag")).await;
    browser.press("Ctrl+A").await;
    browser.write("CFO").await;
    browser.is_alerted("There’s already a tag “CFO”. Merge the two? Merge").await;
    // Esc gives the old name back.
    browser.press("Escape").await;
    eventually!(browser.value(("textbox", "Tag")).await, "late");
    browser.press("Ctrl+A").await;
    browser.write("CFO").await;
    browser.is_alerted("There’s already a tag “CFO”. Merge the two? Merge").await;
    browser.click(("alert button", "Merge")).await;
    eventually!(count(&browser, ".tag-row").await, before - 1);
    browser.click(("status button", "Undo")).await;
    eventually!(count(&browser, ".tag-row").await, before);
    // Out of the list nothing is merged before the button says so: by arrows every name of it is passed.
    let pass = "const list = one(['combobox', 'Merge into']);
        for (const at of [1, 2]) { list.selectedIndex = at; list.dispatchEvent(new Event('change', { bubbles: true })); }";
    if !browser.shows(("combobox", "Merge into")).await {
        browser.click("[title='Edit tag “late”']").await;
    }
    browser.sees(("combobox", "Merge into")).await;
    // Another group takes the form along, and the keyboard with it.
    let group = "const list = one(['combobox', 'Group']); list.focus(); list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.js::<()>(group, json!([])).await;
    eventually!(browser.keyboard().await, "combobox: Group");
    browser.js::<()>(pass, json!([])).await;
    browser.sees(("button", "Merge")).await;
    assert_eq!(count(&browser, ".tag-row").await, before);
    browser.click(("button", "Merge")).await;
    eventually!(count(&browser, ".tag-row").await, before - 1);
}

async fn a_job_story_is_backed_and_opens_an_initiative(engine: Engine) {
    let browser = finding(engine, "jobs").await;
    let before = count(&browser, ".statement").await;
    browser.click(("button", "Add job story")).await;
    eventually!(count(&browser, ".statement").await, before + 1);
    eventually!(browser.keyboard().await, "textbox: When");
    browser.write("the audit comes").await;
    let last = ".statements > .statement:last-of-type";
    eventually!(browser.words(&*format!("{last} .chip-warn")).await, "No quotes back this yet");
    browser.js::<()>("[...document.querySelectorAll('.statements > .statement')].at(-1).querySelectorAll('.statement-foot button')[0].click()", json!([])).await;
    browser.sees(("searchbox", "Find quotes")).await;
    browser.write("nine weeks").await;
    eventually!(count(&browser, ".pick-line").await, 2);
    browser.click(".pick-line input").await;
    browser.press("Escape").await;
    eventually!(browser.words(&*format!("{last} .statement-foot")).await.contains("1 quote, 1 interview"), true);
    browser.click(("button", "Create initiative")).await;
    browser.sees(("link", "Show initiative →")).await;
    browser.press("Ctrl+Z").await;
    browser.sees(("button", "Create initiative")).await;
}

async fn answers_make_a_score(engine: Engine) {
    let browser = finding(engine, "outcomes").await;
    eventually!(count(&browser, ".outcome").await, 2);
    browser.sees("#opportunities-view").await;
    let few = ".outcome:nth-of-type(2)";
    eventually!(browser.words(&*format!("{few} .outcome-score")).await.contains("Too few answers"), true);
    browser.click(&*format!("{few} .outcome-score button")).await;
    eventually!(count(&browser, ".answers tbody tr").await, 3);
    browser.click(&*format!("{few} > .statement-foot button:last-child")).await;
    eventually!(browser.keyboard().await, "textbox: One line a person: importance, satisfaction, segment");
    let is_high = "return document.querySelector('.paste-answers textarea').clientHeight >= 96";
    assert!(browser.js::<bool>(is_high, json!([])).await, "several lines have room");
    browser.write("5 1\u{e008}\u{e007}\u{e000}4 2").await;
    browser.js::<()>("document.querySelector('.paste-answers button').click()", json!([])).await;
    eventually!(count(&browser, ".answers tbody tr").await >= 4, true);
    // Outside of the field, which undoes what is typed into it.
    browser.js::<()>("document.activeElement.blur()", json!([])).await;
    browser.press("Ctrl+Z").await;
    eventually!(count(&browser, ".answers tbody tr").await, 3);
}

async fn answers_come_from_a_file(engine: Engine) {
    let browser = finding(engine, "outcomes").await;
    eventually!(count(&browser, ".outcome").await, 2);
    let few = ".outcome:nth-of-type(2)";
    browser.sees(&*format!("{few} .outcome-score button")).await;
    browser.click(&*format!("{few} .outcome-score button")).await;
    eventually!(count(&browser, ".answers tbody tr").await, 3);
    let picker = format!("{few} input[type=file]");
    // The columns are known by their names; what cannot be read stays, to be corrected.
    let text = "Segment;Satisfaction;Importance\nretail;2;5\nbanks;9;4\n";
    browser.pick_file_by(&picker, "survey.csv", text).await;
    eventually!(count(&browser, ".answers tbody tr").await, 4);
    let last = "const row = [...document.querySelectorAll('.answers tbody tr')].at(-1);
        return [...row.querySelectorAll('select, input')].slice(1).map((field) => field.value)";
    eventually!(browser.js::<Vec<String>>(last, json!([])).await, ["retail", "5", "2"]);
    browser.is_alerted("“9” in “banks;9;4” isn’t a whole number from 1 to 5.").await;
    let stays = browser.value(&*format!("{few} .paste-answers textarea")).await;
    assert_eq!(stays, "Segment;Satisfaction;Importance\nbanks;9;4");

    let rows = vec![vec![Cell::Number(3.0), Cell::Number(1.0), Cell::text("banks")]];
    let head = ["Importance", "Satisfaction", "Segment"].map(String::from).to_vec();
    let notes = NewSheet { name: "Notes".into(), rows: vec![vec![Cell::text("Autumn survey")]], ..NewSheet::default() };
    let bytes = write(&[notes, NewSheet { name: "Answers".into(), head, rows }]);
    browser.pick_file_by(&picker, "survey.xlsx", bytes).await;
    eventually!(count(&browser, ".answers tbody tr").await, 5);
    eventually!(browser.js::<Vec<String>>(last, json!([])).await, ["banks", "3", "1"]);
    // What waited to be corrected still does.
    eventually!(browser.value(&*format!("{few} .paste-answers textarea")).await, stays);
    browser.pick_file_by(&picker, "empty.csv", "Importance;Satisfaction\n").await;
    eventually!(browser.words(".toast span").await.starts_with("“empty.csv” has no answers."), true);
    assert_eq!(count(&browser, ".answers tbody tr").await, 5);
}

async fn quotes_go_out_and_come_back(engine: Engine) {
    let browser = finding(engine, "quotes").await;
    let before = count(&browser, ".quote-row").await;
    browser.catch_files().await;
    browser.click(("button", "Export")).await;
    browser.click(("menu menuitem", "Quotes (CSV), ignoring consent")).await;
    eventually!(browser.caught_count().await, 1);
    let files = browser.caught_files().await;
    let (name, text) = &files[0];
    assert!(name.ends_with("quotes.all.csv"), "{name}");
    assert_eq!(text.lines().count() - 1, before, "a row a quote");
    // The same interviews again: only if the person says so.
    browser.pick_file_by("#import-quotes", "back.csv", text).await;
    browser.is_alerted("All 4 interviews in this file are already in the project.").await;
    eventually!(browser.keyboard().await, "button: Import anyway");
    browser.click(("button", "Don’t import")).await;
    eventually!(browser.shows("#import-repeated").await, false);
    assert_eq!(count(&browser, ".quote-row").await, before);
    browser.pick_file_by("#import-quotes", "back.csv", text).await;
    eventually!(browser.keyboard().await, "button: Import anyway");
    browser.click(("button", "Import anyway")).await;
    eventually!(count(&browser, ".quote-row").await, before * 2);
    browser.click(("status button", "Undo")).await;
    eventually!(count(&browser, ".quote-row").await, before);
    browser.pick_file_by("#import-quotes", "wrong.csv", "a,b\n1,2\n").await;
    browser.is_alerted("There’s no column “text”. Add it to the first row.").await;
}

async fn a_quote_begins_a_friction(engine: Engine) {
    let browser = finding(engine, "quotes").await;
    browser.click(("searchbox", "Search all quotes and notes")).await;
    browser.write("lost sleep").await;
    eventually!(count(&browser, ".quote-row").await, 1);
    browser.js::<()>("document.querySelector('.quote-row a').focus()", json!([])).await;
    browser.press("f").await;
    eventually!(browser.keyboard().await, "combobox: New friction point…");
    browser.write("launch").await;
    browser.press("Enter").await;
    eventually!(browser.words(".toast").await.starts_with("Quote added to “Launch”"), true);
    browser.click(("link", "Journey")).await;
    let map = Map::of(browser).await;
    eventually!(count(&map, ".ranked").await, 12);
    map.press("Ctrl+Z").await;
    eventually!(count(&map, ".ranked").await, 11);
}

async fn quotes_go_out_as_people_agreed(engine: Engine) {
    let browser = finding(engine, "quotes").await;
    browser.catch_files().await;
    browser.click(("button", "Export")).await;
    browser.click(("menu menuitem", "Quotes (CSV)")).await;
    eventually!(browser.caught_count().await, 1);
    eventually!(browser.words(".toast").await, "1 interview left out: no consent to quote.");
    let (name, text) = &browser.caught_files().await[0];
    assert!(name.ends_with("quotes.csv"), "{name}");
    assert!(!text.contains("Elena") && !text.contains("Pavel") && text.contains("Daria Lin"), "{text}");
}

async fn files_say_which_interviews_they_hold(engine: Engine) {
    let map = example(engine).await;
    map.click(("button", "Share")).await;
    map.sees(".file-interviews").await;
    let said: Vec<String> =
        map.js("return [...document.querySelectorAll('.file-interviews')].map((one) => one.textContent)", json!([])).await;
    let going = "Includes 2 interviews with names, 1 interview without; 1 left out: no consent. Notes and whole transcripts go along, debriefs don’t";
    assert_eq!(said, ["Includes 4 interviews with names, whatever people agreed to", going, going]);
    map.catch_files().await;
    map.click(".file-lines li:nth-child(2) button").await;
    eventually!(map.caught_count().await, 1);
    let (_, report) = &map.caught_files().await[0];
    assert!(report.contains("Daria Lin"), "who agreed is named");
    assert!(!report.contains("Elena Markova") && !report.contains("Pavel Orlov"), "who did not is not");
}

async fn words_of_whoever_agreed_to_nothing_stay_at_home(engine: Engine) {
    const SAID: &str = "Nobody could show the board what we had paid for.";
    let text = include_str!("../../../../public/examples/en.json");
    let mut document: Value = serde_json::from_str(text).expect("the example");
    document["engagement"]["cards"]["11"]["text"] = json!(SAID);
    let map = Map::stored(engine, &document).await;
    map.resize(1440, 900).await;
    map.click(("button", "Share")).await;
    eventually!(map.words(".share-withheld").await.contains("hidden in 1 card,"), true);
    map.sees("#report-inside").await;
    map.catch_files().await;
    map.click("#hide-accounts").await;
    map.click("#report-inside").await;
    map.click(".file-lines li:nth-child(2) button").await;
    eventually!(map.caught_count().await, 1);
    let (_, report) = &map.caught_files().await[0];
    assert!(report.contains("[Quote hidden]") && !report.contains(SAID), "its words stay at home");
    assert!(!report.contains("orbita-project") && !report.contains("Polyot Bank"), "no project, no names of accounts");
    map.press("Escape").await;
    map.choose_in_menu("Export", "Map as Markdown").await;
    eventually!(map.caught_count().await, 2);
    let (_, markdown) = &map.caught_files().await[1];
    assert!(markdown.contains("Quote hidden") && !markdown.contains(SAID), "{markdown}");
    eventually!(map.words(".toast").await.contains("hidden in 1 card,"), true);
    map.js::<()>("dispatchEvent(new Event('beforeprint'))", json!([])).await;
    let paper: String = map.js("return document.getElementById('sheets').textContent", json!([])).await;
    map.js::<()>("dispatchEvent(new Event('afterprint'))", json!([])).await;
    assert!(!paper.contains("show the board what") && paper.contains("Quote hidden"), "{paper}");
}

async fn a_finding_opens_at_its_top(engine: Engine) {
    let browser = finding(engine, "codebook").await;
    browser.resize(1024, 480).await;
    browser.js::<()>("document.querySelector('#findings').scrollTop = 300", json!([])).await;
    let top = "return document.querySelector('#findings').scrollTop";
    eventually!(browser.js::<f64>(top, json!([])).await > 0.0, true);
    go(&browser, "quotes").await;
    eventually!(browser.words("#findings-title").await, "Quotes");
    eventually!(browser.js::<f64>(top, json!([])).await, 0.0);
}

async fn lines_pasted_into_an_outcome_are_outcomes(engine: Engine) {
    let browser = finding(engine, "outcomes").await;
    let before = count(&browser, ".outcome").await;
    browser.click(("button", "Add outcome")).await;
    eventually!(count(&browser, ".outcome").await, before + 1);
    let paste = "const event = new Event('paste', { bubbles: true, cancelable: true });
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', arguments[0]);
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        document.activeElement.dispatchEvent(event)";
    browser.js::<()>(paste, json!(["- Minimize the hours of a report\n- Increase the share without errors"])).await;
    eventually!(count(&browser, ".outcome").await, before + 2);
    browser.click(("button", "Undo")).await;
    eventually!(count(&browser, ".outcome").await, before + 1);
    // The verb that somebody types before the measure is said by the switch, and nowhere else.
    let new = ".outcome:last-of-type";
    browser.click(&*format!("{new} textarea")).await;
    browser.write("Raise the share without errors").await;
    browser.press("Tab").await;
    eventually!(browser.value(&*format!("{new} textarea")).await, "the share without errors");
    eventually!(browser.words(&*format!("{new} .segment[aria-pressed=true]")).await, "Increase");
}

async fn the_panel_beside_an_interview(engine: Engine) {
    let map = example(engine).await;
    map.click(("link", "Interviews")).await;
    map.sees(".interview-panel .force-row").await;
    eventually!(count(&map, ".heard").await >= 3, true);
    // A count stands beside the last word of its phase, however narrow the timeline is.
    let placed = "return [...document.querySelectorAll('.band-name')].every((name) => {
            const [words, count] = [name.firstChild, name.querySelector('.count')];
            if (!count.textContent.trim()) return true;
            const last = document.createRange();
            last.setStart(words, words.length - 1);
            last.setEnd(words, words.length);
            return Math.abs(last.getBoundingClientRect().bottom - count.getBoundingClientRect().bottom) < 4;
        })";
    for width in [1024, 1440] {
        map.resize(width, 900).await;
        eventually!(map.js::<bool>(placed, json!([])).await, true);
    }
    assert_eq!(count(&map, ".interview-panel .force-row").await, 4);
    choose_by(&map, "People").await;
    map.click(".interview-findings a").await;
    map.sees("#findings-title").await;
    eventually!(map.words("#findings-title").await, "Forces");
}

async fn choose_by(browser: &Browser, way: &str) {
    browser.click(("button", way)).await;
    let script = "return one(['button', arguments[0]]).getAttribute('aria-pressed')";
    eventually!(browser.js::<String>(script, json!([way])).await, "true");
}

async fn tags_are_dragged_together(engine: Engine) {
    let browser = finding(engine, "codebook").await;
    browser.resize(1440, 1400).await;
    let groups = async || count(&browser, ".theme input.theme-name").await;
    let named = groups().await;
    browser.click(("textbox", "New tag")).await;
    for tag in ["price", "sleep"] {
        browser.write(tag).await;
        browser.press("Enter").await;
        browser.sees(&*format!("[title='Edit tag “{tag}”']")).await;
    }
    let head = async |tag: &str| browser.point(&*format!("[title='Edit tag “{tag}”']")).await;
    head("sleep").await;
    browser.drag(head("price").await, head("sleep").await).await;
    // What they have in common can be named at once.
    eventually!(browser.keyboard().await, "textbox: Group name");
    eventually!(browser.value(":focus").await, "price, sleep");
    browser.write("Worries").await;
    assert_eq!(groups().await, named + 1);
    assert_eq!(count(&browser, ".dragged, .onto").await, 0);
    // The name is one step, and that the two are together another.
    browser.click(("button", "Undo")).await;
    eventually!(browser.value(".theme:has([title='Edit tag “price”']) input.theme-name").await, "price, sleep");
    browser.click(("button", "Undo")).await;
    eventually!(groups().await, named);
    browser.sees("[title='Edit tag “price”']").await;
}

async fn a_search_waits_for_whoever_looks_at_an_interview(engine: Engine) {
    let browser = finding(engine, "quotes").await;
    let all = count(&browser, ".quote-row").await;
    browser.js::<()>("const list = one(['combobox', 'Force']); list.selectedIndex = 2; list.dispatchEvent(new Event('change', { bubbles: true }))", json!([])).await;
    browser.click(("searchbox", "Search all quotes and notes")).await;
    browser.write("the").await;
    eventually!(count(&browser, ".quote-row").await < all, true);
    let few = count(&browser, ".quote-row").await;
    assert!(few > 0);
    browser.click(".interview-entry a").await;
    browser.sees(("textbox", "Add note")).await;
    browser.client.back().await.expect("the page before");
    browser.sees("#findings-title").await;
    eventually!(browser.value(("searchbox", "Search all quotes and notes")).await, "the");
    assert_eq!(browser.js::<u32>("return one(['combobox', 'Force']).selectedIndex", json!([])).await, 2);
    assert_eq!(count(&browser, ".quote-row").await, few);
}
