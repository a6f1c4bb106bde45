//! Maps as grids whose words are not all known: what their shape says.

use orbita::tables::choice::{Choice, Choices};
use orbita::tables::grid::Grid;

use crate::said::{EN, RU, all_say, map_of, map_said};

fn say(cases: &[(&str, &str)]) {
    let cases: Vec<_> = cases.iter().map(|(table, wanted)| (EN, *table, *wanted)).collect();
    all_say(&cases, |lang, text| map_said(&map_of(lang, text, &Choices::default())));
}

#[test]
fn lanes_below_the_word_for_stages_make_every_heading_a_stage() {
    say(&[
        (
            "Stage,Discover,Buy,Notes\nActions,Sees ad,Pays,ask Ann\nPain points,,3DS,",
            "Discover | Buy\nActions: Sees ad | Pays\nFriction:  | 3DS\n- column 4 Notes: Notes\n? Column(4, LeftOut)",
        ),
        (
            "Phase\tBefore\t\tAfter\nStage\tFind\tChoose\tUse\nActions\ta\tb\tc\nFriction\tx\ty\tz",
            "Find | Choose | Use\nActions: a | b | c\nFriction: x | y | z\n- row 1 Phase: Title",
        ),
    ]);
}

#[test]
fn a_grid_of_words_is_a_map_of_lanes_that_nobody_knows() {
    say(&[
        (
            "Phase;Medvetande;Köp\nHandlingar;söker;betalar\nMöjligheter;SEO;",
            "Medvetande | Köp\nFree Handlingar: söker | betalar\nFree Möjligheter: SEO |\n= FreeLane(\"Handlingar\")\n= FreeLane(\"Möjligheter\")\n? StagesDown(false)",
        ),
        (
            "\tAware\tBuy\nProcess\tSees ad\tPays\nWishes\t\tNo queue",
            "Aware | Buy\nFree Process: Sees ad | Pays\nFree Wishes:  | No queue\n= FreeLane(\"Process\")\n= FreeLane(\"Wishes\")",
        ),
    ]);
    // People, and numbers, are no map.
    for text in ["Name\tCity\tMail\nAnn\tRome\ta\nBob\tParis\tb", "\tJan 2025\tFeb 2025\nAcme\t10\t20\nBeta\t5\t6"] {
        assert_eq!(map_of(EN, text, &Choices::default()).value, None, "{text}");
    }
}

#[test]
fn steps_below_the_phases_that_span_them_are_the_stages() {
    say(&[(
        ",Discover,,Buy,\n,Step 1,Step 2,Step 3,Step 4\nActions,a,b,c,d\nPain points,,slow,,refused",
        "Step 1 | Step 2 | Step 3 | Step 4\nActions: a | b | c | d\nFriction:  | slow |  | refused\n- row 1 Discover: Title",
    )]);
}

#[test]
fn numbers_of_rows_are_no_cards() {
    say(&[(
        "#,Stage,Actions,Pain points\n1,Discover,Sees ad,\n2,Buy,Pays,3DS",
        "Discover | Buy\nActions: Sees ad | Pays\nFriction:  | 3DS\n= StagesDown\n- column 1 #: Unknown",
    )]);
}

#[test]
fn feelings_from_1_to_5_are_on_that_scale_though_most_are_low() {
    say(&[(
        "Stage;Emotion;Actions\nA;4;x\nB;2;y\nC;1;z",
        "A 1 | B -1 | C -2\nEmotion:  |  |\nActions: x | y | z\n= StagesDown\n= Feelings(OneToFive)\n? Feelings(OneToFive)",
    )]);
}

#[test]
fn entities_of_pages_are_letters_in_tables_that_are_none() {
    let rows = |text: &str| Grid::of(text, EN, None).to_rows();
    let shown = rows(
        "Client\tJan&nbsp;2025\tFeb 2025\nSmith &amp; Sons\t1&amp;nbsp;200\t5\n&#1088;&#1086;&#x43C;&#1072;\t1\tcan&#39;t &lt;x&gt;",
    );
    assert_eq!(shown[1][..2], ["Smith & Sons", "1\u{a0}200"]);
    assert_eq!((shown[0][1].as_str(), shown[2][0].as_str()), ("Jan\u{a0}2025", "рома"));
    assert_eq!(shown[2][2], "can't <x>");
    // What would part cells, and what is no entity, stays as it was typed.
    assert_eq!(rows("a\tb\nR&D; x\t&#9;&quot;")[1], ["R&D; x", "&#9;&quot;"]);
    assert_eq!(rows("Client;Jan\nSmith &amp; Sons;5\nB;6")[1], ["Smith & Sons", "5"]);
}

#[test]
fn a_column_of_stages_says_so_where_no_lane_is_known() {
    let felt = "Aware 1.5 | Trial -1 | Pay 0\nEmotion:  |  |\n= StagesDown\n= Feelings(OneToFive)\n? StagesDown(true)\n? Feelings(OneToFive)";
    let cases = [
        (EN, "Stage,CSAT\nAware,4.5\nTrial,2\nPay,3", felt),
        (
            EN,
            "Stage,NPS\nAware,50\nTrial,-20\nPay,40",
            "Aware | Trial | Pay\nFree NPS: 50 | -20 | 40\n= StagesDown\n= FreeLane(\"NPS\")\n? StagesDown(true)",
        ),
        (
            RU,
            "Этап;Удовлетворённость\nУзнал;4\nПробует;2\nПлатит;5",
            "Узнал 1 | Пробует -1 | Платит 2\nEmotion:  |  |\n= StagesDown\n= Feelings(OneToFive)\n? StagesDown(true)\n? Feelings(OneToFive)",
        ),
    ];
    all_say(&cases, |lang, text| map_said(&map_of(lang, text, &Choices::default())));
    // Words may run either way: it is asked, and either answer is taken.
    let words = "Stage,We say,We do\nAware,x,y\nTrial,z,w\nPay,q,r";
    let asked = map_of(EN, words, &Choices::default());
    assert!(map_said(&asked).ends_with("? StagesDown(false)"), "{}", map_said(&asked));
    let down = map_of(EN, words, &Choices::default().with(Choice::StagesDown(true)));
    assert!(map_said(&down).starts_with("Aware | Trial | Pay\nFree We say: x | z | q\n"), "{}", map_said(&down));
    let known = "Stage,Actions\nAware,Sees\nTrial,Signs";
    let turned = map_of(EN, known, &Choices::default().with(Choice::StagesDown(false)));
    assert!(map_said(&turned).starts_with("Actions\nFree Aware: Sees\n"), "{}", map_said(&turned));
}
