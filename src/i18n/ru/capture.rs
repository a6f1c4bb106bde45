//! Запись интервью по-русски.

use crate::i18n::interviews::capture::CaptureWords;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::plural_ru;
use crate::interviews::exchange::NoTranscript;

pub const WORDS: CaptureWords = CaptureWords {
    add_interview: "Добавить интервью",
    no_interviews: "Здесь будут интервью с клиентами",
    no_interviews_hint: "Записывайте по ходу разговора или вставьте расшифровку.",
    none_came: "Интервью здесь нет.",
    none_came_hint: "В ссылку интервью не входят, а на опубликованной странице есть только те, на которые дали согласие. За остальными попросите файл проекта.",
    holds_them: "удерживает",
    moves_them: "подталкивает",
    lean: |moves, holds| match (moves, holds) {
        (0, 0) => "Силы пока не отмечены".into(),
        (moves, holds) => format!("Цитаты и заметки: {moves} за переход, {holds} против"),
    },
    across: "По всем интервью",
    open: "Открыть",
    duplicate: "Дублировать без записей",
    delete_interview: "Удалить интервью",
    deleted_interview: |person| format!("Удалено интервью {}", title_ru(person)),
    interview_menu: "Меню интервью",
    interview: "Интервью",
    shortcuts: "Клавиши интервью",
    list_shortcuts: "Клавиши списка интервью",
    verb_up: "К предыдущему интервью",
    verb_down: "К следующему интервью",
    verb_open: "Открыть интервью",
    verb_line: "Перейти к строке",
    verb_edit: "Изменить запись",
    verb_retag: "Заменить последнюю метку цитаты",
    retag: "Заменить метку\u{2026}",
    verb_tag: "Метка для выделенного, цитаты или записи",
    verb_energy: "Акцент: смех, вздох, пауза",
    verb_next_quote: "Следующая цитата в записи",
    verb_earlier_quote: "Предыдущая цитата в записи",
    verb_edge: "Выбрать край цитаты и двигать его стрелками",
    verb_join: "Добавить цитату на карту, к работе или инициативе",
    verb_delete: "Удалить цитату или запись",
    keys: &[
        (&["Tab", "Shift+Tab"], "Следующий или предыдущий этап"),
        (&["ArrowUp", "ArrowDown"], "Предыдущая или следующая запись"),
        (&["> Ю", "< Б"], "В начале строки: толчок, тревога; на русской раскладке это «Ю» или «Б» и пробел"),
        (&["# №"], "В строке: метка; на русской раскладке №"),
        (&["Enter"], "Закончить правку"),
        (&["Esc"], "Отменить правку"),
        (&["Shift+Enter"], "Разделить запись при правке"),
        (&["ArrowLeft", "ArrowRight"], "Выделить слово; с Shift расширить"),
        (&["Ctrl+ArrowLeft", "Ctrl+ArrowRight"], "Выделить предложение"),
        (&["Shift+ArrowUp", "Shift+ArrowDown"], "Выделить всю запись"),
        (&["1\u{2026}9"], "Поставить недавнюю метку ещё раз"),
    ],
    panes: "Вид",
    notes: "Записи",
    guide: "Вопросы",
    debrief: "Итоги",
    details: "Сведения об интервью",
    edit_details: "Изменить сведения",
    person: "Собеседник",
    role: "Должность",
    account: "Клиент",
    segment: "Сегмент",
    kind: "Вид интервью",
    consent: "Согласие на цитаты",
    date: "Дата",
    minutes: |minutes| format!("{minutes}\u{a0}мин"),
    minutes_label: "Минуты",
    minutes_bounds: |most| format!("Минуты: целое число от\u{a0}0 до\u{a0}{most}."),
    language: "Язык",
    languages: ["Английский", "Русский"],
    interviewer: "Интервьюер",
    nobody: "Никто",
    who_speaks: "Кто говорит? Снимите отметку, если это не\u{a0}имя, или впишите настоящее имя.",
    set_date: |day| format!("Дата интервью\u{a0}— {day}, как в\u{a0}расшифровке"),
    who_asks: "Кто задаёт вопросы? Пока не выбрано, слова всех участников считаются словами клиента.",
    speaker: "Кто говорит…",
    all_of_speaker: |from, to| format!("Всё, что говорит {}: {to}", title_ru(from)),
    all_of_nobody: |to| format!("Всё без говорящего: {to}"),
    new_speaker: "Новое имя…",
    who_says: "Кто это говорит",
    set_name: "Записать имя",
    turn_interviewer: "Интервьюер или нет",
    rename_speaker: "Переименовать говорящего\u{2026}",
    speaker_name: "Имя говорящего",
    name_for: |speaker| format!("Имя вместо {}", title_ru(speaker)),
    speaker_joins: |name| format!("{} уже есть в\u{a0}этом интервью. Реплики обоих объединятся.", title_ru(name)),
    rename: "Переименовать",
    join_speakers: "Объединить",
    renamed_speaker: |from, to| format!("Вместо {} теперь {}", title_ru(from), title_ru(to)),
    joined_speakers: |from, to| format!("Реплики {} и {} объединены", title_ru(from), title_ru(to)),
    speaker_empty: "Введите имя.",
    speaker_too_long: |most| {
        format!("Имя слишком длинное. Оставьте не\u{a0}больше {most} {}.", plural_ru(most, "знака", "знаков", "знаков"))
    },
    took_part: "Кто участвовал в решении, по одному в строке",
    timeline: "Хронология",
    add_date: "Указать дату",
    began: "Начало",
    happened: "Когда",
    what_happened: "Что произошло",
    how_exactly: "Насколько точно",
    exactness: ["Неизвестно", "В этот день", "Около этого дня", "В этом месяце", "В этом году"],
    add_note: "Добавить запись",
    line_hint: "Что говорят? \" цитата, > или Ю толчок, + притяжение, < или Б тревога, = привычка, № метка",
    force_keys: ["> Ю", "+", "< Б", "="],
    note: "Заметка",
    quote: "Цитата",
    our_words: "Наши слова, не\u{a0}цитата",
    stays_quote: "У\u{a0}цитаты есть пометки, поэтому она останется цитатой. Изменить это можно в\u{a0}меню записи: «Наши слова, не\u{a0}цитата».",
    phase_and_kind: "Этап и вид",
    key_focus: "к строке",
    next_phase: "след. этап",
    earlier_phase: "пред. этап",
    backwards: "Начните с того, чем закончилось, и идите назад во времени: Shift+Tab переходит к более раннему этапу.",
    needs_words: "Сначала введите текст",
    start_clock: "Запустить часы",
    pause_clock: "Остановить часы",
    talked: "Время интервью",
    no_notes: "Записей пока нет",
    no_notes_hint: "Пишите в строке внизу и нажимайте Enter. Время пойдёт с\u{a0}первой буквы.",
    note_text: "Текст записи",
    edit_note: "Изменить текст",
    edit_discarded: "Правка отменена",
    note_menu: |time| {
        if time.is_empty() { "Меню записи".into() } else { format!("{time}, меню записи") }
    },
    deleted_note: "Запись удалена",
    tag: "Метка…",
    tags: "Метки",
    tag_name: "Название метки",
    tag_hint: "Найти или создать метку",
    new_tag: |name| format!("Новая метка {}", title_ru(name)),
    takes_off: "убрать",
    delete_quote: "Удалить цитату",
    deleted_quote: "Цитата удалена. Текст остался.",
    place_again: "Взять выделенный текст",
    select_first: "Сначала выделите текст",
    paste_transcript: "Вставить расшифровку",
    paste_hint: "Текст, Markdown, Word, SRT, WebVTT или CSV. Имена и время распознаются.",
    import_file: "Загрузить файл",
    no_transcript: |name, why| {
        let name = title_ru(name);
        match why {
            NoTranscript::Empty => format!("В файле {name} нет текста. Выберите файл с расшифровкой."),
            NoTranscript::Damaged { line, column } => {
                format!("Файл {name} повреждён: строка {line}, столбец {column}. Сохраните его заново в UTF-8.")
            }
            NoTranscript::TooLong => {
                format!("Файл {name} слишком длинный для одного интервью. Разделите его и\u{a0}загрузите по частям.")
            }
            NoTranscript::Document => {
                format!("Файл {name} повреждён или неполон. Сохраните его заново в формате .docx или .txt.")
            }
            NoTranscript::Workbook => {
                format!(
                    "{name}\u{a0}— книга электронных таблиц. Скопируйте строки и вставьте их сюда или сохраните её как .csv."
                )
            }
            NoTranscript::Archive => format!("{name}\u{a0}— архив. Распакуйте его и загрузите расшифровку."),
            NoTranscript::Pdf => format!("{name}\u{a0}— PDF. Скопируйте текст и вставьте его сюда."),
            NoTranscript::Copy => format!("{name}\u{a0}— копия проекта. Импортируйте её в библиотеке."),
            NoTranscript::Json => {
                format!(
                    "{name}\u{a0}— файл JSON, и реплик в нём не нашлось. Сохраните расшифровку как текст, SRT или WebVTT."
                )
            }
            NoTranscript::Page => format!("{name}\u{a0}— веб-страница. Скопируйте текст и вставьте его сюда."),
            NoTranscript::Other => {
                format!(
                    "В файле {name} нет текста, который можно прочитать. Подойдут .txt, .md, .docx, .srt, .vtt, .csv и .json."
                )
            }
        }
    },
    cut_transcript: |name| {
        format!("Файл {} неполон: он обрывается на середине буквы. Проверьте конец расшифровки.", title_ru(name))
    },
    guessed_letters: "В\u{a0}файле не\u{a0}указана кодировка. Если слова выглядят неправильно, сохраните его в\u{a0}UTF-8 и\u{a0}загрузите снова.",
    begins_with: "Предпросмотр",
    more_paragraphs: |count| format!("…и ещё {count} {}", plural_ru(count, "абзац", "абзаца", "абзацев")),
    take_transcript: "Добавить в интервью",
    taken: |count| {
        format!(
            "{} {count} {}",
            plural_ru(count, "Добавлен", "Добавлены", "Добавлено"),
            plural_ru(count, "абзац", "абзаца", "абзацев")
        )
    },
    already_in: |person| format!("Эта расшифровка уже есть в интервью {}.", title_ru(person)),
    already_in_this: "Эта расшифровка уже есть в этом интервью.",
    add_anyway: "Всё равно добавить",
    dont_add: "Не добавлять",
    no_questions_here: "Вопросов нет.",
    no_questions: "Список вопросов пока пуст. Возьмите шаблон или добавьте свои.",
    use_template: |kind| format!("Взять шаблон {}", title_ru(kind)),
    add_question: "Новый вопрос",
    question_hint: "Спросите о том дне и о событии",
    question: |number| format!("Вопрос {number}"),
    asked: |number| format!("Вопрос {number} задан"),
    remove_question: |number| format!("Удалить вопрос {number}"),
    is_covered: "раскрыто",
    is_missing: "не раскрыто",
    still_to_ask: |topics| format!("Пока не\u{a0}раскрыто: {topics}"),
    debrief_hint: "Запишите в первые 15 минут, пока помните.",
    time_left: "Осталось",
    start: "Начать",
    pause: "Пауза",
};
