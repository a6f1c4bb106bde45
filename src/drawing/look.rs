//! The colours of a picture: those of the app, by the same names.

use crate::model::quantity::Level;

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields have the names of the app's own colours")]
pub struct Look {
    pub paper: &'static str,
    pub surface: &'static str,
    pub raised: &'static str,
    /// The ground of a chip.
    pub sunken: &'static str,
    /// The edge of a chip.
    pub chip_line: &'static str,
    pub line: &'static str,
    pub line_2: &'static str,
    pub grid: &'static str,
    pub control: &'static str,
    pub ink: &'static str,
    pub ink_2: &'static str,
    pub ink_3: &'static str,
    pub accent: &'static str,
    pub on_accent: &'static str,
    pub rust: &'static str,
    pub rust_soft: &'static str,
    pub rust_line: &'static str,
    pub rust_mid: &'static str,
    pub teal: &'static str,
    pub warn: &'static str,
    /// The points of the emotion curve, from -2 to +2 in whole steps.
    pub levels: [&'static str; 5],
    /// Frictions, the mildest first.
    pub severities: [&'static str; 4],
}

impl Look {
    /// On light paper.
    pub const LIGHT: Look = Look {
        paper: "#f5f2eb",
        surface: "#fdfcf8",
        raised: "#ffffff",
        sunken: "#ece8de",
        chip_line: "#ece8de",
        line: "#e2ddd1",
        line_2: "#cec7b8",
        grid: "#e7e2d7",
        control: "#8a8271",
        ink: "#211e18",
        ink_2: "#565044",
        ink_3: "#6b6457",
        accent: "#1d47c6",
        on_accent: "#ffffff",
        rust: "#9a3a0c",
        rust_soft: "#f8ebe0",
        rust_line: "#e6c8b0",
        rust_mid: "#bc6a2c",
        teal: "#0b6a61",
        warn: "#7a5300",
        levels: ["#832a04", "#ae5c1e", "#756e60", "#2b7f76", "#084b45"],
        severities: ["#8a8271", "#b9793f", "#a9501a", "#7e2c06"],
    };

    /// On dark paper.
    pub const DARK: Look = Look {
        paper: "#161512",
        surface: "#1e1d19",
        raised: "#272521",
        sunken: "#100f0d",
        chip_line: "#100f0d",
        line: "#312f29",
        line_2: "#45423a",
        grid: "#2b2924",
        control: "#7d7667",
        ink: "#f1eee6",
        ink_2: "#bdb7aa",
        ink_3: "#9c9586",
        accent: "#8caeff",
        on_accent: "#0c1534",
        rust: "#f0935a",
        rust_soft: "#2e2017",
        rust_line: "#5a3a24",
        rust_mid: "#c98650",
        teal: "#62cfc0",
        warn: "#e3bc5a",
        levels: ["#ffa36b", "#be7a42", "#968f80", "#4a988d", "#76e8d7"],
        severities: ["#857e6f", "#a87442", "#db7f3e", "#ffb387"],
    };

    /// In print: the light colours on white, chips by their edge.
    pub const PRINT: Look = Look {
        paper: "#ffffff",
        surface: "#ffffff",
        sunken: "#ffffff",
        chip_line: Look::LIGHT.line_2,
        line: Look::LIGHT.line_2,
        ..Look::LIGHT
    };

    /// The colour of a point of the emotion curve.
    pub fn level(&self, level: Level) -> &'static str {
        let [lowest, low, middle, high, highest] = self.levels;
        match level.halves() {
            ..=-3 => lowest,
            -2 | -1 => low,
            0 => middle,
            1 | 2 => high,
            _ => highest,
        }
    }

    /// The colour of a friction by its score.
    pub fn severity(&self, score: u8) -> &'static str {
        let [mild, felt, grave, worst] = self.severities;
        match score {
            ..=4 => mild,
            5..=9 => felt,
            10..=15 => grave,
            _ => worst,
        }
    }
}
