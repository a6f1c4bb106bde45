//! Which questions ask for opinions instead of events, in English and Russian.
//!
//! Of several faults, the one that begins first is reported.

use std::ops::Range;

use crate::interviews::kinds::Outcome;
use crate::interviews::word::{Word, words};

use super::patterns::{ABOUT, DIRECT, HYPOTHETICAL, LEADING, POLITE};

/// What is wrong with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It asks for the reason, and gets one made up on the spot.
    Direct,
    /// It holds its answer.
    Leading,
    /// It asks what somebody would do; nobody knows.
    Hypothetical,
}

/// A fault of a question, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What is wrong.
    pub fault: Fault,
    /// The words that show it, in scalar values.
    pub at: Range<u32>,
    /// What the question is about, as far as its words say: about that day should be asked instead.
    pub about: Option<Outcome>,
}

/// The first fault of a question, if it has any.
pub fn check(question: &str) -> Option<Remark> {
    let row = Row::of(question);
    let words = &row.words;
    let polite: Vec<Range<usize>> = POLITE.iter().flat_map(|pattern| row.all(pattern)).collect();
    let faults = [(Fault::Direct, DIRECT), (Fault::Leading, LEADING), (Fault::Hypothetical, HYPOTHETICAL)];
    let mut first: Option<(Fault, Range<usize>)> = None;
    for (fault, patterns) in faults {
        for found in patterns.iter().flat_map(|pattern| row.all(pattern)) {
            let is_polite = polite.iter().any(|polite| polite.start < found.end && found.start < polite.end);
            if !is_polite && first.as_ref().is_none_or(|(_, first)| is_before(&found, first)) {
                first = Some((fault, found));
            }
        }
    }
    let (fault, found) = first?;
    let at = words[found.start].at.start..words[found.end - 1].at.end;
    let is_about = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| is_word(stem, &word.folded)));
    let about = ABOUT.iter().find(|(_, stems)| is_about(stems)).map(|(outcome, _)| *outcome);
    Some(Remark { fault, at, about })
}

/// Whether a match begins before another one, or says more from the same word on.
fn is_before(found: &Range<usize>, first: &Range<usize>) -> bool {
    (found.start, std::cmp::Reverse(found.end)) < (first.start, std::cmp::Reverse(first.end))
}

/// A question as words.
struct Row {
    words: Vec<Word>,
    /// Whether a comma or a dash sets each word off from the one before.
    is_set_off: Vec<bool>,
}

impl Row {
    fn of(question: &str) -> Self {
        let words = words(question);
        let letters: Vec<char> = question.chars().collect();
        let mut end = 0;
        let is_set_off = words.iter().enumerate().map(|(number, word)| {
            let gap = &letters[end..word.at.start as usize];
            end = word.at.end as usize;
            number > 0 && gap.iter().any(|sign| matches!(sign, ',' | '-' | '\u{2013}' | '\u{2014}'))
        });
        Row { is_set_off: is_set_off.collect(), words }
    }

    /// All matches of a pattern.
    fn all(&self, pattern: &str) -> Vec<Range<usize>> {
        let parts: Vec<&str> = pattern.split(' ').collect();
        (0..self.words.len()).filter_map(|start| Some(start..self.end(&parts, start)?)).collect()
    }

    /// Where a match ends that begins at a word.
    fn end(&self, parts: &[&str], at: usize) -> Option<usize> {
        const GAP: usize = 2;
        let Some((part, rest)) = parts.split_first() else { return Some(at) };
        if *part == "~" {
            return (0..=GAP).find_map(|skipped| self.end(rest, at + skipped));
        }
        let word = self.words.get(at)?;
        let (part, set_off) = part.strip_prefix(',').map_or((*part, false), |part| (part, true));
        let (part, is_last) = part.strip_suffix('$').map_or((part, false), |part| (part, true));
        let fits = part.split('|').any(|form| is_word(form, &word.folded));
        let is_there = (!set_off || self.is_set_off[at]) && (!is_last || at + 1 == self.words.len());
        if fits && is_there { self.end(rest, at + 1) } else { None }
    }
}

fn is_word(form: &str, word: &str) -> bool {
    form.strip_suffix('*').map_or(form == word, |stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(question: &str) -> Option<Fault> {
        check(question).map(|remark| remark.fault)
    }

    #[test]
    fn direct_questions_are_marked() {
        for question in [
            "Why did you choose us?",
            "So why did you actually decide to leave?",
            "Why us?",
            "Why do you like our product?",
            "What made you renew?",
            "What was the main reason for leaving?",
            "What do you like about it?",
            "How satisfied are you with support?",
            "Почему вы выбрали нас?",
            "Почему выбрали именно этот сервис?",
            "А почему вы тогда решили уйти?",
            "По какой причине вы отказались?",
            "Почему именно мы?",
            "Что вам больше всего нравится в продукте?",
            "Чем вас привлёк наш акселератор?",
            "Из-за чего вы ушли?",
        ] {
            assert_eq!(fault(question), Some(Fault::Direct), "{question}");
        }
    }

    #[test]
    fn leading_questions_are_marked() {
        for question in [
            "Don’t you think the price was too high?",
            "It was hard to leave, wasn't it?",
            "You wanted reports, right?",
            "Would you agree that support was slow?",
            "Was it because of the price?",
            "How easy was the set-up?",
            "Не кажется ли вам, что цена высокая?",
            "Вам не кажется, что это дорого?",
            "Вы согласны, что поддержка медленная?",
            "Отчёты ведь важны?",
            "Это было неудобно, да?",
            "Вы ушли из-за цены?",
            "Разве это не мешало?",
            "Насколько удобно было настраивать?",
        ] {
            assert_eq!(fault(question), Some(Fault::Leading), "{question}");
        }
    }

    #[test]
    fn hypothetical_questions_are_marked() {
        for question in [
            "Would you pay for it?",
            "How much would you pay?",
            "What would you do if the price doubled?",
            "Will you renew next year?",
            "If we added exports, what then?",
            "Imagine there is no audit log.",
            "Вы бы купили это?",
            "Сколько бы вы заплатили?",
            "Что бы вы сделали на их месте?",
            "Если бы был экспорт, что тогда?",
            "Готовы ли вы рекомендовать нас коллегам?",
            "Планируете продлевать?",
            "Вам хотелось бы другой отчёт?",
        ] {
            assert_eq!(fault(question), Some(Fault::Hypothetical), "{question}");
        }
    }

    #[test]
    fn questions_about_a_day_and_an_event_pass() {
        for question in [
            "Take me back to the day you first thought about changing the booking tool. Where were you?",
            "What happened in your business the day you decided that you needed our accelerator?",
            "What happened next?",
            "Was there anything that almost stopped you?",
            "Why then and not a month earlier?",
            "Could you walk me through that morning?",
            "Would you tell me about the last time?",
            "When did you decide to leave the reporting service?",
            "What did you choose, and what for?",
            "What do you miss?",
            "What should I have asked?",
            "When did you know that you would leave?",
            "Who took part? Right after the call, or later?",
            "Что произошло в вашем бизнесе в тот день, когда вы решили, что вам нужен наш акселератор?",
            "Вспомните день, когда вы впервые подумали о замене журнала записи. Где вы были?",
            "Что могло вас остановить?",
            "Что вы выбрали и зачем?",
            "Когда вы решили уйти от сервиса отчётов?",
            "Не могли бы вы рассказать о том дне?",
            "Вы могли бы вспомнить первый раз?",
            "Почему именно в тот день, а не месяцем раньше?",
            "О чём я не спросил?",
            "Кто сказал «да»?",
            "Who said “no”?",
            "Чего не хватает?",
            "",
        ] {
            assert_eq!(check(question), None, "{question}");
        }
    }

    #[test]
    fn a_remark_says_where_and_what_about() {
        let question = "Ну, почему вы ушли?";
        let remark = check(question).expect("a direct question");
        let shown: String = question.chars().skip(remark.at.start as usize).take(remark.at.len()).collect();
        assert_eq!((shown.as_str(), remark.about), ("почему вы ушли", Some(Outcome::Left)));
        assert_eq!(check("Would you renew?").and_then(|remark| remark.about), Some(Outcome::Renewed));
        assert_eq!(check("Why us?").and_then(|remark| remark.about), None);
    }
}
