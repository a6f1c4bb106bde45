//! The phrase bank against figures worked out by hand.

use orbita::interviews::kinds::Language;
use orbita::interviews::phrases::{Bank, Length, Phrase, Speech, Subset};
use proptest::prelude::*;

fn said(interview: u32, speaker: &'static str, text: &'static str) -> Speech<'static> {
    Speech { interview, speaker, text }
}

fn line(phrase: &Phrase) -> String {
    let Phrase { show, count, speakers, interviews, .. } = phrase;
    format!("{show} {count}/{speakers}/{interviews}")
}

fn listed(bank: &Bank, length: Length) -> Vec<String> {
    bank.list(length).iter().map(line).collect()
}

#[test]
fn stems_are_counted_and_the_commonest_form_is_shown() {
    let bank = Bank::of(
        Language::English,
        [
            said(1, "Anna", "Margin by store. Exports broke; the export broke."),
            said(1, "Boris", "Exports, exports!\nMargin by stores?"),
            said(2, "Anna", "Margin\u{a0}by\nstore, margin 5 store"),
        ],
    );
    assert_eq!(listed(&bank, Length::Terms), ["margin 4/2/2", "store 4/2/2", "exports 4/2/1", "broke 2/1/1"]);
    assert_eq!(listed(&bank, Length::Phrases), ["margin by store 3/2/2", "exports broke 2/1/1"]);
    let places: Vec<_> =
        bank.list(Length::Phrases)[0].places.iter().map(|place| (place.speech, place.at.start, place.at.end)).collect();
    assert_eq!(places, [(0, 0, 15), (1, 18, 34), (2, 0, 15)], "where the words stand in what was given");
}

#[test]
fn russian_forms_are_one_term() {
    let bank = Bank::of(
        Language::Russian,
        [
            said(1, "А", "Пробный период. Ёлка в пробном периоде, ещё елки."),
            said(2, "Б", "Без пробного периода, за пробный\u{ad} период! В ёлке"),
        ],
    );
    assert_eq!(listed(&bank, Length::Terms), ["пробный 4/2/2", "период 4/2/2", "елка 3/2/2"]);
    assert_eq!(listed(&bank, Length::Phrases), ["пробный период 4/2/2"]);
}

#[test]
fn phrases_are_spelled_as_they_were_said_most_often() {
    let spelled = |language, texts: &'static [&'static str], length| -> Vec<String> {
        let bank = Bank::of(language, texts.iter().map(|text| said(1, "А", text)));
        bank.list(length).iter().map(|phrase| phrase.spelled.clone()).collect()
    };
    let russian = |texts, length| spelled(Language::Russian, texts, length);
    assert_eq!(
        russian(
            &["Счёт пришёл поздно.", "Счёт пришёл\u{a0}поздно, отчёт каждый квартал, отчёт каждый квартал"],
            Length::Phrases
        )[..2],
        ["счёт пришёл поздно", "отчёт каждый квартал"]
    );
    assert_eq!(russian(&["Счет. Счёт, счёт, счёта, счета, счёта, счетах!"], Length::Terms), ["счёт"]);
    assert_eq!(russian(&["елка, ёлка"], Length::Terms), ["елка"], "the first of equals");
    // What begins a sentence is no name, unless it has its capital elsewhere too.
    assert_eq!(
        russian(&["Таблица. Таблица: таблицы", "Эксель. Мы в Экселе", "Эксель"], Length::Terms)[..2],
        ["таблица", "Эксель"]
    );
    assert_eq!(russian(&["CRM сломалась", "CRM"], Length::Terms), ["CRM"]);
    assert_eq!(spelled(Language::English, &["can\u{2019}t Ex\u{ad}cel", "an Excel"], Length::Terms), ["Excel"]);
}

#[test]
fn what_stands_in_one_longer_phrase_only_is_a_fragment() {
    let fragments = |texts: &[&'static str]| {
        let bank = Bank::of(Language::Russian, texts.iter().map(|text| said(1, "А", text)));
        let fragments = bank.fragments(Length::Phrases);
        let list = bank.list(Length::Phrases).iter();
        list.map(|one| (one.show.clone(), fragments.contains(one.stem.as_str()))).collect::<Vec<_>>()
    };
    let of = |text: &str, is_fragment| (text.to_owned(), is_fragment);
    let twice = "Показать правлению нечего";
    assert_eq!(
        fragments(&[twice, twice]),
        [of("показать правлению нечего", false), of("показать правлению", true), of("правлению нечего", true)]
    );
    assert_eq!(
        fragments(&[twice, twice, "показать правлению"]),
        [of("показать правлению", false), of("показать правлению нечего", false), of("правлению нечего", true)],
        "what is said by itself too is none"
    );
}

#[test]
fn what_is_said_more_often_here_is_key() {
    let bank = Bank::of(
        Language::English,
        [
            said(1, "Anna", "Paper diary, paper diary, paper shop, and the spreadsheet with three names"),
            said(2, "Boris", "A paper cup, and again a cup or three"),
        ],
    );
    assert_eq!((bank.word_count(None), bank.word_count(Some(Subset::Interview(2)))), (21, 9));
    let keys: Vec<(String, usize, usize, f64)> = bank
        .keys(Subset::Interview(1), Length::Terms)
        .into_iter()
        .map(|key| (key.phrase.show.clone(), key.here, key.rest, (key.g2 * 1e4).round() / 1e4))
        .collect();
    assert_eq!(keys, [("diary".into(), 2, 0, 2.3952), ("paper".into(), 3, 1, 0.6753)]);
    assert_eq!(bank.keys(Subset::Speaker("Anna"), Length::Phrases).len(), 1);
    assert_eq!(bank.keys(Subset::Speaker("Boris"), Length::Terms)[0].phrase.show, "cup");
    assert!(bank.keys(Subset::Speaker("nobody"), Length::Terms).is_empty());
    let alone = Bank::of(Language::English, [said(1, "Anna", "paper, paper")]);
    assert!(alone.keys(Subset::Interview(1), Length::Terms).is_empty(), "nothing to compare with");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn phrases_stand_where_they_are_said_to(
        texts in prop::collection::vec(prop_oneof!["\\PC{0,30}", "([ab]|дом[аоу]?|[ ,'\u{2019}\u{ad}5-]){0,30}"], 0..6),
        russian in any::<bool>()
    ) {
        let language = if russian { Language::Russian } else { Language::English };
        let speeches = (0..).zip(&texts).map(|(at, text)| Speech { interview: at, speaker: "x", text });
        let bank = Bank::of(language, speeches);
        for phrase in bank.list(Length::Terms).iter().chain(bank.list(Length::Phrases)) {
            prop_assert_eq!(phrase.count, phrase.places.len());
            prop_assert!(phrase.count > 1 && phrase.speakers == 1 && phrase.interviews <= phrase.count);
            let spoken = |at: usize| -> String {
                let place = &phrase.places[at];
                let letters: Vec<char> = texts[place.speech].chars().collect();
                letters[place.at.start as usize..place.at.end as usize].iter().filter(|letter| **letter != '\u{ad}').collect()
            };
            let words = |text: &str| text.split_whitespace().count();
            for at in 0..phrase.count {
                prop_assert_eq!(words(&spoken(at)), words(&phrase.show), "{} in {}", spoken(at), phrase.show);
            }
        }
    }
}

#[test]
fn what_is_denied_is_known_as_denied() {
    let denied = |language: Language, texts: &[&'static str], stem: &str| -> (usize, usize) {
        let bank = Bank::of(language, texts.iter().map(|text| said(1, "Anna", text)));
        let all = bank.list(Length::Phrases).iter().chain(bank.list(Length::Terms));
        let phrase = all.into_iter().find(|phrase| phrase.show == stem).expect("it was said twice");
        (phrase.places.iter().filter(|place| place.is_denied).count(), phrase.count)
    };
    let en = |texts, stem| denied(Language::English, texts, stem);
    let ru = |texts, stem| denied(Language::Russian, texts, stem);
    assert_eq!(
        en(&["I do not trust the figures.", "We don\u{2019}t trust the figures at all."], "trust the figures"),
        (2, 2)
    );
    assert_eq!(en(&["It was not ready for launch.", "It was ready for launch in May."], "ready for launch"), (1, 2));
    assert_eq!(en(&["They never really called us back.", "You never called us back!"], "called us back"), (2, 2));
    assert_eq!(en(&["A plan with no hidden fees.", "Without any hidden fees."], "hidden fees"), (2, 2));
    // Another clause, another word that is denied, and what adds instead of denying.
    assert_eq!(en(&["No, trust the figures.", "Trust the figures."], "trust the figures"), (0, 2));
    assert_eq!(en(&["Not cheap reports.", "No invoice reports."], "reports"), (0, 2));
    assert_eq!(en(&["Not only hidden fees.", "Hidden fees."], "hidden fees"), (0, 2));
    assert_eq!(en(&["I do not know why the report is late.", "The report is late."], "report is late"), (0, 2));
    assert_eq!(ru(&["Я не доверяю цифрам.", "Мы не доверяем цифрам."], "доверяю цифрам"), (2, 2));
    assert_eq!(ru(&["Договор без скрытых платежей.", "Были скрытые платежи."], "скрытых платежей"), (1, 2));
    assert_eq!(ru(&["Не только скрытые платежи.", "Скрытые платежи."], "скрытые платежи"), (0, 2));
}
