//! Русский.

use super::figures::plural_ru;
use super::words::Words;

/// Everything in Russian.
pub const WORDS: Words = Words {
    // The product and its frame.
    product: "Орбита",
    page_title: "Орбита: карты пути, которые удерживают клиентов",
    sections: "Разделы",
    library: "Библиотека",
    journey: "Карта пути",
    language_code: "RU",
    switch_language: "RU, переключить на английский",
    to_light: "Светлая тема",
    to_dark: "Тёмная тема",
    help: "Клавиши",
    undo: "Отменить",
    redo: "Вернуть",
    close: "Закрыть",
    done: "Готово",
    add: "Добавить",
    edit: "Изменить",
    rename: "Переименовать",
    duplicate: "Дублировать",
    delete: "Удалить",
    title: "Название",
    about: "О чём",
    import: "Импорт",
    export: "Экспорт",
    download_copy: "Скачать копию",
    today: "Сегодня",
    yesterday: "Вчера",
    more_of: |name| format!("Ещё: {name}"),
    copy_of: |title| format!("{title} (копия)"),
    // Saving.
    save_state: "Состояние сохранения",
    saved: "Сохранено",
    saving: "Сохраняется",
    not_saved: "Не сохранено",
    saved_hint: "Сохранено в браузере",
    not_saved_full: "Не сохранено: хранилище браузера заполнено. Работа продолжается в памяти, пока страница открыта. Скачайте копию и освободите место в библиотеке.",
    not_saved_denied: "Браузер не разрешает хранить данные: работа останется в памяти, пока страница открыта. Скачайте копию, чтобы её сохранить.",
    taken_over: "Этот проект изменили в другой вкладке. Теперь здесь показана та версия.",
    parted: "Этот проект одновременно изменили в другой вкладке. Сохранены обе версии: та осталась под прежним названием, ваша продолжается здесь как копия.",
    read_only: "Этот проект открыт только для чтения.",
    newer_version: |version| {
        format!("Создано более новой Орбитой (формат {version}). Открыто только для чтения, чтобы ничего не потерять.")
    },
    download_failed: "Браузер не принял файл. Разрешите загрузки для этой страницы и повторите.",
    // The library.
    engagements: "Проекты",
    new_engagement: "Новый проект",
    start_with_example: "Начать с примера",
    untitled_engagement: "Проект без названия",
    welcome_title: "Проектов пока нет",
    welcome_text: "В проекте хранится всё об одном клиенте. Начните с примера, чтобы увидеть готовую карту, или с пустой карты и просто печатайте.",
    unknown_address: "По этому адресу ничего нет. Вот библиотека.",
    storage_denied: "Браузер не разрешает хранить данные: работа останется в памяти, пока страница открыта. Экспортируйте то, что хотите сохранить.",
    storage_silent: "Хранилище браузера не отвечает. Перезагрузите страницу.",
    newer_unreadable: |version| {
        format!(
            "Один проект создан более новой Орбитой (формат {version}), здесь его не показать. Он хранится как есть."
        )
    },
    kept_aside: "Один проект не удалось прочитать. Он отложен, ничего из него не удалено.",
    download_it: "Скачать его",
    holds: |maps, cards| {
        format!(
            "{maps} {} \u{b7} {cards} {}",
            plural_ru(maps, "карта", "карты", "карт"),
            plural_ru(cards, "карточка", "карточки", "карточек")
        )
    },
    imported: |count| {
        format!(
            "{} {count} {}",
            if count % 10 == 1 && count % 100 != 11 { "Добавлен" } else { "Добавлено" },
            plural_ru(count, "проект", "проекта", "проектов")
        )
    },
    deleted: |title| format!("Удалён проект «{title}»"),
    no_room: "Хранилище браузера заполнено: ничего не добавлено. Удалите какой-нибудь проект или сначала скачайте копии.",
    no_example: "Не удалось загрузить пример. Проверьте соединение и повторите.",
    file_too_large: |name| format!("Файл {name} слишком велик для проекта. Ничего не изменилось."),
    file_unreadable: |name| format!("Браузер не смог прочитать файл {name}. Ничего не изменилось."),
    file_not_json: |name, line, column| {
        format!("{name} не файл Орбиты: это не JSON (строка {line}, столбец {column}). Ничего не изменилось.")
    },
    file_not_ours: |name| format!("{name} не файл Орбиты. Ничего не изменилось."),
    file_newer: |name, version| {
        format!(
            "{name} создан более новой Орбитой (формат {version}). Обновите эту страницу и повторите; ничего не изменилось."
        )
    },
    file_damaged: |name, line, column| {
        format!("{name} файл Орбиты, но повреждён (строка {line}, столбец {column}). Ничего не изменилось.")
    },
    file_flawed: |name| format!("{name} файл Орбиты, но его части не сходятся. Ничего не изменилось."),
    storage: "Хранилище",
    this_browser_only: "только этот браузер",
    share_of_browser: |share| format!("{share} из того, что разрешает браузер"),
    backup: "Резервная копия",
    backup_file: "орбита-копия.json",
    never_copied: "Копию ещё не скачивали. Очистка браузера сотрёт всё, что здесь есть.",
    copied_days_ago: |days, count| match days {
        0 => format!(
            "Последняя копия сделана сегодня, сейчас {count} {}.",
            plural_ru(count, "проект", "проекта", "проектов")
        ),
        _ => format!(
            "Последней копии {days} {}. Очистка браузера сотрёт {count} {}.",
            plural_ru(days as usize, "день", "дня", "дней"),
            plural_ru(count, "проект", "проекта", "проектов")
        ),
    },
    download_all: "Скачать копию всего",
    drop_here: "Перетащите файл сюда",
    drop_hint: "проект или резервная копия, .json",
    nothing_uploaded: "Ничего не отправляется. Файлы читаются на этом компьютере и добавляются к тому, что есть.",
    no_account: "Без учётной записи, ничто не покидает браузер",
    cannot_open: "Этот проект не открыть",
    engagement_missing: "Его нет в этом браузере: он удалён или хранится в другом.",
    // An engagement and its maps.
    engagement_menu: "Карты проекта",
    rename_engagement: "Название проекта",
    untitled_map: "Карта без названия",
    add_map: "Добавить карту",
    duplicate_map: "Дублировать эту карту",
    delete_map: "Удалить эту карту",
    deleted_map: |title| {
        if title.is_empty() {
            "Карта удалена".into()
        } else {
            format!("Удалена карта «{title}»")
        }
    },
    no_map_title: "В этом проекте нет карт",
    no_map_hint: "На карте этапы идут слева направо, дорожки сверху вниз. Добавьте карту и печатайте.",
    map_details: "О карте",
    persona: "Персона",
    scenario: "Ситуация",
    kind: "Вид",
    as_is: "Как есть",
    to_be: "Как будет",
    // The map.
    journey_map: "Карта пути клиента",
    lane: "Дорожка",
    lanes: "Дорожки",
    lanes_shown: |shown, all| format!("Дорожки {shown}/{all}"),
    add_stage: "Добавить этап",
    add_lane: "Добавить дорожку",
    add_card: "Добавить карточку",
    add_to: |lane| format!("Добавить: {lane}"),
    stage_n: |number| format!("Этап {number}"),
    stage_of: |number, all| format!("этап {number} из {all}"),
    stage_before_this: "Предыдущий этап",
    stage_after_this: "Следующий этап",
    no_stages: "На этой карте пока нет этапов. Добавьте этап, чтобы начать.",
    card_text: "Текст карточки",
    stage_name: "Название этапа",
    stage_subtitle: "Подпись этапа",
    lane_name: "Название дорожки",
    more_cards: |count| format!("ещё {count}"),
    no_cards_here: "На дорожке эмоций нет карточек. Нажмите там 1–5, чтобы отметить, каков этап.",
    second_emotion_lane: "На этой карте уже есть дорожка эмоций.",
    deleted_card: "Карточка удалена",
    deleted_stage: |name, cards| {
        format!("Удалён этап «{name}», {cards} {}", plural_ru(cards, "карточка", "карточки", "карточек"))
    },
    deleted_lane: |name, cards| {
        format!("Удалена дорожка «{name}», {cards} {}", plural_ru(cards, "карточка", "карточки", "карточек"))
    },
    hidden_lane: "Дорожка скрыта",
    actions_menu: "Действия",
    edit_subtitle: "Изменить подпись",
    stage_before: "Вставить этап перед",
    stage_after: "Вставить этап после",
    lane_below: "Вставить дорожку ниже",
    move_left: "Сдвинуть влево",
    move_right: "Сдвинуть вправо",
    move_up: "Сдвинуть вверх",
    move_down: "Сдвинуть вниз",
    hide_lane: "Скрыть",
    // The emotion curve.
    emotion_curve: "Кривая эмоций",
    emotion_of: |stage| format!("Эмоция, {stage}"),
    no_level: "нет оценки",
    peak: "Пик",
    lowest: "Минимум",
    last: "Итог",
    steepest_drop: "Самый резкий спад",
    // The friction ranking.
    friction_ranking: "Рейтинг трения",
    by_score: "По баллу",
    no_friction_title: "Точек трения пока нет",
    no_friction_hint: "Перейдите на дорожку трения и напечатайте, что болит. Оцените здесь: частота на влияние.",
    total_of: |count| format!("Всего, {count} {}", plural_ru(count, "точка трения", "точки трения", "точек трения")),
    score_is: |score| format!("Балл {score}"),
    not_scored: "Пока без балла",
    friction_details: "О точке трения",
    frequency: "Частота",
    impact: "Влияние",
    owner: "Владелец",
    next_step: "Следующий шаг",
    due: "Срок",
    evidence: "Основание",
    assumed: "Догадка",
    observed: "Видели",
    measured: "Измерили",
    no_owner: "нет владельца",
    no_step: "нет шага",
    // Kinds of lanes.
    lane_actions: "Действия",
    lane_touchpoints: "Точки контакта",
    lane_thoughts: "Мысли",
    lane_emotion: "Эмоции",
    lane_friction: "Точки трения",
    lane_opportunities: "Возможности",
    lane_backstage: "За кулисами",
    lane_pulse: "Пульс",
    lane_free: "Своя дорожка",
    // Verbs and keys.
    verb_left: "К этапу слева",
    verb_right: "К этапу справа",
    verb_up: "К карточке или дорожке выше",
    verb_down: "К карточке или дорожке ниже",
    verb_start: "К первому этапу",
    verb_end: "К последнему этапу",
    verb_edit: "Изменить карточку или название; в пустой ячейке начать карточку",
    verb_delete: "Удалить",
    verb_duplicate: "Дублировать",
    verb_move_left: "Сдвинуть карточку или этап влево",
    verb_move_right: "Сдвинуть карточку или этап вправо",
    verb_move_up: "Сдвинуть карточку или дорожку вверх",
    verb_move_down: "Сдвинуть карточку или дорожку вниз",
    verb_add_after: "Вставить этап после этого или дорожку ниже",
    verb_menu: "Меню действий",
    verb_form: "Открыть форму точки трения",
    verb_help: "Все клавиши",
    key_letters: "Печать начинает карточку в ячейке",
    key_end: "Закончить правку",
    key_new_line: "Новая строка в карточке",
    key_levels: "На дорожке эмоций: уровни от −2 до +2",
    key_grades: "На точке трения: частота; с Shift влияние",
    key_point: "На точке эмоции: полуровень; Enter входит и выходит",
    // Taking it away.
    quote_marks: ["\u{ab}", "\u{bb}"],
    rank: "№",
    stage: "Этап",
    score: "Балл",
    lane_goes_on: "продолжение на следующей странице",
    lane_went_on: "продолжение",
    page_of: |page, pages| format!("Страница {page} из {pages}"),
};
