//! Words that the columns, the lanes and the rows of a map are known by, in both languages, as keys.

mod columns;
mod foreign;
mod lanes;

use crate::i18n::Lang;
use crate::i18n::journey::JourneyWords;
use crate::i18n::tables::TableWords;
use crate::model::journey::{Evidence, JourneyKind, LaneKind};
use crate::model::quantity::Grade;
use crate::tables::fold;
use crate::tables::map::grades::grade_called;
use crate::tables::map::scales::without_scale;
use crate::tables::record::Record;
use crate::tables::role::CardColumn;

fn called<T: Copy>(list: &[(T, &[&str])], key: &str) -> Option<T> {
    list.iter().find(|(_, names)| names.contains(&key)).map(|(one, _)| *one)
}

fn in_any_language<T: Copy>(all: &[T], key: &str, name: impl Fn(Lang, T) -> &'static str) -> Option<T> {
    let is = |one: &T| Lang::ALL.iter().any(|lang| fold::key(name(*lang, *one)) == key);
    all.iter().copied().find(is)
}

/// The column of a map that a heading stands over.
pub(in crate::tables) fn column_called(key: &str) -> Option<CardColumn> {
    let exact = |key: &str| {
        let foreign = [(CardColumn::Stage, foreign::STAGES), (CardColumn::Emotion, foreign::FEELINGS)];
        called(&columns::COLUMNS, key).or_else(|| called(&foreign, key))
    };
    let is_grade = |column: &CardColumn| matches!(column, CardColumn::Frequency | CardColumn::Impact);
    exact(key).or_else(|| {
        let bare = without_remark(key)?;
        exact(bare).filter(|column| !is_grade(column) || !is_other_scale(&key[bare.len()..]))
    })
}

/// Whether a remark at grades says that they do not run from 1 to 5, the worst last: "(1-10)", "(tickets per month)",
/// "(1 = critical)".
fn is_other_scale(remark: &str) -> bool {
    let words: Vec<&str> = fold::words(remark).collect();
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let of = |word: &str| grade_called(word).map(Grade::number);
    let is_turned = |pair: &[&str]| match pair[0] {
        "1" => of(pair[1]) > Some(3),
        "5" => of(pair[1]).is_some_and(|grade| grade < 3),
        _ => false,
    };
    remark.contains('%')
        || words.iter().any(|word| number(word) && !matches!(*word, "1" | "5") || matches!(*word, "per" | "в"))
        || words.windows(2).any(is_turned)
}

/// A heading without the remark in brackets at its end: "Emotion (1-5)".
pub(in crate::tables) fn without_remark(text: &str) -> Option<&str> {
    text.strip_suffix(')')?.rsplit_once('(').map(|(name, _)| name.trim_end()).filter(|name| !name.is_empty())
}

/// Whether a heading stands over what cards are, if these are kinds of lanes.
pub(in crate::tables) fn may_be_lanes(key: &str) -> bool {
    const KINDS: &[&str] = &["type", "kind", "category", "lane name", "тип", "вид", "категория", "название дорожки"];
    KINDS.contains(&key)
}

/// The kind of lane that a name stands for.
pub(in crate::tables) fn lane_called(key: &str) -> Option<LaneKind> {
    let exact = |key: &str| {
        in_any_language(&LaneKind::ALL, key, |lang, kind| JourneyWords::of(lang).lane_kind(kind))
            .or_else(|| called(&lanes::LANES, key).or_else(|| foreign_lane(key)))
    };
    let felt = |key: &str| exact(without_scale(key)?).filter(|kind| *kind == LaneKind::Emotion);
    let named = |key: &str| exact(key).or_else(|| exact(without_remark(key)?)).or_else(|| felt(key));
    // "1. Actions", "💡 Ideas"
    named(key).or_else(|| {
        let bare = key.trim_start_matches(|c: char| !c.is_alphabetic());
        named(bare).filter(|_| !bare.is_empty() && bare.len() < key.len())
    })
}

fn foreign_lane(key: &str) -> Option<LaneKind> {
    called(&foreign::LANES, key).or_else(|| foreign::FEELINGS.contains(&key).then_some(LaneKind::Emotion))
}

/// Whether a heading stands over notes on the other columns, or a name before those on the other rows.
pub(in crate::tables::map) fn is_note(key: &str) -> bool {
    const NOTES: &[&str] = &[
        "note",
        "notes",
        "comment",
        "comments",
        "remark",
        "remarks",
        "заметка",
        "заметки",
        "комментарий",
        "комментарии",
        "примечание",
        "примечания",
        "пометки",
        "anmerkung",
        "anmerkungen",
        "bemerkung",
        "bemerkungen",
        "kommentar",
        "kommentare",
        "notizen",
        "remarques",
        "commentaire",
        "commentaires",
        "notas",
        "comentarios",
        "comentários",
        "commenti",
        "uwagi",
        "нотатки",
        "коментар",
        "коментарі",
    ];
    NOTES.contains(&key)
}

/// Whether a heading stands over words that say more of a stage beside its lanes, and over the cards where there are no lanes.
pub(in crate::tables::map) fn is_stage_text(key: &str) -> bool {
    is_note(key) || matches!(key, "description" | "content" | "описание" | "содержание")
}

/// Whether a name says that stages are rated: their ratings are how they feel.
pub(in crate::tables::map) fn is_rating(key: &str) -> bool {
    const RATINGS: &[&str] = &[
        "rating",
        "ratings",
        "satisfaction",
        "customer satisfaction",
        "csat",
        "score",
        "stars",
        "experience",
        "оценка",
        "оценки",
        "рейтинг",
        "удовлетворенность",
        "звезды",
        "bewertung",
        "zufriedenheit",
        "évaluation",
        "satisfacción",
        "valoración",
        "valutazione",
        "soddisfazione",
        "ocena",
        "оцінка",
    ];
    RATINGS.contains(&without_remark(key).or_else(|| without_scale(key)).unwrap_or(key))
}

/// Whether a name says that numbers below it are how content people are, and no scores of something else.
pub(in crate::tables::map) fn says_satisfaction(key: &str) -> bool {
    const OTHER: &[&str] = &[
        "rating",
        "ratings",
        "score",
        "stars",
        "оценка",
        "оценки",
        "рейтинг",
        "звезды",
        "bewertung",
        "ocena",
        "оцінка",
    ];
    is_rating(key) && !OTHER.contains(&without_remark(key).or_else(|| without_scale(key)).unwrap_or(key))
}

/// What a row of an exported map is.
pub(in crate::tables) fn record_called(key: &str) -> Option<Record> {
    in_any_language(&Record::ALL, key, |lang, record| (TableWords::of(lang).record)(record))
}

/// How well a friction is known.
pub(in crate::tables) fn evidence_called(key: &str) -> Option<Evidence> {
    const NAMES: [(Evidence, &[&str]); 3] = [
        (Evidence::Assumed, &["assumed", "assumption", "hypothesis", "предположили", "предположение", "гипотеза"]),
        (Evidence::Observed, &["observed", "observation", "seen", "наблюдали", "наблюдение"]),
        (Evidence::Measured, &["measured", "measurement", "data", "измерили", "измерение", "замер", "данные"]),
    ];
    in_any_language(&Evidence::ALL, key, |lang, evidence| JourneyWords::of(lang).evidence_name(evidence))
        .or_else(|| called(&NAMES, key))
}

/// Whether a map shows what is or what should be.
pub(in crate::tables) fn journey_kind_called(key: &str) -> Option<JourneyKind> {
    in_any_language(&[JourneyKind::AsIs, JourneyKind::ToBe], key, |lang, kind| JourneyWords::of(lang).kind_of_map(kind))
}

/// Words of the corner of a grid, above the lanes and left of the stages.
pub(in crate::tables) fn is_corner(key: &str) -> bool {
    const CORNERS: &[&str] =
        &["", "lane", "lanes", "stage", "stages", "journey", "map", "дорожка", "этап", "этапы", "дорожки", "карта"];
    let words: Vec<&str> = key.split(['/', '\\', '|']).map(str::trim).collect();
    words.iter().all(|word| CORNERS.contains(word))
}
