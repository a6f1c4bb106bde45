//! What a point and a comma do in the numbers of a table.

use super::choice::Choice;
use super::note::{By, Note};
use super::question::About;
use super::reading::Log;
use crate::i18n::Lang;
use crate::i18n::amounts::{Kind, Numeral, Shows};

/// Which marks begin a fraction where they could part thousands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    comma: bool,
    point: bool,
}

/// What the numbers of a table show together.
#[derive(Default)]
struct Seen {
    comma_fraction: bool,
    point_fraction: bool,
    comma_doubt: bool,
    point_doubt: bool,
    /// Some number with a plain fraction is no share of one.
    sums: bool,
    /// Whole numbers without a mark, below a thousand and above.
    small: bool,
    large: bool,
}

impl Seen {
    fn see(&mut self, numeral: &Numeral) {
        let has_fraction = matches!(numeral.shows, Shows::Fraction(_)) && numeral.kind != Kind::PerCent;
        self.sums |= has_fraction && numeral.value(true).abs() >= 1.0;
        match numeral.shows {
            Shows::Fraction(',') | Shows::Thousands('.') => self.comma_fraction = true,
            Shows::Fraction(_) | Shows::Thousands(_) => self.point_fraction = true,
            // No share is so large that it needs thousands.
            Shows::Doubt(',') if numeral.kind == Kind::PerCent => self.comma_fraction = true,
            Shows::Doubt(_) if numeral.kind == Kind::PerCent => self.point_fraction = true,
            Shows::Doubt(',') => self.comma_doubt = true,
            Shows::Doubt(_) => self.point_doubt = true,
            Shows::Nothing if numeral.value(true).abs() >= 1_000.0 => self.large = true,
            Shows::Nothing => self.small |= numeral.value(true) != 0.0,
        }
    }
}

impl Marks {
    /// Decides by what other cells show, else by the language, and writes down what decided; asks where nothing is certain.
    /// `whole` says that the numbers count clients, unless they are shares.
    pub fn of(numerals: impl Iterator<Item = Numeral>, whole: bool, log: &mut Log) -> Self {
        let mut seen = Seen::default();
        let mut shares = false;
        for numeral in numerals {
            seen.see(&numeral);
            shares |= numeral.kind == Kind::PerCent;
        }
        let chosen = log.choice(|choice| if let Choice::Fraction(mark) = choice { Some(*mark) } else { None });
        let doubt = seen.comma_doubt || seen.point_doubt;
        let (mark, by, certain) = match (seen.comma_fraction, seen.point_fraction) {
            // Beside sums with plain fractions three digits behind the same mark may be thousands from another source.
            (true, false) => (',', By::OtherCells, !(seen.sums && seen.comma_doubt)),
            (false, true) => ('.', By::OtherCells, !(seen.sums && seen.point_doubt)),
            _ if !doubt => return Marks { comma: true, point: true },
            _ => likely(&seen, whole && !shares, log.context.lang),
        };
        let mark = match chosen {
            None if certain => mark,
            _ if doubt => {
                let other = if mark == ',' { '.' } else { ',' };
                let options = vec![Choice::Fraction(mark), Choice::Fraction(other)];
                match log.ask(About::Table, options, 0) {
                    Choice::Fraction(taken) => taken,
                    _ => mark,
                }
            }
            _ => mark,
        };
        if doubt || seen.comma_fraction || seen.point_fraction {
            log.note(Note::Fraction(mark, if chosen.is_some() { By::Choice } else { by }));
        }
        Marks { comma: mark == ',', point: mark == '.' }
    }

    /// The value of a number.
    pub fn value(self, numeral: &Numeral) -> f64 {
        numeral.value(match numeral.shows {
            Shows::Doubt(',') => self.comma,
            _ => self.point,
        })
    }
}

/// The likely mark of a fraction where each that is seen could part thousands; and whether that leaves no doubt.
fn likely(seen: &Seen, whole: bool, lang: Lang) -> (char, By, bool) {
    let (doubted, other) = if seen.comma_doubt { (',', '.') } else { ('.', ',') };
    if seen.comma_doubt && seen.point_doubt || seen.comma_fraction {
        return (lang.customs().decimal, By::Language, false);
    }
    let usual = lang.customs().thousands == doubted;
    match (seen.small, seen.large) {
        // Every number from a thousand on has the mark and no smaller one has: it parts thousands.
        (true, false) => (other, By::OnlyThousands, usual),
        (_, true) => (doubted, By::ThousandsWithout, false),
        (false, false) if usual => (other, By::Language, true),
        (false, false) if whole => (other, By::WholeClients, false),
        (false, false) => (doubted, By::Language, false),
    }
}
