//! Findings in English.

use crate::i18n::Lang;
use crate::i18n::en::counts::{counted_en, highlights_en};
use crate::i18n::interviews::findings::{
    CodebookWords, ExchangeWords, FindingsWords, ForceWords, OutcomeWords, PhraseWords, QuoteWords, StatementWords,
};
use crate::i18n::quote::mentioned;
use crate::tables::bytes::NoText;

pub const WORDS: FindingsWords = FindingsWords {
    findings: "Findings",
    titles: ["Forces", "Phrase bank", "Codebook", "Jobs", "Outcomes", "Quotes"],
    forces: ForceWords {
        four_forces: "Four forces",
        net_switch: |net| format!("Net {net} toward switching"),
        net_stay: |net| format!("Net {net} toward staying"),
        net_even: "Even",
        stay: "stay",
        switch: "switch",
        count_by: "Count by",
        by: ["Mentions", "People", "Revenue"],
        strongest: |force| format!("Strongest force: {force}."),
        recruit: "Who to recruit next",
        sides: |joined, left, others| format!("{joined} joined, {left} left, {others} stayed or renewed."),
        no_kind: |count| match count {
            1 => "1 interview has no kind yet and isn’t counted. Choose it in the interview’s details.".into(),
            count => format!("{count} interviews have no kind yet and aren’t counted. Choose it in their details."),
        },
        came: |ago| match ago {
            0 => "Joined in the last period".into(),
            1 => "Joined in the last period but one".into(),
            ago => format!("Joined {ago} periods before the last one"),
        },
        went: |ago| match ago {
            0 => "Left in the last period".into(),
            1 => "Left in the last period but one".into(),
            ago => format!("Left {ago} periods before the last one"),
        },
        recruit_hint: "People remember best 30 to 90 days after they switched. 8 to 12 interviews are usually enough.",
        nobody_to_recruit: "No account joined or left recently without an interview.",
        no_accounts_to_recruit: "Import accounts in Economics: those that joined or left recently without an interview appear here.",
        rhythm: "Weekly rhythm",
        rhythm_says: |weeks, last| {
            let row = match (weeks, last) {
                (0, _) => return "No interview last week or this week.".into(),
                (1, 0) => return "The last interview was last week.".into(),
                (1, last) => return format!("This week: {last}, last week: none."),
                _ => format!("Interviews {weeks} weeks running."),
            };
            format!("{row} This week: {last}.")
        },
        week_of: |day, count| format!("Week of {day}: {}", counted_en(count, "interview", "interviews")),
        no_dates: "Enter the dates of interviews to see the weekly rhythm.",
    },
    statements: StatementWords {
        job_story: "Job story",
        job: "Job",
        outcome: "Outcome",
        add_story: "Add job story",
        add_job: "Add job",
        add_outcome: "Add outcome",
        job_parts: ["Verb", "Object", "Context"],
        story_parts: ["When", "I want", "so I can"],
        outcome_parts: ["Direction", "Measure", "Object", "Context"],
        job_hints: ["Show", "the board the results of training", "before the budget is set"],
        story_hints: ["the board asks what changed", "one number", "keep the budget"],
        outcome_hints: ["the time it takes to build", "the report", "before a board meeting"],
        added_outcomes: |count| format!("Added {}", counted_en(count, "outcome", "outcomes")),
        backed: |heard, interviews| {
            format!("{}, {}", highlights_en(heard), counted_en(interviews, "interview", "interviews"))
        },
        says_nobody: "No quotes back this yet",
        show_quotes: "Show quotes",
        open_initiative: "Create initiative",
        show_initiative: "Show initiative",
        opened_initiative: "Initiative opened",
        empty_statement: |kind| format!("{kind} (empty)"),
        delete_statement: "Delete",
        deleted_statement: "Deleted",
        no_jobs_title: "No jobs yet",
        no_jobs_hint: "Write what people want to get done, and add the quotes that say so.",
    },
    phrases: PhraseWords {
        phrase_bank: "Phrase bank",
        times_said: "Times said",
        denied: |denied, count| match denied {
            0 => String::new(),
            1 if count == 1 => "in the negative".into(),
            2 if count == 2 => "in the negative both times".into(),
            denied if denied == count => "in the negative each time".into(),
            denied => format!("in the negative {denied} of {count} times"),
        },
        none_twice: [
            "Phrases said at least twice across all interviews show up here.",
            "Words said at least twice across all interviews show up here.",
        ],
        none_here: "Phrases and words from here show up once they\u{2019}re said at least twice across all interviews.",
        times_said_in_all: "Times said in all interviews",
        language: "Language",
        languages: ["English", "Russian"],
        lengths: "Length",
        length_names: ["Phrases", "Words"],
        compare: "Typical of",
        all_interviews: "All interviews",
        phrase: "Phrase",
        people: "People",
        interviews: "Interviews",
        here: "Here",
        rest: "Elsewhere",
        keyness: "Keyness",
        keyness_hint: "Keyness is log-likelihood (G²): how surprising the difference to the other interviews is.",
        copy_cleared: "Copy quotes with consent",
        copied: |copied, left_out| match left_out {
            0 => format!("{} copied.", counted_en(copied, "quote", "quotes")),
            left_out => format!("{} copied, {left_out} left out: no consent.", counted_en(copied, "quote", "quotes")),
        },
        nothing_highlighted: "Nothing copied: nothing highlighted says this.",
        nothing_cleared: "Nothing copied: nobody agreed to be quoted.",
        copy_failed: "The browser didn’t allow copying.",
    },
    codebook: CodebookWords {
        new_tag: "New tag",
        new_group: "New group",
        tag: "Tag",
        quotes: "Quotes",
        notes: "Notes",
        group: "Group",
        no_group: "No group",
        when_to_use: "When to use it",
        colour: "Color",
        merge_into: "Merge into",
        merge: "Merge",
        merged: |from, into| format!("“{from}” merged into “{into}”"),
        delete_tag: "Delete tag",
        deleted_tag: |name| format!("“{name}” deleted"),
        delete_group: "Delete group",
        deleted_group: |name| format!("Group “{name}” deleted. Its tags stay."),
        group_name: "Group name",
        no_name: "Enter a name.",
        matrix: "Tags by interviews",
        together: "Tags found together",
        together_says: |one, other, count| format!("{one} and {other}: {}", counted_en(count, "time", "times")),
        no_pairs: "No quote has two tags yet.",
        saturation: "New tags by interview",
        untagged: |count| match count {
            1 => "1 interview has no tags yet and isn’t counted.".into(),
            count => format!("{count} interviews have no tags yet and aren’t counted."),
        },
        new_tags: |count| counted_en(count, "new tag", "new tags"),
        no_tags_title: "No tags yet",
        no_tags_hint: "Tag quotes in interviews, add a tag here, or import a codebook.",
        open_tag: |name| format!("Edit tag “{name}”"),
        move_up: "Drag a tag onto a group or onto another tag, or select its group while editing it.",
        colour_number: |number| format!("Color {number}"),
    },
    outcomes: OutcomeWords {
        importance: "Importance",
        satisfaction: "Satisfaction",
        opportunity: "Opportunity",
        score_range: |score, low, high| format!("{score} ({low} to {high})"),
        answers: |count| counted_en(count, "answer", "answers"),
        answers_column: "Answers",
        no_answers: "No answers yet",
        no_grades: "No ratings yet",
        add_answer: "Add answer",
        remove_answer: "Remove answer",
        who: "Who",
        someone_else: "Survey",
        segment: "Segment",
        no_segment: "No segment",
        chart_title: "Importance and satisfaction",
        chart_subtitle: "0 to 10; below the lines: important and badly served",
        chart_says: |count| match count {
            0 => "No outcome has enough answers to judge yet.".into(),
            1 => "1 outcome is worth a look or more.".into(),
            count => format!("{count} outcomes are worth a look or more."),
        },
        no_outcomes_title: "No outcomes yet",
        no_outcomes_hint: "Write what people measure success by, then ask how important it is and how satisfied they are.",
        by_segment: "By segment",
        unanswered: "–",
        paste_answers: "Paste answers…",
        take_answers: "Add what was pasted",
        paste_hint: "One line a person: importance, satisfaction, segment",
        no_answers_in: |name| {
            format!("“{name}” has no answers. Enter one person per line: importance and satisfaction, from 1 to 5.")
        },
        several_outcomes: |second| {
            format!(
                "Nothing was read: “{second}” belongs to another outcome. Paste the two columns of this outcome only."
            )
        },
        unread_lines: |count, line, typed| {
            let why = format!("“{typed}” in “{line}” isn’t a whole number from 1 to 5.");
            if count == 1 {
                format!("1 line wasn’t read: {why}")
            } else {
                format!("{count} lines weren’t read and are still here. The first: {why}")
            }
        },
        no_room: |count| {
            let lines = if count == 1 { "1 line is".into() } else { format!("{count} lines are") };
            format!("An outcome takes 2,000 answers: {lines} still here.")
        },
    },
    quote_list: QuoteWords {
        search: "Search all quotes and notes",
        any_outcome: "All kinds",
        any_segment: "All segments",
        any_tag: "All tags",
        no_tag: "No tag",
        any_force: "All forces",
        no_force: "No force",
        kind: "Kind",
        force: "Force",
        from: "From",
        to: "To",
        found: |count| format!("{count} found"),
        first_of: |shown, all| format!("First {shown} of {all}. Search more narrowly to see the others."),
        nothing_found: "Nothing found. Try fewer words or filters.",
        no_quotes_title: "No quotes yet",
        no_quotes_hint: "Highlight what people said in an interview, or import a file of quotes.",
        note: "Note",
        lost: "Text deleted",
        quote_shortcuts: "Quote shortcuts",
        join: "Add to map…",
        join_hint: "Type part of a friction point, stage or job",
        begin_friction: "New friction point…",
        begin_friction_hint: "Type part of a stage name",
        copy_quote: "Copy quote",
        quote_copied: "Quote copied",
        new_thought: |stage| format!("New card in “{stage}”"),
        new_friction: |stage| format!("New friction point in “{stage}”"),
        kind_thought: "Thought",
        kind_friction: "Friction point",
        kind_initiative: "Initiative",
        is_joined: "added, Enter removes",
        nothing_to_join: "Nothing found",
        joined: |name| format!("Quote added to {}", mentioned(Lang::English, name)),
        no_consent: "There’s no consent to quote, so ask before showing it.",
        unnamed_there: "The map doesn’t name who said it.",
        parted: |name| format!("Quote removed from {}", mentioned(Lang::English, name)),
        stage_number: |number| format!("Stage {number}"),
        actions_of: |text| format!("Actions for {}", mentioned(Lang::English, text)),
    },
    exchange: ExchangeWords {
        export_csv: "Quotes (CSV)",
        export_markdown: "Interviews with tags (Markdown)",
        export_qdpx: "QDA project (.qdpx)",
        export_qdc: "Codebook (.qdc)",
        without_names: "Without names",
        ignoring_consent: "Ignoring consent",
        left_out: |count| format!("{} left out: no consent to quote.", counted_en(count, "interview", "interviews")),
        nothing_exported: "Nothing exported: nobody agreed to be quoted. Set consent in an interview’s details.",
        export_copy: "Whole project without names",
        import: "Import quotes or a QDA project…",
        imported: |interviews, heard| {
            format!("{}, {} imported", counted_en(interviews, "interview", "interviews"), highlights_en(heard))
        },
        imported_tags: |count| format!("{} imported", counted_en(count, "tag", "tags")),
        already_here: |all, here| match (all, here) {
            (1, _) => "The interview in this file is already in the project.".into(),
            (all, here) if all == here => format!("All {all} interviews in this file are already in the project."),
            (all, 1) => format!("1 of the {all} interviews in this file is already in the project."),
            (all, here) => format!("{here} of the {all} interviews in this file are already in the project."),
        },
        answers_already_here: "These answers are already in the list.",
        import_new: "Import new only",
        dont_import: "Don’t import",
        import_anyway: "Import anyway",
        sheet_imported: |sheet, others| {
            format!(
                "Only the sheet \u{201c}{sheet}\u{201d} was imported. The workbook has {} that {} left out.",
                counted_en(others, "other sheet", "other sheets"),
                if others == 1 { "was" } else { "were" }
            )
        },
        not_imported: |name, why| match why {
            NoText::Empty => format!("“{name}” is empty. Nothing was imported."),
            NoText::BadUtf8 { line, column, .. } => {
                format!("“{name}” is damaged at line {line}, column {column}. Save it again as UTF-8.")
            }
            NoText::Binary(_) => {
                format!(
                    "“{name}” holds no quotes to read. Import takes quote tables (.csv, .tsv, .txt, .xlsx) and REFI-QDA (.qdpx, .qdc)."
                )
            }
        },
    },
};
