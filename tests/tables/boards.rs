//! Maps and tables as boards, wikis and programs for statistics export them: columns for stages, tags for breaks, rows with numbers.

use crate::said::{
    EN, RU, accounts_of, accounts_said, accounts_say, all_say, cohorts_of, cohorts_said, cohorts_say, map_of, map_said,
};
use orbita::tables::choice::{Choice, Choices};

fn said(text: &str) -> String {
    map_said(&map_of(EN, text, &Choices::default()))
}

#[test]
fn boards_call_stages_columns_and_lists() {
    for heads in ["Lane,Card,Column", "Swimlane,Text,List", "Дорожка,Карточка,Колонка", "Lane,Text,Section"]
    {
        let table = format!("{heads}\nActions,googles,Find\nActions,pays,Buy\nPain points,3DS,Buy");
        assert_eq!(said(&table), "Find | Buy\nActions: googles | pays\nFriction:  | 3DS", "{table}");
    }
    // A stage may be called so where no column holds the words.
    assert!(said("Lane\tDiscover\tSection\nActions\ta\tb\nPain points\tc\td").starts_with("Discover | Section\n"));
    let unknown = said("Lane,Card,Sprint\nActions,googles,7\nActions,pays,8");
    assert!(unknown.contains("! No"), "{unknown}");
}

#[test]
fn steps_below_stages_that_all_have_a_name_are_no_stages() {
    for (stage, steps) in [("Stage", "Steps"), ("Этап", "Шаги"), ("Phase", "Step")] {
        let table = format!("{stage}\tFind\tBuy\tUse\n{steps}\ta\tb\tc\nFeelings\t:)\t:(\t:|\nPain\t\tslow\t");
        assert!(said(&table).starts_with("Find 1 | Buy -1 | Use 0\n"), "{}", said(&table));
    }
    // Below phases that span several of them they are.
    let phases = "Phase\tBefore\t\tAfter\nStage\tFind\tChoose\tUse\nActions\ta\tb\tc\nFriction\tx\ty\tz";
    assert!(said(phases).starts_with("Find | Choose | Use\n"));
    let again = "Stage\tBefore\tBefore\tAfter\nStep\tFind\tChoose\tUse\nActions\ta\tb\tc\nFriction\tx\ty\tz";
    assert!(said(again).starts_with("Find | Choose | Use\n"), "{}", said(again));
}

#[test]
fn tags_break_lines_in_cells_of_every_separator() {
    let map = "Find | Buy\nActions: googles, asks | pays\nFriction: ads, spam | 3DS\n= StagesDown\n= LineByLine(2)\n? LineByLine(true)";
    for table in [
        "Stage;Actions;Pain points\nFind;googles<br/>asks;ads<br>spam\nBuy;pays;3DS",
        "Stage\tActions\tPain points\nFind\tgoogles<br />asks\tads<BR>spam\nBuy\tpays\t3DS",
        "Stage,Actions,Pain points\nFind,googles<br>asks,\"ads<br>spam\"\nBuy,pays,3DS",
    ] {
        assert_eq!(said(table), map, "{table}");
    }
    let other = said("Stage;Actions;Pain points\nFind;presses <b>Go</b>;<brief>\nBuy;pays;3DS");
    assert!(other.contains("presses <b>Go</b>") && other.contains("<brief>"), "{other}");
}

#[test]
fn lanes_are_called_as_people_ask_about_them() {
    all_say(
        &[(
            RU,
            "Этап\tПоиск\tОплата\nЧто делает\tищет\tплатит\nЧто думает\tдорого?\tнаконец\nУровень эмоций (от -5 до 5)\t5\t-5\nБарьеры\tреклама\t3DS",
            "Поиск 2 | Оплата -2\nActions: ищет | платит\nThoughts: дорого? | наконец\nEmotion:  |\nFriction: реклама | 3DS\n= Feelings(FiveToFive)",
        )],
        |lang, text| map_said(&map_of(lang, text, &Choices::default())),
    );
}

#[test]
fn a_heading_may_lack_the_cell_over_the_numbers_of_rows() {
    cohorts_say(&[(
        EN,
        "Cohort\tM0\tM1\n1\tJan\t100\t80\n2\tFeb\t110\t88\n3\tMar\t95\t70",
        "clients at 0 1\nJan: 100 80\nFeb: 110 88\nMar: 95 70\n- column 1: Unknown\n= ages in Months from Headings",
    )]);
    accounts_say(&[
        (
            EN,
            "\"Client\",\"Jan 2025\",\"Feb 2025\"\n\"1\",\"Acme\",100,110\n\"2\",\"Beta\",50,60",
            "Jan 2025 | Feb 2025\nAcme: 100 110\nBeta: 50 60\n- column 1: Unknown",
        ),
        // A sum without a heading behind the months is none of their numbers.
        (
            EN,
            "Month\tAcme\tBeta\n1\t10\t20\t30\n2\t11\t21\t32\n3\t12\t22\t34",
            "1 | 2 | 3\nAcme: 10 11 12\nBeta: 20 21 22\n= Turned\n- column 4: Total",
        ),
    ]);
    assert_eq!(
        said("Stage,Lane,Text\n1,Find,Actions,googles\n2,Buy,Actions,pays"),
        "Find | Buy\nActions: googles | pays\n- column 1: Unknown"
    );
}

#[test]
fn a_line_under_a_column_is_no_number() {
    accounts_say(&[(
        EN,
        "Client\tJan 2025\tFeb 2025\nAcme\t1,200.00\t1,300.00\nBeta\t900.00\t950.00\n\t--------\t========\nTotal\t2,100.00\t2,250.00",
        "Jan 2025 | Feb 2025\nAcme: 1200 1300\nBeta: 900 950\n= Fraction('.', OtherCells)\n- row 5 Total: Total\n- row 4: Empty",
    )]);
}

#[test]
fn cohorts_may_be_taken_without_the_cells_that_cannot_be_read() {
    let table = "Cohort\tSize\tM1\tM2\tM3\nJan\t250\t180\t140\t<5\nFeb\t260\t190\t150\t130\nMar\t240\t170\t\t";
    let asked = cohorts_of(EN, table, &Choices::default());
    assert!(asked.value.is_none() && cohorts_said(&asked).ends_with("? WithoutUnread(false)\n! NotANumber x1 at 2:5"));
    let taken = cohorts_said(&cohorts_of(EN, table, &Choices::default().with(Choice::WithoutUnread(true))));
    assert!(taken.contains("Jan: 250 180 140 .\nFeb: 260 190 150 130\n"), "{taken}");
    assert!(taken.contains("= Unread("), "{taken}");
    // What is more than a cell stands in the way as before.
    let stopped = cohorts_of(EN, "Cohort\t0\t1\t2\na\t1000\t10x\t9\nb\t0\t5\t", &Choices::default());
    assert!(stopped.value.is_none() && !cohorts_said(&stopped).contains("WithoutUnread"));
}

#[test]
fn reports_set_lights_and_changes_beside_numbers() {
    for table in [
        "Cohort\tM0\tM1\tM2\nJan\t🟢 100%\t🟢 85%\t🟡 71%\nFeb\t🟢 100%\t🔴 60%\t",
        "Cohort\tM0\tM1\tM2\nJan\t100%\t85% (-15 pp)\t71% (\u{2212}14 п.п.)\nFeb\t100%\t60% (-40%)\t",
        "Cohort\tM0\tM1\tM2\nJan\t100% ⚪\t85% ⚪\t71% ⚪\nFeb\t100%\t60%\t",
    ] {
        let said = cohorts_said(&cohorts_of(EN, table, &Choices::default()));
        assert_eq!(said, "per cent at 0 1 2\nJan: 100 85 71\nFeb: 100 60 .\n= ages in Months from Headings", "{table}");
    }
    // Other signs may say that nothing was paid, and a second number without a sign is no change.
    for cell in ["❌ 100", "100 (120)", "100 (-20)", "✅ 100"] {
        let table = format!("Client\tJan 2025\tFeb 2025\nAcme\t{cell}\t110\nBeta\t50\t60");
        let said = accounts_said(&accounts_of(EN, "$", &table, &Choices::default()));
        assert!(said.contains("! NotANumber x1 at 2:2"), "{cell}\n{said}");
    }
}

#[test]
fn how_many_shares_are_taken_of_is_no_cohort() {
    for name in ["n", "N =", "База", "Sample size"] {
        let table = format!("Cohort\t0\t1\t2\nJan\t100%\t80%\t70%\nFeb\t100%\t82%\t\n{name}\t210\t210\t100");
        cohorts_say(&[(
            EN,
            &table,
            &format!("per cent at 0 1 2\nJan: 100 80 70\nFeb: 100 82 .\n- row 4 {name}: Measure\n= ages from Headings"),
        )]);
    }
    let counts = cohorts_said(&cohorts_of(EN, "Plan\t0\t1\nBase\t210\t200\nPro\t100\t90", &Choices::default()));
    assert!(counts.contains("Base: 210 200"), "{counts}");
}

#[test]
fn a_list_that_lost_its_lines_is_as_many_cards() {
    for (cell, cards) in [
        ("\u{2022} Prices hidden \u{2022} No chat", "Prices hidden, No chat"),
        ("1) Long form 2) No card 3) Slow", "Long form, No card, Slow"),
        ("1. Открывает 2. Ждёт", "Открывает, Ждёт"),
        ("1) Calls 2 times", "Calls 2 times"),
        ("Calls 2) twice", "Calls 2) twice"),
    ] {
        let map = said(&format!("Stage\tFind\tBuy\nActions\t{cell}\tpays"));
        assert!(map.contains(&format!("Actions: {cards} | pays")), "{cell}: {map}");
    }
}

#[test]
fn a_heading_may_say_that_the_lowest_number_is_the_best() {
    for (heading, numbers, levels) in [
        ("Emotion (1 best, 5 worst)", "1\t3\t5", "A 2 | B 0 | C -2"),
        ("Эмоции (1 – отлично, 5 – ужасно)", "1\t3\t5", "A 2 | B 0 | C -2"),
        ("Emotion (0-10, 10 = terrible)", "0\t5\t10", "A 2 | B 0 | C -2"),
        ("Emotion (1 worst, 5 best)", "1\t3\t5", "A -2 | B 0 | C 2"),
        ("Emotion (1-5)", "1\t3\t5", "A -2 | B 0 | C 2"),
    ] {
        let map = said(&format!("Stage\tA\tB\tC\n{heading}\t{numbers}\nActions\ta\tb\tc"));
        assert!(map.starts_with(levels), "{heading}: {map}");
        assert_eq!(map.contains("FeelingsTurned"), levels.starts_with("A 2"), "{heading}: {map}");
    }
}

#[test]
fn boards_of_cards_with_lists_are_read() {
    let trello = "Card ID,Card Name,List Name,Due Date\n1,googles,Find,2025-03-01T10:00:00Z\n2,pays,Buy,";
    assert!(said(trello).starts_with("Find | Buy\nActions: googles until 2025-03-01 | pays\n"), "{}", said(trello));
}

#[test]
fn lanes_of_feelings_may_say_their_scale_without_brackets() {
    for (heading, numbers) in [
        ("Emotion 1-5", "2\t1\t5"),
        ("Эмоции, от 0 до 10", "2,5\t0\t10"),
        ("Satisfaction 0-10", "2.5\t0\t10"),
        ("Emotion -2..2", "-1\t-2\t2"),
    ] {
        let map = said(&format!("Stage\tA\tB\tC\n{heading}\t{numbers}\nActions\ta\tb\tc"));
        assert!(map.starts_with("A -1 | B -2 | C 2\nEmotion:"), "{heading}: {map}");
    }
    let second = said("Stage\tA\tB\nEmotion 2\tx\ty\nActions\ta\tb");
    assert!(second.contains("Free Emotion 2: x | y"), "{second}");
}
