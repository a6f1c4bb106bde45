//! What comes of a link on its way.

use orbita::exchange::link::sealed::Form;
use orbita::exchange::link::{self, Content, LinkError, PLACE, Sealed};
use proptest::prelude::*;

use super::{everything, opened, same::assert_same};

#[test]
fn what_chats_and_mails_add_does_no_harm() {
    let engagement = everything();
    let text = link::write(&engagement).expect("small");
    let broken: String =
        text.chars().enumerate().map(|(at, c)| if at % 70 == 69 { format!("{c}\r\n") } else { c.into() }).collect();
    let quoted = broken.replace("\r\n", "\r\n> ");
    let soft = broken.replace("\r\n", "=\r\n");
    let address = format!("https://example.org/orbita/?lang=ru{PLACE}{text}");
    let mut dressed: Vec<String> = [
        ".", ")", ">", "\"", "\u{bb}", "\u{201d}", "'", " ", "\n", ").", "\u{2026}", "%20", "%0A", "&nbsp;", " Anna",
        "*", "](",
    ]
    .iter()
    .flat_map(|end| [format!("{text}{end}"), format!("{address}{end}")])
    .collect();
    dressed.extend([
        broken,
        quoted,
        soft,
        format!("<{address}>"),
        format!("See {address}, and call me."),
        format!(" \n{text}"),
    ]);
    for place in ["#%2Fview%2F", "#%2fview%2f", "#/view%2F"] {
        for text in [text.clone(), text.replacen('.', "%2E", 1), text.replacen('.', "%2e", 1)] {
            dressed.push(format!("https://example.org/orbita/{place}{text}"));
            dressed.push(text);
        }
    }
    let once = address.replace(':', "%3A").replace('/', "%2F").replace('#', "%23").replace('=', "%3D");
    let twice = once.replace('%', "%25");
    for wrapped in [&once, &twice, &twice.replace('%', "%25")] {
        dressed.push(format!(
            "https://eur01.safelinks.protection.outlook.com/?url={wrapped}&data=05%7C02%7Canna%40example.org"
        ));
    }
    dressed.push(format!("https://urldefense.com/v3/__{}__;Iw!!AbC-dEf$", address.replace('#', "*")));
    dressed.push(address.replace('#', "%23"));
    dressed.push(format!("#%252Fview%252F{text}"));
    for text in dressed {
        assert_same(&engagement, &opened(&text));
    }
}

#[test]
fn a_link_that_was_cut_is_called_so() {
    let text = link::write(&everything()).expect("small");
    for length in 4..text.len() - 3 {
        assert_eq!(link::read(&text[..length]), Err(LinkError::Cut), "{length}");
        assert_eq!(link::read(&format!("{}\u{2026}", &text[..length])), Err(LinkError::Cut), "{length}");
    }
}

#[test]
fn a_link_that_lost_a_letter_is_damaged_and_not_cut() {
    // Links end within three bytes, so that each end is tried.
    for name in ["", "a", "ab"] {
        let sealed = Sealed { secret: [b"secret", name.as_bytes()].concat(), ..sealed() };
        for text in [sealed.text(), link::write(&everything()).expect("small")] {
            // The first letters say how long the link is.
            for at in (7..text.len()).step_by(31).chain([text.len() - 1]) {
                let one_less = [&text[..at], &text[at + 1..]].concat();
                assert_eq!(link::read(&one_less), Err(LinkError::Damaged), "{at}");
            }
        }
    }
}

#[test]
fn a_letter_that_changed_is_found() {
    let text = link::write(&everything()).expect("small");
    // The first letters say how long the link is.
    for at in (7..text.len()).step_by(97) {
        let other = if &text[at..=at] == "A" { "B" } else { "A" };
        let changed = [&text[..at], other, &text[at + 1..]].concat();
        assert_eq!(link::read(&changed), Err(LinkError::Damaged), "{at}");
    }
    for sign in ["*", "~", "\u{436}"] {
        let changed = [&text[..50], sign, &text[51..]].concat();
        assert_eq!(link::read(&changed), Err(LinkError::Damaged), "{sign}");
        // A quoted letter breaks lines, and one that was cut there is no damaged one.
        let quoted = format!("{}\r\n> {}\u{200b}{}", &text[..50], &text[50..60], &text[60..90]);
        assert_eq!(link::read(&quoted), Err(LinkError::Cut));
    }
    let small = text.to_lowercase();
    assert!(matches!(link::read(&small), Err(LinkError::Damaged | LinkError::Cut | LinkError::NotOurs)));
}

#[test]
fn links_of_others_and_of_later_versions_are_told_apart() {
    for other in [
        "",
        "#/view/",
        "o",
        "x",
        "1.",
        "pako:eNp",
        "R7Ztbps4EMd",
        "javascript:alert(1)",
        "o0.AAAA",
        "0.1",
        "\u{43e}1.AAAA",
        "o1AAAA",
    ] {
        assert_eq!(link::read(other), Err(LinkError::NotOurs), "{other}");
    }
    for nothing in [link::NOTHING, "#/view/none", "https://host/folder/#/view/none"] {
        assert_eq!(link::read(nothing), Err(LinkError::Nothing), "{nothing}");
    }
    for newer in ["o4.AAAA", "x3.AAAA", "x17.", "#/view/o4.~~~"] {
        assert_eq!(link::read(newer), Err(LinkError::Newer), "{newer}");
    }
}

#[test]
fn a_link_that_claims_more_than_it_may_is_refused() {
    // A length of 2^40, and one that never ends.
    assert_eq!(link::read("o1.gICAgIAg"), Err(LinkError::TooLarge));
    assert_eq!(link::read("o1.__________________8"), Err(LinkError::Damaged));
    let claims = |length: u64| {
        let mut bytes = vec![0];
        let mut rest = length;
        while rest > 0x7f {
            bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
        bytes.extend([0; 12]);
        link::unpack(&bytes)
    };
    assert_eq!(claims(1 << 40), Err(LinkError::TooLarge));
    assert_eq!(claims(link::MOST_UNPACKED as u64), Err(LinkError::Damaged));
}

fn sealed() -> Sealed {
    Sealed {
        form: Form::Second { layout: 2 },
        rounds: link::sealed::ROUNDS,
        salt: [7; 16],
        nonce: [9; 12],
        secret: b"secret".to_vec(),
    }
}

#[test]
fn a_locked_link_says_how_it_is_locked() {
    let sealed = sealed();
    let text = sealed.text();
    assert!(text.starts_with("x2."));
    assert_eq!(link::read(&format!("{text}).")), Ok(Content::Sealed(sealed.clone())));
    assert_eq!(link::read(&text[..text.len() - 9]), Err(LinkError::Cut));
    // The prefix, the algorithm, 600,000 in base 128, the layout, salt and nonce.
    let head = [&b"x2.\x01\xc0\xcf\x24\x02"[..], &[7; 16], &[9; 12]].concat();
    assert_eq!(sealed.authenticated(), head);
    let first = Sealed { form: Form::First, ..sealed.clone() };
    assert_eq!(first.authenticated(), [&b"x1.\x01\xc0\xcf\x24"[..], &[7; 16], &[9; 12]].concat());
    for rounds in [1, 99_999, 5_000_001, u32::MAX] {
        let text = Sealed { rounds, ..sealed.clone() }.text();
        assert_eq!(link::read(&text), Err(LinkError::Damaged), "{rounds} rounds");
    }
}

#[test]
fn a_link_locked_in_a_newer_way_is_called_newer() {
    // Length, then algorithm 2.
    assert_eq!(link::read("x1.AQI"), Err(LinkError::Newer));
    // The same behind its CRC-32, and behind another.
    assert_eq!(link::read("x2.BaGODDwC"), Err(LinkError::Newer));
    assert_eq!(link::read("x2.BaGODDwD"), Err(LinkError::Damaged));
    // What is inside would unlock, and could not be read.
    for layout in [4, 5, 300, u32::MAX] {
        let text = Sealed { form: Form::Second { layout }, ..sealed() }.text();
        assert_eq!(link::read(&text), Err(LinkError::Newer), "{layout}");
    }
}

#[test]
fn a_locked_link_that_changed_on_its_way_says_so_before_it_asks_for_a_passphrase() {
    let text = sealed().text();
    // The first letters say how long the link is.
    for at in 5..text.len() - 1 {
        let other = if &text[at..=at] == "A" { "B" } else { "A" };
        let changed = [&text[..at], other, &text[at + 1..]].concat();
        assert_eq!(link::read(&changed), Err(LinkError::Damaged), "{at}");
    }
}

#[test]
fn links_locked_by_the_first_version_are_read() {
    let first = Sealed { form: Form::First, ..sealed() };
    let text = "x1.JgHAzyQHBwcHBwcHBwcHBwcHBwcHCQkJCQkJCQkJCQkJc2VjcmV0";
    assert_eq!(first.text(), text);
    assert_eq!(link::read(text), Ok(Content::Sealed(first)));
}

#[test]
fn a_link_that_was_locked_before_is_read_as_it_was() {
    let text = include_str!("../fixtures/link-locked-2.txt").trim();
    let Ok(Content::Sealed(sealed)) = link::read(text) else { panic!("a locked link") };
    assert_eq!((sealed.form, sealed.rounds), (Form::Second { layout: 1 }, 600_000));
    assert_eq!(sealed.text(), text);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn locked_bytes_go_there_and_back(layout in prop::option::of(1_u32..=3), rounds in 100_000_u32..5_000_000, salt: [u8; 16], nonce: [u8; 12], secret in prop::collection::vec(any::<u8>(), 0..300)) {
        let form = layout.map_or(Form::First, |layout| Form::Second { layout });
        let sealed = Sealed { form, rounds, salt, nonce, secret };
        prop_assert_eq!(link::read(&sealed.text()), Ok(Content::Sealed(sealed)));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "(o1\\.|x1\\.|#/view/|%|[A-Za-z0-9_-]{1,40}|\\PC){0,12}") {
        _ = link::read(&text);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        _ = link::unpack(&bytes);
    }
}
