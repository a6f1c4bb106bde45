//! Why there is no figure, as sentences: every reason in each language.

use orbita_economics::NoFigure;

use super::Words;

impl Words {
    /// Why a question has no figure for an answer, and what to do where something can be done.
    pub fn no_figure(&self, why: NoFigure) -> String {
        (self.reason)(why)
    }
}

#[cfg(test)]
mod tests {
    use orbita_economics::{Field, Must, NoFigure, break_even_one_off, period_rate};

    use crate::i18n::Lang;

    #[test]
    fn a_refused_input_is_named_with_what_it_must_be() {
        let why = period_rate(-2.0, 12.0).expect_err("no rate falls below -1");
        assert_eq!(Lang::English.words().no_figure(why), "The rate a year must be more than \u{2212}100%.");
        assert_eq!(Lang::Russian.words().no_figure(why), "Ставка за год: нужно больше \u{2212}100\u{a0}%.");
        let end = NoFigure::Bound { input: Field::Churn, end: Field::High, must: Must::NotExceed(Field::Share) };
        assert_eq!(Lang::English.words().no_figure(end), "The high end of the churn must be no more than the share.");
    }

    #[test]
    fn what_a_churn_must_stay_below_is_named() {
        let why = NoFigure::Input { field: Field::Churn, must: Must::StayBelow(Field::IdleChurn) };
        assert_eq!(Lang::English.words().no_figure(why), "The churn must be below the churn with no retention spend.");
        let said = Lang::Russian.words().no_figure(why);
        assert_eq!(said, "Отток: нужно меньше, чем отток без расходов на удержание.");
        let best = NoFigure::Input { field: Field::LowestChurn, must: Must::StayBelow(Field::Churn) };
        assert_eq!(Lang::English.words().no_figure(best), "The lowest possible churn must be below today’s churn.");
        let said = Lang::Russian.words().no_figure(best);
        assert_eq!(said, "Минимально достижимый отток: нужно меньше сегодняшнего оттока.");
    }

    #[test]
    fn cells_are_counted_from_one() {
        let cell = NoFigure::Cell { cohort: 2, column: 3, must: Must::NotExceed(Field::CustomersBefore) };
        assert_eq!(Lang::English.words().no_figure(cell), "Row 3, column 4 must be no more than the number before it.");
        assert_eq!(Lang::Russian.words().no_figure(cell), "Строка 3, столбец 4: нужно не больше предыдущего числа.");
    }

    #[test]
    fn reasons_say_what_stands_in_the_way() {
        let stream = orbita_economics::Stream { margin: 100.0, retention: 1.0, discount: 0.0, growth: 0.0 };
        let diverges = break_even_one_off(&stream, 1.0, 1.0).expect_err("nothing is discounted");
        assert!(Lang::English.words().no_figure(diverges).starts_with("The value has no limit. "));
        for lang in [Lang::English, Lang::Russian] {
            let said = |why| lang.words().no_figure(why);
            for why in [
                NoFigure::RetentionCostsMore,
                NoFigure::NeverRefilled,
                NoFigure::NoRange,
                NoFigure::NotAnswered,
                NoFigure::NoSizes,
                NoFigure::NobodyWon,
                NoFigure::NobodyThere,
                NoFigure::Circular(Field::Churn),
                NoFigure::NoLosses,
                NoFigure::NothingToShare,
            ] {
                assert_ne!(said(why), said(NoFigure::TooLarge), "{why:?}");
            }
        }
        let few = NoFigure::NotIdentified { have: 2, need: 3 };
        assert_eq!(Lang::English.words().no_figure(few), "Too few renewals to tell the model: 2 given, 3 needed.");
        assert_eq!(Lang::Russian.words().no_figure(NoFigure::NoLosses), "Потерь нет.");
    }
}
