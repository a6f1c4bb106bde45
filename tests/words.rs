//! How the product speaks: words that leave the screens, and numbers that agree with what they count.

use std::fs;
use std::path::{Path, PathBuf};

use orbita::i18n::Lang;
use orbita::i18n::accounts::AccountWords;
use orbita::i18n::backing::BackingWords;
use orbita::i18n::cohorts::CohortWords;
use orbita::i18n::economy::EconomyWords;
use orbita::i18n::forecast::ForecastWords;
use orbita::i18n::initiatives::InitiativeWords;
use orbita::i18n::interviews::InterviewWords;
use orbita::i18n::interviews::findings::FindingsWords;
use orbita::i18n::journey::JourneyWords;
use orbita::i18n::library::LibraryWords;
use orbita::i18n::map::MapWords;
use orbita::i18n::ranges::RangeWords;
use orbita::i18n::spending::SpendingWords;
use orbita::i18n::tables::TableWords;
use orbita::i18n::travel::TravelWords;
use orbita::i18n::workshop::WorkshopWords;
use orbita::interviews::counts::HighlightCount;
use orbita::interviews::forces::{By, Forces, Voice};
use orbita::interviews::kinds::{Force, Phase};
use orbita::interviews::questions::Topic;
use orbita::model::Collection;
use orbita::tables::bytes::{Binary, NoText};
use serde_json::Value;

/// Every text between quotation marks below `folder`, with its file; what stands in tests and comments is none.
fn texts(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
        let path = entry.path();
        if path.is_dir() {
            texts(&path, found);
            continue;
        }
        let source = fs::read_to_string(&path).expect("a readable source");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            // Escaped quotation marks are none of ours.
            let line = line.replace("\\\"", "'");
            found.extend(line.split('"').skip(1).step_by(2).map(|text| (path.clone(), text.to_lowercase())));
        }
    }
}

/// Words that a native reader stops at, or that stand for something which has another name here.
const NOT_SAID: &[&str] = &[
    "engagement",
    "reckon",
    " mend",
    "whoever",
    "dearer",
    "foretell",
    "kept aside",
    "leads nowhere",
    "is no file",
    "is no text",
    "is no emotion",
    "name of the ",
    "choose none",
    "choose all",
    "none kept",
    "could not be fetched",
    "side by side",
    "sum of scores",
    "rates and money",
    "make exact",
    "put the answers right",
    "% of runs",
    "money of today",
    "what spending does",
    "at any price",
    "times dearer",
    "claimed by others",
    "is no table",
    "foretells",
    "against marginal",
    "из прогонов",
    "прогон",
    "ставки и деньги",
    "что дают деньги",
    "следуют за долями",
    "за любые деньги",
    "сделать точным",
    "ставка дисконта,",
    "сегодняшних деньгах",
    "прибыль там",
    "что утверждают другие",
    "плавает по отраслям",
    "от трения к деньгам",
    "житейское правило",
    "прочитать таблицу",
    "ничего не взято",
    "число льстит",
    "держится на немногих",
    "рассудят новые",
    "против предельного",
    "контрольные точ",
    "контрольная точ",
    "контрольную точ",
    "контрольной точ",
    "за кулисами",
    "предположили",
    "наблюдали",
    "измерили",
    "выбирать вверх",
    "снять выбор",
    "цена устранения",
    "сотрёт всё",
    "скопируйте сами",
    "знать его стоит",
    "затраты разово",
    "месяц возраста",
    "} возраста:",
    "п.\\u{a0}п.",
    "история работы",
    "работа как история",
    "кодбук",
    "критерии найма",
    "сильнейшая сила",
    "нужно клиентов сценария",
    "клиента сценария",
    "во\u{a0}времени",
    "если устранить",
    "крупнейшая пятая",
    "(и)",
    "(ов)",
    "(s)",
    "oops",
    "please",
    "successfully",
];

/// What people read of a project that comes with the app: all its texts but the name of the format.
fn texts_of_project(value: &Value, path: &Path, found: &mut Vec<(PathBuf, String)>) {
    match value {
        Value::String(text) => found.push((path.into(), text.to_lowercase())),
        Value::Array(all) => all.iter().for_each(|one| texts_of_project(one, path, found)),
        Value::Object(all) => {
            all.iter().filter(|(key, _)| *key != "format").for_each(|(_, one)| texts_of_project(one, path, found));
        }
        _ => (),
    }
}

#[test]
fn no_screen_says_what_the_glossary_replaced() {
    let mut all = Vec::new();
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n"), &mut all);
    assert!(all.len() > 1000, "texts are found");
    let of_screens = all.len();
    for folder in ["examples", "templates/en", "templates/ru"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(folder);
        for file in fs::read_dir(folder).expect("a folder of projects").flatten() {
            let project = fs::read_to_string(file.path()).expect("a readable project");
            texts_of_project(&serde_json::from_str(&project).expect("JSON"), &file.path(), &mut all);
        }
    }
    assert!(all.len() > of_screens + 1000, "texts of projects are found");
    let said: Vec<String> = all
        .iter()
        .filter_map(|(path, text)| {
            let word = NOT_SAID.iter().find(|word| text.contains(*word))?;
            Some(format!("{}: \u{201c}{text}\u{201d} says \u{201c}{word}\u{201d}", path.display()))
        })
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// A sentence with each of the numbers on which languages disagree.
fn counted(say: impl Fn(usize) -> String) -> [String; 4] {
    [1, 2, 5, 21].map(|count| say(count).replace('\u{a0}', " "))
}

/// "Each time" is more than once, and "twice" is said of what the counts beside it do not deny.
#[test]
fn what_was_said_once_was_not_said_each_time() {
    let said = |lang, denied, count| (FindingsWords::of(lang).phrases.denied)(denied, count).replace('\u{a0}', " ");
    let all = |lang| [(0, 1), (1, 1), (2, 2), (3, 3), (1, 3)].map(|(denied, count)| said(lang, denied, count));
    assert_eq!(
        all(Lang::English),
        [
            "",
            "in the negative",
            "in the negative both times",
            "in the negative each time",
            "in the negative 1 of 3 times"
        ]
    );
    assert_eq!(
        all(Lang::Russian),
        ["", "с отрицанием", "оба раза с отрицанием", "всегда с отрицанием", "с отрицанием 1 из 3"]
    );
    for phrase in FindingsWords::of(Lang::English).phrases.none_twice {
        assert!(phrase.contains("across all interviews"), "beside one interview counts of 1 stand below it");
    }
}

#[test]
fn english_counts_one_and_many() {
    let lang = Lang::English;
    let (library, map, journey) = (LibraryWords::of(lang), MapWords::of(lang), JourneyWords::of(lang));
    let workshop = WorkshopWords::of(lang);
    assert_eq!(counted(|n| (map.copied)(n)), ["Copied 1 card", "Copied 2 cards", "Copied 5 cards", "Copied 21 cards"]);
    assert_eq!(counted(|n| (map.pasted)(n))[..2], ["1 card pasted", "2 cards pasted"]);
    assert_eq!(counted(|n| (map.deleted_cards)(n))[..2], ["Deleted 1 card", "Deleted 2 cards"]);
    assert_eq!(counted(|n| (map.cut_cards)(n))[..2], ["Cut 1 card", "Cut 2 cards"]);
    assert_eq!(
        counted(|n| (journey.total_of)(n))[..2],
        ["Total score, 1 friction point", "Total score, 2 friction points"]
    );
    assert_eq!(counted(|n| (library.holds)([n, n, 0, 0]))[..2], ["1 map \u{b7} 1 card", "2 maps \u{b7} 2 cards"]);
    assert_eq!(
        counted(|n| (library.holds)([1, 12, n, n]))[..2],
        [
            "1 map \u{b7} 12 cards \u{b7} 1 interview \u{b7} 1 scenario",
            "1 map \u{b7} 12 cards \u{b7} 2 interviews \u{b7} 2 scenarios"
        ]
    );
    assert_eq!((library.holds)([0, 0, 4, 0]), "4\u{a0}interviews");
    assert_eq!((library.holds)([0; 4]), "0\u{a0}maps \u{b7} 0\u{a0}cards");
    assert_eq!(counted(|n| (workshop.agenda_total)(n, 90))[..2], ["1 step, 90 minutes", "2 steps, 90 minutes"]);
    assert_eq!(
        counted(|n| (library.copied_days_ago)(n as i64, n, 0))[..2],
        [
            "Last copy was 1 day ago. Clearing the browser’s data would erase 1 project.",
            "Last copy was 2 days ago. Clearing the browser’s data would erase 2 projects."
        ]
    );
}

#[test]
fn russian_counts_one_few_and_many() {
    let lang = Lang::Russian;
    let (library, map, journey) = (LibraryWords::of(lang), MapWords::of(lang), JourneyWords::of(lang));
    assert_eq!(
        counted(|n| (library.holds)([n; 4])),
        [
            "1 карта \u{b7} 1 карточка \u{b7} 1 интервью \u{b7} 1 сценарий",
            "2 карты \u{b7} 2 карточки \u{b7} 2 интервью \u{b7} 2 сценария",
            "5 карт \u{b7} 5 карточек \u{b7} 5 интервью \u{b7} 5 сценариев",
            "21 карта \u{b7} 21 карточка \u{b7} 21 интервью \u{b7} 21 сценарий"
        ]
    );
    assert_eq!(
        counted(|n| (map.copied)(n)),
        ["Скопирована 1 карточка", "Скопировано 2 карточки", "Скопировано 5 карточек", "Скопирована 21 карточка"]
    );
    assert_eq!(
        counted(|n| (map.pasted)(n)),
        ["Вставлена 1 карточка", "Вставлено 2 карточки", "Вставлено 5 карточек", "Вставлена 21 карточка"]
    );
    assert_eq!(
        counted(|n| (journey.total_of)(n)),
        [
            "Общий балл, 1 точка трения",
            "Общий балл, 2 точки трения",
            "Общий балл, 5 точек трения",
            "Общий балл, 21 точка трения"
        ]
    );
    assert_eq!(
        counted(|n| (map.huge_paste_text)(n))[1..],
        [
            "Будет добавлено 2 карточки. Отменить можно одним шагом.",
            "Будет добавлено 5 карточек. Отменить можно одним шагом.",
            "Будет добавлена 21 карточка. Отменить можно одним шагом."
        ]
    );
    assert_eq!(
        counted(|n| (library.copied_days_ago)(n as i64, n, 0)),
        [
            "Последняя копия сделана 1 день назад. Если очистить данные браузера, пропадёт 1 проект.",
            "Последняя копия сделана 2 дня назад. Если очистить данные браузера, пропадут 2 проекта.",
            "Последняя копия сделана 5 дней назад. Если очистить данные браузера, пропадут 5 проектов.",
            "Последняя копия сделана 21 день назад. Если очистить данные браузера, пропадёт 21 проект."
        ]
    );
    assert_eq!(
        plain(&(library.copied_days_ago)(0, 4, 1)),
        "Последняя копия сделана сегодня, после неё добавлен 1 проект."
    );
    assert_eq!(plain(&(library.copied_days_ago)(0, 4, 0)), "Последняя копия сделана сегодня.");
}

/// A text with its no-break spaces as plain ones.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn ratios_are_said_as_words_say_them() {
    let [en, ru] = [Lang::English, Lang::Russian].map(SpendingWords::of);
    assert_eq!(
        plain(&(ru.paradox_today)("5 ₽", 65.72, 1.0)),
        "При текущих расходах (на удержание 5 ₽) привлечение обходится в среднем в 65,7 раза дороже удержания, для следующего клиента — почти не дороже."
    );
    // Two sums that differ by less than is shown are not the same.
    assert!(plain(&(ru.paradox_saved)(0.98, true)).contains("Привлечь клиента стоит почти столько же, сколько спасти"));
    assert!((en.paradox_saved)(0.98, true).contains("costs about as much as saving one"));
    // A tenth more than 95 % does not exist.
    assert!((EconomyWords::of(Lang::English).what_moves_note)("A").ends_with(", within what is possible"));
    assert!(plain(&(EconomyWords::of(Lang::Russian).what_moves_note)("А")).ends_with("±10 %, в пределах возможного"));
    let few_stay = [(en.paradox_saved)(2.0, false), plain(&(ru.paradox_saved)(2.0, false))];
    assert_eq!(few_stay[0], "Winning a client costs 2 times as much as saving one who would leave.");
    assert_eq!(few_stay[1], "Привлечь клиента в 2 раза дороже, чем спасти того, кто ушёл бы.");
    let saved = [2.0, 5.0, 21.0, 112.0, 0.5, 1.5].map(|ratio| plain(&(ru.paradox_saved)(ratio, true)));
    for (said, wanted) in saved.iter().zip(["2 раза", "5 раз", "21 раз", "112 раз", "2 раза", "1,5 раза"])
    {
        assert!(
            said.contains(&format!("Привлечь клиента в {wanted} де")) || said.contains(&format!("в {wanted} до")),
            "{said}"
        );
    }
    assert!(saved[4].contains("в 2 раза дешевле, чем спасти") && saved[0].contains("в 2 раза дороже, чем спасти"));
    assert!(
        (en.paradox_today)("$5", 65.72, 1.0).contains(
            "costs 65.7 times what keeping one for a month does on average; the next one won costs about what"
        )
    );
}

#[test]
fn a_currency_with_a_full_stop_ends_a_sentence_once() {
    let [en, ru] = [Lang::English, Lang::Russian].map(RangeWords::of);
    assert!((ru.by_likely)("16 млн руб.").ends_with("16 млн руб.") && !(ru.by_likely)("2 руб.").contains(".."));
    assert!(!(en.by_likely)("2 kr.").contains(".."));
    assert!(
        !(InitiativeWords::of(Lang::Russian).worth_exact)("2 руб.", "1 руб.", 12).contains(".."),
        "inside a text too"
    );
}

#[test]
fn points_are_written_one_way() {
    let [en, ru] = [Lang::English, Lang::Russian].map(EconomyWords::of);
    assert_eq!(
        ((ru.points)("3"), (en.points)("1"), (en.points)("0.5")),
        ("3\u{a0}п.п.".into(), "1 pt".into(), "0.5 pts".into())
    );
    let initiatives = InitiativeWords::of(Lang::Russian);
    assert!(plain(&(initiatives.breaks_even)(&(ru.points)("0,5"))).ends_with("на 0,5 п.п."), "one full stop");
    assert!(initiatives.churn_cut.ends_with("п.п."));
}

#[test]
fn clients_to_be_won_are_whole_and_agree() {
    let [en, ru] = [Lang::English, Lang::Russian].map(AccountWords::of);
    let said = |clients| plain(&(ru.never_refilled)(clients));
    assert!(said(1).contains("нужен 1 средний клиент,"), "{}", said(1));
    assert!(said(2).contains("нужно 2 средних клиента,"));
    assert!(said(5).contains("нужно 5 средних клиентов,"));
    assert!(said(21).contains("нужен 21 средний клиент,"));
    assert!((en.never_refilled)(1).contains("take 1 average client,"));
    // One client is "him", and 21 are "them", though the noun is singular for both.
    let refilled = |count: usize| plain(&(ru.refill)(count, count, "9 ₽", "5 ₽"));
    for (count, end) in [
        (1, "1 средний клиент. Его привлечение стоит 9 ₽; с учётом оттока выручка вернётся через 1 полный месяц."),
        (2, "2 средних клиента. Их привлечение стоит 9 ₽; с учётом оттока выручка вернётся через 2 полных месяца."),
        (5, "5 средних клиентов. Их привлечение стоит 9 ₽; с учётом оттока выручка вернётся через 5 полных месяцев."),
        (21, "21 средний клиент. Их привлечение стоит 9 ₽; с учётом оттока выручка вернётся через 21 полный месяц."),
    ] {
        assert!(refilled(count).contains(end), "{}", refilled(count));
    }
    assert_eq!(
        counted(|n| (en.refill)(n, n, "$9", "$5"))[..2],
        [
            "Replacing it takes 1 average client: $9 of CAC and 1 full month, churn included. Margin lost until then: $5.",
            "Replacing it takes 2 average clients: $9 of CAC and 2 full months, churn included. Margin lost until then: $5."
        ]
    );
}

#[test]
fn a_counted_word_is_said_as_people_say_it() {
    let ru = AccountWords::of(Lang::Russian);
    let few = |count| plain(&(ru.few_say)("9 %", count, "3,2"));
    assert!(few(4).starts_with("Каждый из 4 крупнейших клиентов приносит 9 %."), "{}", few(4));
    assert!(few(21).starts_with("Каждый из 21 крупнейшего клиента приносит 9 %."), "{}", few(21));
    let found = FindingsWords::of(Lang::Russian);
    assert_eq!(
        [0, 1, 2].map(|ago| plain(&(found.forces.came)(ago))),
        ["Пришёл в последнем периоде", "Пришёл в предпоследнем периоде", "Пришёл за 2 периода до последнего"]
    );
    assert_eq!(plain(&(found.forces.went)(1)), "Ушёл в предпоследнем периоде");
    assert!(plain(&(found.forces.went)(21)).starts_with("Ушёл за 21 период до"));
    assert!(few(2).ends_with("как у 3,2 клиента равного размера."), "{}", few(2));
    let equal = |effective| plain(&(ru.few_say)("9 %", 1, effective));
    for (effective, clients) in [("1", "1 клиента"), ("2", "2 клиентов"), ("5", "5 клиентов"), ("21", "21 клиента")]
    {
        assert!(equal(effective).ends_with(&format!("как у {clients} равного размера.")), "{}", equal(effective));
    }
    let en = AccountWords::of(Lang::English);
    assert!((en.few_say)("100%", 1, "1").ends_with("as concentrated as with 1 account of equal size."));
    assert!((en.few_say)("100%", 1, "1.5").ends_with("with 1.5 accounts of equal size."));
    assert!([1, 21].iter().all(|count| (found.forces.no_kind)(*count).contains("не учтено:")));
    assert!([2, 5, 11].iter().all(|count| (found.forces.no_kind)(*count).contains("не учтены:")));
}

#[test]
fn chance_is_said_of_as_many_clients_as_there_are() {
    let [en, ru] = [Lang::English, Lang::Russian].map(RangeWords::of);
    let said = |clients| plain(&(ru.single_clients)(clients, "8 п.п.", 12));
    for (clients, of_them) in [
        ("1", "1 клиенте"),
        ("2", "2 клиентах"),
        ("5", "5 клиентах"),
        ("0,4", "0,4 клиента"),
        ("21", "21 клиенте"),
        ("12\u{a0}001", "12 001 клиенте"),
    ] {
        assert!(said(clients).contains(&format!("При {of_them} она одна")), "{}", said(clients));
    }
    assert!(said("42").ends_with("к месяцу 12 в пределах ±8 п.п. в восьми случаях из десяти."));
    assert!((en.single_clients)("1", "8 pts", 12).contains("With 1 client, chance alone"));
    assert!((en.single_clients)("21", "8 pts", 12).ends_with("by up to ±8 pts, eight times in ten."));
    let outside = |count| (ForecastWords::of(Lang::English).chance_of)(count);
    assert_eq!(
        [1, 2].map(outside),
        ["1 figure is outside the range but within chance.", "2 figures are outside the range but within chance."]
    );
}

#[test]
fn what_is_not_covered_is_one_list() {
    use Phase::{Deciding, FirstThought};
    let missing = [Topic::Phase(Phase::PassiveLooking), Topic::Contrast(FirstThought), Topic::Contrast(Deciding)];
    let said = |lang, topics: &[Topic]| InterviewWords::of(lang).topics(topics);
    assert_eq!(
        said(Lang::English, &[&missing[..], &[Topic::Force(Force::Habit), Topic::Closing]].concat()),
        "passive looking; contrast questions (first thought, deciding); habit; what I should have asked"
    );
    assert_eq!(said(Lang::Russian, &missing), "пассивный поиск; контрастные вопросы (первая мысль, решение)");
    assert_eq!(said(Lang::Russian, &missing[1..2]), "контрастный вопрос (первая мысль)");
    assert_eq!(said(Lang::English, &[]), "");
}

#[test]
fn what_stays_with_the_sender_agrees() {
    let said = |lang, count, collection| {
        plain(&(TravelWords::of(lang).left_out)(&[(collection, count)], HighlightCount::default()))
    };
    let ru = |count, collection| said(Lang::Russian, count, collection);
    assert!(ru(1, Collection::Interview).contains("Останется у вас: 1 интервью."));
    assert!(ru(21, Collection::Interview).contains("Останутся у вас: 21 интервью."));
    for (count, records) in [(1, "1 запись"), (2, "2 записи"), (5, "5 записей"), (21, "21 запись")]
    {
        assert!(ru(count, Collection::Statement).contains(&format!("{records} о работах и результатах.")));
    }
}

#[test]
fn cohorts_that_break_off_agree() {
    let said = |lang| counted(|count| (CohortWords::of(lang).base_broken_off)(count));
    for (said, begins) in
        said(Lang::Russian).iter().zip(["1 когорта обрывается", "2 когорты", "5 когорт", "21 когорта"])
    {
        assert!(said.starts_with(begins), "{said}");
    }
    assert!(
        said(Lang::English)[0].starts_with("1 cohort breaks off") && said(Lang::English)[3].contains("cohorts break ")
    );
    let gone = |count| (BackingWords::of(Lang::English).gone)(count);
    assert_eq!(
        [1, 2].map(gone),
        [
            "Includes the former revenue of 1 account that has left",
            "Includes the former revenue of 2 accounts that have left"
        ]
    );
}

#[test]
fn a_damaged_workbook_is_called_one() {
    let said = |lang, name| plain(&(TableWords::of(lang).no_text)(name, NoText::Binary(Binary::Unknown)));
    assert_eq!(
        said(Lang::English, "rnd.XLSX"),
        "“rnd.XLSX” is damaged or isn’t an Excel workbook. Save it again as .xlsx."
    );
    assert!(said(Lang::Russian, "rnd.xlsx").starts_with("Файл «rnd.xlsx» повреждён, или это не книга Excel."));
    assert!(said(Lang::English, "rnd.bin").contains("isn’t a text file."));
}

#[test]
fn two_worths_that_read_alike_are_said_to_be_one() {
    let said = |lang, average, by| plain(&(CohortWords::of(lang).base_summary)("42", "340", average, "88 %", by));
    assert!(said(Lang::Russian, "340", "").ends_with("при среднем удержании 88 % выходит столько же."));
    assert!(said(Lang::Russian, "350", "+3 %").ends_with("выходит 350, +3 %."));
    assert!(said(Lang::Russian, "341", "").ends_with("выходит 341."));
    assert!(said(Lang::English, "340", "").ends_with("they come to the same."));
    assert!(said(Lang::English, "350", "+3%").ends_with("they seem to be worth 350, +3%."));
}

#[test]
fn a_smaller_budget_earns_more_or_less() {
    let left = |lang, more| plain(&(SpendingWords::of(lang).spend_less_left)("9 руб.", more));
    assert_eq!(
        left(Lang::English, false),
        "With the clients remaining at the end, the smaller budget earns 9 руб. less."
    );
    assert!(left(Lang::Russian, true).ends_with("меньший бюджет даёт на 9 руб. больше."));
}

#[test]
fn a_largest_fifth_says_how_many_that_is() {
    let [en, ru] = [Lang::English, Lang::Russian].map(AccountWords::of);
    let said = |fifth| plain(&(ru.concentration_says)("95 %", fifth, "61 %", "3,2"));
    assert!(
        said((2, 6)).starts_with("5 крупнейших клиентов из 6 приносят 95 %, 2 крупнейших — 61 %."),
        "{}",
        said((2, 6))
    );
    assert!(said((21, 101)).contains("из 101 приносят 95 %, 21 крупнейший — 61 %"));
    assert!(said((5, 23)).starts_with("5 крупнейших клиентов из 23 приносят 95 %. "), "nothing is said twice");
    assert!(
        (en.concentration_says)("95%", (2, 6), "61%", "3.2")
            .contains("The 5 largest of 6 accounts bring 95%, the 2 largest bring 61%.")
    );
}

#[test]
fn nothing_is_said_twice() {
    let [en, ru] = [Lang::English, Lang::Russian].map(FindingsWords::of);
    assert_eq!((ru.forces.rhythm_says)(0, 0), "На прошлой и этой неделе интервью не было.");
    assert_eq!((en.forces.rhythm_says)(0, 0), "No interview last week or this week.");
    assert!((ru.forces.rhythm_says)(2, 1).ends_with("На этой неделе: 1."));
    assert_eq!((ru.forces.rhythm_says)(1, 0), "Последнее интервью было на прошлой неделе.");
    assert_eq!((ru.forces.rhythm_says)(1, 2), "На этой неделе: 2, на прошлой интервью не было.");
    assert_eq!((en.forces.rhythm_says)(1, 2), "This week: 2, last week: none.");
    assert_eq!(plain(&(ru.forces.strongest)("Толчок")), "Самая сильная — «Толчок».");
}

#[test]
fn what_came_back_by_a_link_is_counted() {
    let said = |lang, maps, figures| plain(&(TravelWords::of(lang).returned)("Kurs", maps, figures));
    assert_eq!(said(Lang::English, 1, 0), "Compared with your project “Kurs”: 1 change on the maps.");
    assert_eq!(
        said(Lang::English, 5, 2),
        "Compared with your project “Kurs”: 5 changes on the maps, 2 figures changed."
    );
    assert_eq!(said(Lang::English, 0, 0), "Maps and figures are the same as in your project “Kurs”.");
    for (count, maps, figures) in [
        (1, "1 изменение", "изменена 1 цифра"),
        (2, "2 изменения", "изменены 2 цифры"),
        (5, "5 изменений", "изменено 5 цифр"),
        (21, "21 изменение", "изменена 21 цифра"),
    ] {
        let whole = format!("По сравнению с вашим проектом «Kurs»: {maps} на картах, {figures}.");
        assert_eq!(said(Lang::Russian, count, count), whole);
    }
    assert_eq!(said(Lang::Russian, 0, 0), "Карты и цифры те же, что в вашем проекте «Kurs».");
}

#[test]
fn no_russian_sentence_puts_a_name_right_after_a_preposition() {
    fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    sources(std::path::Path::new("src/i18n"), &mut files);
    // A name is not declined: "против сценария «A»", not "против «A»".
    let prepositions =
        ["в", "во", "от", "против", "с", "со", "к", "ко", "из", "для", "у", "по", "на", "до", "без", "о", "об", "при"];
    let mut checked = 0;
    for path in files {
        let text = std::fs::read_to_string(&path).expect("text").replace("\\u{a0}", " ");
        for (at, _) in text.match_indices("title_ru(") {
            // The text that the name is put into stands before it, in the same call.
            let from = text[..at].rfind("!(").unwrap_or(0);
            for preposition in prepositions {
                for hole in ["{}", "{name}", "{other}", "{title}"] {
                    let wrong = format!(" {preposition} {hole}");
                    let start = format!(
                        "\"{} {hole}",
                        preposition.replacen(
                            |_| true,
                            &preposition.chars().take(1).flat_map(char::to_uppercase).collect::<String>(),
                            1
                        )
                    );
                    let said = &text[from..at];
                    assert!(!said.contains(&wrong) && !said.contains(&start), "{}: {said}", path.display());
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn a_balance_says_that_each_force_counts_whoever_spoke_of_it() {
    let voice = |person, force| Voice { person, account: None, force, is_note: false };
    let forces = Forces::of(&[voice(1, Force::Push), voice(1, Force::Pull), voice(1, Force::Habit)], |_| None);
    let said = |lang, by| plain(&(InterviewWords::of(lang).balance)(&forces.balance(by), by, "2", "1"));
    assert!(
        said(Lang::Russian, By::People).ends_with("2 против 1 по людям. Кто назвал несколько сил, учтён в каждой.")
    );
    assert!(said(Lang::English, By::People).ends_with("A person with several forces counts in each."));
    assert!(said(Lang::Russian, By::Mentions).ends_with("по упоминаниям."));
    assert!(said(Lang::Russian, By::Revenue).ends_with("пока нечего."));
}

/// What the page says before the app is there, or when it is no more, no compiler asks for.
#[test]
fn the_page_around_the_app_speaks_every_language() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file");
    let start = read("public/start.js");
    let words = start.split_once("const words = {").and_then(|(_, rest)| rest.split_once("}[lang];")).expect("words").0;
    let keys = |code: &str| -> Vec<String> {
        let said =
            words.split_once(&format!("\n  {code}: {{")).unwrap_or_else(|| panic!("start.js says nothing in {code}"));
        let lines = said.1.lines().map(str::trim).skip(1).take_while(|line| *line != "},");
        lines
            .map(|line| line.split_once(": \"").filter(|(_, text)| text.len() > 4).expect("a sentence").0.to_owned())
            .collect()
    };
    let asked: Vec<&str> =
        start.split("words.").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_alphabetic()).next()).collect();
    let codes = Lang::ALL.map(Lang::code);
    for code in codes {
        assert_eq!(keys(code), keys(codes[0]), "the same sentences in each language");
        assert!(read("index.html").contains(&format!("<span lang=\"{code}\">")), "index.html says it in {code}");
        assert!(!read(&format!("public/app-{code}.webmanifest")).is_empty());
        assert!(!read(&format!("public/examples/{code}.json")).is_empty());
    }
    assert!(asked.len() > 4 && asked.iter().all(|key| keys(codes[0]).iter().any(|known| known == key)), "{asked:?}");
    let list = format!("[\"{}\"]", codes.join("\", \""));
    for script in ["public/first.js", "scripts/host.mjs"] {
        assert!(read(script).contains(&list), "{script} knows {list}");
    }
}

/// The page hands out what is kept when the app has stopped and can name nothing any more.
#[test]
fn a_stopped_page_copies_all_that_a_backup_holds() {
    let start = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/start.js")).expect("a file");
    let kinds = start.split_once("/^orbita\\/(").and_then(|(_, rest)| rest.split_once(")\\/")).expect("its list").0;
    let kinds: Vec<&str> = kinds.split('|').collect();
    let mut found = Vec::new();
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/storage"), &mut found);
    let named: Vec<&str> =
        found.iter().filter_map(|(_, text)| text.strip_prefix("orbita/")?.strip_suffix('/')).collect();
    assert!(kinds.len() > 4 && named.len() > 4, "{kinds:?}, {named:?}");
    for kind in named.into_iter().chain(kinds.clone()) {
        let is_work = orbita::storage::backup::is_work(&format!("orbita/{kind}/a/b"));
        assert_eq!(kinds.contains(&kind), is_work, "what is kept under orbita/{kind}");
    }
}

#[test]
fn the_page_is_called_by_its_screen_and_project() {
    let (en, ru) = (Lang::English.words(), Lang::Russian.words());
    assert_eq!(en.title_of_page(en.journey, "Kurs+"), "Journey \u{b7} Kurs+ \u{b7} Orbita");
    assert_eq!(ru.title_of_page(ru.economics, "Курс+"), "Экономика \u{b7} Курс+ \u{b7} Орбита");
    assert_eq!(en.title_of_page(en.interviews, " "), "Interviews \u{b7} Untitled project \u{b7} Orbita");
}
