//! Maps with more around them than one grid: groups of lanes, a second map below the first, stages rated in numbers.

use orbita::i18n::Lang;
use orbita::tables::choice::Choices;

use crate::said::{EN, RU, all_say, map_of, map_said};

fn say(cases: &[(Lang, &str, &str)]) {
    all_say(cases, |lang, text| map_said(&map_of(lang, text, &Choices::default())));
}

#[test]
fn groups_of_lanes_are_no_lanes_and_their_lanes_no_stage() {
    let map =
        "Awareness | Purchase\nActions: Sees ad | Pays\nTouchpoints: Billboard | Terminal\nBackstage: CRM | ERP\n";
    let rows = "Frontstage\tActions\tSees ad\tPays\n\tTouchpoints\tBillboard\tTerminal\nCompany\tProcesses\tCRM\tERP";
    for (corner, name) in
        [("Stage\tSub-lane", " Stage"), ("\t", ""), ("Группа\tДорожка", " Группа"), ("Group\tLane", " Group")]
    {
        let rows =
            if corner.starts_with('Г') { rows.replace("Processes", "Процессы") } else { rows.to_owned() };
        let rows = rows.replace("Processes", "Backstage");
        let said = map_said(&map_of(EN, &format!("{corner}\tAwareness\tPurchase\n{rows}"), &Choices::default()));
        assert_eq!(said, format!("{map}- column 1{name}: Groups"), "{corner}");
    }
    // A table of cards has its lanes in the second column too.
    say(&[(EN, "Stage\tLane\tText\tOwner\nA\tActions\tx\tAnn", "A\nActions: x @Ann")]);
}

#[test]
fn a_second_map_is_no_part_of_the_first() {
    let first = "Stage\tAware\tBuy\nActions\tsees\tpays\nPain points\tads\t3DS";
    let map = "Aware | Buy\nActions: sees | pays\nFriction: ads | 3DS\n";
    let other = "Stage\tOnboard\tRenew\nActions\tlogs in\trenews\nPain points\tslow\tprice";
    say(&[
        (EN, &format!("{first}\n\n{other}"), &format!("{map}- row 5 Stage: NextTable")),
        (EN, &format!("{first}\nPersona B\n{first}"), &format!("{map}- row 4 Persona B: NextTable")),
        (
            RU,
            "Этап\tВыбор\tОплата\nДействия\tищет\tплатит\nЭтап\tЗапуск\tПродление\nДействия\tвходит\tплатит",
            "Выбор | Оплата\nActions: ищет | платит\n- row 3 Этап: NextTable",
        ),
    ]);
}

#[test]
fn satisfaction_in_numbers_is_how_stages_feel() {
    say(&[
        (
            EN,
            "Stage\tFind\tBuy\tUse\nActions\ta\tb\tc\nSatisfaction (1-5)\t1\t2\t5",
            "Find -2 | Buy -1 | Use 2\nActions: a | b | c\nEmotion:  |  |\n= Feelings(OneToFive)",
        ),
        (
            EN,
            "Stage\tFind\tBuy\tUse\nActions\ta\tb\tc\nExperience\t2\t-1\t-2",
            "Find 2 | Buy -1 | Use -2\nActions: a | b | c\nEmotion:  |  |",
        ),
        (
            RU,
            "Этап\tПоиск\tОплата\nДействия\tа\tб\nУдовлетворённость\t4,5\t2",
            "Поиск 1.5 | Оплата -1\nActions: а | б\nEmotion:  |\n= Feelings(OneToFive)\n? Feelings(OneToFive)",
        ),
        // Shares and large numbers are on no scale of feelings.
        (
            EN,
            "Stage\tFind\tBuy\nActions\ta\tb\nSatisfaction\t80%\t35%",
            "Find | Buy\nActions: a | b\nFree Satisfaction: 80% | 35%\n= FreeLane(\"Satisfaction\")",
        ),
    ]);
}

#[test]
fn lanes_may_be_numbered_and_cells_may_say_that_there_is_no_card() {
    say(&[
        (
            EN,
            "\tFind\tBuy\n1. Actions\ta\tb\n2) Pain points\tc\td\n🙂 Emotions\t1\t-1\n💡 Opportunities\te\tf",
            "Find 1 | Buy -1\nActions: a | b\nFriction: c | d\nEmotion:  |\nOpportunities: e | f",
        ),
        (
            RU,
            "\tПоиск\tОплата\nДействия\tищет\t-\nБоли\t—\t3DS\nИдеи\tн/д\tскидка",
            "Поиск | Оплата\nActions: ищет |\nFriction:  | 3DS\nOpportunities:  | скидка",
        ),
        // Words in one column are no lanes of nothing.
        (
            EN,
            "Customer journey\n\nAwareness\nActions\nSees an ad\nPain points\nToo many ads\n\nPurchase\nActions\nPays",
            "! NoText x1 at 1:1",
        ),
    ]);
}
