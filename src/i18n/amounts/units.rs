//! Words and signs that stand next to a number: what it is counted in, and by how much it is scaled.

/// A currency that a text names, in one spelling for all of its names: an ISO 4217 code, or the sign where several
/// currencies share it ("$", "kr", "¥").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(u16);

/// Signs that several currencies share, or that stand for one without a code here. They are counted from [`FIRST_SIGN`] on, and
/// codes from 0 by their places in [`CODES`].
const SHARED_SIGNS: [&str; 5] = ["$", "kr", "\u{a5}", "\u{a2}", "\u{a4}"];
const FIRST_SIGN: u16 = 1_000;

/// Every code of ISO 4217 that money is counted in, three letters each.
const CODES: &str = "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLF\
CLPCNYCOPCOUCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHRKHTGHUFIDRILSINRIQDIRRISKJMDJODJPY\
KESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGK\
PHPPKRPLNPYGQARRONRSDRUBRURRWFSARSBDSCRSDGSEKSGDSHPSLESLLSOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUSNUYI\
UYUUYWUZSVEDVESVNDVUVWSTXAFXAGXAUXBAXBBXBCXBDXCDXCGXDRXOFXPDXPFXPTXSUXTSXUAXXXYERZARZMWZWGZWL";

/// Names that are no codes: lower case, without full stops and spaces.
const NAMES: [(&str, &[&str]); 32] = [
    (
        "RUB",
        &["руб", "рубль", "рубля", "рублей", "рубли", "рублях", "р", "rur", "rouble", "roubles", "ruble", "rubles"],
    ),
    (
        "USD",
        &[
            "долл",
            "доллсша",
            "доллар",
            "доллара",
            "долларов",
            "доллары",
            "долларовсша",
            "dollar",
            "dollars",
            "usdollar",
            "usdollars",
        ],
    ),
    ("EUR", &["евро", "euro", "euros"]),
    ("KZT", &["тенге", "тг", "tenge", "tg", "теңге"]),
    ("UAH", &["грн", "гривен", "гривна", "гривны"]),
    ("BYN", &["белруб", "бр"]),
    ("UZS", &["сум", "сумов", "so'm", "soum"]),
    ("KGS", &["сом", "сомов"]),
    ("GEL", &["лари"]),
    ("AMD", &["драм", "драмов"]),
    ("CNY", &["юань", "юаня", "юаней", "yuan", "rmb", "元"]),
    ("JPY", &["иен", "йен", "yen", "円"]),
    ("GBP", &["фунтов", "pounds"]),
    ("TRY", &["лир", "tl"]),
    ("PEN", &["s/"]),
    ("VND", &["đ", "đồng"]),
    ("ILS", &["nis", "שח", "ש\"ח"]),
    ("RSD", &["дин", "динаров"]),
    ("MKD", &["ден"]),
    ("AZN", &["манат", "манатов", "manat"]),
    ("TJS", &["сомони"]),
    ("AED", &["dhs", "dirhams", "дирхам", "дирхамов"]),
    ("CZK", &["kč", "kc", "korun", "koruny"]),
    ("PLN", &["zł", "zl", "zloty", "zlotych", "złoty", "złotych", "злотых"]),
    ("HUF", &["ft", "forint"]),
    ("BGN", &["лв"]),
    ("RON", &["lei"]),
    ("INR", &["rs"]),
    ("IDR", &["rp"]),
    ("MYR", &["rm"]),
    ("CHF", &["fr", "sfr", "franken"]),
    ("kr", &["kr", "kronor", "kroner", "крон", "кроны"]),
];

/// Codes that people type in small letters too. The others are words as well ("all", "try", "cup").
const SMALL: &str = "usdeurgbprubkztuahbynchfcnyjpycadaudinrsekplnczkuzsaedbrl";

/// Signs of one letter and what they mean; every other currency sign stands for itself.
const SIGNS: [(char, &str); 22] = [
    ('$', "$"),
    ('\u{a2}', "\u{a2}"),
    ('\u{a3}', "GBP"),
    ('\u{a5}', "\u{a5}"),
    ('\u{20a9}', "KRW"),
    ('\u{20aa}', "ILS"),
    ('\u{20ab}', "VND"),
    ('\u{20ac}', "EUR"),
    ('\u{20ae}', "MNT"),
    ('\u{20b1}', "PHP"),
    ('\u{20b2}', "PYG"),
    ('\u{20b4}', "UAH"),
    ('\u{20b5}', "GHS"),
    ('\u{20b8}', "KZT"),
    ('\u{20b9}', "INR"),
    ('\u{20ba}', "TRY"),
    ('\u{20bc}', "AZN"),
    ('\u{20bd}', "RUB"),
    ('\u{20be}', "GEL"),
    ('\u{58f}', "AMD"),
    ('\u{e3f}', "THB"),
    ('\u{20a6}', "NGN"),
];

/// Which codes share a sign.
const SHARED: [(&str, &[&str]); 3] = [
    ("$", &["USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("\u{a5}", &["JPY", "CNY"]),
];

impl Currency {
    /// The currency that a text names and nothing else: a code, a sign, or a usual word.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches('.').trim();
        let mut letters = text.chars();
        if let (Some(sign), None) = (letters.next(), letters.next()) {
            if let Some((_, name)) = SIGNS.iter().find(|(known, _)| *known == sign) {
                return Currency::of_name(name);
            }
            if ('\u{20a0}'..='\u{20cf}').contains(&sign) {
                return Currency::of_name("\u{a4}");
            }
        }
        code(text).or_else(|| dollar(text).and_then(Currency::of_name)).or_else(|| {
            let folded: String = text.to_lowercase().chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect();
            NAMES
                .iter()
                .find(|(_, names)| names.contains(&folded.as_str()))
                .and_then(|(code, _)| Currency::of_name(code))
        })
    }

    /// The currency with a code or a shared sign.
    fn of_name(name: &str) -> Option<Self> {
        let sign = SHARED_SIGNS.iter().position(|sign| *sign == name).map(|at| at as u16 + FIRST_SIGN);
        let place = || CODES.as_bytes().chunks(3).position(|code| code == name.as_bytes()).map(|at| at as u16);
        sign.or_else(place).map(Currency)
    }

    /// The code or the shared sign.
    pub fn name(self) -> &'static str {
        let at = usize::from(self.0);
        let sign = at.checked_sub(usize::from(FIRST_SIGN)).and_then(|at| SHARED_SIGNS.get(at).copied());
        sign.or_else(|| CODES.get(at * 3..at * 3 + 3)).unwrap_or_default()
    }

    /// Whether two may be the same currency: "$" may be any dollar.
    pub fn may_be(self, other: Currency) -> bool {
        let shared = |sign: &str, code: &str| SHARED.iter().any(|(s, codes)| *s == sign && codes.contains(&code));
        self == other || shared(self.name(), other.name()) || shared(other.name(), self.name())
    }
}

/// Currencies that go by one sign or word: dollars, pounds, roubles, rupees, francs, crowns, lei, yuan and yen.
const ALIKE: [&str; 8] = [
    "$ USD AUD BBD BMD BND BSD BZD BRL CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NIO NZD SBD SGD SRD TTD TWD \
     UYU XCD ARS",
    "GBP EGP FKP GIP LBP SDG SHP SSP SYP",
    "RUB BYN",
    "INR LKR MUR NPR PKR SCR",
    "CHF BIF CDF DJF GNF KMF RWF XAF XOF XPF",
    "kr SEK NOK DKK ISK CZK",
    "RON MDL",
    "\u{a5} JPY CNY",
];

impl Currency {
    /// The currency of a text that is typed where another one is meant, if it clearly is another: "€5" where dollars are. A sign or a
    /// word that the currency that is meant goes by as well says nothing, nor does any where that is unknown.
    pub fn mistaken(self, meant: &str, typed: &str) -> bool {
        let Some((_, Some(meant))) = behind(meant) else { return false };
        let is_spelled = self.name().len() == 3 && typed.to_uppercase().contains(self.name());
        let go_by = |names: &str, one: Currency| names.split(' ').any(|name| name == one.name());
        let are_alike = || ALIKE.iter().any(|names| go_by(names, self) && go_by(names, meant));
        !self.may_be(meant) && (is_spelled || !are_alike())
    }
}

/// The code that a text is, from the list.
fn code(text: &str) -> Option<Currency> {
    if text.len() != 3 || !text.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let known = |list: &str, text: &str| list.as_bytes().chunks(3).any(|code| code == text.as_bytes());
    if text.bytes().any(|b| b.is_ascii_lowercase()) && !known(SMALL, &lower) {
        return None;
    }
    let upper = text.to_ascii_uppercase();
    Currency::of_name(if upper == "RUR" { "RUB" } else { &upper })
}

/// A dollar of a country: "US$", "A$", "HK$", "R$".
fn dollar(text: &str) -> Option<&'static str> {
    Some(match text {
        "US$" => "USD",
        "A$" | "AU$" => "AUD",
        "C$" | "CA$" => "CAD",
        "NZ$" => "NZD",
        "HK$" => "HKD",
        "NT$" => "TWD",
        "S$" => "SGD",
        "MX$" => "MXN",
        "R$" => "BRL",
        _ => return None,
    })
}

/// Words of scale and how many zeros they stand for; a longer word comes before one that it begins with.
const SCALES: [(i32, &[&str]); 12] = [
    (12, &["триллионов", "триллиона", "триллион", "трлн"]),
    (9, &["миллиардов", "миллиарда", "миллиард", "млрд"]),
    (6, &["миллионов", "миллиона", "миллион", "млн"]),
    (3, &["тысячах", "тысячи", "тысяча", "тысяч", "тыс"]),
    (12, &["trillions", "trillion", "trln", "trn", "tn"]),
    (9, &["billions", "billion", "bln", "bn", "mrd"]),
    (6, &["millions", "million", "mln", "mio", "mm", "mn", "кк", "kk"]),
    (3, &["thousands", "thousand", "ths", "tsd", "tys"]),
    (7, &["crores", "crore"]),
    (5, &["lakhs", "lakh"]),
    (12, &["t"]),
    (9, &["b"]),
];

/// Scales of one letter that are the same in both alphabets.
const LETTERS: [(i32, &[&str]); 2] = [(6, &["m", "м"]), (3, &["k", "к", "т"])];

fn scales() -> impl Iterator<Item = (i32, &'static str)> {
    SCALES.iter().chain(&LETTERS).flat_map(|(zeros, words)| words.iter().map(|word| (*zeros, *word)))
}

/// What is counted, where that says nothing more about the number.
const COUNTED: [&str; 22] = [
    "чел",
    "человек",
    "человека",
    "клиент",
    "клиента",
    "клиентов",
    "пользователь",
    "пользователя",
    "пользователей",
    "польз",
    "шт",
    "штук",
    "users",
    "user",
    "clients",
    "client",
    "customers",
    "customer",
    "people",
    "accounts",
    "subscribers",
    "pcs",
];

/// A unit without the period that it is for: "$/mo", "руб. в месяц".
fn without_period(text: &str) -> &str {
    const PERIODS: [&str; 32] = [
        "mo",
        "mth",
        "month",
        "m",
        "мес",
        "месяц",
        "год",
        "year",
        "yr",
        "y",
        "a",
        "quarter",
        "qtr",
        "q",
        "кв",
        "квартал",
        "měs",
        "měsíc",
        "rok",
        "čtvrtletí",
        "mies",
        "miesiąc",
        "kwartał",
        "monat",
        "jahr",
        "quartal",
        "mes",
        "año",
        "mês",
        "ano",
        "mois",
        "trimestre",
    ];
    // "1.2M ARR": revenue of a year, as tables with columns for years hold it.
    let (unit, last) = text.rsplit_once(' ').unwrap_or(("", text));
    if ["arr", "mrr"].iter().any(|word| last.eq_ignore_ascii_case(word)) {
        return unit;
    }
    // What the number is followed by may be nothing but the period.
    let begun = || ["per ", "a ", "pro ", "в "].into_iter().find_map(|word| Some(("", text.strip_prefix(word)?)));
    let worded = [" в ", " per ", " pro ", " par ", " por "].into_iter().find_map(|word| text.rsplit_once(word));
    let parted = text.rsplit_once(['/']).or(worded).or_else(begun);
    let named = |period: &str| PERIODS.contains(&period.trim().trim_end_matches('.').to_lowercase().as_str());
    parted.filter(|(_, period)| named(period)).map_or(text, |(unit, _)| unit.trim_end())
}

/// Whether a word says that people or pieces are counted: "users", "чел.".
pub fn is_counted(word: &str) -> bool {
    COUNTED.contains(&word.to_lowercase().trim_end_matches('.'))
}

/// What stands behind a number: a scale in zeros, and a currency. `None` when it is anything else.
pub fn behind(text: &str) -> Option<(i32, Option<Currency>)> {
    let text = without_period(text.trim());
    if text.is_empty() {
        return Some((0, None));
    }
    if let Some(currency) = Currency::named(text) {
        return Some((0, Some(currency)));
    }
    if is_counted(text) {
        return Some((0, None));
    }
    if let Some(currency) = in_thousands(text) {
        return Some((3, Some(currency)));
    }
    if matches!(text.to_lowercase().trim_end_matches('.'), "т.р" | "тр" | "т. р" | "т р" | "т.руб") {
        return Some((3, Currency::named("RUB")));
    }
    scales().find_map(|(zeros, word)| {
        let rest = after_word(text, word)?;
        let currency = rest.trim_start_matches(['.', ' ']);
        if currency.is_empty() {
            return Some((zeros, None));
        }
        // "5 тыс. чел."
        if COUNTED.contains(&currency.to_lowercase().trim_end_matches('.')) {
            return Some((zeros, None));
        }
        Currency::named(currency).map(|currency| (zeros, Some(currency)))
    })
}

/// The currency that a text counts in thousands as Germans and Swiss write it: "TEUR", "T€". A trillion is none of theirs.
pub fn in_thousands(text: &str) -> Option<Currency> {
    let currency = text.strip_prefix('T')?.trim_start();
    matches!(currency, "EUR" | "\u{20ac}" | "CHF" | "Euro").then(|| Currency::named(currency)).flatten()
}

/// What follows a word at the beginning of a text, whatever its case.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for letter in word.chars() {
        rest.next().filter(|c| c.to_lowercase().eq([letter]))?;
    }
    Some(rest.as_str())
}

/// How many zeros a word of scale stands for, if a text is one and nothing else.
pub fn scale(text: &str) -> Option<i32> {
    let text = text.trim_end_matches('.');
    scales().find(|(_, word)| after_word(text, word) == Some("")).map(|(zeros, _)| zeros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_signs_and_words_name_a_currency() {
        let named = |text: &str| Currency::named(text).map(Currency::name);
        for (text, name) in [
            ("KZT", "KZT"),
            ("₽", "RUB"),
            ("руб.", "RUB"),
            ("usd", "USD"),
            ("A$", "AUD"),
            ("долл. США", "USD"),
            ("kr", "kr"),
            ("€", "EUR"),
        ] {
            assert_eq!(named(text), Some(name), "{text}");
        }
        for text in ["", "k", "all", "try", "clients", "ABC", "12"] {
            assert_eq!(named(text), None, "{text}");
        }
        let may_be =
            |one, other| Currency::named(one).zip(Currency::named(other)).is_some_and(|(one, other)| one.may_be(other));
        assert!(may_be("$", "USD") && !may_be("$", "EUR"));
    }

    #[test]
    fn a_code_is_never_a_scale() {
        let behind = |text: &str| super::behind(text).map(|(zeros, currency)| (zeros, currency.map(Currency::name)));
        assert_eq!(behind("KZT"), Some((0, Some("KZT"))));
        assert_eq!(behind("MXN"), Some((0, Some("MXN"))));
        assert_eq!(behind("K"), Some((3, None)));
        assert_eq!(behind("тыс. руб."), Some((3, Some("RUB"))));
        assert_eq!(behind("млн₽"), Some((6, Some("RUB"))));
        assert_eq!(behind("т.р."), Some((3, Some("RUB"))));
        assert_eq!(behind("kEUR"), Some((3, Some("EUR"))));
        assert_eq!(behind("bn"), Some((9, None)));
        assert_eq!(behind(" чел."), Some((0, None)));
        assert_eq!(behind("k/mo"), Some((3, None)));
        assert_eq!(behind("тыс. руб./мес."), Some((3, Some("RUB"))));
        assert_eq!(behind("руб. в месяц"), Some((0, Some("RUB"))));
        for text in ["x", "keys", "elephants", "k k", "%"] {
            assert_eq!(behind(text), None, "{text}");
        }
    }
}
