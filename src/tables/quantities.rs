//! How many of a thing each line of a list sold, where the amount beside it may be the price of one.

use super::choice::Choice;
use super::fold;
use super::layout::Layout;
use super::listed::List;
use super::question::About;
use super::reading::Log;
use super::role::Role;

/// Whether a heading stands over how many of a thing were sold.
pub(super) fn is_heading(key: &str) -> bool {
    const QUANTITIES: [&str; 16] = [
        "quantity",
        "quantities",
        "qty",
        "units",
        "seats",
        "licenses",
        "licences",
        "pcs",
        "количество",
        "кол во",
        "колво",
        "штук",
        "шт",
        "лицензий",
        "menge",
        "quantité",
    ];
    let name = key.split([',', '(']).next().unwrap_or_default();
    let words: Vec<&str> = fold::words(name).collect();
    let first_two = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    // "Quantity of customers" counts something else.
    let is_of_count = matches!(words[..], ["кол", "во", last] | ["number", "of", last] if QUANTITIES.contains(&last));
    is_of_count
        || words.len() <= 2 && QUANTITIES.iter().any(|known| words.first() == Some(known) || first_two == *known)
}

/// Whether a heading stands over what one of a thing costs.
pub(super) fn is_price_heading(key: &str) -> bool {
    const PRICES: [&str; 9] = ["price", "rate", "цена", "тариф", "расценка", "preis", "einzelpreis", "prix", "precio"];
    let of_one = ["unit price", "unit amount", "per unit", "per seat", "за единицу", "за шт", "за штуку"];
    fold::words(key).any(|word| PRICES.contains(&word)) || of_one.iter().any(|part| key.contains(part))
}

/// Whether a heading says that all that was sold in a line is paid for in it.
pub(super) fn is_of_line(key: &str) -> bool {
    const LINE: [&str; 14] = [
        "total",
        "subtotal",
        "line",
        "revenue",
        "sales",
        "paid",
        "net",
        "gross",
        "mrr",
        "arr",
        "сумма",
        "стоимость",
        "выручка",
        "итого",
    ];
    fold::words(key).any(|word| LINE.contains(&word)) || key.contains("оплат")
}

impl List {
    /// Asks whether amounts are to be multiplied by the quantities beside them, unless they are those of the whole line.
    pub fn settle_quantities(&mut self, layout: &Layout, log: &mut Log) {
        self.quantities = self.quantities.filter(|column| are_multiplied(layout, self.values, *column, log));
    }
}

/// Whether amounts are to be multiplied by quantities, after asking, unless they are those of the whole line.
pub(super) fn are_multiplied(layout: &Layout, values: usize, quantities: usize, log: &mut Log) -> bool {
    let key = layout.head(values).key;
    let is_price = is_price_heading(&key);
    if !is_price && (is_of_line(&key) || is_product(layout, values, quantities)) {
        return false;
    }
    let strip = layout.strip(quantities);
    let options = [Role::Quantities, Role::LeftOut].map(|role| Choice::Column(strip.at, role));
    log.ask(About::Strip(strip), options.to_vec(), usize::from(!is_price)) == options[0]
}

/// Whether amounts are quantities times the numbers of another column already.
fn is_product(layout: &Layout, values: usize, quantities: usize) -> bool {
    let number = |row: usize, column: usize| layout.view.at(row, column).number().map(|n| n.value(true));
    let rows = || layout.body().take(200).filter(|row| number(*row, values).is_some());
    let is_price = |price: &usize| {
        let fits = |row: usize| {
            let product = number(row, quantities)? * number(row, *price)?;
            Some((product - number(row, values)?).abs() <= 0.011)
        };
        ![quantities, values].contains(price) && rows().all(|row| fits(row) == Some(true))
    };
    rows().next().is_some() && (0..layout.view.width()).any(|column| is_price(&column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_and_prices_are_known_by_their_headings() {
        for (text, quantity, price) in [
            ("Quantity", true, false),
            ("Qty.", true, false),
            ("Кол-во", true, false),
            ("Кол-во, шт.", true, false),
            ("Количество", true, false),
            ("Seats", true, false),
            ("Количество активных клиентов", false, false),
            ("Unit price", false, true),
            ("Цена", false, true),
            ("Цена за единицу", false, true),
            ("Amount", false, false),
            ("Сумма", false, false),
        ] {
            let key = fold::key(text);
            assert_eq!((is_heading(&key), is_price_heading(&key)), (quantity, price), "{text}");
        }
    }
}
