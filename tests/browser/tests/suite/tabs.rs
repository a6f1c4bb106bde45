//! Two tabs on one engagement: what one does shows in the other, and neither takes anything from the other.

use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::tabs::Tabs;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    what_one_tab_does_shows_in_the_other_and_each_undoes_its_own
    undo_leaves_what_another_tab_changed_and_says_so
    words_in_an_open_editor_are_neither_overwritten_nor_do_they_overwrite
    cards_made_at_once_stay_each_in_its_cell
    a_card_deleted_elsewhere_keeps_what_is_typed
    a_map_deleted_elsewhere_keeps_what_is_typed
    a_project_deleted_elsewhere_is_told_and_written_back
    undo_of_a_deletion_never_takes_the_place_of_newer_work
    a_field_that_both_typed_into_holds_both
    a_scenario_deleted_elsewhere_takes_no_number_for_another
    a_number_that_both_state_shows_both_versions
    without_a_channel_tabs_follow_what_is_stored
    messages_that_cannot_be_taken_cost_nothing
    what_a_tab_had_not_saved_when_it_crashed_is_there_again
    a_crash_costs_six_letters_at_twenty_a_second_at_most
    a_line_that_is_not_filed_yet_outlasts_a_crash
    words_that_one_tab_files_wait_in_no_other
    words_that_wait_go_with_a_project_deleted_for_good
}

/// Two tabs on a map with these cards in its first cell.
async fn tabs(engine: Engine, cards: &[&str]) -> Tabs {
    let map = Map::fresh(engine).await;
    for card in cards {
        map.write(card).await;
        map.press("Enter").await;
    }
    map.is_saved().await;
    let tabs = Tabs::open(map).await;
    tabs.show(cards).await;
    tabs
}

async fn what_one_tab_does_shows_in_the_other_and_each_undoes_its_own(engine: Engine) {
    let tabs = tabs(engine, &["First"]).await;
    let map = tabs.turn_to(1).await;
    map.choose("First").await;
    map.write("Second").await;
    map.press("Enter").await;
    tabs.show(&["First", "Second"]).await;
    let map = tabs.turn_to(0).await;
    assert!(!map.shows("[role=alert]").await, "nothing to tell: both have both");
    map.choose("First").await;
    map.press("Ctrl+z").await;
    tabs.show(&["Second"]).await;
    let map = tabs.turn_to(1).await;
    map.choose("Second").await;
    map.press("Ctrl+z").await;
    tabs.show(&[]).await;
    tabs.turn_to(0).await;
    map.press("Ctrl+Shift+z").await;
    tabs.show(&["First"]).await;
    assert_eq!(map.stored_keys(&document::key("")).await.len(), 1);
}

/// What was told last.
async fn told(map: &Map) -> String {
    map.words("[role=status] .toast span").await
}

/// Puts a tag on cards that stand below each other, in one step.
async fn tag(map: &Map, cards: &[&str], tag: &str) {
    map.choose(cards[0]).await;
    map.press("Ctrl+Space").await;
    for _ in &cards[1..] {
        map.press("Shift+ArrowDown").await;
    }
    map.click("#pick-tag").await;
    map.write(tag).await;
    map.press("Enter Escape").await;
    eventually!(map.shows("#pick-tag").await, false);
}

async fn undo_leaves_what_another_tab_changed_and_says_so(engine: Engine) {
    let tabs = tabs(engine, &["First"]).await;
    let map = tabs.turn_to(0).await;
    map.choose("First").await;
    map.press("Enter").await;
    map.write(" of all").await;
    map.press("Enter").await;
    tabs.show(&["First of all"]).await;
    let map = tabs.turn_to(1).await;
    map.choose("First of all").await;
    map.press("Enter").await;
    map.write(", changed").await;
    map.press("Enter").await;
    tabs.show(&["First of all, changed"]).await;

    // The step before is another one, and is offered next.
    let map = tabs.turn_to(0).await;
    map.press("Ctrl+z").await;
    eventually!(told(map).await, "Another tab has changed this since, so it was left as it is.");
    tabs.show(&["First of all, changed"]).await;

    // Of two cards, one of which the other tab goes on with, each loses what the step gave it.
    let map = tabs.turn_to(0).await;
    map.choose("First of all, changed").await;
    map.write("Second").await;
    map.press("Enter").await;
    tabs.show(&["First of all, changed", "Second"]).await;
    let map = tabs.turn_to(0).await;
    tag(map, &["First of all, changed", "Second"], "board").await;
    let tags = async |map: &Map| {
        let tags = "return [...document.querySelectorAll('[data-card]')].map((card) => card.dataset.tags)";
        map.js::<Vec<String>>(tags, json!([])).await
    };
    let map = tabs.turn_to(1).await;
    eventually!(tags(map).await, ["#board", "#board"]);
    tag(map, &["Second"], "today").await;
    let map = tabs.turn_to(0).await;
    eventually!(tags(map).await, ["#board", "#board #today"]);
    map.choose("Second").await;
    map.press("Ctrl+z").await;
    eventually!(tags(map).await, ["", "#today"]);
    let map = tabs.turn_to(1).await;
    eventually!(tags(map).await, ["", "#today"]);

    // A toast takes back what it tells of also after the other tab has changed something else.
    let map = tabs.turn_to(0).await;
    map.choose("Second").await;
    map.press("Delete").await;
    eventually!(told(map).await, "Card deleted");
    tabs.show(&["First of all, changed"]).await;
    let map = tabs.turn_to(1).await;
    map.choose("First of all, changed").await;
    map.press("Enter").await;
    map.write(" again").await;
    map.press("Enter").await;
    tabs.show(&["First of all, changed again"]).await;
    let map = tabs.turn_to(0).await;
    eventually!(told(map).await, "Card deleted");
    map.undo_by_toast().await;
    tabs.show(&["First of all, changed again", "Second"]).await;
}

async fn a_scenario_deleted_elsewhere_takes_no_number_for_another(engine: Engine) {
    let tabs = tabs(engine, &["First"]).await;
    let map = tabs.turn_to(0).await;
    map.click(("link", "Economics")).await;
    map.click(("button", "Start with sample figures")).await;
    map.click(("button", "Add scenario")).await;
    let scenarios = async || map.js::<usize>("return document.querySelectorAll('.scenario-tabs button').length", json!([])).await;
    eventually!(scenarios().await, 2);
    map.is_saved().await;
    map.click(("textbox", "Revenue per client a month, exact")).await;
    let map = tabs.turn_to(1).await;
    map.click(("link", "Economics")).await;
    eventually!(scenarios().await, 2);
    map.click("#scenario-menu").await;
    map.click(("menu menuitem", "Delete scenario")).await;
    eventually!(scenarios().await, 1);
    let map = tabs.turn_to(0).await;
    eventually!(scenarios().await, 1);
    eventually!(map.words(".toast").await.contains("This was deleted in another tab."), true);
    assert!(map.js::<bool>("return document.activeElement === document.body", json!([])).await);
}

/// The storage takes no whole saves until `window.takesSaves()`.
const REFUSES_SAVES: &str = "const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        if (key.startsWith('orbita/engagement/')) throw new DOMException('full', 'QuotaExceededError');
        set.call(this, key, text);
    };
    window.takesSaves = () => { Storage.prototype.setItem = set; };";

async fn a_number_that_both_state_shows_both_versions(engine: Engine) {
    let tabs = tabs(engine, &["First"]).await;
    let revenue = ("textbox", "Revenue per client a month, exact");
    let state = async |map: &Map, number: &str| {
        map.click(revenue).await;
        map.press("Ctrl+a").await;
        map.write(number).await;
        map.press("Enter").await;
    };
    let map = tabs.turn_to(0).await;
    map.click(("link", "Economics")).await;
    map.click(("button", "Start with sample figures")).await;
    map.is_saved().await;
    let before = map.value(revenue).await;
    let map = tabs.turn_to(1).await;
    map.click(("link", "Economics")).await;
    eventually!(map.value(revenue).await, before);
    let map = tabs.turn_to(0).await;
    map.js::<()>(REFUSES_SAVES, json!([])).await;
    state(map, "650").await;
    let map = tabs.turn_to(1).await;
    state(map, "700").await;
    map.is_saved().await;
    let map = tabs.turn_to(0).await;
    let place = ".input:has(#input-revenue)";
    eventually!(map.words(place).await.contains("Another tab has $700 ($630"), true);
    assert!(map.words(place).await.contains("$805) here."), "with its range, which the sample states");
    assert_eq!(map.value(revenue).await, "$650");
    map.js::<()>("window.takesSaves()", json!([])).await;
    map.click(("button", "Use that")).await;
    eventually!(map.value(revenue).await, "$700");
    assert!(!map.words(place).await.contains("Another tab"));
    map.is_saved().await;
    let map = tabs.turn_to(1).await;
    eventually!(map.value(revenue).await, "$700");
}

async fn without_a_channel_tabs_follow_what_is_stored(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("First").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.click(("link", "Library")).await;
    let library = Library::of(map.into_browser());
    library.sees(("button", "Import")).await;
    let neither = "delete window.BroadcastChannel; Object.defineProperty(navigator, 'locks', { value: undefined });";
    library.js::<()>(neither, json!([])).await;
    let tabs = Tabs::open(library.enter("Untitled project").await).await;
    tabs.show(&["First"]).await;
    add_in_each(&tabs).await;
    let map = tabs.turn_to(0).await;
    assert_eq!(map.stored_keys(&document::key("")).await.len(), 1);
}

/// The second tab adds a card below "First", and the first tab one below that; each shows what the other added.
async fn add_in_each(tabs: &Tabs) {
    let map = tabs.turn_to(1).await;
    map.choose("First").await;
    map.write("Second").await;
    map.press("Enter").await;
    tabs.show(&["First", "Second"]).await;
    let map = tabs.turn_to(0).await;
    map.choose("Second").await;
    map.write("Third").await;
    map.press("Enter").await;
    tabs.show(&["First", "Second", "Third"]).await;
}

async fn messages_that_cannot_be_taken_cost_nothing(engine: Engine) {
    let tabs = tabs(engine, &["First"]).await;
    let map = tabs.turn_to(0).await;
    // The first tab hears of the second by messages alone, and all of those are too long for it.
    let deaf = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
        window.stopped = []; addEventListener('error', ({ message }) => stopped.push(message))";
    map.js::<()>(deaf, json!([])).await;
    let map = tabs.turn_to(1).await;
    let shout = "const send = BroadcastChannel.prototype.postMessage;
        BroadcastChannel.prototype.postMessage = function (text) { send.call(this, text + ' '.repeat(1000)); };
        const channel = new BroadcastChannel('orbita');
        for (const odd of ['x'.repeat(1e7), '[['.repeat(400), '{}', '', 7, null, { id: 'a' }, new Uint8Array(1e6)]) send.call(channel, odd);";
    map.js::<()>(shout, json!([])).await;
    add_in_each(&tabs).await;
    let map = tabs.turn_to(0).await;
    assert_eq!(map.js::<Vec<String>>("return stopped", json!([])).await, Vec::<String>::new());
    assert_eq!(map.stored_keys(&document::key("")).await.len(), 1);
}

async fn words_in_an_open_editor_are_neither_overwritten_nor_do_they_overwrite(engine: Engine) {
    let tabs = tabs(engine, &["aaa"]).await;
    let map = tabs.turn_to(0).await;
    map.choose("aaa").await;
    map.press("F2").await;
    map.write("x").await;
    map.is_saved().await;
    let map = tabs.turn_to(1).await;
    eventually!(map.cards(1, 1).await, ["aaax"]);
    map.choose("aaax").await;
    map.press("F2 Ctrl+a").await;
    map.write("bbb").await;
    map.press("Enter").await;
    map.is_saved().await;
    let map = tabs.turn_to(0).await;
    map.is_alerted("Your version is on the card below the other one.").await;
    map.write(" more").await;
    map.press("Enter").await;
    tabs.show(&["bbb", "aaax more"]).await;
    let map = tabs.turn_to(0).await;
    map.click(("alert button", "Show")).await;
    eventually!(map.keyboard().await, "option: aaax more");
    // Whoever has looked at it need not close it.
    eventually!(map.shows("[role=alert]").await, false);

    // An editor in which nothing was typed follows, and the next letter comes behind what it shows.
    map.choose("bbb").await;
    map.press("F2").await;
    let map = tabs.turn_to(1).await;
    map.choose("bbb").await;
    map.press("F2").await;
    map.write(" WRITTEN").await;
    map.press("Enter").await;
    let map = tabs.turn_to(0).await;
    eventually!(map.value("textarea").await, "bbb WRITTEN");
    map.write("!").await;
    map.press("Enter").await;
    tabs.show(&["bbb WRITTEN!", "aaax more"]).await;
}

async fn cards_made_at_once_stay_each_in_its_cell(engine: Engine) {
    let tabs = tabs(engine, &["First"]).await;
    let map = tabs.turn_to(1).await;
    let full = "window.real = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };";
    map.js::<()>(full, json!([])).await;
    map.choose("First").await;
    map.press("Escape ArrowRight").await;
    map.write("Made here").await;
    map.press("Enter").await;
    eventually!(map.cards(2, 1).await, ["Made here"]);
    let map = tabs.turn_to(0).await;
    map.choose("First").await;
    map.press("Escape").await;
    map.write("Made there").await;
    map.press("Enter").await;
    map.is_saved().await;
    let map = tabs.turn_to(1).await;
    map.js::<()>("Storage.prototype.setItem = window.real", json!([])).await;
    // No key is needed for what there is room for again.
    map.is_saved().await;
    for tab in [0, 1] {
        let map = tabs.turn_to(tab).await;
        eventually!(map.cards(1, 1).await, ["First", "Made there"]);
        eventually!(map.cards(2, 1).await, ["Made here"]);
    }
}

async fn a_card_deleted_elsewhere_keeps_what_is_typed(engine: Engine) {
    let tabs = tabs(engine, &["typed into", "only open"]).await;
    for (card, before) in [("typed into", " and"), ("only open", "")] {
        let map = tabs.turn_to(0).await;
        map.choose(card).await;
        map.press("F2").await;
        map.write(before).await;
        map.is_saved().await;
        let now = format!("{card}{before}");
        let map = tabs.turn_to(1).await;
        map.choose(&now).await;
        // To WebKit a click in each window is a double click, which opens the card.
        map.press("Escape").await;
        map.press("Delete").await;
        map.is_saved().await;
        let map = tabs.turn_to(0).await;
        // The other tab's deletion has come in.
        eventually!(
            map.js::<bool>("return localStorage.getItem(arguments[0]).includes(arguments[1])", json!([document::key(&map.id().await), now]))
                .await,
            !before.is_empty()
        );
        map.write(" kept").await;
        map.press("Enter").await;
        map.is_saved().await;
        eventually!(map.cards(1, 1).await.contains(&format!("{now} kept")), true);
    }
    let map = tabs.turn_to(1).await;
    eventually!(map.cards(1, 1).await.len(), 2);
}

async fn a_map_deleted_elsewhere_keeps_what_is_typed(engine: Engine) {
    let tabs = tabs(engine, &["words"]).await;
    let map = tabs.turn_to(0).await;
    map.choose("words").await;
    map.press("F2").await;
    map.write(" and").await;
    map.is_saved().await;
    let map = tabs.turn_to(1).await;
    eventually!(map.cards(1, 1).await, ["words and"]);
    map.click("#switcher").await;
    map.choose_line("Delete this map").await;
    let map = tabs.turn_to(0).await;
    map.is_alerted("It was kept.").await;
    map.write(" more").await;
    map.press("Enter").await;
    eventually!(map.cards(1, 1).await, ["words and more"]);
    map.is_saved().await;
    let stored = map.stored(&document::key(&map.id().await)).await.expect("it is stored");
    assert!(stored.contains("words and more"));
}

async fn a_project_deleted_elsewhere_is_told_and_written_back(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Here").await;
    map.press("Enter").await;
    map.is_saved().await;
    let key = document::key(&map.id().await);
    for clear in ["localStorage.clear()", "localStorage.removeItem(arguments[0])"] {
        map.js::<()>(clear, json!([key])).await;
        map.is_alerted("no longer in the browser’s storage").await;
        eventually!(map.words(("status", "Save state")).await, "Not saved");
        assert_eq!(map.stored(&key).await, None);
        map.click(("alert button", "Save it again")).await;
        map.is_saved().await;
        assert!(map.stored(&key).await.expect("written back").contains("Here"));
        eventually!(map.shows("[role=alert]").await, false);
    }
    // Whoever goes on typing has it back too.
    map.js::<()>("localStorage.clear()", json!([])).await;
    map.is_alerted("no longer in the browser’s storage").await;
    map.write("Next").await;
    map.press("Enter").await;
    map.is_saved().await;
    assert!(map.stored(&key).await.expect("written back").contains("Next"));
}

async fn undo_of_a_deletion_never_takes_the_place_of_newer_work(engine: Engine) {
    let tabs = tabs(engine, &["before"]).await;
    let map = tabs.turn_to(1).await;
    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    map.click(("button", "More: Untitled project")).await;
    map.choose_line("Delete").await;
    eventually!(map.shows(("link", "Untitled project")).await, false);
    let map = tabs.turn_to(0).await;
    map.is_alerted("has been deleted").await;
    map.choose("before").await;
    map.write("between").await;
    map.press("Enter").await;
    map.is_saved().await;
    eventually!(map.shows("[role=alert]").await, false);
    let key = document::key(&map.id().await);
    let map = tabs.turn_to(1).await;
    map.undo_by_toast().await;
    map.sees(("link", "Untitled project")).await;
    // Another process of the browser may hear of it a moment later.
    eventually!(map.stored(&key).await.expect("never gone").contains("between"), true);

    // And a deletion that is not taken back leaves what was changed meanwhile.
    map.click(("button", "More: Untitled project")).await;
    map.choose_line("Delete").await;
    let map = tabs.turn_to(0).await;
    map.write("after").await;
    map.press("Enter").await;
    map.is_saved().await;
    let map = tabs.turn_to(1).await;
    map.reload().await;
    map.sees(("link", "Untitled project")).await;
    assert!(map.stored(&key).await.expect("kept").contains("after"));

    // Where it is open it can be brought back without a change.
    map.click(("button", "More: Untitled project")).await;
    map.choose_line("Delete").await;
    let map = tabs.turn_to(0).await;
    map.is_alerted("has been deleted").await;
    map.click(("alert button", "Restore")).await;
    eventually!(map.shows("[role=alert]").await, false);
    tabs.turn_to(1).await.sees(("link", "Untitled project")).await;
}

async fn a_field_that_both_typed_into_holds_both(engine: Engine) {
    let map = Map::stored(engine, &document::map("Shared", 3, 4, 1)).await;
    map.write("x").await;
    map.press("Enter Ctrl+z").await;
    map.is_saved().await;
    let tabs = Tabs::open(map).await;
    let map = tabs.turn_to(0).await;
    map.click("[data-stage]").await;
    map.press("F2").await;
    map.write("Ours").await;
    map.is_saved().await;
    let map = tabs.turn_to(1).await;
    eventually!(map.stages().await[0], "Ours");
    map.click("[data-stage]").await;
    map.press("F2").await;
    map.write("Theirs").await;
    map.press("Enter").await;
    let map = tabs.turn_to(0).await;
    map.is_alerted("The field holds both versions.").await;
    eventually!(map.value("textarea").await, "Theirs / Ours");
    map.press("Enter").await;
    for tab in [0, 1] {
        let map = tabs.turn_to(tab).await;
        eventually!(map.stages().await[0], "Theirs / Ours");
    }
}

/// Whole saves are lost in silence from here on, as in a tab that crashes before the next one.
pub const NO_SAVES: &str = "const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
        if (!key.startsWith('orbita/engagement/')) set.call(this, key, text);
    };";

/// Types into the open editor by a clock of its own, twenty letters a second; how many letters the journal was behind at most.
const TYPED_BY_A_CLOCK: &str = "const [text, journals] = given;
    const field = document.activeElement;
    let now = 0, last = 0, waiting = [];
    window.setTimeout = (call, wait = 0) => {
        waiting.push({ id: --last, at: now + wait, call });
        return last;
    };
    const drop = window.clearTimeout;
    window.clearTimeout = (id) => {
        waiting = waiting.filter((timer) => timer.id !== id);
        if (id > 0) drop(id);
    };
    const channel = new MessageChannel();
    const turn = () => new Promise((resolve) => {
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(null);
    });
    const kept = () => Object.keys(localStorage).filter((key) => key.startsWith(journals)).map((key) => localStorage[key]).join();
    const first = field.value;
    let behind = 0;
    for (let letters = 1; letters <= text.length; letters++) {
        field.value = first + text.slice(0, letters);
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text[letters - 1] }));
        await turn();
        now += 50;
        for (const timer of waiting.filter((timer) => timer.at <= now)) {
            if (!waiting.includes(timer)) continue;
            waiting = waiting.filter((other) => other !== timer);
            timer.call();
            await turn();
        }
        let known = letters;
        while (known > 0 && !kept().includes(first + text.slice(0, known))) known--;
        behind = Math.max(behind, letters - known);
    }
    return behind;";

async fn a_crash_costs_six_letters_at_twenty_a_second_at_most(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    let journals = format!("orbita/journal/{}/", map.id().await);
    map.js::<()>(NO_SAVES, json!([])).await;
    map.write("T").await;
    // The page's own timers have run: those that follow are the clock's.
    eventually!(map.stored_keys(&journals).await.len(), 1);
    let text = "he deliveries came late every month and nobody told us.";
    let behind: u32 = map.js_later(TYPED_BY_A_CLOCK, json!([text, journals])).await;
    assert!(behind <= 6, "{behind} letters of {} would be lost", text.len());
}

async fn a_line_that_is_not_filed_yet_outlasts_a_crash(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.press("Ctrl+K").await;
    eventually!(map.keyboard().await.contains("Add to map"), true);
    map.write_at("Half a line", 20).await;
    eventually!(map.drafts().await.contains("Half a line"), true);
    map.press("Enter").await;
    eventually!(map.drafts().await.contains("Half"), false);
}

async fn what_a_tab_had_not_saved_when_it_crashed_is_there_again(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Saved").await;
    map.press("Enter").await;
    map.is_saved().await;
    let id = map.id().await;
    map.js::<()>(NO_SAVES, json!([])).await;
    map.write_at("Typed before the crash", 20).await;
    let journals = format!("orbita/journal/{id}/");
    eventually!(map.stored_keys(&journals).await.len(), 1);
    let journal = map.stored_keys(&journals).await.remove(0);
    eventually!(map.stored(&journal).await.is_some_and(|text| text.contains("before the crash")), true);
    map.reload().await;
    map.is_alerted("Recovered what was typed").await;
    eventually!(map.cards(1, 1).await, ["Saved", "Typed before the crash"]);
    map.is_saved().await;
    eventually!(map.stored_keys("orbita/journal/").await, [""; 0]);
    let stored = map.stored(&document::key(&id)).await.expect("stored");
    assert!(stored.contains("Typed before the crash"));
    let library = Library::of(map.into_browser());
    library.open("/").await;
    assert_eq!(library.titles().await, ["Untitled project"]);
}

/// The page goes out of sight, as it does before it is closed.
const HIDE: &str = "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";

async fn words_that_one_tab_files_wait_in_no_other(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Made first").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.click("#entry").await;
    map.write("Only once").await;
    map.js::<()>(HIDE, json!([])).await;
    let tabs = Tabs::open(map).await;
    let map = tabs.turn_to(1).await;
    eventually!(map.value("#entry").await, "Only once");
    map.click("#entry").await;
    map.press("Enter").await;
    map.is_saved().await;
    let map = tabs.turn_to(0).await;
    eventually!(map.cards(1, 1).await.contains(&"Only once".to_owned()), true);
    eventually!(map.value("#entry").await, "");
    // Typed here since, they stay.
    map.click("#entry").await;
    map.write("Still here").await;
    let map = tabs.turn_to(1).await;
    map.click("#entry").await;
    map.write("Theirs").await;
    map.js::<()>(HIDE, json!([])).await;
    map.press("Enter").await;
    let map = tabs.turn_to(0).await;
    eventually!(map.cards(1, 1).await.contains(&"Theirs".to_owned()), true);
    assert_eq!(map.value("#entry").await, "Still here");
}

async fn words_that_wait_go_with_a_project_deleted_for_good(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Made first").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.click("#entry").await;
    map.write("Waits").await;
    map.js::<()>(HIDE, json!([])).await;
    assert!(map.drafts().await.contains("Waits"));
    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    map.click(("button", "More: Untitled project")).await;
    map.choose_line("Delete").await;
    eventually!(map.shows(("link", "Untitled project")).await, false);
    // Until then it can be taken back, with all that waits.
    assert!(map.drafts().await.contains("Waits"));
    map.reload().await;
    map.sees(("button", "Import")).await;
    map.click("details.deleted summary").await;
    map.click(("button", "Delete forever: Untitled project")).await;
    eventually!(map.drafts().await.contains("Waits"), false);
}
