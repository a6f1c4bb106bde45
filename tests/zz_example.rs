use orbita::edit::store::Store;
use orbita::edit::*;
use orbita::interviews::entry;
use orbita::interviews::kinds::*;
use orbita::interviews::record::*;
use orbita::interviews::text::HighlightId;
use orbita::interviews::timeline::*;
use orbita::model::Key;
use orbita::model::day::Moment as At;
use orbita::model::interview::Link;
use orbita::model::quantity::*;
use orbita::model::statement::Answer;

struct Talk<'a> {
    person: [&'a str; 2],
    role: [&'a str; 2],
    account: u32,
    segment: [&'a str; 2],
    on: &'a str,
    minutes: u16,
    outcome: Outcome,
    consent: Consent,
    took: [&'a [&'a str]; 2],
    phases: [(&'a str, [&'a str; 2]); 6],
    events: [(&'a str, [&'a str; 2]); 2],
    debrief: [[&'a str; 6]; 2],
    notes: &'a [(u32, &'a str, &'a str, &'a [u32])],
}

#[test]
fn make() {
    for (l, lang) in ["en", "ru"].into_iter().enumerate() {
        let path = format!("public/examples/{lang}.json");
        let text = std::fs::read_to_string(&path).unwrap();
        let document = orbita::storage::envelope::read(&text).unwrap();
        let mut store = Store::new(document.engagement, None, false);
        if store.engagement().interviews().next().is_some() {
            continue;
        }
        let mut all: Vec<Vec<HighlightId>> = Vec::new();
        for talk in TALKS {
            let account = store.engagement().account(AccountId(talk.account)).unwrap().name.clone();
            let head = Head {
                person: talk.person[l].into(),
                role: talk.role[l].into(),
                account,
                on: talk.on.parse().unwrap(),
                minutes: Some(talk.minutes),
                outcome: talk.outcome,
                consent: talk.consent,
                language: Language::ALL[l],
                took_part: talk.took[l].iter().map(|s| s.to_string()).collect(),
                debrief: talk.debrief[l].map(String::from),
                timeline: Timeline {
                    phases: std::array::from_fn(|i| Moment {
                        when: talk.phases[i].0.parse().unwrap(),
                        what: talk.phases[i].1[l].into(),
                    }),
                    events: std::array::from_fn(|i| Moment {
                        when: talk.events[i].0.parse().unwrap(),
                        what: talk.events[i].1[l].into(),
                    }),
                },
                ..Head::default()
            };
            let Some(Key::Interview(id)) = act(&mut store, Command::AddInterview(Box::new(head))) else { panic!() };
            act(&mut store, Command::SetInterview(id, InterviewInput::Client(Some(AccountId(talk.account)))));
            act(&mut store, Command::SetInterview(id, InterviewInput::Segment(talk.segment[l].into())));
            let mut mine = Vec::new();
            for (at, en, ru, links) in talk.notes {
                let line = [en, ru][l];
                let note = entry::parse(line);
                let Some(Key::Paragraph(p)) = act(
                    &mut store,
                    Command::AddNote { interview: id, note, at: Some(at * 1000), phase: None, speaker: None },
                ) else {
                    panic!()
                };
                if let Some(part) = store.engagement().paragraph(p).unwrap().parts.first() {
                    let quote = part.highlight;
                    for link in *links {
                        act(&mut store, Command::LinkQuote(quote, Link::Card(CardId(*link)), true));
                    }
                    mine.push(quote);
                } else {
                    assert!(links.is_empty(), "{line}");
                }
            }
            all.push(mine);
        }
        // groups
        for (name, about, tags) in [
            (
                ["Proof", "Доказательства"],
                ["What shows that it worked", "Что показывает результат"],
                [["board", "report", "baseline", "CFO"], ["правление", "отчёт", "точка отсчёта", "финдиректор"]],
            ),
            (
                ["Care", "Внимание"],
                ["How people are looked after", "Как за людьми смотрят"],
                [["silence", "managers", "mentors", "mentors"], ["тишина", "руководители", "наставники", "наставники"]],
            ),
        ] {
            let Some(Key::Group(g)) = act(&mut store, Command::AddGroup(name[l].into())) else { panic!() };
            act(&mut store, Command::SetGroup(g, GroupField::About, about[l].into()));
            for t in tags[l] {
                let tag = store.engagement().codebook().find(t).unwrap_or_else(|| panic!("{t}"));
                let _ = store.dispatch(Command::SetTag(tag, TagInput::Group(Some(g))), 0.0);
            }
        }
        let story = |a: &str, b: &str, c: &str| Claim::Story { when: a.into(), want: b.into(), so: c.into() };
        let q = |talk: usize, note: usize| all[talk][note];
        let add = |store: &mut Store, claim: Claim, quotes: Vec<HighlightId>| -> StatementId {
            let Some(Key::Statement(id)) = act(store, Command::AddStatement(Box::new(claim))) else { panic!() };
            if !quotes.is_empty() {
                act(store, Command::SetStatement(id, StatementInput::Quotes(quotes)));
            }
            id
        };
        let s = [
            story(
                "the board asks what 600 seats have changed",
                "one number with a starting point behind it",
                "keep the budget without apologising",
            ),
            story(
                "правление спрашивает, что изменили 600 мест",
                "одну цифру с точкой отсчёта",
                "защитить бюджет и не оправдываться",
            ),
        ][l]
            .clone();
        add(&mut store, s, vec![q(0, 0), q(0, 1), q(1, 0), q(2, 4), q(3, 1)]);
        let s = [
            story("learners go quiet", "to hear it the same week", "bring them back before it is too late"),
            story("ученики пропадают", "узнать об этом на той же неделе", "вернуть их, пока не поздно"),
        ][l]
            .clone();
        let id = add(&mut store, s, vec![q(0, 3), q(2, 0)]);
        act(&mut store, Command::SetStatement(id, StatementInput::Initiative(Some(InitiativeId(83)))));
        let j = [
            Claim::Job { verb: "Show".into(), object: "the board".into(), context: "what training has changed".into() },
            Claim::Job {
                verb: "Показать".into(),
                object: "правлению,".into(),
                context: "что изменило обучение".into(),
            },
        ][l]
            .clone();
        add(&mut store, j, vec![q(1, 0), q(3, 1)]);
        let out = |d, m: &str, o: &str, c: &str| Claim::Outcome {
            direction: d,
            measure: m.into(),
            object: o.into(),
            context: c.into(),
        };
        let o = [
            out(
                Direction::Minimise,
                "the time it takes to build",
                "the report for the board",
                "before a quarterly meeting",
            ),
            out(Direction::Minimise, "время на сборку", "отчёта для правления", "перед квартальной встречей"),
        ][l]
            .clone();
        let id = add(&mut store, o, vec![q(0, 2), q(3, 6)]);
        let g = |n: u8| Grade::try_from(n).ok();
        let seg = [["retail", "bank"], ["розница", "банк"]][l];
        let answers = [
            (5, 2, 0),
            (5, 1, 0),
            (4, 2, 0),
            (5, 3, 0),
            (4, 1, 0),
            (5, 2, 0),
            (3, 2, 0),
            (5, 4, 1),
            (4, 3, 1),
            (5, 2, 1),
            (4, 4, 1),
            (5, 1, 1),
            (4, 2, 1),
            (2, 3, 1),
        ]
        .map(|(i, s, w)| Answer {
            interview: None,
            segment: seg[w].into(),
            importance: g(i),
            satisfaction: g(s),
        });
        act(&mut store, Command::SetAnswers(id, answers.to_vec()));
        let o = [
            out(Direction::Minimise, "the time until we notice", "who has stopped learning", ""),
            out(Direction::Minimise, "время, за которое мы заметим,", "кто перестал учиться", ""),
        ][l]
            .clone();
        let id = add(&mut store, o, vec![q(0, 3)]);
        let ids: Vec<InterviewId> = store.engagement().interviews().map(|(id, _)| id).collect();
        let given = [(0, 5, 2), (2, 4, 2), (3, 5, 3)].map(|(at, i, s)| Answer {
            interview: Some(ids[at]),
            segment: String::new(),
            importance: g(i),
            satisfaction: g(s),
        });
        act(&mut store, Command::SetAnswers(id, given.to_vec()));
        assert_eq!(store.engagement().check(), Ok(()));
        let now: At = document.stamp.saved_at;
        let (text, _) = orbita::storage::envelope::write(store.engagement(), None, "example", now).unwrap();
        std::fs::write(&path, text).unwrap();
    }
}

fn act(store: &mut Store, command: Command) -> Option<Key> {
    let made = store.dispatch(command.clone(), 0.0).unwrap_or_else(|why| panic!("{why:?} {command:?}")).made;
    store.seal();
    made
}

const TALKS: &[Talk] = &[
    Talk {
        person: ["Elena Markova", "Елена Маркова"],
        role: ["Head of L&D", "Руководитель обучения"],
        account: 86,
        segment: ["retail", "розница"],
        on: "2026-10-21",
        minutes: 52,
        outcome: Outcome::Left,
        consent: Consent::Anonymous,
        took: [&["CFO", "HR director"], &["Финдиректор", "HR-директор"]],
        phases: [
            ("2026-03-14", ["The board asks what changed", "Правление спрашивает, что изменилось"]),
            ("~2026-04", ["Builds the slide by hand", "Собирает слайд вручную"]),
            ("~2026-06", ["Compares three providers", "Сравнивает трёх провайдеров"]),
            ("~2026-08", ["Four weeks to defend the budget", "Четыре недели на защиту бюджета"]),
            ("2026-10-06", ["Starts with the new provider", "Начинает с новым провайдером"]),
            ("", ["", ""]),
        ],
        events: [
            ("2026-06-03", ["Asks for a baseline", "Просит точку отсчёта"]),
            ("2026-08-20", ["The CFO says no", "Финдиректор говорит «нет»"]),
        ],
        debrief: [
            [
                "Show the board what training has changed",
                "The slide in March: completion, and laughter",
                "Push: no proof for the board",
                "A baseline on day one, one page at the end",
                "A provider that measures before it sells",
                "“The board laughed.”",
            ],
            [
                "Показать правлению, что изменило обучение",
                "Мартовский слайд: проценты и смех",
                "Толкает: правлению нечего показать",
                "Точка отсчёта в первый день, одна страница в конце",
                "Провайдер, который сначала измеряет",
                "«Правление смеялось»",
            ],
        ],
        notes: &[
            (
                250,
                ">\"They asked what had changed because of us. I had completion rates and nothing else. #board /1",
                ">\"Спросили, что из-за нас изменилось. У меня были только проценты прохождения. #правление /1",
                &[64],
            ),
            (
                570,
                ">\"Completion is not a result. The board laughed. #board *laugh /1",
                ">\"Прошли курс — не результат. Правление смеялось. #правление *смех /1",
                &[64, 61],
            ),
            (
                905,
                ">\"I build the report by hand. Six hours, every quarter. #report /2",
                ">\"Отчёт собираю вручную. Шесть часов, каждый квартал. #отчёт /2",
                &[65],
            ),
            (
                1300,
                ">\"Nobody wrote to us for a month. Not once. #silence /2",
                ">\"Нам месяц никто не писал. Ни разу. #тишина /2",
                &[52, 50],
            ),
            (
                1635,
                "+\"They opened with a baseline. Day one, before selling anything. #rival #baseline /3",
                "+\"Они начали с точки отсчёта. В первый день, ещё ничего не продав. #конкурент #\"точка отсчёта\" /3",
                &[76],
            ),
            (
                1755,
                "Compared three providers in a spreadsheet of her own. /3",
                "Сравнила трёх провайдеров в собственной таблице. /3",
                &[],
            ),
            (
                1985,
                "<\"Moving 600 people in the middle of a year. I lost sleep over that. #migration *sigh /4",
                "<\"Переводить 600 человек посреди года. Я из-за этого не спала. #переезд *вздох /4",
                &[],
            ),
            (
                2210,
                "=\"I know where every button is. That counts. #familiar /4",
                "=\"Я знаю, где каждая кнопка. Это тоже важно. #привычно /4",
                &[],
            ),
            (
                2418,
                "=Managers liked our mentors. Two asked to keep them on private contracts. #mentors /4",
                "=Руководителям нравились наши наставники. Двое просили оставить их по личным договорам. #наставники /4",
                &[],
            ),
            (
                2600,
                ">\"The finance director saw a price. I had nothing to defend the budget with. #CFO /4",
                ">\"Финдиректор видел цену. Мне нечем было защитить бюджет. #финдиректор /4",
                &[75, 73],
            ),
            (
                2882,
                "+\"Their report fits on one page. I forwarded it as it was. #report #rival /5",
                "+\"Их отчёт помещается на одну страницу. Я переслала его как есть. #отчёт #конкурент /5",
                &[65],
            ),
        ],
    },
    Talk {
        person: ["Pavel Orlov", "Павел Орлов"],
        role: ["CFO", "Финансовый директор"],
        account: 86,
        segment: ["retail", "розница"],
        on: "2026-10-28",
        minutes: 38,
        outcome: Outcome::Left,
        consent: Consent::None,
        took: [&[], &[]],
        phases: [
            ("2026-03-14", ["The board asks what changed", "Правление спрашивает, что изменилось"]),
            ("", ["", ""]),
            ("~2026-08", ["Two offers on the table", "На столе два предложения"]),
            ("2026-08-20", ["Says no", "Говорит «нет»"]),
            ("", ["", ""]),
            ("", ["", ""]),
        ],
        events: [("", ["", ""]), ("2026-08-11", ["The renewal arrives", "Приходит письмо о продлении"])],
        debrief: [[""; 6], [""; 6]],
        notes: &[
            (
                180,
                ">\"Nobody could show the board what we had paid for. #board /1",
                ">\"Никто не мог показать правлению, за что мы заплатили. #правление /1",
                &[64],
            ),
            (
                520,
                ">\"I saw a price, and no effect. #CFO /3",
                ">\"Я видел цену и не видел эффекта. #финдиректор /3",
                &[75],
            ),
            (
                840,
                ">\"The renewal came to me nine days before the contract ended. #late /3",
                ">\"О продлении я узнал за девять дней до конца договора. #поздно /3",
                &[75],
            ),
            (
                1130,
                "+\"The other offer had a baseline, on one page. #baseline #rival /3",
                "+\"В другом предложении была точка отсчёта, на одной странице. #\"точка отсчёта\" #конкурент /3",
                &[76],
            ),
            (
                1475,
                "<\"A switch in the middle of a year costs us a quarter. #migration /4",
                "<\"Переход посреди года стоит нам квартала. #переезд /4",
                &[],
            ),
            (
                1690,
                "=Elena’s people like the mentors, he says; that is no line of a budget. #mentors /4",
                "=Говорит: команде Елены нравятся наставники, но в бюджете такой строки нет. #наставники /4",
                &[],
            ),
            (
                2005,
                ">\"Legal took nine weeks the first time. Nobody wanted that again. #contract /4",
                ">\"В первый раз юристы согласовывали девять недель. Повторять никто не хотел. #договор /4",
                &[28],
            ),
        ],
    },
    Talk {
        person: ["Daria Lin", "Дарья Лин"],
        role: ["HR director", "HR-директор"],
        account: 87,
        segment: ["bank", "банк"],
        on: "2026-11-09",
        minutes: 45,
        outcome: Outcome::Renewed,
        consent: Consent::ByName,
        took: [&["Head of L&D"], &["Руководитель обучения"]],
        phases: [
            ("~2026-05", ["A month of silence", "Месяц тишины"]),
            ("~2026-07", ["One page arrives", "Приходит одна страница"]),
            ("", ["", ""]),
            ("2026-09-30", ["Renews", "Продлевает"]),
            ("", ["", ""]),
            ("2026-10-12", ["Third launch", "Третий запуск"]),
        ],
        events: [("2026-07-16", ["Anna comes with a page", "Анна приходит со страницей"]), ("", ["", ""])],
        debrief: [
            [
                "Keep the budget for training",
                "A month of silence",
                "Pull: three numbers for the board",
                "A starting point, and somebody who calls",
                "Nobody: a search would take nine weeks",
                "“I thought we were forgotten.”",
            ],
            [
                "Сохранить бюджет на обучение",
                "Месяц тишины",
                "Притягивает: три цифры для правления",
                "Точка отсчёта и человек, который звонит",
                "Никто: поиск занял бы девять недель",
                "«Думала, про нас забыли»",
            ],
        ],
        notes: &[
            (
                210,
                ">\"For a month nobody wrote to us. I thought we were forgotten. #silence *pause /1",
                ">\"Нам месяц никто не писал. Я думала, про нас забыли. #тишина *пауза /1",
                &[52],
            ),
            (
                560,
                "+\"Then Anna came with one page: where we began, where we are. #report #baseline /2",
                "+\"Потом пришла Анна с одной страницей: с чего начали и где мы сейчас. #отчёт #\"точка отсчёта\" /2",
                &[76],
            ),
            (
                980,
                "=\"We had built our own reports around yours. #familiar /3",
                "=\"Мы построили свои отчёты вокруг ваших. #привычно /3",
                &[],
            ),
            (
                1290,
                "<\"A new provider means security and legal again. Nine weeks, the last time. #contract /4",
                "<\"Новый провайдер — это снова безопасность и юристы. В прошлый раз девять недель. #договор /4",
                &[28],
            ),
            (
                1610,
                "+\"I could show the board three numbers and defend the budget. #board /4",
                "+\"Я смогла показать правлению три цифры и защитить бюджет. #правление /4",
                &[64],
            ),
            (
                2040,
                ">\"My managers learned of it from the invitation. At every launch. #managers /6",
                ">\"Мои руководители узнали об этом из приглашения. При каждом запуске. #руководители /6",
                &[40, 38],
            ),
            (
                2330,
                ">\"The import stumbled over long names again. #import /6",
                ">\"Импорт опять споткнулся на длинных ФИО. #импорт /6",
                &[41],
            ),
        ],
    },
    Talk {
        person: ["Timur Akhmetov", "Тимур Ахметов"],
        role: ["L&D lead", "Руководитель обучения"],
        account: 96,
        segment: ["travel", "туризм"],
        on: "2026-11-16",
        minutes: 41,
        outcome: Outcome::Hired,
        consent: Consent::ByName,
        took: [&["CEO"], &["Генеральный директор"]],
        phases: [
            ("~2026-06", ["Courses go quiet", "Курсы затихают"]),
            ("", ["", ""]),
            ("~2026-08", ["A pilot", "Пилот"]),
            ("~2026-09", ["Looks for who decides", "Ищет, кто решает"]),
            ("2026-10-05", ["First launch", "Первый запуск"]),
            ("2026-11-02", ["First page for the director", "Первая страница для директора"]),
        ],
        events: [
            ("2026-08-03", ["A talk about results", "Разговор о результатах"]),
            ("2026-09-14", ["The CEO signs", "Директор подписывает"]),
        ],
        debrief: [[""; 6], [""; 6]],
        notes: &[
            (
                150,
                ">\"Our old courses went quiet after two weeks. Nobody noticed. #silence /1",
                ">\"Наши прежние курсы затихали через две недели. Никто не замечал. #тишина /1",
                &[],
            ),
            (
                430,
                ">\"I could show the board completion and nothing else. #board /1",
                ">\"Показать правлению я мог только проценты прохождения. #правление /1",
                &[64],
            ),
            (
                760,
                "+\"In the pilot somebody asked about results and not about courses. #baseline /3",
                "+\"На пилоте спросили о результате, а не о курсах. #\"точка отсчёта\" /3",
                &[16],
            ),
            (
                1120,
                "<\"The pilot was nothing like the real launch. I was afraid of that. #launch /5",
                "<\"Пилот не был похож на настоящий запуск. Этого я и боялся. #запуск /5",
                &[18],
            ),
            (
                1385,
                "<\"Nobody on our side knew who decides. #contract /4",
                "<\"На нашей стороне никто не знал, кто решает. #договор /4",
                &[29],
            ),
            (
                1720,
                "=\"We had a spreadsheet for everything. Everybody knew it. #familiar /3",
                "=\"У нас на всё была таблица. Её все знали. #привычно /3",
                &[],
            ),
            (
                2190,
                "+\"One page every quarter, ready for my director. #report /6",
                "+\"Одна страница каждый квартал, готовая для директора. #отчёт /6",
                &[65],
            ),
        ],
    },
];
