//! What the library says, in Russian.

use crate::i18n::figures::listed;
use crate::i18n::library::LibraryWords;
use crate::i18n::quote::title_ru;
use crate::i18n::ru::counts::plural_ru;

pub const WORDS: LibraryWords = LibraryWords {
    import: "Импорт",
    import_file: "Импортировать файл",
    engagements: "Проекты",
    new_engagement: "Новый проект",
    start_with_example: "Начать с примера",
    find_project: "Найти проект",
    sort_by: "Сортировка",
    by_change: "По дате изменения",
    by_name: "По названию",
    templates: "Шаблоны",
    template_renewal: "Продление B2B",
    template_renewal_about: "Почему корпоративный клиент остаётся или уходит",
    template_onboarding: "Подключение клиента",
    template_onboarding_about: "От покупки до первого результата",
    template_support: "Обращение в поддержку",
    template_support_about: "Одно обращение: от проблемы до проверки результата",
    template_purchase: "Покупка в интернете",
    template_purchase_about: "Один заказ: от потребности до повторной покупки",
    template_agency: "Проект агентства",
    template_agency_about: "От первой встречи до следующего проекта",
    template_empty: "Пустая карта",
    template_empty_about: "Пять этапов, шесть дорожек, план на два часа",
    welcome_title: "Проектов пока нет",
    welcome_text: "В проекте хранится всё об одном клиенте. Начните с примера, чтобы увидеть готовую карту, или откройте пустую и печатайте.",
    unknown_address: "Страница не найдена. Это библиотека.",
    storage_denied: "Браузер не разрешает хранить данные: правки хранятся в памяти, пока страница открыта. Скачайте копии того, что нужно сохранить.",
    newer_unreadable: "Один проект создан в более новой версии Орбиты, показать его здесь нельзя. Он хранится без изменений.",
    kept_aside: "Один проект не удалось прочитать. Он отложен, ничего не удалено.",
    download_it: "Скачать",
    holds: |counts| {
        let nouns = [
            ["карта", "карты", "карт"],
            ["карточка", "карточки", "карточек"],
            ["интервью"; 3],
            ["сценарий", "сценария", "сценариев"],
        ];
        listed(counts, |at, count| {
            let [one, few, many] = nouns[at];
            plural_ru(count, one, few, many).into()
        })
    },
    deleted: |title| format!("Удалён проект {}", title_ru(title)),
    recently_deleted: |count| format!("Недавно удалённые ({count})"),
    deleted_hint: "Хранятся 30 дней или пока не понадобится место.",
    delete_forever: "Удалить навсегда",
    verb_restore: "Восстановить последний удалённый проект",
    storage: "Хранилище",
    this_browser_only: "только этот браузер",
    share_of_browser: |share| format!("{share} от лимита браузера"),
    backup: "Резервная копия",
    backup_file: "орбита-копия.json",
    never_copied: "Резервную копию всего ещё не скачивали. Если очистить данные браузера, проекты пропадут.",
    copied_days_ago: |days, count, added| {
        let made = match days {
            0 => "Последняя копия сделана сегодня".into(),
            _ => {
                let unit = plural_ru(days as usize, "день", "дня", "дней");
                format!("Последняя копия сделана {days}\u{a0}{unit} назад")
            }
        };
        let projects = |count: usize| format!("{count}\u{a0}{}", plural_ru(count, "проект", "проекта", "проектов"));
        let made = match added {
            0 => format!("{made}."),
            _ => format!(
                "{made}, после неё {} {}.",
                plural_ru(added, "добавлен", "добавлены", "добавлено"),
                projects(added)
            ),
        };
        match days {
            0 => made,
            _ => format!(
                "{made} Если очистить данные браузера, {} {}.",
                plural_ru(count, "пропадёт", "пропадут", "пропадут"),
                projects(count)
            ),
        }
    },
    download_all: "Скачать резервную копию",
    drop_here: "Выберите файл или перетащите сюда",
    drop_hint: "проект или резервная копия, .json или .html; карта таблицей, .xlsx, .csv или .tsv",
    nothing_uploaded: "Ничего не отправляется. Файлы читаются на этом устройстве и\u{a0}добавляются к тому, что есть.",
    no_account: "Без учётной записи, данные не покидают браузер",
};
