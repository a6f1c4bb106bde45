//! A hosted page: what is packed, what its choices may be, what an address may ask for.

use orbita::drawing::Look;
use orbita::exchange::archive::{Archive, crc32};
use orbita::handover::economy::Kind;
use orbita::handover::site::config::{Config, Expected, Wrong, is_own_file, read};
use orbita::handover::site::{
    CLIENT, CONFIG, Client, ClientFault, Embed, Embedded, NotOwnFile, PageFault, client, listed, open, page,
};
use orbita::i18n::Lang;
use orbita::i18n::travel::TravelWords;
use orbita::route::Section;
use orbita::storage::envelope::ReadError;
use proptest::prelude::*;

use super::LANGS;

/// The list of the app's files, as the build writes it.
fn list(files: &[(String, Vec<u8>)]) -> String {
    let own = files.iter().filter(|(name, _)| ![CLIENT, CONFIG].contains(&name.as_str()));
    let sums: Vec<String> = own.map(|(name, content)| format!("{name:?}: {}", crc32(content))).collect();
    format!("{{\"version\": \"1a\", \"files\": {{{}}}}}", sums.join(", "))
}

fn files() -> Vec<(String, Vec<u8>)> {
    [
        ("orbita-1a2b.js", "js"),
        ("index.html", "<!doctype html>"),
        ("fonts/inter.woff2", "woff"),
        ("client.json", "another's"),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .into()
}

#[test]
fn a_page_holds_the_app_the_project_and_the_choices() {
    let config = Config {
        screen: Some(Section::Economics),
        explore_only: true,
        name: Some("Клиника «Улыбка»".into()),
        ..Config::default()
    };
    let list = list(&files());
    let bytes = page(&list, files(), "{\"format\":\"orbita-engagement\"}", &config).expect("a page");
    let mut reversed = files();
    reversed.reverse();
    let same = page(&list, reversed, "{\"format\":\"orbita-engagement\"}", &config).expect("a page");
    assert_eq!(bytes, same, "in any order");
    let mut archive = Archive::open(&bytes).expect("an archive");
    let names: Vec<String> = archive.names().map(String::from).collect();
    assert_eq!(
        names,
        ["client.json", "config.json", "files.json", "fonts/inter.woff2", "index.html", "orbita-1a2b.js"]
    );
    assert_eq!(archive.read(CLIENT).expect("a file"), b"{\"format\":\"orbita-engagement\"}");
    let text = String::from_utf8(archive.read(CONFIG).expect("a file")).expect("UTF-8");
    assert_eq!(read(&text), Ok(Config { open: Some("client.json".into()), ..config }));
    assert_eq!(
        text,
        "{\n  \"explore_only\": true,\n  \"name\": \"Клиника «Улыбка»\",\n  \"open\": \"client.json\",\n  \"screen\": \"economics\"\n}\n"
    );
}

#[test]
fn files_that_do_not_belong_into_a_folder_are_refused() {
    let list = list(&files());
    for name in ["../index.html", "/etc/passwd", "C:\\a", "a//b", "", "a/../b", "a\nb", "http://x/y"] {
        let mut files = files();
        files.push((name.into(), Vec::new()));
        assert_eq!(page(&list, files, "{}", &Config::default()), Err(PageFault::Name(name.into())));
    }
    let mut twice = files();
    twice.push(("index.html".into(), Vec::new()));
    assert_eq!(page(&list, twice, "{}", &Config::default()), Err(PageFault::Name("index.html".into())));
    for list in ["{\"files\":{}}", "{\"files\":[\"index.html\"]}", "<!doctype html>"] {
        assert_eq!(page(list, Vec::new(), "{}", &Config::default()), Err(PageFault::NoIndex), "{list}");
    }
}

#[test]
fn files_of_two_versions_make_no_page() {
    let list = list(&files());
    for (at, (name, _)) in files().into_iter().enumerate().filter(|(_, (name, _))| name != CLIENT) {
        let mut newer = files();
        newer[at].1 = b"of the next version".to_vec();
        assert_eq!(page(&list, newer, "{}", &Config::default()), Err(PageFault::Mixed(name.clone())));
        let mut missing = files();
        missing.remove(at);
        assert_eq!(page(&list, missing, "{}", &Config::default()), Err(PageFault::Mixed(name)));
    }
}

#[test]
fn the_list_of_the_app_names_files_beside_it_only() {
    let names = |text| listed(text).map(|names| names.into_keys().collect::<Vec<_>>().join(" "));
    let good = "{\"version\":\"1a\",\"files\":{\"index.html\":7,\"fonts/inter.woff2\":4294967295}}";
    assert_eq!(names(good).as_deref(), Some("fonts/inter.woff2 index.html"));
    for odd in ["", "<!doctype html>", "{}", "{\"files\":{\"../a\":1}}", "{\"files\":{\"https://example.org/a.js\":1}}"]
    {
        assert_eq!(listed(odd), None, "{odd}");
    }
}

#[test]
fn a_wrong_choice_is_named_with_what_it_has_to_be() {
    let screens = || Expected::OneOf(vec!["journey", "interviews", "economics"]);
    for (text, wrong) in [
        ("", vec![Wrong::NotJson { line: 1, column: 0 }]),
        ("{\n  \"name\": \"A\",\n}", vec![Wrong::NotJson { line: 3, column: 1 }]),
        ("[]", vec![Wrong::NotAnObject]),
        ("{\"exploreOnly\": true}", vec![Wrong::Unknown("exploreOnly".into())]),
        (
            "{\"explore_only\": \"yes\", \"screen\": \"money\"}",
            vec![Wrong::Value("explore_only", Expected::YesOrNo), Wrong::Value("screen", screens())],
        ),
        ("{\"screen\": 3}", vec![Wrong::Value("screen", screens())]),
        ("{\"name\": {}}", vec![Wrong::Value("name", Expected::Text)]),
        ("{\"logo\": \"logo.exe\"}", vec![Wrong::Value("logo", Expected::Picture)]),
        ("{\"logo\": \"https://example.org/logo.svg\"}", vec![Wrong::Value("logo", Expected::Picture)]),
        ("{\"open\": \"//evil.example/a.json\"}", vec![Wrong::Value("open", Expected::Path)]),
        ("{\"open\": \"javascript:alert(1)\"}", vec![Wrong::Value("open", Expected::Path)]),
    ] {
        assert_eq!(read(text), Err(wrong.clone()), "{text}");
        for lang in LANGS {
            let words = TravelWords::of(lang);
            assert!(wrong.iter().all(|wrong| (words.config_error)(wrong).ends_with(['.', '}'])));
        }
    }
    assert_eq!(
        read(&format!("{{\"name\":\"{}\"}}", "a".repeat(81))),
        Err(vec![Wrong::Value("name", Expected::Short(80))])
    );
    assert_eq!(read(&" ".repeat(70_000)), Err(vec![Wrong::TooLarge]));
    assert_eq!(read(&"[".repeat(10_000)).err().map(|wrong| wrong.len()), Some(1), "however deep");
    let chosen =
        read("\u{feff}{\"lang\":\"ru\",\"embed\":true,\"open\":\"data/client.json\",\"name\":null,\"logo\":\"\"}");
    assert_eq!(
        chosen,
        Ok(Config { lang: Some("ru"), embed: true, open: Some("data/client.json".into()), ..Config::default() })
    );
}

#[test]
fn the_build_takes_the_screens_that_the_page_knows() {
    let names = Section::ALL.map(|section| format!("\"{}\"", section.name())).join(", ");
    assert!(include_str!("../../scripts/host.mjs").contains(&format!("oneOf(\"screen\", screen, [{names}])")));
}

#[test]
fn an_address_asks_for_a_file_beside_the_page_only() {
    assert_eq!(open("?open=client.json&x=1"), Ok(Some("client.json".into())));
    assert_eq!(open("?a=b&open=data%2F%D0%BA%D0%BB%D0%B8%D0%B5%D0%BD%D1%82.json"), Ok(Some("data/клиент.json".into())));
    assert_eq!(open("?embed"), Ok(None));
    for wrong in [
        "https://evil.example/a.json",
        "//evil.example/a.json",
        "%2F%2Fevil.example",
        "../a.json",
        "%2e%2e/a.json",
        "a%00b",
        "data:text/plain,x",
        "%",
        "%ff",
        "a\\b",
    ] {
        assert_eq!(open(&format!("?open={wrong}")), Err(NotOwnFile), "{wrong}");
    }
}

#[test]
fn an_address_asks_for_a_part_of_the_page() {
    assert_eq!(Embed::of("?open=a.json"), None);
    assert_eq!(Embed::of("?embed"), Some(Embed::Map(1)));
    assert_eq!(Embed::of("?embed=map-3&open=a"), Some(Embed::Map(3)));
    assert_eq!(Embed::of("?embed=profit"), Some(Embed::Chart(Kind::Profit)));
    for odd in ["?embed=map-0", "?embed=map-x", "?embed=map-99999999999999999999", "?embed=<b>"] {
        assert_eq!(Embed::of(odd), Some(Embed::Map(1)), "{odd}");
    }
}

#[test]
fn a_file_of_the_host_is_read_as_it_is_or_not_at_all() {
    let (text, project) = super::example(Lang::Russian);
    let found = |bytes: &[u8]| client(bytes.to_vec());
    let of_this_version = Ok(Client { engagement: project, newer: None });
    assert_eq!(found(text.as_bytes()), of_this_version);
    assert_eq!(found(format!("\u{feff}{text}").as_bytes()), of_this_version);
    // As Windows saves it: each of the small letters is a byte of its own.
    let page = |letter: char| match letter {
        'А'..='я' => (u32::from(letter) - 0x410 + 0xc0) as u8,
        letter if letter.is_ascii() => letter as u8,
        _ => b'?',
    };
    assert_eq!(found(&text.chars().map(page).collect::<Vec<u8>>()), Err(ClientFault::NotUtf8));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(found(&[b"\xff\xfe", &wide[..]].concat()), Err(ClientFault::NotUtf8));
    assert_eq!(found(b"{\"hello\": 1}"), Err(ClientFault::Unread(ReadError::NotOurs)));
    let newer = text.replacen("\"version\": 3", "\"version\": 99,\n \"weather\": 1", 1);
    assert_eq!(found(newer.as_bytes()).map(|client| client.newer), Ok(Some(newer)), "letter for letter");
    for lang in LANGS {
        assert!((TravelWords::of(lang).not_utf8)("client.json").contains("UTF-8"));
    }
}

#[test]
fn a_part_is_made_once_and_drawn_in_any_size() {
    let (_, project) = super::example(Lang::English);
    let look = Look::LIGHT;
    for kind in Kind::ALL {
        let part = Embedded::of(&project, Embed::Chart(kind), Lang::English).expect("the example has every chart");
        for width in [320.0, 900.0] {
            let svg = part.svg(look, Lang::English, (width, 600.0));
            assert!(svg.contains(&format!("width=\"{width}\"")), "{kind:?}: {}", &svg[..200]);
        }
        assert!(part.titles().is_some() && !part.summary().is_empty());
    }
    let map = Embedded::of(&project, Embed::Map(1), Lang::English).expect("a map");
    assert_eq!(map.summary(), "Head of L&D, 600 seats");
    assert_eq!(map.svg(look, Lang::English, (320.0, 600.0)), map.svg(look, Lang::English, (900.0, 100.0)));
    assert!(Embedded::of(&project, Embed::Map(9), Lang::English).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn choices_go_there_and_back(screen in prop::option::of(prop::sample::select(Section::ALL.to_vec())), explore_only: bool, embed: bool, name in "\\PC{0,80}", logo in prop::option::of("[a-zа-я ]{1,9}\\.(svg|PNG)")) {
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        let logo = logo.map(|logo| logo.trim().to_owned()).filter(|logo| is_own_file(logo));
        let config = Config { screen, explore_only, embed, name, logo, ..Config::default() };
        prop_assert_eq!(read(&config.text()), Ok(config));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "(\\{|\\}|\\[|\\]|:|,|\"|null|true|\"(open|screen|name|logo|embed)\"|\\PC){0,30}") {
        _ = read(&text);
        _ = open(&text);
        _ = Embed::of(&text);
    }
}
