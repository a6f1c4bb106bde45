//! Русский.

use super::figures::plural_ru;
use super::quote::title_ru;
use super::words::Words;

/// Everything in Russian.
pub const WORDS: Words = Words {
    economy: &super::economy::ru::WORDS,
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
    part_coming: "Открывается",
    part_missing: "Эту часть Орбиты не удалось получить. Проверьте соединение и попробуйте ещё раз; ваша работа цела.",
    try_again: "Попробовать ещё раз",
    today: "Сегодня",
    yesterday: "Вчера",
    more_of: |name| format!("Ещё: {name}"),
    copy_of: |title| format!("{title} (копия)"),
    saving_words: &super::saving::ru::WORDS,
    // Saving.
    save_state: "Состояние сохранения",
    saved: "Сохранено",
    saving: "Сохраняется",
    not_saved: "Не сохранено",
    saved_hint: "Сохранено в браузере",
    not_saved_full: "Не сохранено: хранилище браузера заполнено. Правки хранятся в памяти, пока страница открыта. Скачайте копию и освободите место в библиотеке.",
    not_saved_denied: "Браузер не разрешает хранить данные: правки хранятся в памяти, пока страница открыта. Чтобы не потерять работу, скачайте копию.",
    parted: "Этот проект одновременно изменили в другой вкладке. Сохранены обе версии: та осталась под прежним названием, ваша открыта здесь как копия.",
    read_only: "Этот проект открыт только для чтения.",
    download_failed: "Браузер не сохранил файл. Разрешите скачивание на этой странице и повторите.",
    // Why there is no figure.
    reason: super::reason::ru::reason,
    // Why a pasted table is not taken.
    cell_error: super::reason::ru::cell_error,
    take_table: "Прочитать таблицу",
    import_table: "Импорт файла",
    remove_table: "Убрать таблицу",
    not_taken: |cells| {
        let word = plural_ru(cells, "мешает", "мешают", "мешают");
        let cells_word = plural_ru(cells, "ячейка", "ячейки", "ячеек");
        format!("Ничего не взято: {word} {cells} {cells_word}:")
    },
    more_errors: |more| format!("ещё {more}"),
    cohorts: &super::cohorts::ru::WORDS,
    accounts: &super::accounts::ru::WORDS,
    // The library.
    engagements: "Проекты",
    new_engagement: "Новый проект",
    start_with_example: "Начать с примера",
    templates: "Шаблоны",
    template_renewal: "Продление B2B",
    template_renewal_about: "Почему корпоративный клиент остаётся или уходит",
    template_onboarding: "Подключение клиента",
    template_onboarding_about: "От покупки до первого результата",
    template_support: "Обращение в поддержку",
    template_support_about: "Одно обращение: от неполадки до недели после",
    template_purchase: "Покупка в интернете",
    template_purchase_about: "Один заказ: от потребности до следующего",
    template_agency: "Проект агентства",
    template_agency_about: "От первой встречи до следующего проекта",
    template_empty: "Пустая карта",
    template_empty_about: "Пять этапов, шесть дорожек, план на два часа",
    untitled_engagement: "Проект без названия",
    welcome_title: "Проектов пока нет",
    welcome_text: "В проекте хранится всё об одном клиенте. Начните с примера, чтобы увидеть готовую карту, или откройте пустую и печатайте.",
    unknown_address: "По этому адресу ничего нет. Вот библиотека.",
    storage_denied: "Браузер не разрешает хранить данные: правки хранятся в памяти, пока страница открыта. Скачайте копии того, что нужно сохранить.",
    storage_silent: "Хранилище браузера не отвечает. Обновите страницу.",
    newer_unreadable: |version| {
        format!(
            "Один проект создан в более новой версии Орбиты (формат {version}), показать его здесь нельзя. Он хранится без изменений."
        )
    },
    kept_aside: "Один проект не удалось прочитать. Он отложен целиком, ничего не удалено.",
    download_it: "Скачать",
    holds: |maps, cards| {
        format!(
            "{maps} {} \u{b7} {cards} {}",
            plural_ru(maps, "карта", "карты", "карт"),
            plural_ru(cards, "карточка", "карточки", "карточек")
        )
    },
    deleted: |title| format!("Удалён проект {}", title_ru(title)),
    no_room: "Хранилище браузера заполнено: ничего не добавлено. Скачайте копии и удалите лишние проекты.",
    no_example: "Не удалось загрузить пример. Проверьте соединение и повторите.",
    file_too_large: |name| format!("Файл {name} слишком велик. Ничего не изменилось."),
    file_unreadable: |name| format!("Браузер не смог прочитать файл {name}. Ничего не изменилось."),
    file_not_utf8: |name| {
        format!(
            "Файл {name} не в кодировке UTF-8: буквы прочлись бы неверно. Сохраните его в UTF-8 (в таблице — «CSV UTF-8») и импортируйте снова. Ничего не изменилось."
        )
    },
    file_not_text: |name| {
        format!(
            "Файл {name} — не текст. Импортировать можно копии Орбиты (.json) и карты таблицей (.csv). Ничего не изменилось."
        )
    },
    file_empty: |name| format!("Файл {name} пуст. Ничего не изменилось."),
    entry_needs_words: "Напишите словами, что это, и нажмите Enter",
    csv_refused: "Некоторые строки не подходят",
    csv_refused_text: |name| {
        format!("Из файла {name} ничего не взято. Исправьте эти строки и импортируйте файл снова.")
    },
    csv_line: |line| format!("Строка {line}"),
    csv_more: |count| format!("и ещё {count}"),
    csv_missing_columns: |columns| {
        format!("В первой строке должны стоять названия столбцов stage, lane и text. Нет: {columns}.")
    },
    csv_empty: "Под первой строкой ничего нет.",
    csv_too_many_cells: "Ячеек больше, чем столбцов. Текст с запятой внутри нужно взять в кавычки.",
    csv_no_stage: "У карточки не указан этап.",
    csv_card_in_emotion_lane: "На дорожке эмоций нет карточек: уровень указывают в столбце emotion.",
    csv_no_level: |typed| format!("«{typed}» — не уровень эмоции: они идут от -2 до 2 с шагом 0,5."),
    csv_other_level: |typed| format!("«{typed}»: строка выше задаёт этому этапу другую эмоцию."),
    csv_no_grade: |typed| format!("«{typed}» — не оценка: частота и влияние — целые числа от 1 до 5."),
    file_not_json: |name, line, column| {
        format!("{name}\u{a0}— не файл Орбиты: внутри не JSON (строка {line}, столбец {column}). Ничего не изменилось.")
    },
    file_not_ours: |name| format!("{name}\u{a0}— не файл Орбиты. Ничего не изменилось."),
    file_newer: |name, version| {
        format!(
            "Файл {name} создан в более новой версии Орбиты (формат {version}). Обновите страницу и повторите. Ничего не изменилось."
        )
    },
    file_damaged: |name, line, column| {
        format!("{name}\u{a0}— файл Орбиты, но он повреждён (строка {line}, столбец {column}). Ничего не изменилось.")
    },
    file_flawed: |name| format!("{name}\u{a0}— файл Орбиты, но его части не согласованы. Ничего не изменилось."),
    storage: "Хранилище",
    this_browser_only: "только этот браузер",
    share_of_browser: |share| format!("{share} от лимита браузера"),
    backup: "Резервная копия",
    backup_file: "орбита-копия.json",
    never_copied: "Копию ещё не скачивали. Очистка браузера сотрёт всё, что здесь есть.",
    copied_days_ago: |days, count| match days {
        0 => format!(
            "Последняя копия сделана сегодня, в библиотеке {count}\u{a0}{}.",
            plural_ru(count, "проект", "проекта", "проектов")
        ),
        _ => format!(
            "Последняя копия сделана {days}\u{a0}{} назад. Очистка браузера сотрёт {count}\u{a0}{}.",
            plural_ru(days as usize, "день", "дня", "дней"),
            plural_ru(count, "проект", "проекта", "проектов")
        ),
    },
    download_all: "Скачать копию всего",
    drop_here: "Перетащите файл сюда",
    drop_hint: "проект или резервная копия, .json; карта, .csv",
    nothing_uploaded: "Ничего не отправляется. Файлы читаются на этом компьютере и добавляются к тому, что есть.",
    no_account: "Без учётной записи, данные не покидают браузер",
    cannot_open: "Не удалось открыть проект",
    engagement_missing: "Его нет в этом браузере: он удалён или хранится в другом.",
    // An engagement and its maps.
    engagement_menu: "Карты проекта",
    rename_engagement: "Название проекта",
    untitled_map: "Карта без названия",
    add_map: "Добавить карту",
    import_map: "Импорт карты из CSV…",
    duplicate_map: "Дублировать эту карту",
    delete_map: "Удалить эту карту",
    deleted_map: |title| {
        if title.is_empty() {
            "Карта удалена".into()
        } else {
            format!("Удалена карта {}", title_ru(title))
        }
    },
    no_map_title: "В этом проекте нет карт",
    no_map_hint: "На карте этапы идут слева направо, дорожки\u{a0}— сверху вниз. Добавьте карту и печатайте.",
    map_details: "О карте",
    persona: "Персона",
    scenario: "Ситуация",
    kind: "Вид",
    as_is: "Как есть",
    present: "Показ",
    darken: "чёрный экран",
    leave: "выйти",
    to_be: "Как будет",
    agenda: "План встречи",
    no_agenda: "У этой карты пока нет плана встречи.",
    two_hour_agenda: "Взять план на два часа",
    agenda_total: |steps, minutes| {
        format!(
            "{steps}\u{a0}{}, {minutes}\u{a0}{}",
            plural_ru(steps, "шаг", "шага", "шагов"),
            plural_ru(minutes as usize, "минута", "минуты", "минут")
        )
    },
    minutes: "мин",
    minutes_allowed: "Минуты — целое число от 1 до 600",
    minutes_of: |step| format!("Минут: {step}"),
    begin: "Начать",
    begin_step: |step| format!("Начать: {step}"),
    pause: "Пауза",
    go_on: "Продолжить",
    next_step_of_agenda: "Дальше",
    end: "Закончить",
    time_left: "Осталось времени",
    more: "Ещё",
    rate_together: "Оценить вместе",
    rate_hint: "Слушайте и нажимайте: на каждый голос\u{a0}— клавиша от 1 до 5",
    vote_of: |level| format!("Голос {level}"),
    no_votes: "голосов пока нет",
    votes_apart: |count, median, low, high| {
        format!("{count}\u{a0}{}, медиана {median}, от {low} до {high}", plural_ru(count, "голос", "голоса", "голосов"))
    },
    votes_alike: |count, level| match count {
        1 => format!("1\u{a0}голос, {level}"),
        _ => format!("{count}\u{a0}{}, все {level}", plural_ru(count, "голос", "голоса", "голосов")),
    },
    take_vote_back: "Убрать последний голос",
    clear_votes: "Сбросить голоса",
    cleared_votes: |stage| format!("Голоса сброшены: {stage}"),
    second_curve: "Вторая кривая",
    second_curve_menu: "Вторая кривая…",
    second_curve_hint: "Другая персона или то, как должно быть. Она рисуется пунктиром; двигайте её точки или дважды нажмите Enter в ячейке дорожки.",
    name_of_curve: "Название кривой",
    target: "Цель",
    draw_it: "Нарисовать",
    remove_curve: "Убрать кривую",
    removed_curve: |name| format!("Убрана кривая {}", title_ru(name)),
    compare_menu: "Сравнить с другой картой…",
    compare: "Две карты рядом",
    compare_with: "Сравнить с",
    nothing_to_compare: "Пока есть только эта карта. Сделайте из неё карту «Как будет» и поднимите кривую там, где должно стать лучше.",
    make_to_be: "Сделать карту «Как будет»",
    made_to_be: "Это карта «Как будет», сделанная из исходной",
    gap: "Разница",
    friction_scores: "Трение",
    only_here: "только здесь",
    all_stages: "Все этапы",
    checkpoints: "Контрольные точки",
    checkpoints_menu: "Контрольные точки…",
    checkpoints_hint: "Контрольная точка сохраняет весь проект как он есть сейчас, в этом браузере, под своим именем.",
    keep_checkpoint: "Сохранить точку",
    checkpoint_name: "Название точки",
    checkpoint_at: |time| format!("Состояние на {time}"),
    no_checkpoints: "Пока нет ни одной.",
    checkpoint_not_kept: "Не сохранено: хранилище браузера заполнено. Удалите старую точку или скачайте копию проекта.",
    compare_with_now: "Сравнить с тем, что сейчас",
    restore_copy: "Восстановить копию",
    restored_copy: |name| format!("Копия карты из точки {}", title_ru(name)),
    deleted_checkpoint: |name| format!("Удалена контрольная точка {}", title_ru(name)),
    checkpoint_title: |title, name| format!("{title}, {name}"),
    map_not_there: "Этой карты тогда ещё не было.",
    nothing_changed: "С тех пор на этой карте ничего не изменилось.",
    cards_added: "Добавлено",
    cards_removed: "Удалено",
    cards_reworded: "Переписано",
    cards_moved: "Перенесено",
    cards_detailed: "Другие баллы или сведения",
    levels_changed: "Уровни",
    // The map.
    journey_map: "Карта пути клиента",
    lane: "Дорожка",
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
    choose_all: "Выбрать все найденные",
    chosen_cards: "Выбранные карточки",
    chosen: |count| format!("Выбрано: {count}\u{a0}{}", plural_ru(count, "карточка", "карточки", "карточек")),
    add_tag: "Добавить метку",
    remove_tag: "Снять метку",
    move_here: "Перенести в текущую ячейку",
    choose_none: "Снять выбор",
    deleted_cards: |count| {
        format!(
            "{} {count}\u{a0}{}",
            if count % 10 == 1 && count % 100 != 11 { "Удалена" } else { "Удалено" },
            plural_ru(count, "карточка", "карточки", "карточек")
        )
    },
    verb_pick: "Выбрать карточку или снять выбор",
    verb_pick_up: "Выбирать вверх",
    verb_pick_down: "Выбирать вниз",
    add_to_map: "Добавить на карту",
    entry_hint: "Напишите и нажмите Enter",
    next_stage: "этап",
    key_lane: "дорожка",
    no_such_lane: "На этой карте нет такой дорожки. Добавьте её и снова нажмите Enter.",
    pasted: |count| {
        format!(
            "{} {count}\u{a0}{}",
            if count % 10 == 1 && count % 100 != 11 { "Вставлена" } else { "Вставлено" },
            plural_ru(count, "карточка", "карточки", "карточек")
        )
    },
    huge_paste_title: "Вставить всё?",
    huge_paste_text: "Получится очень много карточек. Отменить их можно одним шагом.",
    paste_all: "Вставить всё",
    cancel: "Не вставлять",
    add_to: |lane| format!("Добавить: {lane}"),
    added_to: |lane, stage| format!("Добавлено: {lane}, {stage}"),
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
    no_cards_here: "На дорожке эмоций карточек нет. Нажмите на ней клавишу от 1 до 5, чтобы оценить этап.",
    second_emotion_lane: "На этой карте уже есть дорожка эмоций.",
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
    no_level: "нет оценки",
    peak: "Пик",
    lowest: "Минимум",
    last: "Финал",
    steepest_drop: "Самый резкий спад",
    // The friction ranking.
    friction_ranking: "Рейтинг трения",
    by_score: "По баллу",
    no_friction_title: "Точек трения пока нет",
    no_friction_hint: "Перейдите на дорожку «Точки трения» и напишите, что мешает клиенту. Оцените здесь: частота\u{a0}×\u{a0}влияние.",
    total_of: |count| {
        format!("Сумма баллов, {count}\u{a0}{}", plural_ru(count, "точка трения", "точки трения", "точек трения"))
    },
    score_is: |score| format!("Балл {score}"),
    not_scored: "Пока без балла",
    friction_details: "О точке трения",
    frequency: "Частота",
    impact: "Влияние",
    owner: "Владелец",
    next_step: "Следующий шаг",
    due: "Срок",
    evidence: "Основание",
    assumed: "Предположили",
    observed: "Наблюдали",
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
    verb_edit: "Изменить карточку или название; в пустой ячейке\u{a0}— начать карточку",
    verb_delete: "Удалить",
    verb_duplicate: "Дублировать",
    verb_move_left: "Сдвинуть карточку или этап влево",
    verb_move_right: "Сдвинуть карточку или этап вправо",
    verb_move_up: "Сдвинуть карточку или дорожку вверх",
    verb_move_down: "Сдвинуть карточку или дорожку вниз",
    verb_add_after: "Вставить этап справа или дорожку ниже",
    verb_menu: "Меню действий",
    verb_form: "Открыть форму точки трения",
    verb_help: "Все клавиши",
    key_letters: "Начать карточку в ячейке: просто печатайте",
    key_end: "Закончить правку",
    key_new_line: "Новая строка в карточке",
    key_levels: "На дорожке эмоций: уровни от −2 до +2",
    key_grades: "На точке трения: частота; с Shift\u{a0}— влияние",
    key_point: "На точке кривой: на полуровня выше или ниже; Enter\u{a0}— войти, к\u{a0}второй кривой, выйти",
    // Taking it away.
    rank: "№",
    stage: "Этап",
    score: "Балл",
    lane_goes_on: "продолжение на следующей странице",
    lane_went_on: "продолжение",
    page_of: |page, pages| format!("Страница {page} из {pages}"),
    show_as_table: "Показать таблицей",
    download_chart: |title| format!("Скачать {}", title_ru(title)),
    chart_as_svg: "Картинка SVG",
    chart_as_png: "Картинка PNG",
    chart_as_csv: "Таблица CSV",
    chart_keys: "Стрелки влево и вправо читают значения, T показывает их таблицей.",
    exact_value: |label| format!("{label}, точно"),
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
    copy_by_hand: "Скопируйте сами",
    copy_by_hand_text: "Браузер не дал Орбите записать в буфер обмена. Текст выделен: скопируйте его сочетанием Ctrl+C, на Mac — Cmd+C.",
    png_reduced: |width, height| {
        format!(
            "Карта слишком велика для PNG в полной чёткости: в этой картинке {width} × {height} пикселей. SVG чёткая в любом размере."
        )
    },
    png_failed: "Браузер не смог нарисовать PNG. Возьмите SVG: это та же картинка.",
};

/// " и 5 карточек", or nothing.
fn with_cards(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!(" и {count}\u{a0}{}", plural_ru(count, "карточка", "карточки", "карточек")),
    }
}
