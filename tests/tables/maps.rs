//! Maps as people paste and import them.

use orbita::i18n::Lang;
use orbita::model::journey::LaneKind;
use orbita::tables::choice::{Choice, Choices, FeelingScale, ManyFeelings};
use orbita::tables::note::{Note, Why};
use orbita::tables::paste::{self, Paste};
use orbita::tables::role::{CardColumn, Role};

use crate::said::{EN, RU, all_say, map_of, map_said};

fn say(cases: &[(Lang, &str, &str)]) {
    all_say(cases, |lang, text| map_said(&map_of(lang, text, &Choices::default())));
}

/// What a table comes to after somebody chose.
fn chosen(lang: Lang, text: &str, choices: &[Choice]) -> String {
    let choices = choices.iter().fold(Choices::default(), |choices, choice| choices.with(*choice));
    map_said(&map_of(lang, text, &choices))
}

#[test]
fn a_failed_formula_is_no_unknown_grade_of_a_map() {
    let table = |cell: &str| format!("stage,lane,text,frequency,impact\nВыбор,Friction,Юристы,{cell},4");
    let read = |cell: &str| map_of(EN, &table(cell), &Choices::default());
    for broken in ["#REF!", "#DIV/0!", "#VALUE!", "#ИМЯ?"] {
        let faults = read(broken).faults;
        assert!(faults.iter().any(|fault| fault.places[0].1 == broken), "{broken}: {faults:?}");
    }
    for unknown in ["", "-", "n/a", "#N/A"] {
        assert!(read(unknown).value.is_some(), "{unknown}");
    }
    // Where feelings stand it is said, too.
    let feeling = map_of(EN, "stage,lane,text,emotion\nA,Actions,Buys,#REF!\nB,Actions,Pays,2", &Choices::default());
    assert!(!feeling.is_certain(), "{:?}", feeling.notes);
}

#[test]
fn rows_under_a_merged_name_go_on_with_it() {
    let map = "Choose | Buy\nActions: search, ask a friend | pay, wait\nFriction: no reviews, slow site | 3DS fails";
    let across = "Stage\tChoose\tBuy\nActions\tsearch\tpay\n\task a friend\twait\nPain points\tno reviews\t3DS fails\n\tslow site\t";
    let down = "Stage\tActions\tPain points\nChoose\tsearch\tno reviews\n\task a friend\tslow site\nBuy\tpay\t3DS fails\n\twait\t";
    let phases = "Phase\tStage\tActions\tPain points\nBefore\tChoose\tsearch, ask\tno reviews\n\tBuy\tpay\t3DS fails";
    for text in [across, down] {
        let read = map_of(EN, text, &Choices::default());
        let asked = if text == across {
            "\n= NamesFromAbove(2)\n? NamesFromAbove(true)"
        } else {
            "\n= StagesDown\n= NamesFromAbove(2)\n? NamesFromAbove(true)"
        };
        assert_eq!(map_said(&read), [map, asked].concat(), "{text}");
        // Whoever does not want it is told what is missing.
        let apart = chosen(EN, text, &[Choice::NamesFromAbove(false)]);
        assert!(apart.contains("\n- row 3 ask a friend: NoName") || apart.contains("\n- row 3 : NoName"), "{apart}");
    }
    assert!(map_said(&map_of(EN, phases, &Choices::default())).starts_with("Choose | Buy\n"), "{phases}");
    // A line of dates under the stages belongs to no lane, and is named.
    let dates = "Stage\tChoose\tBuy\n\tMay\tJune\nActions\tsearch\tpay\nThoughts\thm\tok";
    let read = map_of(EN, dates, &Choices::default());
    assert!(read.notes.iter().any(|note| matches!(note, Note::LeftOut(strip, Why::NoName) if strip.name == "May")));
}

#[test]
fn a_card_a_row_in_both_languages() {
    let map = "Выбор | Договор\nActions: Сравнивает |\nFriction:  | Юристы 3x4 @Анна";
    say(&[
        (
            EN,
            "stage,lane,text,emotion,frequency,impact,owner\nВыбор,Actions,Сравнивает,,,,\nДоговор,Friction,Юристы,,3,4,Анна",
            map,
        ),
        (
            RU,
            "Этап;Дорожка;Текст;Частота;Влияние;Владелец\nВыбор;Действия;Сравнивает;;;\nДоговор;Точки трения;Юристы;3;4;Анна",
            map,
        ),
        (
            RU,
            "ТЕКСТ\tэтап\tдорожка\tчастота\tвлияние\tответственный\nСравнивает\tВыбор\tдействия\nЮристы\tДоговор\tТОЧКИ ТРЕНИЯ\t3\t4\tАнна",
            map,
        ),
        (
            EN,
            "Card\tPhase\tSwimlane\tScore\tWho\nСравнивает\tВыбор\tACTIONS\nЮристы\tДоговор\tpain points\t3x4\tАнна",
            map,
        ),
        // Letters with their accents apart are the same letters.
        (RU, "Этап;Дорожка;Текст\nСвои\u{306};Деи\u{306}ствия;а\nСвой;Действия;б", "Свои\u{306}\nActions: а, б"),
        (
            EN,
            "stage,lane,text,next_step,due,evidence,tags\nA,Friction,x,call,2026-03-01,Observed,\"board, urgent\"",
            "A\nFriction: x >call until 2026-03-01 Observed #board #urgent",
        ),
        (
            RU,
            "Этап;Дорожка;Текст;Срок;Основание;Метки\nA;Трения;x;01.03.2026;Замер;совет; срочно",
            "A\nFriction: x until 2026-03-01 Measured #совет\n- column 7: Unknown",
        ),
        (RU, "Этап;Точка трения;Частота;Влияние\nA;ждёт;2;5", "A\nFriction: ждёт 2x5\n= LaneTaken(Friction)"),
        (
            EN,
            "Stage;Lane;Text\nA;Actions;buys a 4x4\nA;Friction;Waits ten days (4x5)\nA;Friction;3×2 calls twice",
            "A\nActions: buys a 4x4\nFriction: Waits ten days 4x5, calls twice 3x2",
        ),
        (EN, "Stage;Text\nA;x\nB;y", "A | B\nActions: x | y\n= LaneTaken(Actions)\n? Lane(Actions)"),
        (EN, "Workshop of May\n\nStage;Lane;Text\nA;Actions;x", "A\nActions: x\n- row 1 Workshop of May: Title"),
        (
            EN,
            "Stage;Lane;Text;Sprint;Status\nA;Actions;x;7;done",
            "A\nActions: x\n- column 4 Sprint: Unknown\n- column 5 Status: Unknown",
        ),
        (EN, "Stage;Lane;Text\nA;Channels;mail", "A\nFree Channels: mail\n= FreeLane(\"Channels\")"),
        (EN, "Stage;Lane;Text\nA;Touchpoints: Channels;mail", "A\nTouchpoints Channels: mail"),
        // Cells that were merged in the spreadsheet.
        (
            EN,
            "Stage\tLane\tText\nA\tActions\tx\n\t\ty\n\tFriction\tz\nB\tActions\tu",
            "A | B\nActions: x, y | u\nFriction: z |\n= NamesFromAbove(2)\n? NamesFromAbove(true)",
        ),
    ]);
    assert!(chosen(EN, "Stage;Text\nA;x", &[Choice::Lane(LaneKind::Pulse)]).contains("Pulse: x"));
    let sprint = "Stage;Lane;Text;Tribe\nA;Actions;x;red";
    assert!(chosen(EN, sprint, &[Choice::Column(4, Role::Card(CardColumn::Tags))]).contains("Actions: x #red"));
    assert!(
        chosen(EN, "Stage\tLane\tText\nA\tActions\tx\n\t\ty", &[Choice::NamesFromAbove(false)])
            .contains("! NoStage x1 at 3:1")
    );
}

#[test]
fn files_of_earlier_versions_open() {
    say(&[(
        EN,
        "\u{feff}stage,lane,text,emotion,frequency,impact,owner,next_step\r\n,Actions,,,,,,\r\n,Touchpoints: Channels,,,,,,\r\n,Emotion,,,,,,\r\n\
         ,Friction,,,,,,\r\n,Friction [2],,,,,,\r\nChoose,,Two weeks,1.5,,,,\r\nChoose,Actions,\"'=SUM, really\",,,,,\r\n\
         Stage 2,,,-0.5,,,,\r\nStage 2,Friction [2],waits,,3,3,Ann,call\r\n",
        "Choose [Two weeks] 1.5 |  -0.5\nActions: =SUM, really |\nTouchpoints Channels:  |\nEmotion:  |\nFriction:  |\nFriction:  | waits 3x3 @Ann >call",
    )]);
}

#[test]
fn grids_of_stages_and_lanes() {
    say(&[
        (
            EN,
            "\tChoose\tBuy\nActions\tcompares\tpays\nTouchpoints\tsite\t\nFriction\t\tslow",
            "Choose | Buy\nActions: compares | pays\nTouchpoints: site |\nFriction:  | slow",
        ),
        (
            RU,
            "Дорожка\tВыбор\tПокупка\nдействия\tсравнивает\tплатит\nЭМОЦИИ\t1\t-1,5\nТочки трения\t\tдолго",
            "Выбор 1 | Покупка -1.5\nActions: сравнивает | платит\nEmotion:  |\nFriction:  | долго",
        ),
        (
            RU,
            "Этап;Действия;Эмоции;Точки трения\nВыбор;сравнивает;2;\nПокупка;платит;-1;долго",
            "Выбор 2 | Покупка -1\nActions: сравнивает | платит\nEmotion:  |\nFriction:  | долго\n= StagesDown",
        ),
        (
            EN,
            "Lane\tChoose\tBuy\nCustomer says\twow\thm",
            "Choose | Buy\nFree Customer says: wow | hm\n= FreeLane(\"Customer says\")",
        ),
        (
            EN,
            "\tA\tB\nActions\t\"- one\n- two\"\tx\nPain points\t\ty",
            "A | B\nActions: one, two | x\nFriction:  | y\n= LineByLine(1)",
        ),
        (
            EN,
            "\tA\tB\nActions\t\"one\ntwo\"\tx\nFriction\t\ty",
            "A | B\nActions: one, two | x\nFriction:  | y\n= LineByLine(1)\n? LineByLine(true)",
        ),
        (
            EN,
            "\tA\tB\nActions\tone\u{b}two\tx\nFriction\t\ty",
            "A | B\nActions: one, two | x\nFriction:  | y\n= LineByLine(1)\n? LineByLine(true)",
        ),
        (EN, "Actions\tx\ty\nFriction\t\tz", " | \nActions: x | y\nFriction:  | z"),
    ]);
    assert!(
        chosen(EN, "\tA\tB\nActions\t\"one\ntwo\"\tx\nFriction\t\ty", &[Choice::LineByLine(false)])
            .contains("Actions: one/two | x")
    );
}

#[test]
fn feelings_on_any_scale_and_in_words() {
    say(&[
        (
            EN,
            "Stage;Emotion;Actions\nA;5;x\nB;1;y",
            "A 2 | B -2\nEmotion:  |\nActions: x | y\n= StagesDown\n= Feelings(OneToFive)\n? Feelings(OneToFive)",
        ),
        (
            EN,
            "Stage;Emotion;Actions\nA;9;x\nB;2;y",
            "A 1.5 | B -1\nEmotion:  |\nActions: x | y\n= StagesDown\n= Feelings(ZeroToTen)\n= Rounded(2)\n? Feelings(ZeroToTen)",
        ),
        (
            EN,
            "Stage;Emotion;Actions\nA;1.3;x\nB;-2;y",
            "A 1.5 | B -2\nEmotion:  |\nActions: x | y\n= StagesDown\n= Rounded(1)",
        ),
        (
            RU,
            "Этап;Эмоции;Действия\nA;хорошо;x\nB;😡;y",
            "A 1 | B -2\nEmotion:  |\nActions: x | y\n= StagesDown\n= FeelingsNamed(2)",
        ),
        (
            RU,
            "Этап;Эмоции;Действия\nA;боится опоздать;x\nB;-1 (злится);y",
            "A | B -1\nEmotion:  |\nActions: x | y\nFree Эмоции: боится опоздать | злится\n= StagesDown\n= FeelingWords(2)\n? FeelingWords(true)",
        ),
        (
            EN,
            "Stage;Emotion;Actions\nA;+;x\nB;-;y",
            "A 1 | B -1\nEmotion:  |\nActions: x | y\n= StagesDown\n= FeelingsNamed(2)",
        ),
        (EN, "Stage;Emotion;Actions\nA;1;x\nB;-;y", "A 1 | B\nEmotion:  |\nActions: x | y\n= StagesDown"),
        (
            EN,
            "Stage;Lane;Text;Emotion\nA;Actions;x;1\nA;Actions;y;2\nA;Actions;z;-1",
            "A 1 (1 2 -1)\nActions: x, y, z\n= ManyFeelings(1)\n? ManyFeelings(Votes)",
        ),
        (EN, "Stage;Lane;Text;Emotion\nA;Actions;x;1\nA;Actions;y;1", "A 1\nActions: x, y"),
        (EN, "Stage;Lane;Text\nA;Emotion;1.5\nA;Actions;x", "A 1.5\nEmotion:\nActions: x"),
        (
            EN,
            "Stage;Lane;Text\nA;Emotion;worried\nA;Actions;x",
            "A\nEmotion:\nActions: x\nFree Emotion: worried\n= FeelingWords(1)\n? FeelingWords(true)",
        ),
        (EN, "Stage;Emotion;Actions\nA;777;x\nB;2;y", "= StagesDown\n? WithoutUnread(false)\n! NotALevel x1 at 2:2"),
    ]);
    let five = "Stage;Emotion;Actions\nA;3;x\nB;1;y";
    assert!(chosen(EN, five, &[Choice::Feelings(FeelingScale::ZeroToTen)]).starts_with("A -1 | B -1.5"));
    let words = "Stage;Lane;Text\nA;Emotion;worried\nA;Actions;x";
    assert!(!chosen(EN, words, &[Choice::FeelingWords(false)]).contains("worried"));
    let many = "Stage;Lane;Text;Emotion\nA;Actions;x;1\nA;Actions;y;2";
    assert!(chosen(EN, many, &[Choice::ManyFeelings(ManyFeelings::Last)]).starts_with("A 2\n"));
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    say(&[
        (EN, "", "! NothingThere x1 at 1:1"),
        (EN, "a,b\n1,2", "! NoText x1 at 1:1"),
        (EN, "Client\tJan 2025\tFeb 2025\nAcme\t10\t20", "! OtherKind(Accounts) x1 at 1:1"),
        (
            EN,
            "stage,lane,text,frequency,impact,due\nA,Friction,x,9,tall,soon\nA,Friction,y,0,3,\nB,Friction,\"z\nz\",1,1.5,2026-02-30",
            "? WithoutUnread(false)\n! NotAGrade x4 at 2:4 2:5 3:4 4:5\n! NotADay x2 at 2:6 4:6",
        ),
        (EN, "stage,lane,text\nA,Actions,one, two\nA,Actions,x\nA,Actions,y", "! TooManyCellsInRow x1 at 2:4"),
        (EN, "stage,lane,text\n,Actions,homeless\nA,Actions,x", "! NoStage x1 at 2:1"),
        (EN, "stage,lane\nA,Actions", "! NoText x1 at 1:1"),
    ]);
    let stages: String = (0..201).map(|at| format!("Stage {at}x;Actions;x\n")).collect();
    assert!(chosen(EN, &format!("Stage;Lane;Text\n{stages}"), &[]).contains("! TooManyStages(200) x1 at 202:1"));
    let lanes: String = (0..61).map(|at| format!("A;Lane {at}x;x\n")).collect();
    assert!(chosen(EN, &format!("Stage;Lane;Text\n{lanes}"), &[]).contains("! TooManyLanes(60) x1 at 62:2"));
}

#[test]
fn the_rest_is_taken_without_cells_that_cannot_be_read() {
    let without = |table: &str| chosen(EN, table, &[Choice::WithoutUnread(true)]);
    let said = without("stage,lane,text,frequency,impact,due\nA,Friction,x,9,tall,soon\nA,Friction,y,4,3,");
    assert!(said.starts_with("A\nFriction: x, y 4x3\n"), "{said}");
    assert!(said.contains("Unread") && said.contains("soon") && !said.contains("! "), "{said}");
    let said = without("Stage;Emotion;Actions\nA;777;x\nB;2;y\nC;-1;z");
    assert!(said.starts_with("A | B 2 | C -1\n"), "{said}");
    // What is more than a cell stands in the way as ever.
    assert!(without("stage,lane,text,due\n,Actions,homeless,soon").contains("! NoStage"));
}

#[test]
fn a_scale_is_said_by_its_heading_or_asked() {
    say(&[
        (
            RU,
            "Этап\tПоиск\tПокупка\nДействия\tищет\tплатит\nЭмоции (1\u{2013}5)\t3\t5",
            "Поиск 0 | Покупка 2\nActions: ищет | платит\nEmotion:  |\n= Feelings(OneToFive)",
        ),
        (
            EN,
            "Stage,Actions,Emotion\nA,x,1\nB,y,2\nC,z,2",
            "A 1 | B 2 | C 2\nActions: x | y | z\nEmotion:  |  |\n= StagesDown\n? Feelings(Own)",
        ),
        (
            EN,
            "Stage,Actions (client),Emotion (-2 to 2)\nA,x,1\nB,y,2\nC,z,2",
            "A 1 | B 2 | C 2\nActions Actions (client): x | y | z\nEmotion:  |  |\n= StagesDown",
        ),
    ]);
    // A file of ours has one scale.
    let ours = "Record,Stage,Lane,Text,Emotion\nCard,A,Actions,x,1\nCard,B,Actions,y,2\nCard,C,Actions,z,2";
    assert!(!chosen(EN, ours, &[]).contains('?'));
}

#[test]
fn tables_as_other_tools_write_them() {
    say(&[
        (
            RU,
            "Карта пути клиента\n\nЭтапы\tОсознание\tПокупка\nДействия\tищет\tплатит\nТочки контакта\tпоиск\tкасса\nЭмоции\t😊\t😡\nБоли\t\tочередь\nИдеи\t\tQR",
            "Осознание 1 | Покупка -2\nActions: ищет | платит\nTouchpoints: поиск | касса\nEmotion:  |\nFriction:  | очередь\nOpportunities:  | QR\n- row 1 Карта пути клиента: Title\n= FeelingsNamed(2)",
        ),
        (
            EN,
            "Journey phase\tAwareness\tChoice\nUser actions\tSees ad\tReads\nEmotions\tcurious\tneutral\nPain points\tToo many\tConfusing",
            "Awareness | Choice 0\nActions: Sees ad | Reads\nEmotion:  |\nFriction: Too many | Confusing\nFree Emotions: curious |\n= FeelingsNamed(1)\n= FeelingWords(1)\n? FeelingWords(true)",
        ),
        (
            EN,
            "Stage,Actions,Touchpoints,Thoughts,Emotion,Pain points\nAware,Sees ad,Feed,\"Looks nice\",1,\nBuy,Pays,Checkout,\"Hope it works\",-1,Slow page",
            "Aware 1 | Buy -1\nActions: Sees ad | Pays\nTouchpoints: Feed | Checkout\nThoughts: Looks nice | Hope it works\nEmotion:  |\nFriction:  | Slow page\n= StagesDown",
        ),
        (
            EN,
            "Stage\tTouchpoint\tFriction\tFrequency\tImpact\tOwner\nBuy\tSite\tSlow\t3\t4\tAnn\nBuy\tShop\tQueue\t2\t2\tBob",
            "Buy\nTouchpoints: Site, Shop\nFriction: Slow 3x4 @Ann, Queue 2x2 @Bob\n= StagesDown",
        ),
        // Our own ranking, as it is copied.
        (
            EN,
            "#\tFriction\tStage\tScore\tFrequency\tImpact\tOwner\tNext step\tDue\n1\tSlow\tBuy\t12\t3\t4\tAnn\tCall\t3 Mar 2026\n2\tQueue\tPay\t\t\t\t\t\t",
            "Buy | Pay\nFriction: Slow 3x4 @Ann >Call until 2026-03-03 | Queue\n- column 1 #: Unknown\n= LaneTaken(Friction)",
        ),
        (
            RU,
            "#\tТочка трения\tЭтап\tБалл\tЧастота\tВлияние\tВладелец\tСледующий шаг\tСрок\n1\tДолго\tПокупка\t12\t3\t4\tАнна\tПозвонить\t3\u{a0}мар\u{a0}2026",
            "Покупка\nFriction: Долго 3x4 @Анна >Позвонить until 2026-03-03\n- column 1 #: Unknown\n= LaneTaken(Friction)",
        ),
        (
            EN,
            "stage,lane,text,emotion\nA,Actions,x,2\nA,Friction,y,2\nB,Actions,z,-7",
            "? WithoutUnread(false)\n! NotALevel x1 at 4:4",
        ),
        (RU, "Этап|Дорожка|Текст\n---|---|---\nА|Действия|раз\nБ|Действия|два", "А | Б\nActions: раз | два"),
        (
            EN,
            "stage,lane,text\nA,Actions,\"=HYPERLINK(\"\"x\"\")\"\nA,Actions,'+1 bonus",
            "A\nActions: =HYPERLINK(\"x\"), +1 bonus",
        ),
        (
            EN,
            "STAGE,LANE,TEXT,DUE\nA,Friction,x,12/25/2026\nB,Friction,y,1/2/2026",
            "A | B\nFriction: x until 2026-12-25 | y until 2026-01-02\n= MonthFirst",
        ),
        (
            EN,
            "STAGE,LANE,TEXT,DUE\nA,Friction,x,46112\nB,Friction,y,2026-01-02T00:00:00Z",
            "A | B\nFriction: x until 2026-03-31 | y until 2026-01-02",
        ),
        (
            EN,
            "Stage;Lane;Text;Evidence\nA;Friction;x;hypothesis\nA;Friction;y;dunno",
            "? WithoutUnread(false)\n! NotEvidence x1 at 3:4",
        ),
        (
            EN,
            "\tAwareness\tPurchase\nWhat they do\tsees\tpays\nWhat they feel\thappy\tsad",
            "Awareness 1 | Purchase -1\nActions: sees | pays\nEmotion:  |\n= FeelingsNamed(2)",
        ),
        (
            EN,
            "Stage\tText\tFrequency\tImpact\nA\tx\t3/5\t4.0\nB\ty\t-\t",
            "A | B\nFriction: x 3x4 | y\n= LaneTaken(Friction)\n? Lane(Friction)",
        ),
    ]);
}

#[test]
fn a_score_that_is_no_frequency_and_impact_is_not_lost_without_a_word() {
    let read = |score: &str| chosen(EN, &format!("Stage\tPain point\tScore\nBuy\tLate invoice\t{score}"), &[]);
    for score in ["16", "High", "4"] {
        let said = read(score);
        assert!(said.contains("Late invoice") && said.contains("- column 3 Score: Scores"), "{score}: {said}");
    }
    for score in ["4x3", "4 × 3 = 12", "12 (4x3)", "4*3"] {
        assert!(read(score).contains("Late invoice 4x3"), "{score}: {}", read(score));
    }
    let mixed = "Stage\tPain point\tScore\nBuy\tLate\t4x3\nBuy\tLong\t4x6\nBuy\tHard\t";
    assert!(chosen(EN, mixed, &[]).contains("! NotAScore x1 at 3:3"));
    let graded = "Stage\tPain point\tFrequency\tImpact\tScore\nBuy\tLate\t4\t3\t12\nBuy\tLong\t1\t1\t1x1";
    assert!(chosen(EN, graded, &[]).contains("Late 4x3, Long 1x1"));
}

#[test]
fn maps_of_other_tools_in_their_words() {
    say(&[
        (
            EN,
            "Journey step,Type,Description,Priority\nStart,Pain point,Slow,High\nStart,Action,Signs up,",
            "Start\nFriction: Slow\nActions: Signs up\n- column 4 Priority: Unknown",
        ),
        (RU, "Шаг;Тип;Описание\nВыбор;Боль;Дорого\nВыбор;Действие;Ищет", "Выбор\nFriction: Дорого\nActions: Ищет"),
        // A type that is no lane is none.
        (
            EN,
            "Stage,Type,Text\nStart,Bug,Slow",
            "Start\nActions: Slow\n- column 2 Type: Unknown\n= LaneTaken(Actions)\n? Lane(Actions)",
        ),
        (
            EN,
            "Stage,Lane,Text\nStart,Actions,a\nStage,Lane,Text\nBuy,Actions,b",
            "Start | Buy\nActions: a | b\n- row 3 Stage: Heading",
        ),
        (
            EN,
            "| Stage | Lane | Text | Owner |\n|---|---|---|---|\n| **Start** | Friction | a<br>b | @Ann Lee |",
            "Start\nFriction: a/b @Ann Lee",
        ),
    ]);
}

#[test]
fn ratings_say_how_stages_feel() {
    // On a scale from 1 to 5 three is neutral, and each step is one; 8 of 10 is 1.2, and 3 of 10 is -0.8, to the nearest half.
    say(&[
        (
            EN,
            "Stage\tFind\tBuy\tUse\nActions\tsearches\tpays\topens\nEmotion\t★★★☆☆\t★★★★★\t★☆☆☆☆",
            "Find 0 | Buy 2 | Use -2\nActions: searches | pays | opens\nEmotion:  |  |\n= Feelings(OneToFive)",
        ),
        // 1/5 and 2/5 are far from 1 and 2 on a scale to 2.
        (
            EN,
            "Stage\tFind\tBuy\nActions\tsearches\tpays\nRating\t1/5\t2/5",
            "Find -2 | Buy -1\nActions: searches | pays\nEmotion:  |\n= Feelings(OneToFive)",
        ),
        (
            RU,
            "Этап\tДействия\tОценка\nПоиск\tищет\t8 из 10\nПокупка\tплатит\t3/10",
            "Поиск 1 | Покупка -1\nActions: ищет | платит\nEmotion:  |\n= StagesDown\n= Feelings(ZeroToTen)\n= Rounded(2)",
        ),
        (
            EN,
            "Stage,Lane,Text,Rating\nFind,Actions,searches,⭐⭐⭐\nBuy,Actions,pays,⭐⭐⭐⭐⭐",
            "Find 0 | Buy 2\nActions: searches | pays\n= Feelings(OneToFive)",
        ),
        // How important a stage is says nothing of how it feels.
        (
            EN,
            "Stage\tFind\tBuy\nActions\tsearches\tpays\nImportance\t★★★☆☆\t★★★★★",
            "Find | Buy\nActions: searches | pays\nFree Importance: ★★★☆☆ | ★★★★★\n= FreeLane(\"Importance\")",
        ),
    ]);
}

#[test]
fn notes_beside_a_map_are_no_stage() {
    let across = "Stage\tFind\tBuy\tNotes\nActions\tsearches\tpays\task sales\nFriction\tslow\t3DS\t";
    say(&[
        (
            EN,
            across,
            "Find | Buy\nActions: searches | pays\nFriction: slow | 3DS\n- column 4 Notes: Notes\n? Column(4, LeftOut)",
        ),
        // Beside lanes they are a lane of their own, and the others stay.
        (
            EN,
            "Stage\tActions\tFriction\tNotes\nFind\tsearches\tslow\task sales\nBuy\tpays\t3DS\t",
            "Find | Buy\nActions: searches | pays\nFriction: slow | 3DS\nFree Notes: ask sales |\n= StagesDown\n= FreeLane(\"Notes\")",
        ),
        (
            RU,
            "Этап\tДействия\tТрения\nПоиск\tищет\tдолго\nКомментарий\tспросить Анну\t\nПокупка\tплатит\tдорого",
            "Поиск | Покупка\nActions: ищет | платит\nFriction: долго | дорого\n= StagesDown\n- row 3 Комментарий: Notes",
        ),
        (
            EN,
            "Stage\tFind\tBuy\nActions\tsearches\tpays\nFriction\tslow\t3DS\nNotes\task sales\t",
            "Find | Buy\nActions: searches | pays\nFriction: slow | 3DS\nFree Notes: ask sales |\n= FreeLane(\"Notes\")",
        ),
    ]);
    let taken = chosen(EN, across, &[Choice::Column(4, Role::Card(CardColumn::Stage))]);
    assert!(taken.starts_with("Find | Buy | Notes\n"), "{taken}");
}

#[test]
fn rows_that_count_cards_are_no_stage() {
    say(&[(
        EN,
        "Stage,Actions,Pain points\nFind,searches,slow\nBuy,pays,3DS\nTotal,2,2",
        "Find | Buy\nActions: searches | pays\nFriction: slow | 3DS\n= StagesDown\n- row 4 Total: Total",
    )]);
    say(&[(
        EN,
        "Stage\tFind\tBuy\tTotal\nActions\tsearches\tpays\t2\nPain points\tslow\t3DS\t2",
        "Find | Buy\nActions: searches | pays\nFriction: slow | 3DS\n- column 4 Total: Total\n? Column(4, LeftOut)",
    )]);
}

#[test]
fn headings_of_wikis_stand_between_two_bars() {
    let map = "Find | Buy\nActions: searches | pays\nFriction: slow | 3DS";
    say(&[
        (EN, "|| Stage || Find || Buy ||\n| Actions | searches | pays |\n| Pain points | slow | 3DS |", map),
        (EN, "||Stage||Find||Buy||\n||Actions|searches|pays|\n||Pain points|slow|3DS|", map),
    ]);
}

#[test]
fn signs_in_a_lane_of_experience_are_feelings() {
    say(&[(
        EN,
        "\tAware\tBuy\nProcess\tsearches\tpays\nProblems\tslow\t3DS\nExperience\t😐\t🙁",
        "Aware 0 | Buy -1\nFree Process: searches | pays\nFriction: slow | 3DS\nEmotion:  |\n= FreeLane(\"Process\")\n= FeelingsNamed(2)",
    )]);
}

#[test]
fn words_beside_a_face_leave_no_doubt() {
    say(&[
        (
            RU,
            "Этап;Выбор;Оплата;Запуск\nДействия;Читает;Платит;Входит\nЭмоции;🙂 интерес;злость 😡;😐",
            "Выбор 1 | Оплата -2 | Запуск 0\nActions: Читает | Платит | Входит\nEmotion:  |  |\n\
             Free Эмоции: интерес | злость |\n= FeelingsNamed(3)\n= FeelingWords(2)",
        ),
        // Words alone say no level: those are asked about.
        (
            RU,
            "Этап;Выбор;Оплата;Запуск\nДействия;Читает;Платит;Входит\nЭмоции;🙂 интерес;просто слова;😐",
            "Выбор 1 | Оплата | Запуск 0\nActions: Читает | Платит | Входит\nEmotion:  |  |\n\
             Free Эмоции: интерес | просто слова |\n= FeelingsNamed(2)\n= FeelingWords(2)\n? FeelingWords(true)",
        ),
    ]);
}

#[test]
fn a_merged_heading_stands_over_the_columns_behind_it() {
    let table = ",Discover,,Buy,,Use\nActions,Reads,Compares,Pays,Signs,Logs in\nThoughts,a,b,c,d,e";
    say(&[
        (
            EN,
            table,
            "Discover | Buy | Use\nActions: Reads, Compares | Pays, Signs | Logs in\nThoughts: a, b | c, d | e\n\
             = NamesFromLeft(2)\n? NamesFromLeft(true)",
        ),
        // Where the row below names each column, the merged one only groups them.
        (
            RU,
            "Этап\tДо покупки\t\tПокупка\t\tПосле\nШаг\tУзнаёт\tСравнивает\tПлатит\tЖдёт\tПользуется\nДействия\tа\tб\tв\tг\tд",
            "Узнаёт | Сравнивает | Платит | Ждёт | Пользуется\nActions: а | б | в | г | д\n- row 1 Этап: Title",
        ),
    ]);
    assert_eq!(
        chosen(EN, table, &[Choice::NamesFromLeft(false)]),
        "Discover |  | Buy |  | Use\nActions: Reads | Compares | Pays | Signs | Logs in\nThoughts: a | b | c | d | e\n\
         ? answered NamesFromLeft(false)"
    );
}

#[test]
fn the_name_of_a_record_is_the_words_of_a_card() {
    let table = "Name,Stage,Type,Owner\nSearch,Choose,Action,Ann\nNo prices,Buy,Pain point,Bob";
    let said = map_said(&map_of(EN, table, &Choices::default()));
    assert!(said.starts_with("Choose | Buy\nActions: Search @Ann |\nFriction:  | No prices @Bob"), "{said}");
}

#[test]
fn a_stage_that_stands_in_the_corner_is_named() {
    let table = "Awareness,,Buy,,Use\nActions,Search,Compare,Pay,Log in\nThoughts,hm,ok,wow,good";
    let said = map_said(&map_of(EN, table, &Choices::default()));
    assert!(said.contains("- column 1 Awareness: Unknown"), "{said}");
}

#[test]
fn grades_may_be_words() {
    say(&[
        (
            EN,
            "Stage\tLane\tText\tFrequency\tImpact\nFirst use\tPain points\tNobody called\tOften\tHigh\nFirst use\tPain points\tNo report\t2\tmedium\nRenewal\tPain points\tThe price\tlow\tCritical",
            "First use | Renewal\nFriction: Nobody called 4x4, No report 2x3 | The price 2x5\n= GradeWords([(\"Often\", 4), (\"High\", 4), (\"medium\", 3), (\"low\", 2), (\"Critical\", 5)])",
        ),
        (
            RU,
            "Этап\tДорожка\tТекст\tЧастота\tВажность\nСтарт\tТрение\tНикто не позвонил\tсредняя\tвысокая\nСтарт\tТрение\tНет отчёта\t3\tочень низкая",
            "Старт\nFriction: Никто не позвонил 3x4, Нет отчёта 3x1\n= GradeWords([(\"средняя\", 3), (\"высокая\", 4), (\"очень низкая\", 1)])",
        ),
    ]);
}

#[test]
fn an_outline_of_stages_and_lanes_is_a_map() {
    let table = |text: &str| match paste::read(text) {
        Paste::Outline(table) => table,
        other => panic!("{text}: {other:?}"),
    };
    let russian = "Знакомство\n- Действия: читает отзывы\n- Трение: нет цен\nПокупка:\n\u{2022} Действия: платит\n\u{2022} ждёт счёт";
    let english = "## Discovery\n- Actions: reads reviews\n- Pain points: no prices\n## Purchase\n1. Actions: pays";
    say(&[
        (RU, &table(russian), "Знакомство | Покупка\nActions: читает отзывы | платит, ждёт счёт\nFriction: нет цен | "),
        (EN, &table(english), "Discovery | Purchase\nActions: reads reviews | pays\nFriction: no prices | "),
    ]);
    // What names no lane or no stages stays a list.
    for list in [
        "Знакомство\n- Важно: читает отзывы\nПокупка",
        "- Действия: читает\n- Трение: нет цен",
        "Знакомство\n- Действия: читает\n- Трение: нет цен",
        "Клиент долго искал поставщика.\n- Действия: звонил\nПотом сдался.",
    ] {
        assert!(matches!(paste::read(list), Paste::Lines(_)), "{list}");
    }
}
