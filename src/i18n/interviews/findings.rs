//! What the findings over all interviews say, and the panel beside one interview.

use crate::interviews::counts::HighlightCount;
use crate::interviews::record::Claim;
use crate::tables::bytes::NoText;

/// What the findings say in one language, by what says it. Each is described by its English text in `en/findings.rs`.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct FindingsWords {
    pub findings: &'static str,
    /// By [`crate::route::Findings`].
    pub titles: [&'static str; 6],
    pub forces: ForceWords,
    pub statements: StatementWords,
    pub phrases: PhraseWords,
    pub codebook: CodebookWords,
    pub outcomes: OutcomeWords,
    pub quote_list: QuoteWords,
    pub exchange: ExchangeWords,
}

/// The four forces, who is to be recruited next, and the weekly rhythm.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct ForceWords {
    pub four_forces: &'static str,
    pub net_switch: fn(&str) -> String,
    pub net_stay: fn(&str) -> String,
    pub net_even: &'static str,
    pub stay: &'static str,
    pub switch: &'static str,
    pub count_by: &'static str,
    /// By mentions (quotes and notes), by people, by revenue.
    pub by: [&'static str; 3],
    pub strongest: fn(&str) -> String,
    pub recruit: &'static str,
    pub sides: fn(usize, usize, usize) -> String,
    /// How many interviews are on no side yet.
    pub no_kind: fn(usize) -> String,
    pub came: fn(usize) -> String,
    pub went: fn(usize) -> String,
    pub recruit_hint: &'static str,
    pub nobody_to_recruit: &'static str,
    pub no_accounts_to_recruit: &'static str,
    pub rhythm: &'static str,
    pub rhythm_says: fn(usize, usize) -> String,
    pub week_of: fn(&str, usize) -> String,
    pub no_dates: &'static str,
}

/// Jobs, job stories and outcomes as they are written.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct StatementWords {
    pub job_story: &'static str,
    pub job: &'static str,
    pub outcome: &'static str,
    pub add_story: &'static str,
    pub add_job: &'static str,
    pub add_outcome: &'static str,
    /// Verb, object, context.
    pub job_parts: [&'static str; 3],
    /// When, I want, so I can.
    pub story_parts: [&'static str; 3],
    /// Direction, measure, object, context.
    pub outcome_parts: [&'static str; 4],
    /// An example of each part.
    pub job_hints: [&'static str; 3],
    pub story_hints: [&'static str; 3],
    pub outcome_hints: [&'static str; 3],
    pub added_outcomes: fn(usize) -> String,
    pub backed: fn(HighlightCount, usize) -> String,
    pub says_nobody: &'static str,
    pub show_quotes: &'static str,
    pub open_initiative: &'static str,
    pub show_initiative: &'static str,
    pub opened_initiative: &'static str,
    /// A statement of which nothing is written, by its kind.
    pub empty_statement: fn(&str) -> String,
    pub delete_statement: &'static str,
    pub deleted_statement: &'static str,
    pub no_jobs_title: &'static str,
    pub no_jobs_hint: &'static str,
}

/// The phrase bank.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct PhraseWords {
    pub phrase_bank: &'static str,
    pub times_said: &'static str,
    /// How often a phrase was denied, of how many times. Empty where it never was.
    pub denied: fn(usize, usize) -> String,
    /// No phrases, no words.
    pub none_twice: [&'static str; 2],
    pub none_here: &'static str,
    pub times_said_in_all: &'static str,
    pub language: &'static str,
    /// English, Russian.
    pub languages: [&'static str; 2],
    pub lengths: &'static str,
    /// Phrases, words.
    pub length_names: [&'static str; 2],
    pub compare: &'static str,
    pub all_interviews: &'static str,
    pub phrase: &'static str,
    pub people: &'static str,
    pub interviews: &'static str,
    pub here: &'static str,
    pub rest: &'static str,
    pub keyness: &'static str,
    pub keyness_hint: &'static str,
    pub copy_cleared: &'static str,
    pub copied: fn(usize, usize) -> String,
    pub nothing_highlighted: &'static str,
    pub nothing_cleared: &'static str,
    pub copy_failed: &'static str,
}

/// The codebook.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct CodebookWords {
    pub new_tag: &'static str,
    pub new_group: &'static str,
    pub tag: &'static str,
    pub quotes: &'static str,
    pub notes: &'static str,
    pub group: &'static str,
    pub no_group: &'static str,
    pub when_to_use: &'static str,
    pub colour: &'static str,
    pub merge_into: &'static str,
    pub merge: &'static str,
    pub merged: fn(&str, &str) -> String,
    pub delete_tag: &'static str,
    pub deleted_tag: fn(&str) -> String,
    pub delete_group: &'static str,
    pub deleted_group: fn(&str) -> String,
    pub group_name: &'static str,
    pub no_name: &'static str,
    pub matrix: &'static str,
    pub together: &'static str,
    pub together_says: fn(&str, &str, usize) -> String,
    pub no_pairs: &'static str,
    pub saturation: &'static str,
    /// How many interviews have no tags, and are not counted here.
    pub untagged: fn(usize) -> String,
    pub new_tags: fn(usize) -> String,
    pub no_tags_title: &'static str,
    pub no_tags_hint: &'static str,
    pub open_tag: fn(&str) -> String,
    pub move_up: &'static str,
    pub colour_number: fn(usize) -> String,
}

/// What people answered about outcomes, and the opportunities.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct OutcomeWords {
    pub importance: &'static str,
    pub satisfaction: &'static str,
    pub opportunity: &'static str,
    pub score_range: fn(&str, &str, &str) -> String,
    pub answers: fn(usize) -> String,
    /// The head of a column that counts them.
    pub answers_column: &'static str,
    pub no_answers: &'static str,
    /// An outcome has answers, but no grades in them.
    pub no_grades: &'static str,
    pub add_answer: &'static str,
    pub remove_answer: &'static str,
    pub who: &'static str,
    pub someone_else: &'static str,
    pub segment: &'static str,
    pub no_segment: &'static str,
    pub chart_title: &'static str,
    pub chart_subtitle: &'static str,
    pub chart_says: fn(usize) -> String,
    pub no_outcomes_title: &'static str,
    pub no_outcomes_hint: &'static str,
    pub by_segment: &'static str,
    pub unanswered: &'static str,
    pub paste_answers: &'static str,
    /// Takes what was pasted.
    pub take_answers: &'static str,
    pub paste_hint: &'static str,
    /// A file without answers, by its name.
    pub no_answers_in: fn(&str) -> String,
    /// How many; the first of them, and what cannot be read in it.
    pub unread_lines: fn(usize, &str, &str) -> String,
    /// A table that holds several outcomes, by the name of a column of the second.
    pub several_outcomes: fn(&str) -> String,
    /// How many lines were left because an outcome has as many answers as it may.
    pub no_room: fn(usize) -> String,
}

/// All quotes, the search among them, and what they are joined with.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct QuoteWords {
    pub search: &'static str,
    pub any_outcome: &'static str,
    pub any_segment: &'static str,
    pub any_tag: &'static str,
    pub no_tag: &'static str,
    pub any_force: &'static str,
    pub no_force: &'static str,
    pub kind: &'static str,
    pub force: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub found: fn(usize) -> String,
    pub first_of: fn(usize, usize) -> String,
    pub nothing_found: &'static str,
    pub no_quotes_title: &'static str,
    pub no_quotes_hint: &'static str,
    pub note: &'static str,
    pub lost: &'static str,
    pub quote_shortcuts: &'static str,
    pub join: &'static str,
    pub join_hint: &'static str,
    pub begin_friction: &'static str,
    pub begin_friction_hint: &'static str,
    pub copy_quote: &'static str,
    pub quote_copied: &'static str,
    pub new_thought: fn(&str) -> String,
    pub new_friction: fn(&str) -> String,
    pub kind_thought: &'static str,
    pub kind_friction: &'static str,
    pub kind_initiative: &'static str,
    pub is_joined: &'static str,
    pub nothing_to_join: &'static str,
    pub joined: fn(&str) -> String,
    pub no_consent: &'static str,
    pub unnamed_there: &'static str,
    pub parted: fn(&str) -> String,
    pub stage_number: fn(usize) -> String,
    pub actions_of: fn(&str) -> String,
}

/// What findings are exported as, and what is imported.
#[allow(missing_docs, reason = "each field is described by its English text in `en/findings.rs`")]
pub struct ExchangeWords {
    pub export_csv: &'static str,
    pub export_markdown: &'static str,
    pub export_qdpx: &'static str,
    pub export_qdc: &'static str,
    pub without_names: &'static str,
    pub ignoring_consent: &'static str,
    pub export_copy: &'static str,
    pub left_out: fn(usize) -> String,
    pub nothing_exported: &'static str,
    pub import: &'static str,
    pub imported: fn(usize, HighlightCount) -> String,
    pub imported_tags: fn(usize) -> String,
    /// How many interviews a file has, and how many of them are in the project already.
    pub already_here: fn(usize, usize) -> String,
    pub answers_already_here: &'static str,
    pub import_new: &'static str,
    pub dont_import: &'static str,
    pub import_anyway: &'static str,
    pub sheet_imported: fn(&str, usize) -> String,
    /// A file that holds neither a table of quotes nor a project.
    pub not_imported: fn(&str, NoText) -> String,
}

impl FindingsWords {
    /// What a statement is called: as it is `said`, or by its kind where nothing of it is written.
    pub fn statement_or(&self, said: String, claim: &Claim) -> String {
        let kind = match claim {
            Claim::Job { .. } => self.statements.job,
            Claim::Story { .. } => self.statements.job_story,
            Claim::Outcome { .. } => self.statements.outcome,
        };
        if said.is_empty() { (self.statements.empty_statement)(kind) } else { said }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn counts_agree_with_their_words() {
        let ru = FindingsWords::of(Lang::Russian);
        let said = |count| (ru.codebook.untagged)(count).replace('\u{a0}', " ");
        assert_eq!(said(1), "Без меток пока 1 интервью, оно не учтено.");
        assert_eq!(said(4), "Без меток пока 4 интервью, они не учтены.");
        let heard = |quotes, notes| HighlightCount { quotes, notes };
        assert_eq!(
            (FindingsWords::of(Lang::English).statements.backed)(heard(2, 1), 1),
            "2 quotes and 1 note, 1 interview"
        );
        assert_eq!((ru.statements.backed)(heard(0, 2), 2), "2 заметки, 2 интервью");
    }
}
