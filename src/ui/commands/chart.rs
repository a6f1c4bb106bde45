//! What can be done with a chart.

use super::{VerbRow, verbs};
use crate::i18n::charts::ChartWords;
use crate::ui::icon::Sign;

const fn row(keys: &'static [&'static str], label: fn(&ChartWords) -> &'static str) -> VerbRow<ChartWords> {
    VerbRow::new(keys, label).not_offered()
}

verbs! {
    /// What can be done with a chart: by its own buttons and keys, for a screen has several.
    ChartVerb: ChartWords {
        /// Show its figures, or the picture again.
        Table: row(&["T"], |w| w.show_as_table).icon(Sign::Table),
        /// Hand out a picture that can be scaled.
        Svg: row(&[], |w| w.chart_as_svg),
        /// Hand out a picture.
        Png: row(&[], |w| w.chart_as_png),
        /// Hand out its figures.
        Csv: row(&[], |w| w.chart_as_csv),
    }
}
