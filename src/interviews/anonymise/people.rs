//! Names of people in a line about somebody: "Finance director Oleg Petrov" names Oleg Petrov, "CFO" nobody.

use crate::interviews::record::Head;
use crate::interviews::word::runs;

/// What people are called by what they do or are to somebody, in English; whole words.
const ROLES: &str = " new senior junior deputy vice general executive managing regional technical commercial chief head director \
    manager officer lead leader boss owner founder cofounder partner president assistant accountant lawyer engineer developer \
    designer analyst consultant buyer admin administrator secretary team board department finance legal procurement purchasing \
    marketing sales security support operations product project human resources training wife husband colleague friend mother \
    father client customer user supplier vendor interviewer interviewee respondent speaker moderator participant guest host person \
    unknown nobody everybody зам муж мужа мама папа ";

/// Parts of a company, which may be surnames too: "Susan Finance".
const DEPARTMENTS: &str =
    " finance legal procurement purchasing marketing sales security support operations product training accounting ";

/// What stands before a role or a part of a company and names nobody.
const KINDS: &str = " business development learning account key quality assurance success talent acquisition revenue brand growth     corporate group global field inside content digital performance enterprise central local national international tech     technology information data cyber customer user public media social supply chain change office store shop internal external     financial risk compliance people culture innovation strategy strategic planning design software web mobile cloud network     north south east west northern southern eastern western nordic european emea apac ";

/// What people do, in capitals.
const ABBREVIATIONS: &str = " hr cfo ceo cto coo cmo cio cpo vp it pr qa pm sdr ";

/// Small words that name nobody, at the beginning of a line in capitals.
const SMALL: &str = " a an the my our your her his their me we i you all and with я мы он она они мой моя мои наш наша их ее его все \
    никто и с ";

/// What people do or are, in Russian, by how the words begin.
const BEGINNINGS: &[&str] = &[
    "директор",
    "руководител",
    "начальни",
    "главн",
    "менеджер",
    "бухгалтер",
    "финанс",
    "юрист",
    "юридич",
    "инженер",
    "разработчик",
    "дизайнер",
    "аналитик",
    "маркет",
    "продаж",
    "закуп",
    "отдел",
    "служб",
    "совет",
    "команд",
    "партнер",
    "владел",
    "основател",
    "учредител",
    "собственни",
    "президент",
    "заместител",
    "помощни",
    "ассистент",
    "секретар",
    "администратор",
    "консультант",
    "методист",
    "жена",
    "супруг",
    "коллег",
    "друг",
    "подруг",
    "босс",
    "шеф",
    "клиент",
    "пользовател",
    "поставщи",
    "интервьюе",
    "респондент",
    "спикер",
    "модератор",
    "участни",
    "ведущ",
    "собеседни",
    "эксперт",
    "генеральн",
    "исполнительн",
    "коммерческ",
    "техническ",
    "операционн",
    "старш",
    "младш",
    "кадр",
    "неизвестн",
];

/// The names of people in a line, each as it is written there. A name is capitalised words in a row; words for what people do,
/// abbreviations, and capitalised words that belong to them ("Finance director") are none.
pub fn names_in(line: &str) -> Vec<String> {
    let letters: Vec<char> = line.chars().collect();
    let words = runs(line);
    let mut names = Vec::new();
    let mut name: Option<(u32, u32)> = None;
    let mut end = |name: &mut Option<(u32, u32)>| {
        if let Some((start, end)) = name.take() {
            names.push(letters[start as usize..end as usize].iter().collect::<String>());
        }
    };
    let blank = |from: u32, to: u32| letters[from as usize..to as usize].iter().all(|one| *one == ' ');
    for (at, word) in words.iter().enumerate() {
        let spoken = &letters[word.at.start as usize..word.at.end as usize];
        if is_role(&word.folded) {
            // "Learning director": the words before it are a part of the role, unless they end the thought: "Oleg, director".
            if let Some((start, _)) = name.filter(|(_, end)| blank(*end, word.at.start)) {
                let before = words[..at].iter().filter(|before| before.at.start >= start);
                let is_kind = before.clone().any(|before| is_among(KINDS, &before.folded));
                let is_last = words.get(at + 1).is_none_or(|next| !blank(word.at.end, next.at.start));
                let is_surname = is_among(DEPARTMENTS, &word.folded) && is_capitalised(spoken) && is_last;
                name = match before.count() {
                    _ if is_kind => None,
                    // "Susan Finance" may be her name, or what she does: it is hidden then.
                    1 if is_surname => Some((start, word.at.end)),
                    1 => None,
                    _ => name,
                };
            }
            end(&mut name);
        } else if is_capitalised(spoken) && !is_among(SMALL, &word.folded) {
            let goes_on = name.as_ref().is_some_and(|(_, end)| {
                letters[*end as usize..word.at.start as usize].iter().all(|one| matches!(one, ' ' | '.' | '-' | '\''))
            });
            if goes_on {
                name = name.map(|(start, _)| (start, word.at.end));
            } else {
                end(&mut name);
                name = Some((word.at.start, word.at.end));
            }
        } else {
            end(&mut name);
        }
    }
    end(&mut name);
    names.retain(|name| runs(name).iter().any(|word| word.at.len() > 1));
    names
}

/// The names of people in what a transcript calls a speaker. "marina" and "KIM (Interviewer)" name somebody too, "Speaker 2"
/// and "Q" nobody.
pub fn names_of_speaker(speaker: &str) -> Vec<String> {
    let names = names_in(speaker);
    if !names.is_empty() {
        return names;
    }
    let speaks_of_role = |folded: &str| is_role(folded) || is_among(SMALL, folded) || folded.contains(char::is_numeric);
    let is_bare = |part: &str| {
        let words = runs(part);
        part.chars().nth(1).is_none() || words.is_empty() || words.iter().any(|word| speaks_of_role(&word.folded))
    };
    let parts = speaker.split(['(', ')', '[', ']', ',']).map(str::trim);
    parts.filter(|part| !is_bare(part)).map(String::from).collect()
}

/// Everybody whom the head of an interview names: who was interviewed, who spoke or asked, who took part in the decision. A name
/// may come twice.
pub fn people_of(head: &Head) -> Vec<String> {
    let mut people = vec![head.person.clone()];
    people.extend(head.speakers.iter().flat_map(|name| names_of_speaker(name)));
    people.extend(head.took_part.iter().flat_map(|line| names_in(line)));
    people.retain(|name| !name.trim().is_empty());
    people
}

/// Also the head of a compound: "HR-директор", "финдиректор".
pub(super) fn is_role(folded: &str) -> bool {
    folded.split('-').any(|piece| is_among(ROLES, piece)) || is_plainly_role(folded)
}

/// Whether a word is what somebody does and nobody's name: an English one may be either (Mr Head, Ms Young).
pub(super) fn is_plainly_role(folded: &str) -> bool {
    const HEADS: [&str; 8] =
        ["директор", "менеджер", "бухгалтер", "инженер", "аналитик", "руководител", "главбух", "админ"];
    folded.split('-').any(|piece| {
        is_among(ABBREVIATIONS, piece)
            || BEGINNINGS.iter().any(|beginning| piece.starts_with(beginning))
            || HEADS.iter().any(|head| piece.contains(head))
    })
}

/// Whether a word is a part of a company: alone it is no longer somebody's surname.
pub(super) fn is_department(folded: &str) -> bool {
    is_among(DEPARTMENTS, folded)
}

/// Whether two names can be of one person: each word of the shorter is one of the longer, or begins it where it is an initial;
/// one word at least is the same. "Anna Petrova", "A. Petrova", "Petrova, Anna" and "Anna" can.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        runs(name).into_iter().map(|word| word.folded).filter(|word| !is_plainly_role(word)).collect()
    };
    let (one, other) = (words(one), words(other));
    let (shorter, mut longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_initial = |word: &str| word.chars().nth(1).is_none();
    let mut same = 0;
    // Whole words first: an initial takes one of those that are left.
    for word in shorter.iter().filter(|word| !is_initial(word)) {
        let fits = |known: &String| known == word || is_initial(known) && word.starts_with(known.as_str());
        let Some(at) = longer.iter().position(|known| known == word).or_else(|| longer.iter().position(fits)) else {
            return false;
        };
        same += usize::from(longer.remove(at) == *word);
    }
    for initial in shorter.iter().filter(|word| is_initial(word)) {
        let Some(at) = longer.iter().position(|known| known.starts_with(initial.as_str())) else { return false };
        longer.remove(at);
    }
    same > 0
}

fn is_among(words: &str, folded: &str) -> bool {
    words.split_whitespace().any(|word| word == folded)
}

/// A capital and small letters; an initial too.
fn is_capitalised(word: &[char]) -> bool {
    let is_short = word.len() == 1;
    word.first().is_some_and(|first| first.is_uppercase())
        && (is_short || word[1..].iter().any(|one| one.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_no_names() {
        for line in [
            "CFO",
            "HR director",
            "Finance director",
            "Head of L&D",
            "Финансовый директор",
            "Муж",
            "Интервьюер",
            "Speaker 2",
            "Финдиректор",
            "HR-директор",
            "Замдиректора и Главбух",
            "Co-founder",
            "Learning director",
            "Corporate Finance",
            "Business Development Manager",
            "Finance",
        ] {
            assert_eq!(names_in(line), Vec::<String>::new(), "{line}");
        }
        for (line, names) in [
            ("Oleg Petrov, CFO", vec!["Oleg Petrov"]),
            ("Finance director Oleg", vec!["Oleg"]),
            ("Her boss Anna-Maria O'Neil (Legal)", vec!["Anna-Maria O'Neil"]),
            ("Муж Олег и коллега Анна Ким", vec!["Олег", "Анна Ким"]),
            ("Marina from finance", vec!["Marina"]),
            ("А. Петренко", vec!["А. Петренко"]),
            ("Anna my boss", vec!["Anna"]),
            ("Susan Finance", vec!["Susan Finance"]),
            ("Susan Miller Finance", vec!["Susan Miller"]),
            ("Susan Miller director", vec!["Susan Miller"]),
        ] {
            assert_eq!(names_in(line), names, "{line}");
        }
    }

    #[test]
    fn a_name_may_be_written_in_several_ways() {
        for (one, other) in [
            ("Анна Петрова", "А. Петрова"),
            ("Анна Петрова", "Анна"),
            ("Петрова Анна", "Анна Петрова"),
            ("Petrova, Anna", "anna"),
            ("Anna Maria Kim", "A. M. Kim"),
            ("A. Kim", "Anna Kim (HR)"),
        ] {
            assert!(may_be_one(one, other) && may_be_one(other, one), "{one}, {other}");
        }
        for (one, other) in [
            ("Анна Петрова", "О. Петрова"),
            ("Анна Петрова", "Анна Ким"),
            ("Anna Kim", "A. K."),
            ("А. Петрова", "Анна"),
            ("Anna", "Annabel"),
            ("", "Anna"),
        ] {
            assert!(!may_be_one(one, other) && !may_be_one(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn speakers_are_named_in_small_letters_too() {
        for (speaker, names) in [
            ("marina", vec!["marina"]),
            ("Q", vec![]),
            ("Speaker 2", vec![]),
            ("speaker 2 (client)", vec![]),
            ("Анна (клиент)", vec!["Анна"]),
            ("СМИРНОВ (интервьюер)", vec!["СМИРНОВ"]),
            ("marina [client]", vec!["marina"]),
            ("interviewer, KIM", vec!["KIM"]),
        ] {
            assert_eq!(names_of_speaker(speaker), names, "{speaker}");
        }
    }
}
