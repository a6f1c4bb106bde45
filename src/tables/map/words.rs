//! Words that the columns, the lanes and the rows of a map are known by, in both languages, as keys.

use crate::i18n::Lang;
use crate::model::journey::{Evidence, JourneyKind, LaneKind};
use crate::tables::choice::CardColumn;
use crate::tables::fold;
use crate::tables::record::Record;

const COLUMNS: [(CardColumn, &[&str]); 17] = [
    (
        CardColumn::Stage,
        &[
            "stage",
            "stages",
            "phase",
            "phases",
            "journey stage",
            "journey step",
            "journey phase",
            "customer stage",
            "step",
            "steps",
            "этап",
            "этапы",
            "стадия",
            "фаза",
            "шаг",
            "этап пути",
            "шаг пути",
            "шаг клиента",
        ],
    ),
    (
        CardColumn::Lane,
        &[
            "lane",
            "lanes",
            "swimlane",
            "layer",
            "row",
            "card type",
            "дорожка",
            "дорожки",
            "слой",
            "ряд",
            "тип карточки",
        ],
    ),
    (
        CardColumn::Text,
        &[
            "text",
            "card",
            "cards",
            "note",
            "notes",
            "description",
            "content",
            "card text",
            "текст",
            "карточка",
            "карточки",
            "описание",
            "содержание",
            "заметка",
            "текст карточки",
        ],
    ),
    (
        CardColumn::Emotion,
        &[
            "emotion",
            "emotions",
            "emotion level",
            "feeling",
            "feelings",
            "mood",
            "эмоция",
            "эмоции",
            "уровень эмоции",
            "настроение",
        ],
    ),
    (CardColumn::Frequency, &["frequency", "freq", "how often", "частота", "как часто"]),
    (
        CardColumn::Impact,
        &["impact", "severity", "how much it hurts", "влияние", "сила", "важность", "серьезность", "тяжесть"],
    ),
    (
        CardColumn::Score,
        &["score", "rating", "frequency x impact", "балл", "баллы", "оценка", "частота x влияние", "частота × влияние"],
    ),
    (
        CardColumn::Owner,
        &[
            "owner",
            "owners",
            "responsible",
            "assignee",
            "assigned to",
            "владелец",
            "ответственный",
            "исполнитель",
            "кто",
            "who",
        ],
    ),
    (
        CardColumn::NextStep,
        &[
            "next step",
            "next steps",
            "next action",
            "action item",
            "to do",
            "следующий шаг",
            "шаги",
            "следующие шаги",
            "что делаем",
            "что сделать",
        ],
    ),
    (CardColumn::Due, &["due", "due date", "deadline", "by when", "срок", "дедлайн", "до когда", "дата"]),
    (CardColumn::Evidence, &["evidence", "основание", "доказательство", "подтверждение", "обоснование"]),
    (CardColumn::Tags, &["tags", "tag", "labels", "label", "метки", "метка", "теги", "тег", "ярлыки"]),
    (CardColumn::Second, &["second curve", "comparison curve", "вторая кривая", "кривая для сравнения"]),
    (CardColumn::Votes, &["votes", "голоса"]),
    (CardColumn::Record, &["record", "row type", "запись", "тип строки"]),
    (CardColumn::Minutes, &["minutes", "минуты"]),
    (CardColumn::Script, &["script", "сценарий ведущего"]),
];

/// Further names of lanes, and those that earlier versions wrote.
const LANES: [(LaneKind, &[&str]); 9] = [
    (
        LaneKind::Actions,
        &[
            "action",
            "customer actions",
            "client actions",
            "user actions",
            "activities",
            "doing",
            "what they do",
            "действие",
            "действия клиента",
            "шаги клиента",
            "действия пользователя",
        ],
    ),
    (
        LaneKind::Touchpoints,
        &[
            "touchpoint",
            "touch points",
            "touch point",
            "точка контакта",
            "точки касания",
            "точки взаимодействия",
            "контакты",
        ],
    ),
    (
        LaneKind::Thoughts,
        &[
            "thought",
            "thinking",
            "what they think",
            "what they say",
            "quotes",
            "says",
            "мысль",
            "цитаты",
            "что говорит",
            "что думает",
            "мысли клиента",
        ],
    ),
    (
        LaneKind::Emotion,
        &[
            "emotions",
            "feeling",
            "feelings",
            "mood",
            "what they feel",
            "emotional journey",
            "emotion curve",
            "эмоция",
            "эмоции клиента",
            "настроение",
            "чувства",
            "кривая эмоций",
            "эмоциональная кривая",
        ],
    ),
    (
        LaneKind::Friction,
        &[
            "frictions",
            "friction point",
            "friction points",
            "pain",
            "pains",
            "pain point",
            "pain points",
            "problem",
            "problems",
            "issue",
            "issues",
            "barriers",
            "точка трения",
            "трение",
            "трения",
            "боль",
            "боли",
            "барьеры",
            "проблема",
            "проблемы",
            "болевые точки",
            "сложности",
        ],
    ),
    (LaneKind::Opportunities, &["opportunity", "ideas", "improvements", "возможность", "идеи", "улучшения", "решения"]),
    (
        LaneKind::Backstage,
        &[
            "internal processes",
            "processes",
            "back office",
            "внутренние процессы",
            "процессы",
            "back stage",
            "back stage actions",
            "backstage actions",
            "support processes",
            "за кулисами",
            "бэкстейдж",
        ],
    ),
    (LaneKind::Pulse, &["metrics", "kpi", "kpis", "показатели", "метрики", "пульс"]),
    (LaneKind::Free, &["custom lane", "free lane", "своя дорожка", "произвольная дорожка", "свободная дорожка"]),
];

fn called<T: Copy>(list: &[(T, &[&str])], key: &str) -> Option<T> {
    list.iter().find(|(_, names)| names.contains(&key)).map(|(one, _)| *one)
}

fn in_any_language<T: Copy>(all: &[T], key: &str, name: impl Fn(Lang, T) -> &'static str) -> Option<T> {
    let is = |one: &T| [Lang::English, Lang::Russian].iter().any(|lang| fold::key(name(*lang, *one)) == key);
    all.iter().copied().find(is)
}

/// The column of a map that a heading stands over.
pub(in crate::tables) fn column_called(key: &str) -> Option<CardColumn> {
    called(&COLUMNS, key).or_else(|| called(&COLUMNS, without_remark(key)?))
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
        in_any_language(&LaneKind::ALL, key, |lang, kind| lang.words().lane_kind(kind)).or_else(|| called(&LANES, key))
    };
    exact(key).or_else(|| exact(without_remark(key)?))
}

/// What a row of an exported map is.
pub(in crate::tables) fn record_called(key: &str) -> Option<Record> {
    in_any_language(&Record::ALL, key, |lang, record| (lang.tables().record)(record))
}

/// How well a friction is known.
pub(in crate::tables) fn evidence_called(key: &str) -> Option<Evidence> {
    const NAMES: [(Evidence, &[&str]); 3] = [
        (Evidence::Assumed, &["assumed", "assumption", "hypothesis", "предположили", "предположение", "гипотеза"]),
        (Evidence::Observed, &["observed", "observation", "seen", "наблюдали", "наблюдение"]),
        (Evidence::Measured, &["measured", "measurement", "data", "измерили", "измерение", "замер", "данные"]),
    ];
    in_any_language(&Evidence::ALL, key, |lang, evidence| lang.words().evidence_name(evidence))
        .or_else(|| called(&NAMES, key))
}

/// Whether a map shows what is or what should be.
pub(in crate::tables) fn journey_kind_called(key: &str) -> Option<JourneyKind> {
    in_any_language(&[JourneyKind::AsIs, JourneyKind::ToBe], key, |lang, kind| lang.words().kind_of_map(kind))
}

/// Words of the corner of a grid, above the lanes and left of the stages.
pub(in crate::tables) fn is_corner(key: &str) -> bool {
    const CORNERS: &[&str] =
        &["", "lane", "lanes", "stage", "stages", "journey", "map", "дорожка", "этап", "этапы", "дорожки", "карта"];
    let words: Vec<&str> = key.split(['/', '\\', '|']).map(str::trim).collect();
    words.iter().all(|word| CORNERS.contains(word))
}
