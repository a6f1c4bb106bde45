//! Findings in Russian.

use crate::i18n::Lang;
use crate::i18n::interviews::findings::{
    CodebookWords, ExchangeWords, FindingsWords, ForceWords, OutcomeWords, PhraseWords, QuoteWords, StatementWords,
};
use crate::i18n::quote::{mentioned, title_ru};
use crate::i18n::ru::counts::{counted_ru, highlights_ru, plural_ru};
use crate::tables::bytes::NoText;

pub const WORDS: FindingsWords = FindingsWords {
    findings: "Выводы",
    titles: ["Силы", "Банк фраз", "Метки", "Работы", "Результаты", "Цитаты"],
    forces: ForceWords {
        four_forces: "Четыре силы",
        net_switch: |net| format!("Перевес за переход: {net}"),
        net_stay: |net| format!("Перевес за прежнее: {net}"),
        net_even: "Поровну",
        stay: "остаться",
        switch: "перейти",
        count_by: "Считать по",
        by: ["Упоминания", "Люди", "Выручка"],
        strongest: |force| format!("Самая сильная\u{a0}— {}.", title_ru(force)),
        recruit: "Кого пригласить дальше",
        sides: |joined, left, others| format!("Пришли: {joined}, ушли: {left}, остались или продлили: {others}."),
        no_kind: |count| {
            let interviews = plural_ru(count, "интервью не учтено", "интервью не учтены", "интервью не учтены");
            format!("{count} {interviews}: вид не выбран. Его можно выбрать в сведениях об интервью.")
        },
        came: |ago| match ago {
            0 => "Пришёл в\u{a0}последнем периоде".into(),
            1 => "Пришёл в\u{a0}предпоследнем периоде".into(),
            ago => format!("Пришёл за\u{a0}{} до\u{a0}последнего", counted_ru(ago, "период", "периода", "периодов")),
        },
        went: |ago| match ago {
            0 => "Ушёл в\u{a0}последнем периоде".into(),
            1 => "Ушёл в\u{a0}предпоследнем периоде".into(),
            ago => format!("Ушёл за\u{a0}{} до\u{a0}последнего", counted_ru(ago, "период", "периода", "периодов")),
        },
        recruit_hint: "Лучше всего помнят через 30–90 дней после перехода. Обычно хватает 8–12 интервью.",
        nobody_to_recruit: "Среди загруженных клиентов нет тех, кто недавно пришёл или ушёл без интервью.",
        no_accounts_to_recruit: "Загрузите клиентов в «Экономике»: здесь появятся те, кто недавно пришёл или ушёл без интервью.",
        rhythm: "Ритм по неделям",
        rhythm_says: |weeks, last| {
            let row = match (weeks, last) {
                (0, _) => return "На прошлой и этой неделе интервью не было.".into(),
                (1, 0) => return "Последнее интервью было на прошлой неделе.".into(),
                (1, last) => return format!("На этой неделе: {last}, на прошлой интервью не было."),
                _ => format!("Интервью идут {} подряд.", counted_ru(weeks, "неделю", "недели", "недель")),
            };
            format!("{row} На этой неделе: {last}.")
        },
        week_of: |day, count| format!("Неделя с {day}: {}", counted_ru(count, "интервью", "интервью", "интервью")),
        no_dates: "Укажите даты интервью, чтобы увидеть ритм по неделям.",
    },
    statements: StatementWords {
        job_story: "Джоб-стори",
        job: "Работа",
        outcome: "Результат",
        add_story: "Добавить джоб-стори",
        add_job: "Добавить работу",
        add_outcome: "Добавить результат",
        job_parts: ["Глагол", "Объект", "Контекст"],
        story_parts: ["Когда", "я хочу", "чтобы"],
        outcome_parts: ["Направление", "Показатель", "Объект", "Контекст"],
        job_hints: ["Показать", "совету директоров результат обучения", "до\u{a0}решения о\u{a0}бюджете"],
        story_hints: ["совет директоров спрашивает, что изменилось", "назвать одну цифру", "сохранить бюджет"],
        outcome_hints: ["время на подготовку", "отчёта", "перед заседанием совета"],
        added_outcomes: |count| format!("Добавлено: {}", counted_ru(count, "результат", "результата", "результатов")),
        backed: |heard, interviews| {
            format!("{}, {}", highlights_ru(heard), counted_ru(interviews, "интервью", "интервью", "интервью"))
        },
        says_nobody: "Пока не подтверждено цитатами",
        show_quotes: "Показать цитаты",
        open_initiative: "Создать инициативу",
        show_initiative: "Показать инициативу",
        opened_initiative: "Инициатива создана",
        empty_statement: |kind| format!("{kind} (пусто)"),
        delete_statement: "Удалить",
        deleted_statement: "Удалено",
        no_jobs_title: "Работ пока нет",
        no_jobs_hint: "Запишите, чего люди хотят добиться, и добавьте цитаты, где они об этом говорят.",
    },
    phrases: PhraseWords {
        phrase_bank: "Банк фраз",
        times_said: "Сколько раз",
        denied: |denied, count| match denied {
            0 => String::new(),
            1 if count == 1 => "с\u{a0}отрицанием".into(),
            2 if count == 2 => "оба раза с\u{a0}отрицанием".into(),
            denied if denied == count => "всегда с\u{a0}отрицанием".into(),
            denied => format!("с\u{a0}отрицанием {denied} из\u{a0}{count}"),
        },
        none_twice: [
            "Здесь появятся фразы, которые во\u{a0}всех интервью вместе прозвучали хотя\u{a0}бы дважды.",
            "Здесь появятся слова, которые во\u{a0}всех интервью вместе прозвучали хотя\u{a0}бы дважды.",
        ],
        none_here: "Здесь появятся фразы и\u{a0}слова отсюда, когда во\u{a0}всех интервью вместе прозвучат хотя\u{a0}бы дважды.",
        times_said_in_all: "Сколько раз во\u{a0}всех интервью",
        language: "Язык",
        languages: ["Английский", "Русский"],
        lengths: "Длина",
        length_names: ["Фразы", "Слова"],
        compare: "Характерно для",
        all_interviews: "Все интервью",
        phrase: "Фраза",
        people: "Люди",
        interviews: "Интервью",
        here: "Здесь",
        rest: "В других",
        keyness: "Характерность",
        keyness_hint: "Характерность\u{a0}— логарифм правдоподобия (G²): насколько неожиданно отличие от остальных интервью.",
        copy_cleared: "Скопировать разрешённые цитаты",
        copied: |copied, left_out| {
            let done = format!(
                "{} {}",
                plural_ru(copied, "Скопирована", "Скопированы", "Скопировано"),
                counted_ru(copied, "цитата", "цитаты", "цитат")
            );
            match left_out {
                0 => format!("{done}."),
                left_out => format!("{done}, без согласия пропущено: {left_out}."),
            }
        },
        nothing_highlighted: "Ничего не\u{a0}скопировано: среди выделенных цитат таких нет.",
        nothing_cleared: "Ничего не скопировано: никто не разрешил себя цитировать.",
        copy_failed: "Браузер не разрешил копирование.",
    },
    codebook: CodebookWords {
        new_tag: "Новая метка",
        new_group: "Новая группа",
        tag: "Метка",
        quotes: "Цитаты",
        notes: "Заметки",
        group: "Группа",
        no_group: "Без группы",
        when_to_use: "Когда применять",
        colour: "Цвет",
        merge_into: "Объединить с",
        merge: "Объединить",
        merged: |from, into| format!("Метка {} объединена с\u{a0}меткой {}", title_ru(from), title_ru(into)),
        delete_tag: "Удалить метку",
        deleted_tag: |name| format!("Метка {} удалена", title_ru(name)),
        delete_group: "Удалить группу",
        deleted_group: |name| format!("Группа {} удалена, её метки остались.", title_ru(name)),
        group_name: "Название группы",
        no_name: "Введите название.",
        matrix: "Метки по интервью",
        together: "Метки, которые встречаются вместе",
        together_says: |one, other, count| format!("{one} и {other}: {}", counted_ru(count, "раз", "раза", "раз")),
        no_pairs: "Пока никакие две метки не встречаются в\u{a0}одной цитате.",
        saturation: "Новые метки по интервью",
        untagged: |count| {
            let left_out = if count == 1 { "оно не\u{a0}учтено" } else { "они не\u{a0}учтены" };
            format!("Без меток пока {count}\u{a0}интервью, {left_out}.")
        },
        new_tags: |count| {
            format!(
                "{count} {} {}",
                plural_ru(count, "новая", "новые", "новых"),
                plural_ru(count, "метка", "метки", "меток")
            )
        },
        no_tags_title: "Меток пока нет",
        no_tags_hint: "Ставьте метки на цитаты в интервью, добавьте метку здесь или загрузите файл .qdc.",
        open_tag: |name| format!("Изменить метку {}", title_ru(name)),
        move_up: "Перетащите метку на группу или на другую метку либо выберите группу при изменении метки.",
        colour_number: |number| format!("Цвет {number}"),
    },
    outcomes: OutcomeWords {
        importance: "Важность",
        satisfaction: "Удовлетворённость",
        opportunity: "Возможность",
        score_range: |score, low, high| format!("{score} (от {low} до {high})"),
        answers: |count| counted_ru(count, "ответ", "ответа", "ответов"),
        answers_column: "Ответы",
        no_answers: "Ответов пока нет",
        no_grades: "Оценок пока нет",
        add_answer: "Добавить ответ",
        remove_answer: "Убрать ответ",
        who: "Кто",
        someone_else: "Опрос",
        segment: "Сегмент",
        no_segment: "Без сегмента",
        chart_title: "Важность и удовлетворённость",
        chart_subtitle: "от 0 до 10; ниже линий\u{a0}— важно, но\u{a0}удовлетворённость низкая",
        chart_says: |count| match count {
            0 => "Ни для одного результата пока не хватает ответов.".into(),
            count => format!(
                "Внимания {} {}.",
                plural_ru(count, "заслуживает", "заслуживают", "заслуживают"),
                counted_ru(count, "результат", "результата", "результатов")
            ),
        },
        no_outcomes_title: "Результатов пока нет",
        no_outcomes_hint: "Запишите, чем люди измеряют успех, и спросите, насколько это важно и насколько они довольны.",
        by_segment: "По сегментам",
        unanswered: "–",
        paste_answers: "Вставить ответы…",
        take_answers: "Добавить вставленное",
        paste_hint: "По строке на человека: важность, удовлетворённость, сегмент",
        no_answers_in: |name| {
            format!("В файле «{name}» нет ответов. Нужна строка на человека: важность и удовлетворённость от 1 до 5.")
        },
        several_outcomes: |second| {
            format!(
                "Ничего не прочитано: столбец «{second}» относится к другому результату. Вставьте только два столбца этого результата."
            )
        },
        unread_lines: |count, line, typed| {
            let why = format!("в «{line}» вместо целого числа от 1 до 5 стоит «{typed}».");
            if count == 1 {
                format!("Не прочитана 1 строка: {why}")
            } else {
                let lines = counted_ru(count, "строка", "строки", "строк");
                format!("Не\u{a0}прочитано: {lines}, текст остался здесь. Первая: {why}")
            }
        },
        no_room: |count| {
            let lines = counted_ru(count, "строка", "строки", "строк");
            format!(
                "У\u{a0}результата может быть 2000\u{a0}ответов. Не\u{a0}поместилось: {lines}, текст остался здесь."
            )
        },
    },
    quote_list: QuoteWords {
        search: "Искать в\u{a0}цитатах и\u{a0}заметках",
        any_outcome: "Все виды",
        any_segment: "Все сегменты",
        any_tag: "Все метки",
        no_tag: "Без метки",
        any_force: "Все силы",
        no_force: "Без силы",
        kind: "Вид",
        force: "Сила",
        from: "С",
        to: "По",
        found: |count| format!("Найдено: {count}"),
        first_of: |shown, all| format!("Показаны первые {shown} из {all}. Уточните запрос, чтобы увидеть остальные."),
        nothing_found: "Ничего не найдено. Сократите запрос или уберите фильтры.",
        no_quotes_title: "Цитат пока нет",
        no_quotes_hint: "Выделите слова людей в интервью или загрузите файл с цитатами.",
        note: "Заметка",
        lost: "Текст удалён",
        quote_shortcuts: "Клавиши цитаты",
        join: "На карту…",
        join_hint: "Часть названия точки трения, этапа или работы",
        begin_friction: "Новая точка трения…",
        begin_friction_hint: "Часть названия этапа",
        copy_quote: "Скопировать цитату",
        quote_copied: "Цитата скопирована",
        new_thought: |stage| format!("Новая карточка на этапе {}", title_ru(stage)),
        new_friction: |stage| format!("Новая точка трения на этапе {}", title_ru(stage)),
        kind_thought: "Мысль",
        kind_friction: "Точка трения",
        kind_initiative: "Инициатива",
        is_joined: "добавлено, Enter уберёт",
        nothing_to_join: "Ничего не найдено",
        joined: |name| format!("Цитата добавлена: {}", mentioned(Lang::Russian, name)),
        no_consent: "Согласия на цитирование нет: спросите человека, прежде чем показывать.",
        unnamed_there: "На карте не видно, кто это сказал.",
        parted: |name| format!("Цитата убрана: {}", mentioned(Lang::Russian, name)),
        stage_number: |number| format!("Этап {number}"),
        actions_of: |text| format!("Действия: {}", mentioned(Lang::Russian, text)),
    },
    exchange: ExchangeWords {
        export_csv: "Цитаты (CSV)",
        export_markdown: "Интервью с метками (Markdown)",
        export_qdpx: "Проект QDA (.qdpx)",
        export_qdc: "Метки (.qdc)",
        without_names: "Без имён",
        ignoring_consent: "Без учёта согласия",
        left_out: |count| {
            format!("Без согласия на цитирование пропущено: {}.", counted_ru(count, "интервью", "интервью", "интервью"))
        },
        nothing_exported: "Экспортировать нечего: никто не разрешил себя цитировать. Согласие указывают в сведениях об интервью.",
        export_copy: "Весь проект без имён",
        import: "Загрузить цитаты или проект QDA…",
        imported: |interviews, heard| {
            format!(
                "Загружено: {}, {}",
                counted_ru(interviews, "интервью", "интервью", "интервью"),
                highlights_ru(heard)
            )
        },
        imported_tags: |count| format!("Загружено: {}", counted_ru(count, "метка", "метки", "меток")),
        already_here: |all, here| match (all, here) {
            (1, _) => "Интервью из этого файла уже есть в проекте.".into(),
            (all, here) if all == here => "Все интервью из этого файла уже есть в проекте.".into(),
            (all, here) => format!("Уже есть в проекте: {here} из {all} интервью этого файла."),
        },
        answers_already_here: "Эти ответы уже есть в списке.",
        import_new: "Загрузить только новые",
        dont_import: "Не загружать",
        import_anyway: "Всё равно загрузить",
        sheet_imported: |sheet, others| {
            format!("Загружен только лист «{sheet}». Остальные листы книги ({others}) не загружены.")
        },
        not_imported: |name, why| {
            let name = title_ru(name);
            match why {
                NoText::Empty => format!("Файл {name} пуст. Ничего не загружено."),
                NoText::BadUtf8 { line, column, .. } => {
                    format!("Файл {name} повреждён: строка {line}, столбец {column}. Сохраните его заново в UTF-8.")
                }
                NoText::Binary(_) => {
                    format!(
                        "В файле {name} нет цитат. Подойдут таблицы цитат (.csv, .tsv, .txt, .xlsx) и REFI-QDA (.qdpx, .qdc)."
                    )
                }
            }
        },
    },
};
