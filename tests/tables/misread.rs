//! Tables that were read as something else without a word: each is read right now, asked about, or refused.

use orbita::tables::choice::Choices;

use crate::said::{EN, RU, all_say, map_of, map_said};

#[test]
fn grades_on_another_scale_and_totals_of_grades_are_none() {
    let rows = "\nSearch\tno prices\t3\t1\nBuy\t3DS\t2\t5";
    let graded = "Search | Buy\nFriction: no prices 3x1 | 3DS 2x5\n= LaneTaken(Friction)";
    let table = |frequency: &str, impact: &str| format!("Stage\tPain point\t{frequency}\t{impact}{rows}");
    let left = |frequency: &str| {
        format!("Search | Buy\nFriction: no prices | 3DS\n- column 3 {frequency}: Unknown\n= LaneTaken(Friction)")
    };
    let say = |lang, text: &str| map_said(&map_of(lang, text, &Choices::default()));
    all_say(
        &[
            (EN, &table("Frequency (1 to 5)", "Impact (5 = critical)"), graded),
            (EN, &table("Frequency (1-10)", "Impact"), &left("Frequency (1-10)")),
            (RU, &table("Частота (обращений в месяц)", "Влияние"), &left("Частота (обращений в месяц)")),
            (
                EN,
                &format!("{}\nTotal\t\t5\t5", table("Frequency", "Impact")),
                &format!("{graded}\n- row 4 Total: Total"),
            ),
            (
                RU,
                "Этап\tПоиск\tОплата\nДействия\ta\tb\nЭмоции (от 1 до 10)\t1\t10",
                "Поиск -2 | Оплата 2\nActions: a | b\nEmotion:  |\n= Feelings(OneToTen)",
            ),
        ],
        say,
    );
    let turned = say(EN, &table("Frequency", "Impact (1 = critical)"));
    assert!(turned.contains("- column 4 Impact (1 = critical): Unknown"), "{turned}");
}
