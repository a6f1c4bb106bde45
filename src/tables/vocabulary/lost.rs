//! Headings of those who left, and of those who stayed.

/// Whether a heading speaks of those who left.
pub fn says_lost(key: &str) -> bool {
    const LOST: &[&str] = &[
        "churn",
        "lost",
        "loss",
        "left",
        "attrition",
        "cancel",
        "drop",
        "inactive",
        "gone",
        "departed",
        "kündig",
        "abwander",
        "perdu",
        "résili",
        "отток",
        "ушл",
        "ушед",
        "уход",
        "потер",
        "выбы",
        "отвал",
        "отписал",
        "неактивн",
        "расторг",
    ];
    is_denied(key) || LOST.iter().any(|word| key.split(' ').any(|part| part.starts_with(word)))
}

/// Whether a heading says that somebody was not kept: "not retained", "не продлили".
fn is_denied(key: &str) -> bool {
    const DENIED: &[&str] = &[
        "not ret",
        "didn",
        "did not",
        "not ren",
        "non ren",
        "not active",
        "не удерж",
        "не продл",
        "не остал",
        "не верн",
    ];
    DENIED.iter().any(|part| key.contains(part))
}

/// Whether a heading counts those who left, and does not speak of those who stayed.
pub fn counts_lost(key: &str) -> bool {
    is_denied(key) || says_lost(key) && !says_kept(key)
}

/// Whether a title names those who left, and not only what the table is about: "Customers lost", and not "Churn".
pub fn names_lost(key: &str) -> bool {
    const LEFT: &[&str] =
        &["lost", "churned", "cancelled", "canceled", "departed", "ушл", "ушед", "потер", "выбы", "отвал", "отписал"];
    counts_lost(key) && key.split(' ').any(|part| LEFT.iter().any(|word| part.starts_with(word)))
}

/// Whether a title or a heading speaks of those who stayed.
pub fn says_kept(key: &str) -> bool {
    ["retention", "retained", "kept", "remaining", "удержан", "остал", "остав", "сохран"]
        .iter()
        .any(|word| key.contains(word))
}
