//! What may be a name, of a person or of a role, and what never is one.

use super::lists;
use crate::compose::folded;
use crate::interviews::kinds::Language;
use crate::interviews::phrases::stop_words;

/// The longest name, in words and in letters.
const MOST_WORDS: usize = 4;
pub(super) const MOST_LETTERS: usize = 60;

/// Stands around a name that is known to be one and that its letters do not show: nobody types it.
pub(super) const KNOWN: char = '\u{fdd0}';

/// A name that is known to be one, as [`head`] reads it whatever its letters.
pub(super) fn known(name: &str) -> String {
    let bare = name.strip_prefix(['~', '@']).map_or(name, str::trim_start);
    if is_name(sender(name)) || is_contact(name) { name.into() } else { format!("{KNOWN}{bare}{KNOWN}") }
}

pub(super) fn is_picture(c: char) -> bool {
    matches!(c as u32, 0x200d | 0x2190..=0x2bff | 0xfe0f | 0x1f000..=0x1faff)
}

/// Whether a text could be a name: one to four words of letters, figures and the signs of names.
pub(super) fn is_name(text: &str) -> bool {
    let may = |c: char| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(
                c,
                '.' | '\'' | '\u{2019}' | '-' | '\u{2010}' | '(' | ')' | ',' | '&' | '#' | '\u{2116}' | '/' | '_'
            )
            || matches!(c, '\u{300}'..='\u{36f}')
    };
    let begins = text.starts_with(char::is_alphabetic);
    let bare = without_role(text);
    // What a role says may be quoted: "Anna (CFO, «Acme»)".
    let may_say =
        |c: char| may(c) || matches!(c, '«' | '»' | '|' | '@' | '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | ';');
    begins
        && bare.chars().take(MOST_LETTERS + 1).count() <= MOST_LETTERS
        && text.len() - bare.len() <= 2 * MOST_LETTERS
        && bare.chars().all(may)
        && text[bare.len()..].chars().all(may_say)
        && (bare.split_whitespace().count() <= MOST_WORDS || is_long_name(bare))
}

/// Whether more words than most names have are one: all capitalised, but for little ones such as "van der".
fn is_long_name(text: &str) -> bool {
    const LITTLE: [&str; 30] = [
        "van", "von", "der", "den", "de", "la", "da", "do", "dos", "du", "di", "del", "della", "zu", "zur", "ter",
        "ten", "bin", "ibn", "al", "el", "ben", "y", "e", "фон", "ван", "дер", "де", "ибн", "оглы",
    ];
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = text.split_whitespace().collect();
    let (little, capital): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| LITTLE.contains(word));
    words.len() <= 7
        && !little.is_empty()
        && capital.len() >= 2
        && capital.into_iter().all(is_capital)
        && [words.first(), words.last()].into_iter().flatten().all(|word| is_capital(word) || *word == "оглы")
}

/// Whether a text is an address of mail.
pub(super) fn is_mail(text: &str) -> bool {
    let may = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && [name, host].concat().chars().all(may))
}

/// Whether a text is what a chat calls somebody who is in nobody's contacts: "+7 916 123-45-67", "~ Anna", "@anna".
pub(super) fn is_contact(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let may = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '\u{2011}' | '(' | ')');
    text.strip_prefix('+').is_some_and(|rest| rest.chars().all(may)) && (7..16).contains(&digits)
        || text.strip_prefix(['~', '@']).is_some_and(|name| is_name(name.trim_start()))
        || is_mail(text)
}

/// A name without what brackets or a sign behind it say of the person: "Ann Lee (head of sales, Acme)", "Ann | Acme", "Ann @ Acme".
pub(super) fn without_role(name: &str) -> &str {
    let name = name.split_once(" @ ").map_or(name, |(name, _)| name.trim_end());
    let name = name.split_once(" | ").map_or(name, |(name, _)| name.trim_end());
    let bare = name.strip_suffix(')').and_then(|name| name.split_once('(')).map(|(bare, _)| bare.trim_end());
    bare.filter(|bare| !bare.is_empty()).unwrap_or(name)
}

/// The sender of a message in a chat: "From Ann Lee to Everyone".
pub(super) fn sender(name: &str) -> &str {
    let Some(from) = ["From ", "От "].iter().find_map(|from| name.strip_prefix(from)) else { return name };
    let to = [" to ", " к ", " для ", " кому "].iter().find_map(|to| from.split_once(to));
    to.map_or(from, |(from, _)| from).trim()
}

/// Whether a line that holds nothing else may be a name: capitalised words, not all of them small words such as "Well".
pub(super) fn is_bare_name(text: &str) -> bool {
    let is_small = |word: &str| {
        let word = word.to_lowercase();
        Language::ALL.iter().any(|language| stop_words(*language).contains(word.as_str()))
    };
    let key = key(text);
    is_role(text, &key)
        || is_name(text)
            && is_capitalised(text)
            && !text.ends_with(['.', ','])
            && !is_no_name(&key)
            && !is_counted(&key)
            && !text.split_whitespace().all(is_small)
}

/// Whether a text may be the name behind which a message tells its moment: one word of whatever letters, or a name as names are
/// written, with where somebody is from.
pub(super) fn is_signer(text: &str) -> bool {
    let bare = [" from ", " из "].iter().find_map(|from| text.split_once(from)).map_or(text, |(name, _)| name);
    let key = key(bare);
    let is_one = !bare.contains(char::is_whitespace);
    is_name(bare) && (is_one || is_capitalised(bare) && !is_told(bare)) && !is_no_name(&key) && !is_counted(&key)
}

/// Whether a text may be who sent a message, where a date or a full time of the day says that a message begins: a name with
/// pictures, quotes, brackets or figures in it, too. `is_usual`: it comes again, or nothing else stands in its place.
pub(super) fn is_sender(text: &str, is_usual: bool) -> bool {
    let plain = plain(without_role(text));
    let key = key(&plain);
    let is_ended = |word: &str| word.ends_with(['.', '!', '?', '\u{2026}']) && word.chars().count() > 4;
    let mut before_last = text.split_whitespace().rev().skip(1);
    let pairs = [('«', '»'), ('[', ']'), ('(', ')'), ('\u{201c}', '\u{201d}')];
    let are_closed = pairs.iter().all(|(open, close)| text.matches(*open).count() == text.matches(*close).count());
    let is_titled = !plain.contains(char::is_whitespace) || is_capitalised(&plain);
    let is_shown = is_usual || text.starts_with('~') || text.contains(is_picture);
    let is_likely = !plain.is_empty() && (is_shown || plain.starts_with(char::is_alphabetic) && is_titled);
    let is_known = is_contact(text) || text.contains(is_picture) && plain.is_empty();
    let is_said = before_last.any(is_ended) || !are_closed || is_told(&plain) || is_no_name(&key) || is_counted(&key);
    text.chars().take(MOST_LETTERS + 1).count() <= MOST_LETTERS && (is_known || is_likely && !is_said)
}

/// A name without the signs that people set in it, and without the figures it may begin with: "2ГИС".
fn plain(name: &str) -> String {
    let is_sign = |c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '\'' | '\u{2019}' | '-' | '_'));
    let words: Vec<&str> = name.split(is_sign).filter(|word| word.contains(char::is_alphanumeric)).collect();
    let joined = words.join(" ");
    let bare = joined.trim_start_matches(|c: char| !c.is_alphabetic() && !c.is_whitespace());
    if bare.starts_with(char::is_alphabetic) { bare.into() } else { joined }
}

/// A name as names are compared: small letters, single spaces, without a full stop at the end.
pub(super) fn key(name: &str) -> String {
    folded(shown(name).trim_end_matches('.'))
}

/// A name as it is shown: without a full stop at the end, unless that is the one of an initial.
pub(super) fn shown(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = joined.trim_end_matches('.').trim_end();
    let initial = bare.rsplit([' ', '.']).next().unwrap_or_default();
    let is_initial =
        initial.len() < bare.len() && initial.chars().count() == 1 && initial.chars().all(char::is_uppercase);
    if is_initial && joined.len() > bare.len() { format!("{bare}.") } else { bare.to_owned() }
}

/// Whether a name is a role, alone or followed by a number or a name: `Speaker 2`, `Client (Anna)`.
pub(super) fn is_role(name: &str, key: &str) -> bool {
    let name = without_role(name);
    let first = key.split([' ', '(', ',', '_']).next().unwrap_or_default();
    let mut others = name.split_whitespace().skip(1);
    let is_told_apart = first.chars().count() > 1 && others.all(|word| !word.starts_with(char::is_lowercase));
    // "Второй собеседник", "Female voice"
    let is_which = key.split_once(' ').is_some_and(|(which, role)| {
        lists(WHICH, which) && role.chars().count() > 1 && (lists(ROLES, role) || matches!(role, "voice" | "голос"))
    });
    is_name(name) && (lists(ROLES, key) || is_told_apart && lists(ROLES, first) || is_which || is_job(name))
}

/// Whether a few words are what somebody does: "Regional sales manager", "Head of sales", "Директор по продажам", "Главный
/// бухгалтер 2".
fn is_job(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#' | '\u{2116}'));
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let [first, .., last] = words[..] else { return false };
    let is_small = |word: &str| Language::ALL.iter().any(|language| stop_words(*language).contains(word));
    let is_headed = lists(JOBS, first) && matches!(words[1], "of" | "по" | "отдела" | "службы") && words.len() > 2;
    let is_adjective = ["ый", "ий", "ой", "ая", "яя"].iter().any(|end| first.ends_with(end));
    let is_last = lists(JOBS, last) && (last.is_ascii() || is_adjective) && !is_small(first);
    name.starts_with(char::is_uppercase) && !is_told(name) && (is_headed || is_last)
}

/// Whether a line that holds nothing else is a role: `Speaker 2`.
pub(super) fn is_known_role(text: &str) -> bool {
    is_role(text.trim(), &key(text))
}

/// Whether every word begins as names do, small ones apart.
pub(super) fn is_capitalised(name: &str) -> bool {
    const SMALL: [&str; 12] = ["de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "of", "и"];
    let is_titled = |word: &str| {
        let mut letters = word.chars().skip_while(|c| !c.is_alphanumeric());
        // "iPhone", "d'Arc"
        letters.next().is_none_or(|first| !first.is_lowercase() || letters.any(char::is_uppercase))
    };
    let mut words = without_role(name).split_whitespace();
    words.next().is_some_and(is_titled) && words.all(|word| is_titled(word) || SMALL.contains(&word))
}

/// Whether a name is a thing with a number: "Part 2", "Interview 12.03".
pub(super) fn is_counted(key: &str) -> bool {
    let numbered = key.split_once(' ').filter(|(_, rest)| !rest.contains(char::is_alphabetic));
    numbered.is_some_and(|(first, _)| is_no_name(first))
}

/// Whether a few words are the beginning of a sentence: "She said", "Then we asked". Names have no such small words.
pub(super) fn is_told(name: &str) -> bool {
    const STARTS: &str = "i|you|he|she|it|we|they|one|two|three|four|five|several|another|some|many|я|ты|он|она|оно|\
        мы|вы|они|один|одна|одно|два|две|три|четыре|пять|несколько|много|ещё";
    const IN_ROLES: &str = "of|for|and|in|по|в|на|и|с|от|из";
    let mut words = without_role(name).split_whitespace();
    let is_small = |word: &str| {
        let is_stop = Language::ALL.iter().any(|language| stop_words(*language).contains(word));
        is_stop && !lists(IN_ROLES, word)
    };
    words.next().is_some_and(|first| lists(STARTS, &first.to_lowercase()) && words.clone().next().is_some())
        || words.any(|word| is_small(word) || lists(SAYING, word))
}

pub(super) fn is_no_name(key: &str) -> bool {
    lists(NO_NAMES, key) || is_about(key)
}

/// Whether a word labels what is known of an interview: "Date", "Участники".
pub(super) fn is_about(word: &str) -> bool {
    lists(ABOUT, word)
}

/// Whether a word that names nobody elsewhere is a speaker where it is answered: "Компания: ООО Ромашка" is a fact, "Компания:
/// Почему?" is not.
pub(super) fn is_party(name: &str) -> bool {
    matches!(key(name).as_str(), "company" | "компания" | "question" | "answer")
}

/// Who takes part in interviews, as transcripts call them: in small letters, by the first word.
const ROLES: &str = "interviewer|interviewee|moderator|facilitator|researcher|host|guest|speaker|spk|respondent|participant|customer|\
    client|user|buyer|owner|manager|founder|q|a|int|resp|mod|интервьюер|интервьюируемый|интервьюируемая|\
    модератор|ведущий|ведущая|исследователь|исследовательница|спикер|респондент|респондентка|участник|участница|\
    собеседник|собеседница|клиент|клиентка|заказчик|заказчица|покупатель|владелец|владелица|гость|гостья|инт|\
    респ|в|о|и|р";

/// What people do, by the word that says so.
const JOBS: &str = "manager|director|assistant|lead|leader|officer|accountant|bookkeeper|engineer|developer|designer|analyst|consultant|\
    specialist|administrator|admin|coordinator|supervisor|worker|clerk|nurse|teacher|owner|founder|agent|buyer|head|chief|\
    president|partner|client|customer|user|директор|бухгалтер|менеджер|руководитель|начальник|начальница|специалист|инженер|\
    разработчик|дизайнер|аналитик|консультант|администратор|координатор|врач|медсестра|мастер|продавец|юрист|помощник|\
    помощница|партнёр|партнер|владелец|владелица|клиент|клиентка|заказчик|сотрудник|сотрудница";

/// What people do who are told of, and do not speak themselves: "Client said".
const SAYING: &str = "said|says|told|tells|asked|asks|wrote|writes|replied|answered|thought|explained|added|called|сказал|сказала|сказали|\
    говорит|говорят|говорил|говорила|ответил|ответила|ответили|спросил|спросила|спросили|написал|написала|написали|пишет|\
    объяснил|объяснила|подумал|подумала|решил|решила|решили";

/// Which of several with a role speaks.
const WHICH: &str = "first|second|third|other|another|lead|main|male|female|unknown|первый|первая|второй|вторая|третий|третья|\
    другой|другая|главный|главная|мужской|женский|неизвестный|неизвестная";

/// Words that precede a colon now and then and name nobody.
const NO_NAMES: &str = "http|https|note|notes|nb|ps|p.s|summary|result|results|conclusion|problem|problems|reason|reasons|price|prices|cost|\
    example|examples|question|questions|first|second|third|also|plus|minus|pros|cons|important|warning|todo|next|\
    next steps|then|so|and|but|or|because|total|score|version|page|chapter|part|section|step|source|address|main|meaning|\
    remember|today|yesterday|tomorrow|примечание|заметка|заметки|итог|итоги|итого|вывод|выводы|результат|результаты|\
    проблема|проблемы|причина|причины|цена|цены|стоимость|пример|примеры|например|вопросы|первое|второе|третье|во-первых|\
    во-вторых|в-третьих|плюсы|минусы|плюс|минус|важно|главное|внимание|потом|значит|то есть|короче|но|а вот|потому что|\
    всего|push|pull|anxiety|anxieties|habit|habits|trigger|insight|insights|quote|quotes|context|pain|pains|gain|gains|need|\
    needs|goal|goals|outcome|outcomes|толкает|притягивает|тревога|тревоги|привычка|привычки|триггер|инсайт|инсайты|цитаты|контекст|\
    боль|боли|потребность|потребности|задача|задачи|критерии|барьер|барьеры|мотивация|оценка|версия|страница|глава|часть|раздел|шаг|источник|адрес|кроме того|сегодня|вчера|завтра|дальше";

/// What labels say of an interview, and name nobody either.
const ABOUT: &str = "meeting|встреча|собрание|созвон|звонок|date|time|started|duration|length|participants|attendees|present|topic|subject|location|place|project|interview|\
    recording|recorded|transcript|language|file|title|link|url|site|website|city|country|industry|email|e-mail|mail|phone|tel|mobile|contact|\
    contacts|telegram|zoom|passcode|role|position|company|segment|goal|objective|purpose|дата|время|начало|длительность|\
    продолжительность|участники|присутствовали|тема|место|проект|интервью|запись|расшифровка|язык|файл|название|ссылка|\
    город|страна|отрасль|сайт|почта|телефон|тел|контакт|контакты|телеграм|должность|роль|компания|сегмент|цель";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_parts_are_the_same_name() {
        assert_eq!(key("Андреи\u{306}  Семе\u{308}нов."), key("андрей семенов"));
        assert!(is_no_name(&key("Дат\u{430}")) && !is_no_name(&key("Андреи\u{306}")));
    }
}
