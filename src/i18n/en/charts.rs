//! What is said beside charts, and of pictures, in English.

use crate::i18n::charts::ChartWords;

pub const WORDS: ChartWords = ChartWords {
    show_as_table: "Show as table",
    download_chart: |title| format!("Download “{title}”"),
    chart_as_svg: "Picture as SVG",
    chart_as_png: "Picture as PNG",
    chart_as_csv: "Table as CSV",
    chart_keys: "Left and right arrows read the values, T shows them as a table.",
    exact_value: |label| format!("{label}, exact"),
    png_reduced: |width, height| {
        format!(
            "The map is too large for a PNG at full sharpness: this one has {width} × {height} pixels. The SVG is sharp at any size."
        )
    },
    png_failed: "The browser couldn’t draw the PNG. Use the SVG: it’s the same picture.",
};
