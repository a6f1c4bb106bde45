//! Files: copies go out and come in, bad ones are turned away.

use orbita_browser::document;
use orbita_browser::driver::Engine;
use orbita_browser::library::Library;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};
use serde_json::{Value, json};

in_three_browsers! {
    a_copy_comes_in_beside_its_origin
    a_bad_file_says_why_and_changes_nothing
    a_file_is_dropped_on_whatever_screen_is_there
    what_was_imported_is_opened_or_taken_back
}

async fn a_copy_comes_in_beside_its_origin(engine: Engine) {
    let library = Library::with(engine, &[("kurs", &document::map("Курс+ 2026", 4, 6, 30).to_string())]).await;
    let map = library.enter("Курс+ 2026").await;
    map.write("Сказала: «не понимаю»").await;
    map.press("Shift+Enter").await;
    map.write("\"quoted\" \\ back").await;
    map.press("Enter").await;
    map.is_saved().await;
    map.catch_files().await;
    map.choose_in_menu("Export", "Project as JSON").await;
    eventually!(map.caught_files().await.len(), 1);
    let (name, text) = map.caught_files().await.remove(0);
    assert_eq!(name, "Курс-2026.orbita.json");

    map.click(("link", "Library")).await;
    map.sees(("button", "Import")).await;
    map.pick_file(&name, &text).await;
    let library = Library::of(map.into_browser());
    eventually!(library.titles().await.len(), 2);
    let titles = library.titles().await;
    assert!(titles.iter().all(|title| title.starts_with("Курс+ 2026 (")) && titles[0] != titles[1], "{titles:?}");
    eventually!(library.words("[role=status] .toast span").await, "1 project added.");
    let stored = library.stored_engagements().await;
    assert_eq!(stored.len(), 2);
    assert_eq!(stored[0], stored[1], "the copy is the same engagement");

    // A backup brings back what is not here any more, and puts nothing in the place of anything.
    library.click(("button", "Download a copy of all")).await;
    eventually!(library.caught_files().await.len(), 2);
    let (name, backup) = library.caught_files().await.remove(1);
    assert_eq!(name, "orbita-backup.json");
    library.drop_file("main", &name, &backup).await;
    eventually!(library.words("[role=status] .toast span").await, "2 were already here.");
    assert_eq!(library.titles().await.len(), 2);
    let keys = library.stored_keys(&document::key("")).await;
    library.js::<()>("localStorage.removeItem(arguments[0])", json!([keys[0]])).await;
    let mut changed: Value = serde_json::from_str(&library.stored(&keys[1]).await.expect("there")).expect("JSON");
    changed["engagement"]["head"]["title"] = json!("Changed since");
    library.store(&keys[1], &changed.to_string()).await;
    library.reload().await;
    eventually!(library.titles().await, ["Changed since"]);
    library.drop_file("main", &name, &backup).await;
    eventually!(library.titles().await.len(), 3);
    let mut titles = library.titles().await;
    titles.sort();
    assert_eq!(titles[0], "Changed since");
    assert!(titles[1..].iter().all(|title| title.starts_with("Курс+ 2026 (")) && titles[1] != titles[2], "{titles:?}");
    let all = library.stored_engagements().await;
    assert_eq!(all.iter().filter(|engagement| **engagement == stored[0]).count(), 2, "each as it was");

    // How old the backup is, in days; nine of them are worth a warning.
    eventually!(library.words(".backup-state").await.starts_with("Last copy was made today"), true);
    for (days, told, is_old) in [(1, "1 day", false), (6, "6 days", false), (9, "9 days", true)] {
        let ago = "localStorage.setItem('orbita/backed-up', JSON.stringify(new Date(Date.now() - arguments[0] * 864e5)))";
        library.js::<()>(ago, json!([days])).await;
        library.reload().await;
        // What was added since is told, too.
        let begins = format!("Last copy was {told} ago");
        eventually!(library.words(".backup-state").await.starts_with(&begins), true);
        eventually!(library.words(".backup-state").await.ends_with("would erase 3 projects."), true);
        assert_eq!(library.shows(".backup-state.old").await, is_old, "after {days} days");
    }
}

async fn a_bad_file_says_why_and_changes_nothing(engine: Engine) {
    let good = document::map("Good", 3, 4, 10);
    let changed = |change: fn(&mut Value)| {
        let mut document = good.clone();
        change(&mut document);
        document.to_string()
    };
    let library = Library::with(engine, &[("good", &good.to_string())]).await;
    let whole = good.to_string();
    let bad = [
        ("letter.txt", "Dear team,".into(), "\u{201c}letter.txt\u{201d} is plain text without a table."),
        ("other.json", json!({ "name": "x", "version": 1 }).to_string(), "other.json isn’t an Orbita file."),
        ("large.json", changed(|d| d["engagement"]["cards"]["9"]["text"] = json!("x".repeat(20_001))), "too large to work with"),
        ("broken.json", changed(|d| d["engagement"]["stages"] = json!(7)), "is an Orbita file, but it’s damaged (line 1"),
        ("loose.json", changed(|d| d["engagement"]["cards"] = json!({})), "its contents are inconsistent"),
        ("empty.json", " \n".into(), "\u{201c}empty.json\u{201d} is empty."),
        ("view.png", "\u{89}PNG\r\n\u{1a}\n\0\0\u{1}".into(), "\u{201c}view.png\u{201d} isn\u{2019}t a text file. Import takes copies of Orbita"),
        (
            "clients.csv",
            "Client,Jan 2025,Feb 2025\nAcme,1,2\nBeta,3,4".into(),
            "\u{201c}clients.csv\u{201d} is a table of client revenue. Import it in a project, in the part \u{201c}Revenue\u{201d} of its economics.",
        ),
        ("talk.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello".into(), "\u{201c}talk.srt\u{201d} holds subtitles."),
        ("cut.json", whole[..whole.len() / 2].into(), "cut.json is an Orbita file, but it’s cut off"),
    ];
    for (name, text, reason) in bad {
        library.drop_file("main", name, &text).await;
        library.is_alerted(reason).await;
        assert_eq!(library.titles().await, ["Good"]);
        assert_eq!(library.stored_keys(&document::key("")).await, [document::key("good")]);
        assert_eq!(library.stored(&document::key("good")).await, Some(whole.clone()));
        library.click(("alert button", "Close")).await;
        eventually!(library.shows("[role=alert]").await, false);
    }
}

/// A browser that nobody stops opens a dropped file in the place of the app.
async fn a_file_is_dropped_on_whatever_screen_is_there(engine: Engine) {
    const TALK: &str = "Anna: Why did you leave?\n\nMarina: We had no time for it.";
    let map = Map::fresh(engine).await;
    map.resize(1440, 900).await;
    map.drop_file("main", "new.csv", "Stage,Lane,Text\nBuy,Actions,Pays\nUse,Actions,Logs in").await;
    eventually!(map.stages().await, ["Buy", "Use"]);
    map.drop_file(".bar", "talk.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello").await;
    eventually!(map.words("[role=status] .toast span").await, "\u{201c}talk.srt\u{201d} holds subtitles. If it is a transcript, drop it onto the open interview.");

    map.click(("link", "Interviews")).await;
    map.sees(".interviews .empty").await;
    map.click(".interview-list-head button").await;
    eventually!(map.keyboard().await, "textbox: Person");
    map.drop_file(".interview", "talk.txt", TALK).await;
    eventually!(map.value("#transcript").await, TALK);

    map.click(("link", "Economics")).await;
    map.click(("link", "Clients over time")).await;
    map.sees(("textbox", "Cohort table")).await;
    map.drop_file("main", "cohorts.csv", "Cohort,0,1,2\n2024,1000,800,700\n2025,1100,900,").await;
    eventually!(map.value("#cohort-table").await.contains("2024"), true);
    map.click(("link", "Revenue")).await;
    map.sees("#account-table").await;
    // What is open over the page keeps it from taking files, and they do not leave it either.
    map.click(".help-button").await;
    map.sees("dialog[open]").await;
    map.drop_file("dialog[open]", "accounts.csv", "Client,Jan 2025,Feb 2025\nAcme,1,2\nBeta,3,4").await;
    map.press("Escape").await;
    eventually!(map.value("#account-table").await, "");
    map.drop_file("main", "accounts.csv", "Client,Jan 2025,Feb 2025\nAcme,1,2\nBeta,3,4").await;
    eventually!(map.value("#account-table").await.contains("Acme"), true);
    eventually!(map.shows(".drop-frame").await, false);
}

async fn what_was_imported_is_opened_or_taken_back(engine: Engine) {
    let library = Library::empty(engine).await;
    let text = document::map("Kurs+", 3, 4, 10).to_string();
    library.drop_file("main", "kurs.orbita.json", &text).await;
    eventually!(library.titles().await, ["Kurs+"]);
    library.click(("status button", "Undo")).await;
    eventually!(library.titles().await, [""; 0]);

    // What was taken back can still be restored: the next one is told from it.
    library.drop_file("main", "kurs.orbita.json", &text).await;
    eventually!(library.titles().await.iter().map(|title| title.starts_with("Kurs+ (")).collect::<Vec<_>>(), [true]);
    library.click(".toast-open").await;
    let map = Map::of(library.into_browser()).await;
    eventually!(map.card_count().await, 10);
}
