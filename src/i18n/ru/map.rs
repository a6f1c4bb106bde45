//! What the map says, in Russian.

use crate::i18n::map::MapWords;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::plural_ru;

pub const WORDS: MapWords = MapWords {
    // What is typed and pasted.
    paste_as_cells: "Вставить как ячейки",
    too_much_pasted: "Столько сразу не вставить. Вставьте по частям.",
    not_a_score: |text| {
        format!(
            "«{text}» остаётся в\u{a0}тексте. Оценка\u{a0}— это два числа от\u{a0}1 до\u{a0}5 в\u{a0}конце, например 4х3"
        )
    },
    entry_needs_words: "Введите текст карточки",
    // The map as a whole.
    map_details: "Сведения о карте",
    present: "Презентация",
    agenda: "План встречи",
    more: "Ещё",
    rate_together: "Голосование по эмоциям",
    second_curve_menu: "Кривая для сравнения…",
    compare_menu: "Сравнить с другой картой…",
    compare: "Сравнение карт",
    make_to_be: "Создать карту «Как будет»",
    made_to_be: |title| format!("Создана карта «Как будет» из карты {}", title_ru(title)),
    checkpoints: "Версии",
    checkpoints_menu: "Версии…",
    checkpoint_title: |title, name| format!("{title}, {name}"),
    // Its cards, stages and lanes.
    lanes: "Дорожки",
    lanes_shown: |shown, all| format!("Дорожки {shown}/{all}"),
    add_stage: "Добавить этап",
    add_lane: "Добавить дорожку",
    add_card: "Добавить карточку",
    add_a_card: "добавить карточку",
    find_in_map: "Найти на карте",
    tag: "Метка",
    found: |count| format!("Найдено: {count}"),
    found_of: |at, count| format!("{at} из {count}"),
    previous: "Предыдущая",
    next: "Следующая",
    choose_all: "Выделить все найденные",
    chosen_cards: "Выделенные карточки",
    chosen: |count| format!("Выделено: {count}"),
    add_tag: "Добавить метку",
    remove_tag: "Снять метку",
    move_here: "Перенести сюда",
    choose_none: "Снять выделение",
    deleted_cards: |count| {
        format!(
            "{} {count}\u{a0}{}",
            plural_ru(count, "Удалена", "Удалено", "Удалено"),
            plural_ru(count, "карточка", "карточки", "карточек")
        )
    },
    add_to_map: "Добавить на карту",
    entry_hint: "Карточка, затем Enter",
    entry_hint_short: "Новая карточка",
    next_stage: "этап",
    key_lane: "дорожка",
    no_such_lane: |lane| format!("На этой карте нет дорожки «{lane}». Добавьте её и снова нажмите Enter."),
    pasted: |count| {
        format!(
            "{} {count}\u{a0}{}",
            plural_ru(count, "Вставлена", "Вставлено", "Вставлено"),
            plural_ru(count, "карточка", "карточки", "карточек")
        )
    },
    huge_paste_title: "Вставить всё?",
    huge_paste_text: |cards| {
        format!(
            "Будет {} {cards}\u{a0}{}. Отменить можно одним шагом.",
            plural_ru(cards, "добавлена", "добавлено", "добавлено"),
            plural_ru(cards, "карточка", "карточки", "карточек")
        )
    },
    paste_all: "Вставить всё",
    dont_paste: "Не вставлять",
    add_to: |lane| format!("Добавить: {lane}"),
    added_to: |lane, stage| format!("Добавлено: {lane}, {stage}"),
    stage_of: |number, all| format!("этап {number} из {all}"),
    stage_before_this: "Предыдущий этап",
    stage_after_this: "Следующий этап",
    no_stages: "На этой карте пока нет этапов. Добавьте этап, чтобы начать.",
    card_text: "Текст карточки",
    stage_name: "Название этапа",
    stage_subtitle: "Подпись этапа",
    lane_name: "Название дорожки",
    more_cards: |count| format!("ещё {count}"),
    deleted_card: "Карточка удалена",
    deleted_stage: |name, cards| format!("Удалён этап {}{}", title_ru(name), with_cards(cards)),
    deleted_lane: |name, cards| format!("Удалена дорожка {}{}", title_ru(name), with_cards(cards)),
    hidden_lane: "Дорожка скрыта",
    actions_menu: "Действия",
    edit_subtitle: "Изменить подпись",
    stage_before: "Вставить этап слева",
    stage_after: "Вставить этап справа",
    lane_below: "Вставить дорожку ниже",
    move_left: "Сдвинуть влево",
    move_right: "Сдвинуть вправо",
    move_up: "Сдвинуть вверх",
    move_down: "Сдвинуть вниз",
    hide_lane: "Скрыть",
    // The emotion curve.
    emotion_curve: "Кривая эмоций",
    emotion_of: |stage| format!("Эмоция, {stage}"),
    votes_apart: |count, median, low, high| {
        format!("{count}\u{a0}{}, медиана {median}, от {low} до {high}", plural_ru(count, "голос", "голоса", "голосов"))
    },
    votes_alike: |count, level| match count {
        1 => format!("1\u{a0}голос, {level}"),
        _ => format!("{count}\u{a0}{}, все {level}", plural_ru(count, "голос", "голоса", "голосов")),
    },
    // The friction ranking.
    by_score: "По баллу",
    no_friction_title: "Точек трения пока нет",
    no_friction_hint: "Введите в строке ниже «!» и что мешает клиенту. Оцените здесь: частота\u{a0}×\u{a0}влияние.",
    not_scored: "Пока без балла",
    friction_details: "Сведения о точке трения",
    // Verbs and keys.
    copied_stage: "Этап скопирован",
    discarded_card: "Карточка не сохранена",
    hint_kinds: "трение, мысль, возможность",
    hint_score: "балл",
    hint_owner: "владелец",
    hint_tag: "метка",
    hint_step: "следующий шаг",
    hint_until: "до пятницы",
    hint_due: "срок",
    level_keys: "1–5",
    emotion_of_stage: "эмоция",
    suggestions: "Подсказки",
    cut_cards: |count| {
        format!(
            "{} {count}\u{a0}{}",
            plural_ru(count, "Вырезана", "Вырезано", "Вырезано"),
            plural_ru(count, "карточка", "карточки", "карточек")
        )
    },
    cut_stage: |name, cards| format!("Вырезан этап {}{}", title_ru(name), with_cards(cards)),
    copied: |cards| {
        format!(
            "{} {cards}\u{a0}{}",
            plural_ru(cards, "Скопирована", "Скопировано", "Скопировано"),
            plural_ru(cards, "карточка", "карточки", "карточек")
        )
    },
    pasted_stages: |count, before| {
        let before = if before.is_empty() { String::new() } else { format!(" вместо «{before}»") };
        format!("Названия вставлены: {count}\u{a0}{}{before}", plural_ru(count, "этап", "этапа", "этапов"))
    },
    // Taking it away.
    export_engagement: "Проект в JSON",
    export_csv: "Карта в CSV",
    export_markdown: "Карта в Markdown",
    export_svg: "Картинка SVG",
    export_svg_dark: "Картинка SVG, тёмная",
    export_png: "Картинка PNG",
    export_png_dark: "Картинка PNG, тёмная",
    print_a4: "Печать на A4…",
    print_a3: "Печать на A3…",
    copy_ranking_markdown: "Скопировать рейтинг в Markdown",
    copy_ranking_table: "Скопировать рейтинг таблицей",
    ranking_copied: "Рейтинг в буфере обмена",
    copy_by_hand: "Скопируйте вручную",
    copy_by_hand_text: "Браузер не дал Орбите записать в буфер обмена. Текст выделен: скопируйте его сочетанием Ctrl+C, на\u{a0}Mac\u{a0}— Cmd+C.",
};

/// " и 5 карточек", or nothing.
fn with_cards(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!(" и {count}\u{a0}{}", plural_ru(count, "карточка", "карточки", "карточек")),
    }
}
