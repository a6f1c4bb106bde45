//! What is shown as a number or as money is read back as the same, in any currency and in both languages.

use orbita::i18n::Lang;
use orbita::i18n::amounts::{Numeral, exact_money, money, number, per_cent, short, signed};
use orbita::i18n::economy::Unit;
use proptest::prelude::*;

/// The codes of ISO 4217.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN \
BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD \
MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD \
RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI \
UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG";

/// What stands for currencies on price tags around the world.
const SIGNS: &str = "$ € £ ¥ ₽ ₸ ₴ ₺ ₹ ₩ ₪ ₫ ₦ ₱ ₲ ₡ ₭ ₮ ₵ ₼ ₾ ֏ ฿ ৳ ៛ ﷼ ؋ ¤ ¢ ￥ ￡ ￦ US$ A$ C$ R$ HK$ NT$ S$ NZ$ Mex$ kr kr. Kč zł \
Ft lei лв лв. руб. руб р. р RUR тенге тг сом с сум лари драм KM K ZK E L Q R S/ S/. B/. Bs Bs. G Gs. Fr Fr. CHF SFr. CFA F \
DA DH DT KD BD LD JD QR RO SR YR Rs Rs. Rp RM Nu. Tk Tsh TSh USh KSh Br Db D P M m MT N$ Z$ J$ T$ WS$ VT Le T т к тыс. ₽ 元 円 원 \
د.إ د.ك ر.س د.ت ден дин. din.";

/// A number as fields read it.
fn read(lang: Lang, own: &str, typed: &str) -> Option<f64> {
    Numeral::of(typed, own).map(|numeral| numeral.in_field(lang))
}

fn currencies() -> impl Strategy<Value = String> {
    let listed = |list: &'static str| prop::sample::select(list.split(' ').collect::<Vec<_>>()).prop_map(String::from);
    let words = "[A-Za-zА-Яа-яЁё]{1,9}( [A-Za-zА-Яа-я]{1,6})?\\.?";
    prop_oneof![3 => listed(CODES), 3 => listed(SIGNS), 1 => Just(String::new()), 3 => words]
}

fn values() -> impl Strategy<Value = f64> {
    let sign = prop::sample::select(vec![1.0, -1.0]);
    let size =
        prop_oneof![0.0..1e6, 0.0..1e15, 1e15..1e30, (0..2_000_000_000_u64).prop_map(|cents| cents as f64 / 100.0)];
    (sign, size).prop_map(|(sign, size)| sign * size)
}

fn langs() -> impl Strategy<Value = Lang> {
    prop::sample::select(vec![Lang::English, Lang::Russian])
}

/// A value as its shown form gives it: three leading digits, those behind the mark cut off with their noughts.
fn is_close(read: f64, value: f64) -> bool {
    (read - value).abs() <= value.abs().max(1.0) * 0.005_000_1
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn exact_money_is_read_back_exactly(lang in langs(), currency in currencies(), value in values()) {
        let shown = exact_money(lang, &currency, value);
        let to_the_cent: f64 = format!("{value:.2}").parse().expect("a number");
        prop_assert_eq!(read(lang, &currency, &shown), Some(to_the_cent + 0.0), "{}", shown);
        prop_assert_eq!(Unit::Money.read(lang, &currency, &shown), Some(to_the_cent + 0.0), "{}", shown);
    }

    #[test]
    fn short_money_is_read_back_to_the_digits_shown(lang in langs(), currency in currencies(), value in values()) {
        let shown = money(lang, &currency, value);
        let again = read(lang, &currency, &shown);
        prop_assert!(again.is_some_and(|again| is_close(again, value)), "{} is read as {:?}", shown, again);
        // What was read shows itself the same way: no digit came or went.
        prop_assert_eq!(again.map(|again| money(lang, &currency, again)), Some(shown));
    }

    #[test]
    fn numbers_and_shares_too(lang in langs(), value in values()) {
        let to_the_cent = |value: f64| format!("{value:.2}").parse::<f64>().expect("a number") + 0.0;
        prop_assert_eq!(read(lang, "", &number(lang, value, 2)), Some(to_the_cent(value)));
        prop_assert_eq!(read(lang, "", &signed(&number(lang, value, 2), value)), Some(to_the_cent(value)));
        prop_assert!(read(lang, "", &short(lang, value)).is_some_and(|again| is_close(again, value)));
        let share = (value % 100.0) / 100.0;
        let shown = per_cent(lang, share, 2);
        let again = read(lang, "", &shown).expect("a number");
        // What sums leave behind the fifteenth digit rounds nothing.
        prop_assert!((again - share * 100.0).abs() <= 0.005 + 1e-12, "{}", shown);
        let again = Unit::Share.read(lang, "", &shown);
        prop_assert_eq!(again.map(|again| per_cent(lang, again, 2)), Some(shown));
    }

    #[test]
    fn any_text_is_read_or_refused(lang in langs(), text in any::<String>(), own in any::<String>()) {
        prop_assert!(read(lang, &own, &text).is_none_or(f64::is_finite));
    }
}

#[test]
fn a_field_takes_no_unit_of_another_field() {
    let read = |unit: Unit, typed: &str| unit.read(Lang::English, "$", typed);
    assert_eq!(read(Unit::Money, "5%"), None);
    assert_eq!(read(Unit::Share, "$5"), None);
    assert_eq!(read(Unit::Count, "5 EUR"), None);
    assert_eq!(read(Unit::Share, "3.4%"), Some(0.034));
    assert_eq!(read(Unit::Share, "3,4"), Some(0.034));
    assert_eq!(read(Unit::MoneyPerPeriod, "($1.2k)"), Some(-1_200.0));
}

#[test]
fn amounts_in_two_scales_and_about_so_much_are_read() {
    for (typed, money) in [
        ("1 млн 200 тыс", Some(1_200_000.0)),
        ("1 млн 200 тыс. руб.", Some(1_200_000.0)),
        ("2 тыс. 500 ₽", Some(2_500.0)),
        ("1 млн 200 000 ₽", Some(1_200_000.0)),
        ("1 млрд 50 млн", Some(1_050_000_000.0)),
        // Thousands may be meant.
        ("1 млн 200", None),
        ("200 тыс 1 млн", None),
        ("1 млн 5%", None),
        ("~1200", Some(1_200.0)),
        ("≈ 1,2 млн ₽", Some(1_200_000.0)),
        ("5 tys. zł", Some(5_000.0)),
    ] {
        assert_eq!(Unit::Money.read(Lang::Russian, "₽", typed), money, "{typed}");
    }
    assert_eq!(Unit::Share.read(Lang::English, "", "~5%"), Some(0.05));
}
