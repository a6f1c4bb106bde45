//! What each figure has to come to, and what would be good.

/// Two limits: it has to stay below the first, and below the second would be good.
type Limits = (f64, f64);

/// Of the ratio between the app and the page by hand.
const RATIOS: [(&str, Limits); 12] = [
    ("first show", (1.9, 1.4)),
    ("edit: a letter in a card", (1.0, 0.8)),
    ("insert: the first letter of a card", (1.3, 1.1)),
    ("save", (2.0, 1.3)),
    ("drag: a move", (1.0, 0.3)),
    ("drag: the drop", (1.0, 0.2)),
    ("100 undos and two frames", (1.2, 1.0)),
    ("a letter in the one-line input", (1.1, 1.0)),
    ("a letter below an interview", (1.1, 1.0)),
    ("first visit to an answered key", (1.9, 1.4)),
    ("the same, processor four times slower", (2.2, 1.5)),
    ("second visit", (1.9, 1.4)),
];

/// Of milliseconds.
const TIMES: [(&str, Limits); 3] = [
    ("100 undos, each a task of its own", (100.0, 40.0)),
    ("a key to its painted frame", (10.7, 9.8)),
    ("a step of a slider", (3.7, 1.3)),
];

/// Prints a figure of the app beside another, their ratio, and how it stands with the limits of either.
pub fn print(name: &str, ours: f64, other: f64) {
    let of = |all: &[(&str, Limits)]| all.iter().find(|(one, _)| *one == name).map(|(_, limits)| *limits);
    let ratio = ours / other;
    let told = match (of(&RATIOS), of(&TIMES)) {
        (Some(limits), _) => told("x", ratio, limits),
        (_, Some(limits)) => told("", ours, limits),
        _ => String::new(),
    };
    println!("{name:<40} {ours:>9.2} {other:>9.2} {ratio:>7.2}{told}");
}

/// The limits, and whether they are met.
pub fn told(sign: &str, found: f64, (must, aim): Limits) -> String {
    let verdict = if found > must {
        "MISSED"
    } else if found > aim {
        "met"
    } else {
        "aim met"
    };
    format!("   must {sign}{must}, aim {sign}{aim}: {verdict}")
}
