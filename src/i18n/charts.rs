//! What is said beside charts, and of pictures.

/// What is said beside charts, and of pictures, in one language.
#[allow(missing_docs, reason = "each field is described by its English text in `en.rs`")]
pub struct ChartWords {
    pub show_as_table: &'static str,
    pub download_chart: fn(&str) -> String,
    pub chart_as_svg: &'static str,
    pub chart_as_png: &'static str,
    pub chart_as_csv: &'static str,
    pub chart_keys: &'static str,
    pub exact_value: fn(&str) -> String,
    pub png_reduced: fn(u32, u32) -> String,
    pub png_failed: &'static str,
}
