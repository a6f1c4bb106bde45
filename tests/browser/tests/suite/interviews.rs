//! An interview: notes typed while somebody talks, a transcript that is pasted, and what is marked in it by keyboard alone.

use orbita_browser::browser::Browser;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    lines_at_twenty_letters_a_second
    signs_say_what_a_note_is
    a_note_that_is_joined_to_nothing_stays_a_note
    a_note_that_is_redone_brings_its_phase
    an_input_method_files_no_note
    words_in_the_line_outlast_a_reload
    quotes_move_with_their_words
    notes_are_walked_by_sentences_and_quotes
    a_long_transcript_is_tagged_by_keyboard_alone
    a_quote_has_an_address
    a_debrief_counts_fifteen_minutes_down
    questions_are_checked_and_ticked
    a_phone_shows_the_list_or_an_interview
    an_edit_can_be_discarded_and_had_again
    words_selected_with_a_mouse_are_tagged_by_typing
    leaving_is_told_backwards_and_the_keys_are_listed
    a_speaker_can_be_corrected
    speakers_get_their_names_in_the_preview
    a_preview_has_the_height_of_the_fields
    a_speaker_is_renamed_in_all_of_an_interview
    a_transcript_says_when_people_talked
    a_transcript_is_doubled_only_on_purpose
    a_file_in_place_of_typed_words_gives_them_back
    a_note_of_nobody_gets_a_speaker
    where_it_is_narrow_the_forces_are_a_drawer
    the_palette_does_to_a_note_what_its_keys_do
}

const LINE: (&str, &str) = ("textbox", "Add note");

/// A new interview: the keyboard is where the person is named.
pub async fn begun(engine: Engine) -> Map {
    let map = Map::fresh(engine).await;
    map.resize(1440, 900).await;
    map.click(("link", "Interviews")).await;
    map.sees(".interviews .empty").await;
    map.click(".interview-list-head button").await;
    eventually!(map.keyboard().await, "textbox: Person");
    map
}

/// A new interview with Marina: the keyboard is in the line.
async fn talk(engine: Engine) -> Map {
    let map = begun(engine).await;
    map.write("Marina Sokolova").await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "textbox: Role");
    map.press("Ctrl+Enter").await;
    eventually!(map.keyboard().await, "textbox: Add note");
    map
}

/// The words of all notes.
async fn notes(map: &Browser) -> Vec<String> {
    map.js("return [...document.querySelectorAll('.note-text')].map((text) => text.textContent)", json!([])).await
}

/// What a note is marked with, by its number from 1.
async fn marks(map: &Browser, note: usize) -> Vec<String> {
    let script = "return [...document.querySelectorAll(`.note:nth-child(${arguments[0]}) .chip`)].map((chip) => chip.textContent)";
    let chips: Vec<String> = map.js(script, json!([note])).await;
    chips.into_iter().map(|chip| chip.replace(['\u{2192}', '\u{2190}', '\n'], "").trim().to_owned()).collect()
}

/// Pastes a text where the keyboard is: no driver has a clipboard of its own.
async fn paste(map: &Browser, text: &str) {
    let script = "const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
            { clipboardData, data: arguments[0], dataType: 'text/plain', bubbles: true, cancelable: true }));";
    map.js(script, json!([text])).await
}

async fn lines_at_twenty_letters_a_second(engine: Engine) {
    // Hands are slow: one engine sees a whole interview of them.
    let count = if engine == Engine::Chromium { 30 } else { 12 };
    let map = talk(engine).await;
    let line = |number: usize| match number % 3 {
        0 => format!("\"> He asked {number} #cfo"),
        1 => format!("Budget round {number}"),
        _ => format!("< \"I lost sleep {number}"),
    };
    let lines: Vec<String> = (1..=count).map(line).collect();
    // Keys and letters in one stream, as fast as hands can.
    map.write_at(&lines.iter().map(|line| format!("{line}\u{e006}")).collect::<String>(), 20).await;
    let said = |number: usize| match number % 3 {
        0 => format!("He asked {number}"),
        1 => format!("Budget round {number}"),
        _ => format!("I lost sleep {number}"),
    };
    eventually!(notes(&map).await, (1..=count).map(said).collect::<Vec<_>>());
    assert_eq!(map.keyboard().await, "textbox: Add note");
    assert_eq!(map.value(LINE).await, "");
    eventually!(marks(&map, 3).await, ["Push", "cfo"]);
    // The first letter started the clock.
    map.sees(("button", "Pause clock")).await;
    // Some browsers give no words of what is far from the view.
    let first = "return document.querySelector('.note-time').textContent";
    assert!(map.js::<String>(first, json!([])).await.contains(':'));
    // Each is a step of its own.
    map.press("Ctrl+Z Ctrl+Z").await;
    eventually!(notes(&map).await.len(), count - 2);
    map.press("Ctrl+Shift+Z").await;
    eventually!(notes(&map).await.len(), count - 1);
    map.is_saved().await;
    map.reload().await;
    eventually!(notes(&map).await.len(), count - 1);
}

async fn signs_say_what_a_note_is(engine: Engine) {
    let map = talk(engine).await;
    map.write("> \"Completion is no result #board *laugh").await;
    // What is understood shows before it is filed.
    let marked = "return [...document.querySelectorAll('.token')].map((token) => token.textContent)";
    eventually!(map.js::<Vec<String>>(marked, json!([])).await, [">", "\"", "#board", "*laugh"]);
    eventually!(map.words(".entry-target").await.replace('\n', " "), "First thought / Quote");
    map.press("Tab Tab Shift+Tab Enter").await;
    eventually!(notes(&map).await, ["Completion is no result"]);
    eventually!(marks(&map, 1).await, ["Push", "board", "Laugh"]);
    map.sees(".note:first-child .quoted[data-phase='1']").await;
    assert_eq!(map.words(".entry-target").await.replace('\n', " "), "Passive looking / Note");

    // A key marks energy, and a sign in the middle is a word.
    map.write("a > b = c").await;
    map.press("Alt+E Enter").await;
    eventually!(notes(&map).await, ["Completion is no result", "a > b = c"]);
    eventually!(marks(&map, 2).await, ["Energy"]);
    // Without a word nothing is filed.
    map.write("> #board").await;
    map.press("Enter").await;
    eventually!(map.words(".toast").await, "Add some text first");
    assert_eq!(map.value(LINE).await, "> #board");
    assert_eq!(notes(&map).await.len(), 2);
    // At the ends of the phases Tab leaves an empty line, so that no keyboard is held in it.
    map.press("Ctrl+a Backspace Tab Tab Tab Tab Tab Tab").await;
    eventually!(map.keyboard().await == "textbox: Add note", false);
}

async fn a_note_that_is_joined_to_nothing_stays_a_note(engine: Engine) {
    let map = talk(engine).await;
    map.write("Nobody called").await;
    map.press("Enter ArrowUp").await;
    eventually!(map.js::<bool>("return document.activeElement.matches('.note')", json!([])).await, true);
    map.press("m").await;
    eventually!(map.keyboard().await.starts_with("combobox"), true);
    eventually!(marks(&map, 1).await, ["Quote"]);
    map.press("Escape").await;
    eventually!(marks(&map, 1).await, [""; 0]);
    eventually!(map.js::<bool>("return document.activeElement.matches('.note')", json!([])).await, true);
    // Leaving is no choice either, for another interview or for the map.
    let here: String = map.js("return location.hash", json!([])).await;
    for elsewhere in ["interviews", "journey"] {
        map.press("m").await;
        eventually!(marks(&map, 1).await, ["Quote"]);
        let there = here.replace("interviews/1", elsewhere);
        map.js::<()>("location.hash = arguments[0]", json!([there])).await;
        eventually!(map.shows("dialog[open]").await, false);
        map.js::<()>("location.hash = arguments[0]", json!([here])).await;
        eventually!(notes(&map).await, ["Nobody called"]);
        eventually!(marks(&map, 1).await, [""; 0]);
        map.click(".note").await;
        map.js::<()>("document.querySelector('.note').focus()", json!([])).await;
    }
    // What is chosen keeps it.
    map.press("m").await;
    eventually!(map.keyboard().await.starts_with("combobox"), true);
    map.press("Enter").await;
    eventually!(map.shows("dialog[open]").await, false);
    eventually!(marks(&map, 1).await.is_empty(), false);
}

async fn a_note_that_is_redone_brings_its_phase(engine: Engine) {
    let map = talk(engine).await;
    map.write("It began in spring").await;
    map.press("Enter Tab").await;
    map.write("We kept looking").await;
    map.press("Enter Ctrl+z Ctrl+z").await;
    eventually!(notes(&map).await.is_empty(), true);
    map.press("Shift+Tab Ctrl+y Ctrl+y").await;
    eventually!(notes(&map).await, ["It began in spring", "We kept looking"]);
    eventually!(map.words(".entry-target").await.replace('\n', " "), "Passive looking / Note");
}

async fn an_input_method_files_no_note(engine: Engine) {
    let map = talk(engine).await;
    map.compose("かn").await;
    assert_eq!(map.keyboard().await, "textbox: Add note");
    assert_eq!(map.value(LINE).await, "かn");
    assert!(notes(&map).await.is_empty());
    map.press("Enter").await;
    eventually!(notes(&map).await, ["かn"]);
}

async fn words_in_the_line_outlast_a_reload(engine: Engine) {
    let map = talk(engine).await;
    map.write("\"Nobody called in Sept").await;
    map.is_saved().await;
    map.reload().await;
    eventually!(map.value(LINE).await, "\"Nobody called in Sept");
    map.press("/").await;
    eventually!(map.keyboard().await, "textbox: Add note");
    map.press("End").await;
    map.write("ember").await;
    map.press("Enter").await;
    eventually!(notes(&map).await, ["Nobody called in September"]);
}

async fn quotes_move_with_their_words(engine: Engine) {
    let map = talk(engine).await;
    map.write("\"Nobody called").await;
    map.press("Enter ArrowUp").await;
    eventually!(map.js::<bool>("return document.activeElement.matches('.note')", json!([])).await, true);
    // The first word, then the next: a tag is made and put on at once.
    map.press("ArrowRight Shift+ArrowRight T").await;
    eventually!(map.keyboard().await, "combobox: Tag name");
    map.write("silence").await;
    map.press("Enter").await;
    eventually!(marks(&map, 1).await, ["silence"]);
    // A force, by the sign of the line.
    map.write(">").await;
    eventually!(marks(&map, 1).await, ["Push", "silence"]);
    // Another tag in its place; and a force by the place of its sign, where a keyboard has a letter.
    map.press("Shift+T").await;
    eventually!(map.keyboard().await, "combobox: Tag name");
    map.write("waiting").await;
    map.press("Enter").await;
    eventually!(marks(&map, 1).await, ["Push", "waiting"]);
    let russian = "const how = { key: '\u{42e}', code: 'Period', shiftKey: true, bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', how))";
    map.js::<()>(russian, json!([])).await;
    eventually!(marks(&map, 1).await, ["waiting"]);
    map.js::<()>(russian, json!([])).await;
    eventually!(marks(&map, 1).await, ["Push", "waiting"]);
    let words = "const stored = localStorage.getItem(`orbita/engagement/${location.hash.split('/')[2]}`);
        const paragraphs = Object.values(JSON.parse(stored).engagement.paragraphs ?? {});
        return paragraphs.flatMap((one) => (one.parts ?? []).map((part) => part.words))";
    map.is_saved().await;
    eventually!(map.js::<Vec<String>>(words, json!([])).await, ["Nobody called"]);

    // A correction in place moves it.
    map.press("Enter").await;
    eventually!(map.keyboard().await, "textbox: Note text");
    map.press("Home").await;
    map.write("Well ").await;
    map.press("Enter").await;
    eventually!(notes(&map).await, ["Well Nobody called"]);
    map.is_saved().await;
    eventually!(map.js::<Vec<String>>(words, json!([])).await, ["Nobody called"]);

    // The chosen edge follows the arrows.
    map.press("E Ctrl+ArrowLeft").await;
    map.is_saved().await;
    eventually!(map.js::<Vec<String>>(words, json!([])).await, ["Nobody"]);
    map.press("Escape Escape Delete").await;
    eventually!(notes(&map).await.len(), 0);
    map.press("Ctrl+Z").await;
    eventually!(marks(&map, 1).await, ["Push", "waiting"]);
}

async fn notes_are_walked_by_sentences_and_quotes(engine: Engine) {
    let map = talk(engine).await;
    for note in ["Nobody called. We waited.", "Then we left."] {
        map.write(note).await;
        map.press("Enter").await;
    }
    eventually!(notes(&map).await.len(), 2);
    let selected = async || {
        let words: String = map.js("return getSelection().toString()", json!([])).await;
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    map.press("ArrowUp ArrowUp Ctrl+ArrowRight").await;
    eventually!(selected().await, "Nobody called.");
    map.press("Ctrl+ArrowRight").await;
    eventually!(selected().await, "We waited.");
    map.press("Ctrl+ArrowLeft").await;
    eventually!(selected().await, "Nobody called.");
    // To the end of the note, and to that of the next one.
    map.press("Shift+ArrowDown").await;
    eventually!(selected().await, "Nobody called. We waited.");
    map.press("Shift+ArrowDown").await;
    eventually!(selected().await.ends_with("Then we left."), true);

    // A quote in a quote: Q goes to each, and then to none.
    map.press("Escape ArrowUp").await;
    map.write(">").await;
    map.press("Escape ArrowRight ArrowRight =").await;
    eventually!(marks(&map, 1).await, ["Push", "Habit"]);
    map.press("Escape").await;
    let active = "return [...document.querySelectorAll('.quote-marks.active .chip')].map((chip) => chip.textContent.trim())";
    for (key, force) in [("Q", "Push"), ("Q", "Habit"), ("Q", ""), ("Shift+Q", "Habit"), ("Shift+Q", "Push")] {
        map.press(key).await;
        eventually!(map.js::<Vec<String>>(active, json!([])).await.concat().contains(force), true);
        eventually!(map.js::<Vec<String>>(active, json!([])).await.is_empty(), force.is_empty());
    }
}

async fn a_long_transcript_is_tagged_by_keyboard_alone(engine: Engine) {
    let map = talk(engine).await;
    let turn = |number: usize| {
        let words = "We rebuilt every report by hand each quarter and nobody asked for the numbers we had. ".repeat(5);
        format!("Interviewer: What happened in week {number}?\n\nMarina: {words}")
    };
    let text: Vec<String> = (1..=120).map(turn).collect();
    // Several lines are a transcript, and are looked at first.
    paste(&map, &text.join("\n\n")).await;
    eventually!(map.words("#transcript-understood [role=status]").await, "Text, 240 paragraphs, 2 speakers: Interviewer, Marina.");
    eventually!(map.value(("combobox", "Interviewer")).await, "0");
    map.press("Ctrl+Enter").await;
    eventually!(notes(&map).await.len(), 240);
    eventually!(map.keyboard().await.is_empty(), false);
    eventually!(map.js::<bool>("return document.activeElement.matches('.note:first-child')", json!([])).await, true);

    map.press("ArrowDown ArrowRight Shift+ArrowRight #").await;
    eventually!(map.keyboard().await, "combobox: Tag name");
    map.write("by hand").await;
    map.press("Enter").await;
    eventually!(marks(&map, 2).await, ["by hand"]);
    // A digit repeats the last one, here on a whole paragraph; another overlaps it.
    map.press("ArrowDown ArrowDown 1").await;
    eventually!(marks(&map, 4).await, ["by hand"]);
    map.press("Escape ArrowRight =").await;
    eventually!(marks(&map, 4).await, ["by hand", "Habit"]);
    // What somebody said is a quote once it is made one, and the menu knows.
    let is_quote = "return [...document.querySelectorAll('[role=menu] [role=menuitemcheckbox]')]
        .find((item) => item.textContent.startsWith('Quote'))?.getAttribute('aria-checked')";
    for (before, keys) in [("false", "Escape \""), ("true", "Escape")] {
        map.click(".note:nth-child(6) .note-time").await;
        eventually!(map.js::<Option<String>>(is_quote, json!([])).await.as_deref(), Some(before));
        map.press(keys).await;
    }
    // One step takes the whole transcript back, and what was marked before that.
    map.press("Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z").await;
    eventually!(notes(&map).await.len(), 0);
}

async fn a_quote_has_an_address(engine: Engine) {
    let map = talk(engine).await;
    map.write("\"> The board laughed").await;
    map.press("Enter").await;
    let quote: String = map.js("return document.querySelector('[data-quote]').dataset.quote", json!([])).await;
    map.click(".interview-list-head button").await;
    eventually!(map.keyboard().await, "textbox: Person");
    map.js::<()>("location.hash = `${location.hash.split('/').slice(0, 4).join('/')}/quote/${arguments[0]}`", json!([quote])).await;
    eventually!(map.words(".interview-name").await, "Marina Sokolova");
    eventually!(map.shows(".quote-marks.active").await, true);
    eventually!(map.js::<bool>("return document.activeElement.matches('.note')", json!([])).await, true);
}

async fn a_debrief_counts_fifteen_minutes_down(engine: Engine) {
    let map = talk(engine).await;
    map.find_in_palette("debrief").await;
    map.press("Enter").await;
    map.sees(".debrief").await;
    // The page's clock stands still but where it is moved.
    let frozen = "const begin = Date.now(); window.later = 0; window.Date.now = () => begin + 1000 * window.later;";
    map.js::<()>(frozen, json!([])).await;
    let moved = async |seconds: u32| map.js::<()>("window.later = arguments[0]", json!([seconds])).await;
    let left = async || map.words(".debrief-left").await;
    let is_over = "return document.querySelector('.debrief-left').matches('.over')";
    map.click(".debrief-clock button").await;
    eventually!(left().await, "15:00");
    moved(14 * 60 + 1).await;
    eventually!(left().await, "0:59");
    assert!(!map.js::<bool>(is_over, json!([])).await);
    moved(15 * 60 + 5).await;
    eventually!(left().await, "\u{2212}0:05");
    assert!(map.js::<bool>(is_over, json!([])).await);
    map.click(".debrief-clock button").await;
    moved(20 * 60).await;
    map.click(".debrief textarea").await;
    map.write("To stop guessing").await;
    map.is_saved().await;
    map.reload().await;
    map.find_in_palette("debrief").await;
    map.press("Enter").await;
    eventually!(map.value(".debrief textarea").await, "To stop guessing");
    assert_eq!(left().await, "\u{2212}0:05", "it stopped with the pause");
}

async fn questions_are_checked_and_ticked(engine: Engine) {
    let map = talk(engine).await;
    map.click(("button", "Guide")).await;
    map.click(("button", "Use template \u{201c}Joined\u{201d}")).await;
    map.sees("[aria-label='Asked question 1']").await;
    map.click("[aria-label='Asked question 1']").await;
    eventually!(map.words(".coverage-said").await, "1 of 17 covered");
    map.click(("textbox", "New question")).await;
    map.write("Why did you choose us?").await;
    map.click(("button", "What happened the day you decided you needed this?")).await;
    eventually!(map.value(("textbox", "New question")).await, "What happened the day you decided you needed this?");
    map.press("Enter").await;
    eventually!(map.value(("textbox", "New question")).await, "");
    map.click(("button", "Undo")).await;
    eventually!(map.words(".coverage-said").await, "1 of 17 covered");
}

async fn an_edit_can_be_discarded_and_had_again(engine: Engine) {
    let map = talk(engine).await;
    map.write("> Nobody called").await;
    map.press("Enter ArrowUp Enter").await;
    eventually!(map.keyboard().await, "textbox: Note text");
    map.press("End").await;
    map.write(" us").await;
    eventually!(notes(&map).await, ["Nobody called us"]);
    map.press("Escape").await;
    eventually!(notes(&map).await, ["Nobody called"]);
    eventually!(map.words(".toast").await.starts_with("Edit discarded"), true);
    assert!(map.js::<bool>("return document.activeElement.matches('.note')", json!([])).await);
    map.click(("status button", "Undo")).await;
    eventually!(notes(&map).await, ["Nobody called us"]);
    // The sign of a force that the note has takes it off, and never says it twice.
    map.js::<()>("document.querySelector('.note').focus()", json!([])).await;
    map.write(">").await;
    eventually!(marks(&map, 1).await, ["Quote"]);
    map.write(">").await;
    eventually!(marks(&map, 1).await, ["Push"]);
}

async fn words_selected_with_a_mouse_are_tagged_by_typing(engine: Engine) {
    let map = talk(engine).await;
    map.write("* \"Nobody called in May\"").await;
    map.press("Enter").await;
    eventually!(notes(&map).await.len(), 1);
    // As a mouse leaves it, in the middle of words.
    let select = "const text = document.querySelector('.note-text').firstChild;
        getSelection().setBaseAndExtent(text, 2, text, 10);
        document.querySelector('.note-text').dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'mouse' }));";
    map.js::<()>(select, json!([])).await;
    eventually!(map.keyboard().await, "combobox: Tag name");
    map.press("Escape").await;
    eventually!(map.shows(".picker").await, false);
    map.js::<()>(select, json!([])).await;
    eventually!(map.keyboard().await, "combobox: Tag name");
    map.write("silence").await;
    map.press("Enter").await;
    eventually!(marks(&map, 1).await.contains(&"silence".to_owned()), true);
    map.is_saved().await;
    let words = "const stored = localStorage.getItem(`orbita/engagement/${location.hash.split('/')[2]}`);
        const paragraphs = Object.values(JSON.parse(stored).engagement.paragraphs ?? {});
        return paragraphs.flatMap((one) => (one.parts ?? []).map((part) => part.words))";
    eventually!(map.js::<Vec<String>>(words, json!([])).await.contains(&"Nobody called".to_owned()), true);
}

async fn leaving_is_told_backwards_and_the_keys_are_listed(engine: Engine) {
    let map = talk(engine).await;
    // No kind is chosen, and what says so leaves the name its place.
    let is_whole = "const name = document.querySelector('.interview-person');
        return name.scrollHeight <= name.clientHeight + 1 && name.scrollWidth <= name.clientWidth";
    assert!(map.js::<bool>(is_whole, json!([])).await, "the name in the list");
    map.click("#interview-about").await;
    map.js::<()>("const select = one(['combobox', 'Kind of interview']); select.value = '2'; select.dispatchEvent(new Event('change', { bubbles: true }))", json!([])).await;
    eventually!(map.words(".entry-target").await.replace('\n', " "), "Ongoing use / Note");
    // How exactly a day is meant may be said before the day.
    let say = "const field = document.querySelector('.when ' + arguments[0]); field.value = arguments[1];
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))";
    map.js::<()>(say, json!(["select", "2"])).await;
    map.js::<()>(say, json!(["input", "2026-05-20"])).await;
    let meant = "return ['select', 'input'].map((one) => document.querySelector('.when ' + one).value).join(' ')";
    eventually!(map.js::<String>(meant, json!([])).await, "2 2026-05-20");
    map.press("Escape").await;
    eventually!(map.words(".entry-keys").await.contains("Shift+Tab"), true);
    // The keys follow the timeline as it is seen: the phase to the left is the one before.
    map.press("/ Shift+Tab Shift+Tab Tab").await;
    eventually!(map.words(".entry-target").await.replace('\n', " "), "First use / Note");
    map.click(("button", "Guide")).await;
    map.sees(".guide > .input-note").await;
    map.press("?").await;
    eventually!(map.words("dialog[open] .shortcuts-title").await, "Interview shortcuts");
}

async fn a_speaker_can_be_corrected(engine: Engine) {
    let map = talk(engine).await;
    paste(&map, "Marina: Spring.\n\nPavel: In May.\n\nPavel: Yes.").await;
    let asked = "Who asks the questions? Until you choose, everyone’s words count as the customer’s.";
    eventually!(map.words("#transcript-understood .asked").await, asked);
    paste_into_field(&map, "Marina: When?\n\nPavel: In May.\n\nPavel: Yes.").await;
    let count = "return document.querySelectorAll('#transcript-understood .asked').length";
    eventually!(map.js::<usize>(count, json!([])).await, 0);
    // Whoever is no speaker is taken out, and comes back.
    for said in ["Text, 3 paragraphs, 1 speaker: Marina.", "Text, 3 paragraphs, 2 speakers: Marina, Pavel."] {
        map.click(".paste-name:nth-of-type(2) [type=checkbox]").await;
        eventually!(map.words("#transcript-understood [role=status]").await, said);
    }
    map.click(".paste-shown li:nth-child(2) .paste-speaker").await;
    eventually!(map.value(("combobox", "Interviewer")).await, "1");
    map.press("Escape").await;
    map.click("#interview-menu").await;
    map.click(("menu menuitem", "Paste transcript")).await;
    map.click(("button", "Add to interview")).await;
    eventually!(notes(&map).await.len(), 3);
    let speakers = "return [...document.querySelectorAll('.note-speaker')].map((name) => name.textContent)";
    map.click(".note:nth-child(2) .note-time").await;
    map.click(("menu menuitem", "Speaker…")).await;
    map.click(("menu menuitem", "All of “Pavel”: Marina")).await;
    eventually!(map.js::<Vec<String>>(speakers, json!([])).await, ["Marina", "Marina", "Marina"]);
    map.click(".note:nth-child(3) .note-time").await;
    map.click(("menu menuitem", "Speaker…")).await;
    map.click(("menu menuitemcheckbox", "Pavel")).await;
    eventually!(map.js::<Vec<String>>(speakers, json!([])).await, ["Marina", "Marina", "Pavel"]);
}

const SPEAKERS: &str = "return [...document.querySelectorAll('.note-speaker')].map((name) => name.textContent)";

const THREE_SPEAKERS: &str = "Speaker 1: When?\n\nSpeaker 2: In May.\n\nSpeaker 3: The price.\n\nSpeaker 1: Why?";

async fn speakers_get_their_names_in_the_preview(engine: Engine) {
    let map = talk(engine).await;
    paste(&map, THREE_SPEAKERS).await;
    let understood = async || map.words("#transcript-understood [role=status]").await;
    eventually!(understood().await, "Text, 4 paragraphs, 3 speakers: Speaker 1, Speaker 2, Speaker 3.");
    eventually!(map.value(("combobox", "Interviewer")).await, "0");
    let name = async |speaker: &str, name: &str| {
        map.click(("textbox", format!("Name for “{speaker}”").as_str())).await;
        map.press("Ctrl+A").await;
        map.write(name).await;
    };
    // Two with one name are one speaker, and whoever asks goes on asking.
    name("Speaker 2", "Anna").await;
    eventually!(understood().await, "Text, 4 paragraphs, 3 speakers: Speaker 1, Anna, Speaker 3.");
    name("Speaker 3", "Anna").await;
    eventually!(understood().await, "Text, 4 paragraphs, 2 speakers: Speaker 1, Anna.");
    name("Speaker 1", "Tom").await;
    eventually!(understood().await, "Text, 4 paragraphs, 2 speakers: Tom, Anna.");
    eventually!(map.value(("combobox", "Interviewer")).await, "0");
    // What was chosen waits with the text, as long as it is that text.
    map.click(".paste-shown li:nth-child(2) .paste-speaker").await;
    eventually!(map.value(("combobox", "Interviewer")).await, "1");
    map.is_saved().await;
    map.reload().await;
    map.click("#interview-menu").await;
    map.click(("menu menuitem", "Paste transcript")).await;
    eventually!(understood().await, "Text, 4 paragraphs, 2 speakers: Tom, Anna.");
    assert_eq!(map.value(("textbox", "Name for “Speaker 3”")).await, "Anna");
    eventually!(map.value(("combobox", "Interviewer")).await, "1");
    map.click(".paste-shown li:nth-child(1) .paste-speaker").await;
    eventually!(map.value(("combobox", "Interviewer")).await, "0");
    map.click(("textbox", "Name for “Speaker 1”")).await;
    map.press("Ctrl+Enter").await;
    eventually!(map.js::<Vec<String>>(SPEAKERS, json!([])).await, ["Tom", "Anna", "Anna", "Tom"]);
}

async fn a_preview_has_the_height_of_the_fields(engine: Engine) {
    let map = talk(engine).await;
    let fields = async || map.shows(".interview-fields").await;
    if !fields().await {
        map.click("#interview-about").await;
    }
    eventually!(fields().await, true);
    open_paste_box(&map).await;
    paste_into_field(&map, THREE_SPEAKERS).await;
    map.sees(".paste-name").await;
    assert!(!fields().await);
    let height = "return document.querySelector('.pane-scroll').clientHeight";
    assert!(map.js::<u32>(height, json!([])).await > 300);
    let is_seen = "const [name, pane] = ['.paste-name', '.pane-scroll']
            .map((one) => document.querySelector(one).getBoundingClientRect());
        return name.top >= pane.top && name.bottom <= pane.bottom";
    eventually!(map.js::<bool>(is_seen, json!([])).await, true);
    // The fields come back with the notes.
    map.press("Escape").await;
    eventually!(fields().await, true);
}

async fn a_speaker_is_renamed_in_all_of_an_interview(engine: Engine) {
    let map = talk(engine).await;
    paste(&map, THREE_SPEAKERS).await;
    map.click(("button", "Add to interview")).await;
    eventually!(notes(&map).await.len(), 4);
    let rename = async |note: usize| {
        map.click(format!(".note:nth-child({note}) .note-time").as_str()).await;
        map.click(("menu menuitem", "Rename speaker…")).await;
        map.sees("#speaker-name").await;
        map.press("Ctrl+A").await;
    };
    rename(1).await;
    // A name that is none is told, and the dialog waits.
    map.press("Delete Enter").await;
    eventually!(map.words("#speaker-told").await, "Enter a name.");
    map.write("Tom").await;
    map.press("Enter").await;
    eventually!(map.js::<Vec<String>>(SPEAKERS, json!([])).await, ["Tom", "Speaker 2", "Speaker 3", "Tom"]);
    // A name that is there already makes one of two, which is said before and taken back at once.
    rename(3).await;
    map.write("speaker 2").await;
    let told = "“Speaker 2” already speaks in this interview. The two will become one speaker.";
    eventually!(map.words("#speaker-told").await, told);
    map.click(("button", "Merge")).await;
    eventually!(map.js::<Vec<String>>(SPEAKERS, json!([])).await, ["Tom", "Speaker 2", "Speaker 2", "Tom"]);
    map.click(("status button", "Undo")).await;
    eventually!(map.js::<Vec<String>>(SPEAKERS, json!([])).await, ["Tom", "Speaker 2", "Speaker 3", "Tom"]);
}

async fn a_note_of_nobody_gets_a_speaker(engine: Engine) {
    let map = talk(engine).await;
    map.write("\"Nobody called").await;
    map.press("Enter").await;
    map.write("> \"It broke").await;
    map.press("Enter").await;
    let open = async |note: usize| map.click(format!(".note:nth-child({note}) .note-time").as_str()).await;
    open(1).await;
    map.click(("menu menuitem", "Speaker…")).await;
    map.sees("#speaker-name").await;
    map.write("Anna").await;
    map.press("Enter").await;
    eventually!(map.js::<Vec<String>>(SPEAKERS, json!([])).await, ["Anna"]);
    open(2).await;
    map.click(("menu menuitem", "Speaker…")).await;
    map.click(("menu menuitem", "All without a speaker: Anna")).await;
    eventually!(map.js::<Vec<String>>(SPEAKERS, json!([])).await, ["Anna", "Anna"]);
    // What is a quote already stays one when that is chosen again, and all lines of the menu begin below each other.
    open(2).await;
    let lefts = "return new Set([...document.querySelectorAll('#menu .menu-label')]
        .map((label) => Math.round(label.getBoundingClientRect().left))).size";
    assert_eq!(map.js::<usize>(lefts, json!([])).await, 1);
    map.click(("menu menuitemcheckbox", "Quote")).await;
    let ours = "return document.querySelectorAll('.note-row.noted').length";
    assert_eq!(map.js::<usize>(ours, json!([])).await, 0);
    open(2).await;
    map.click(("menu menuitemcheckbox", "Our words, not a quote")).await;
    eventually!(map.js::<usize>(ours, json!([])).await, 1);
    eventually!(marks(&map, 2).await, ["Push"]);
}

async fn a_file_in_place_of_typed_words_gives_them_back(engine: Engine) {
    let map = talk(engine).await;
    let (typed, dropped) = ("Marina: When?\n\nPavel: In May.", "Anna: Why?\n\nBoris: The price.");
    paste(&map, typed).await;
    map.sees(".paste-speaker").await;
    map.drop_file("#transcript", "call.txt", dropped).await;
    eventually!(map.value("#transcript").await, dropped);
    map.click(("status button", "Undo")).await;
    eventually!(map.value("#transcript").await, typed);
}

async fn a_transcript_says_when_people_talked(engine: Engine) {
    let map = talk(engine).await;
    let about = async || map.words("#interview-about").await.replace('\u{a0}', " ");
    let before = about().await;
    paste(&map, "[12.03.2026, 14:02:11] Marina: When?\n[12.03.2026, 14:02:35] Pavel: In May.").await;
    let offer = "label.paste-who [type=checkbox]";
    map.sees(offer).await;
    let said = map.words("label.paste-who:has([type=checkbox])").await.replace('\u{a0}', " ");
    assert_eq!(said, "Set the interview’s date to 12 Mar 2026, as in the transcript");
    map.click(("button", "Add to interview")).await;
    eventually!(notes(&map).await.len(), 2);
    eventually!(about().await.contains("12 Mar 2026"), true);
    // The toast takes both back.
    map.click(("status button", "Undo")).await;
    eventually!(notes(&map).await.len(), 0);
    eventually!(about().await, before);
    // Whoever knows better says so.
    open_paste_box(&map).await;
    paste_into_field(&map, "[12.03.2026, 14:02:11] Marina: When?\n[12.03.2026, 14:02:35] Pavel: In May.").await;
    map.click(offer).await;
    map.click(("button", "Add to interview")).await;
    eventually!(notes(&map).await.len(), 2);
    assert_eq!(about().await, before);
}

async fn a_transcript_is_doubled_only_on_purpose(engine: Engine) {
    let map = talk(engine).await;
    let text = "Marina: When did you think of leaving for the first time?\n\nPavel: It was in May, after the second invoice.";
    paste(&map, text).await;
    map.sees(".paste-speaker").await;
    map.click(("button", "Add to interview")).await;
    eventually!(notes(&map).await.len(), 2);
    let again = || async {
        open_paste_box(&map).await;
        paste_into_field(&map, text).await;
        map.sees(("button", "Add anyway")).await;
        assert_eq!(map.words(".paste-wrong").await, "This transcript is already in this interview.");
    };
    again().await;
    map.click(("button", "Don’t add")).await;
    eventually!(notes(&map).await.len(), 2);
    again().await;
    map.click(("button", "Add anyway")).await;
    eventually!(notes(&map).await.len(), 4);
}

/// Opens the box for a transcript, and waits until it has the keyboard.
async fn open_paste_box(map: &Browser) {
    map.click("#interview-menu").await;
    map.click(("menu menuitem", "Paste transcript")).await;
    eventually!(map.keyboard().await, "textbox: Paste transcript");
}

/// Puts a text into the field that has the keyboard.
async fn paste_into_field(map: &Browser, text: &str) {
    let script = "const field = document.activeElement;
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    map.js(script, json!([text])).await
}

async fn where_it_is_narrow_the_forces_are_a_drawer(engine: Engine) {
    let map = talk(engine).await;
    map.resize(1024, 768).await;
    let seen = || map.js::<String>("return getComputedStyle(document.querySelector('#interview-panel')).visibility", json!([]));
    eventually!(seen().await, "hidden");
    map.click("#panel-button").await;
    eventually!(seen().await, "visible");
    eventually!(map.keyboard().await, "button: Mentions");
    map.press("Escape").await;
    eventually!(seen().await, "hidden");
    eventually!(map.keyboard().await, "button: Findings");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert!(map.js::<bool>(wide, json!([])).await, "wider than the window");
    map.click("#interview-about").await;
    map.sees(".interview-fields-end").await;
    let in_sight = "const bottom = (of) => document.querySelector(of).getBoundingClientRect().bottom;
        return bottom('.interview-fields-end button') <= bottom('.interview-fields')";
    assert!(map.js::<bool>(in_sight, json!([])).await, "what ends the details is out of sight");
    map.click(".interview-fields-end button").await;
    map.resize(1280, 800).await;
    eventually!(seen().await, "visible");
}

async fn a_phone_shows_the_list_or_an_interview(engine: Engine) {
    let browser = Browser::start(engine).await;
    browser.open_on_phone().await;
    browser.click(("button", "New project")).await;
    let map = Map::of(browser).await;
    map.click(("link", "Interviews")).await;
    map.click(".interview-list-head button").await;
    eventually!(map.keyboard().await, "textbox: Person");
    map.write("Oleg").await;
    map.press("Ctrl+Enter").await;
    eventually!(map.keyboard().await, "textbox: Add note");
    map.write("\"Went quiet").await;
    // However long the name of the phase is, there is room to type, and no word is below the button.
    let room = "const at = one => document.querySelector(one).getBoundingClientRect(), line = at('.entry-line');
        return line.width >= 200 && line.right <= at('.entry-box').right && line.right <= at('.talk-file').left";
    assert!(map.js::<bool>(room, json!([])).await, "the line has its room");
    map.click(("button", "Add")).await;
    eventually!(notes(&map).await, ["Went quiet"]);
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert!(map.js::<bool>(wide, json!([])).await, "wider than the phone");
    map.click(".interview-back").await;
    eventually!(map.words(".interview-person").await, "Oleg");
    assert!(!map.js::<bool>("return document.querySelector('.interview') !== null", json!([])).await);
    map.click(".interview-entry a").await;
    eventually!(notes(&map).await, ["Went quiet"]);
}

async fn the_palette_does_to_a_note_what_its_keys_do(engine: Engine) {
    let map = talk(engine).await;
    map.write("Nobody answered for a week").await;
    map.press("Enter").await;
    map.write("The new desk answers at once").await;
    map.press("Enter").await;
    let find = async |letters: &str| {
        map.find_in_palette(letters).await;
        map.press("Enter").await;
        eventually!(map.shows("dialog[open]").await, false);
    };
    // The note that the keyboard was on, though the palette had it meanwhile.
    map.press("ArrowUp ArrowUp").await;
    find("push").await;
    eventually!(marks(&map, 1).await, ["Push"]);
    assert_eq!(marks(&map, 2).await, Vec::<String>::new());
    // Of words that are selected, those alone.
    map.press("ArrowDown ArrowRight Shift+ArrowRight").await;
    eventually!(map.js::<String>("return getSelection().toString()", json!([])).await, "The new");
    find("pull").await;
    eventually!(marks(&map, 2).await, ["Pull"]);
    let painted = "return [...CSS.highlights.values()].flatMap((one) => [...one]).map(String)";
    eventually!(map.js::<Vec<String>>(painted, json!([])).await.contains(&"The new".to_owned()), true);
    map.press("ArrowUp").await;
    find("edit the note").await;
    eventually!(map.keyboard().await, "textbox: Note text");
    map.write(" or two").await;
    map.press("Enter").await;
    eventually!(notes(&map).await, ["Nobody answered for a week or two", "The new desk answers at once"]);
    // And what is done with the whole interview.
    find("debrief").await;
    map.sees(".debrief").await;
    find("codebook").await;
    eventually!(map.words("#findings-title").await, "Codebook");
    // What goes with the screen of interviews is not offered elsewhere.
    map.click(("link", "Economics")).await;
    map.sees(("heading", "Retention or acquisition")).await;
    map.press("Alt+p").await;
    eventually!(map.keyboard().await, "combobox: Commands and places");
    map.write("debrief").await;
    eventually!(map.words(".palette-nothing").await, "Nothing has that name. Try fewer letters.");
}
