//! What is said beside charts, and of pictures, in Russian.

use crate::i18n::charts::ChartWords;
use crate::i18n::quote::title_ru;

pub const WORDS: ChartWords = ChartWords {
    show_as_table: "Показать таблицей",
    download_chart: |title| format!("Скачать {}", title_ru(title)),
    chart_as_svg: "Картинка SVG",
    chart_as_png: "Картинка PNG",
    chart_as_csv: "Таблица CSV",
    chart_keys: "Стрелки влево и вправо читают значения, T показывает их таблицей.",
    exact_value: |label| format!("{label}, точно"),
    png_reduced: |width, height| {
        format!(
            "Карта слишком велика для PNG в полной чёткости: в этой картинке {width} × {height} пикселей. SVG чёткая в любом размере."
        )
    },
    png_failed: "Браузер не смог нарисовать PNG. Возьмите SVG: это та же картинка.",
};
