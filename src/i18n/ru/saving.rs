//! Русский.

use crate::i18n::Lang;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::plural_ru;
use crate::i18n::saving::{LocalDay, PlaceName, SavingWords, SpaceWords, named};
use crate::model::Collection;
use crate::model::limits::Excess;
use crate::storage::import::Report;
use crate::storage::part_name::PartName;

/// Everything in Russian.
pub const WORDS: SavingWords = SavingWords {
    gone: "Этого проекта больше нет в хранилище браузера: его удалили в другой вкладке или очистили данные браузера. Здесь он ещё открыт.",
    save_again: "Сохранить снова",
    newer_elsewhere: "В другой вкладке этот проект сохранила более новая версия Орбиты. Здесь его можно только читать. Обновите страницу, чтобы продолжить.",
    deleted: "Этот проект удалён. Если что-нибудь здесь изменить, он вернётся.",
    reload: "Обновить",
    recovered: "Восстановлено то, что вы печатали перед внезапным закрытием страницы.",
    left_unsaved: |title| {
        format!(
            "В проекте {} есть правки, которые хранит только эта страница: хранилище браузера их не приняло. Скачайте копию или освободите здесь место.",
            title_ru(title)
        )
    },
    unnamed,
    quoted: title_ru,
    split: |name| format!("{name}: карточку изменили и в другой вкладке. Ваш вариант\u{a0}— на карточке под ней."),
    both_kept: |name| format!("{name}: текст изменили и в другой вкладке. В поле стоят оба варианта."),
    ours_kept: |name| format!("{name}: в другой вкладке указали другое значение. Оставлено ваше."),
    later_kept: |name| {
        format!("{name}: в другой вкладке внесли другое значение. Оставлено внесённое в более поздний день.")
    },
    returned: |name| format!("{name}: здесь удалили то, что правят в другой вкладке. Правка сохранена."),
    restored: |name| format!("{name}: в другой вкладке удалили то, что здесь правят. Правка сохранена."),
    more_clashes: |more| format!("И ещё {more}."),
    show: "Показать",
    undone_at: |place| ["Отменено ", &place_ru(place), "."].concat(),
    redone_at: |place| ["Повторено ", &place_ru(place), "."].concat(),
    undo_shorter: "Хранилище браузера почти заполнено. Работа сохранена, но после перезагрузки отменить получится меньше шагов.",
    undo_left_alone: "Это успели изменить в другой вкладке, поэтому всё оставлено как есть.",
    older_not_kept: "Orbita обновилась, и работа сохранена в новом формате. Оставить рядом проект в том виде, в каком он был до обновления, не получилось: в хранилище браузера нет места.",
    download_older: "Скачать версию до обновления",
    undo_in_part: "Отменено всё, кроме того, что успели изменить в другой вкладке.",
    record_gone: "Это удалили в другой вкладке.",
    room: |parts| format!("В хранилище: {parts}."),
    room_of: SpaceWords {
        engagements: |size| format!("проекты ({size})"),
        checkpoints: |size| format!("версии ({size})"),
        histories: |size| format!("история отмены ({size})"),
        deleted: |size| format!("недавно удалённые проекты ({size})"),
        aside: |size| format!("отложенные нечитаемые тексты ({size})"),
        other: |size| format!("данные других страниц этого сайта ({size})"),
    },
    excess: |excess, most| match excess {
        Excess::Records(collection, _) => {
            format!("В проекте может быть не больше {}\u{a0}{}.", number(most), records(collection, most))
        }
        Excess::Stages(_) => format!("На карте может быть не больше {most}\u{a0}этапов."),
        Excess::Lanes(_) => format!("На карте может быть не больше {most}\u{a0}дорожек."),
        Excess::CardsInACell(_) => format!("В ячейке может быть не больше {most}\u{a0}карточек."),
        Excess::Paragraphs(_) => format!("В интервью может быть не больше {}\u{a0}абзацев.", number(most)),
        Excess::Entries(_) => format!("В списке может быть не больше {}\u{a0}строк.", number(most)),
        Excess::Letters(_) => format!("В тексте может быть не больше {}\u{a0}знаков.", number(most)),
        Excess::Ids => {
            "В этот проект больше ничего не добавить. Сделайте его копию в библиотеке и продолжайте в ней.".into()
        }
    },
    too_large: |name| format!("Файл {name} слишком велик для работы."),
    too_large_here: |why| {
        format!("Один проект слишком велик, открыть его здесь нельзя. {why} Он не изменён, его можно скачать.")
    },
    too_many_parts: |name, count| {
        format!(
            "В\u{a0}файле {name} слишком много частей: {count}. Импортировать его нельзя. Ничего не\u{a0}изменилось."
        )
    },
    cut_off: |name| format!("{name}\u{a0}— файл Орбиты, но он обрывается: конца нет. Ничего не изменилось."),
    report,
    copied_newer: "Скопировано без изменений: проект создан в более новой версии Орбиты.",
    newer_is_kept: "Проект создан в более новой версии Орбиты, здесь его нельзя изменить.",
    delete_again: |title| format!("Проект {} успели изменить в другой вкладке, поэтому он оставлен.", title_ru(title)),
    not_renamed: "Новое название не сохранилось: хранилище браузера заполнено. Освободите место и повторите.",
    why_a_copy: "При сбое питания браузер может потерять последние секунды, а при очистке данных\u{a0}— всё. Скачанной копии не страшно ни то, ни другое.",
    copy_holds: "Она только для вас: в\u{a0}истории отмены и\u{a0}версиях остаётся и\u{a0}удалённое, в\u{a0}том числе интервью. Чтобы передать проект, поделитесь им самим.",
    promised: "Браузер обещал не очищать хранилище сам. С\u{a0}копией всё равно надёжнее.",
    not_promised: "Браузер может сам очистить хранилище при нехватке места, а\u{a0}Safari ещё и\u{a0}если не открывать эту страницу семь дней. Скачайте копию или установите Орбиту как приложение: для установленных приложений Safari дни не считает.",
    take_along: "Добавляете Орбиту на\u{a0}экран «Домой»? В\u{a0}приложении своё, пустое хранилище. Сначала скачайте резервную копию, затем импортируйте её там.",
};

fn unnamed(collection: Option<Collection>) -> &'static str {
    let Some(collection) = collection else { return "Проект" };
    match collection {
        Collection::Journey => "Карта",
        Collection::Stage => "Этап",
        Collection::Lane => "Дорожка",
        Collection::Card | Collection::Details => "Карточка",
        Collection::Scenario => "Сценарий",
        Collection::Initiative => "Инициатива",
        Collection::Account => "Клиент",
        Collection::Interview | Collection::Transcript => "Интервью",
        Collection::Paragraph => "Запись",
        Collection::Quote => "Цитата",
        Collection::Tag => "Тег",
        Collection::Group => "Группа тегов",
        Collection::Statement => "Утверждение",
        Collection::Answers => "Ответы",
    }
}

fn records(collection: Collection, most: usize) -> &'static str {
    match collection {
        Collection::Journey => plural_ru(most, "карты", "карт", "карт"),
        Collection::Stage => plural_ru(most, "этапа", "этапов", "этапов"),
        Collection::Lane => plural_ru(most, "дорожки", "дорожек", "дорожек"),
        Collection::Card | Collection::Details => plural_ru(most, "карточки", "карточек", "карточек"),
        Collection::Scenario => plural_ru(most, "сценария", "сценариев", "сценариев"),
        Collection::Initiative => plural_ru(most, "инициативы", "инициатив", "инициатив"),
        Collection::Account => plural_ru(most, "клиента", "клиентов", "клиентов"),
        Collection::Interview | Collection::Transcript => "интервью",
        Collection::Paragraph => plural_ru(most, "абзаца интервью", "абзацев интервью", "абзацев интервью"),
        Collection::Quote => plural_ru(most, "цитаты", "цитат", "цитат"),
        Collection::Tag => plural_ru(most, "тега", "тегов", "тегов"),
        Collection::Group => plural_ru(most, "группы тегов", "групп тегов", "групп тегов"),
        Collection::Statement | Collection::Answers => plural_ru(most, "формулировки", "формулировок", "формулировок"),
    }
}

/// "20 000", "500"
fn number(count: usize) -> String {
    if count < 10_000 { count.to_string() } else { format!("{}\u{a0}{:03}", count / 1000, count % 1000) }
}

fn report(report: &Report, day: LocalDay) -> String {
    let mut parts = Vec::new();
    let named = |all: &[PartName]| named(Lang::Russian, all, day, titled, |more| format!(" и ещё {more}"));
    let projects = |count: usize| format!("{count}\u{a0}{}", plural_ru(count, "проект", "проекта", "проектов"));
    let added = report.added.len() + report.newer;
    if added > 0 {
        let verb = plural_ru(added, "Добавлен", "Добавлено", "Добавлено");
        let versions = match report.checkpoints.len() {
            0 => String::new(),
            count => format!(
                " и {count}\u{a0}{}: {}",
                plural_ru(count, "версия", "версии", "версий"),
                named(&report.checkpoints)
            ),
        };
        parts.push(format!("{verb} {}{versions}.", projects(added)));
    } else if !report.checkpoints.is_empty() {
        let count = report.checkpoints.len();
        let verb = plural_ru(count, "Добавлена", "Добавлены", "Добавлено");
        let versions = plural_ru(count, "версия", "версии", "версий");
        parts.push(format!("{verb} {count}\u{a0}{versions}: {}.", named(&report.checkpoints)));
    }
    if report.newer > 0 {
        let created = plural_ru(report.newer, "создан", "созданы", "созданы");
        parts.push(format!(
            "{} {created} в более новой версии Орбиты, здесь только для чтения.",
            projects(report.newer)
        ));
    }
    if report.same > 0 {
        parts.push(match (report.same, parts.is_empty()) {
            (1, true) => "Этот проект уже есть, ничего не\u{a0}добавлено.".into(),
            (same, true) => format!("Все {} уже есть, ничего не\u{a0}добавлено.", projects(same)),
            (same, false) => format!("Уже {}: {}.", plural_ru(same, "был", "были", "было"), projects(same)),
        });
    }
    if !report.aside.is_empty() {
        let count = report.aside.len();
        let texts = plural_ru(count, "текст", "текста", "текстов");
        parts.push(format!("Не удалось прочитать и отложено {count}\u{a0}{texts}: {}.", named(&report.aside)));
    }
    if !report.no_room.is_empty() {
        let all: Vec<PartName> = report.no_room.iter().map(|title| PartName::titled(title)).collect();
        parts.push(format!("Не хватило места: {}. Освободите место и импортируйте файл снова.", named(&all)));
    }
    if !report.parts_lost.is_empty() {
        let count = report.parts_lost.len();
        parts.push(format!(
            "Ещё не хватило места для версий и отложенных текстов ({count}): {}.",
            named(&report.parts_lost)
        ));
    }
    if parts.is_empty() {
        "В файле ничего нет, ничего не добавлено.".into()
    } else {
        parts.join(" ")
    }
}

fn titled(title: &str) -> String {
    if title.trim().is_empty() { "без названия".into() } else { title_ru(title) }
}

fn place_ru(place: PlaceName) -> String {
    match place {
        PlaceName::Journey("") => "на\u{a0}карте".into(),
        PlaceName::Journey(title) => format!("на\u{a0}карте {}", title_ru(title)),
        PlaceName::Interview("") => "в\u{a0}интервью".into(),
        PlaceName::Interview(person) => format!("в\u{a0}интервью: {person}"),
        PlaceName::Economics => "в\u{a0}экономике".into(),
    }
}
