//! What months are called by people who type or paste a date.

/// The names, January first, in lower case: a day stands beside some of them, a year beside others. Tables come in more languages
/// than the two of the screens.
const MONTHS: [&str; 12] = [
    "january jan январь янв января januar jänner januari jän janvier janv enero ene gennaio gen janeiro styczeń stycznia \
     sty січень січня січ ocak",
    "february feb февраль фев февраля февр februar februari février fevrier févr fevr fév febrero febbraio fevereiro \
     fev luty lutego lut лютий лютого şubat",
    "march mar март мар марта märz maerz mrz mär maart mrt mars marzo março marzec marca березень березня бер mart",
    "april apr апрель апр апреля avril avr abril abr aprile kwiecień kwietnia kwi квітень квітня кві nisan",
    "may май мая mai mei mayo maggio mag maio maj maja травень травня mayıs",
    "june jun июнь июн июня juni juin junio giugno giu junho czerwiec czerwca cze червень червня haziran",
    "july jul июль июл июля juli juillet juil julio luglio lug julho lipiec lipca lip липень липня temmuz",
    "august aug август авг августа augustus août aout agosto sierpień sierpnia sie серпень серпня ağustos",
    "september sep sept сентябрь сен сентября сент septembre septiembre settembre setembro wrzesień września wrz \
     вересень вересня eylül",
    "october oct октябрь окт октября oktober okt octobre octubre ottobre ott outubro październik października paź \
     жовтень жовтня ekim",
    "november nov ноябрь ноя ноября нояб novembre noviembre novembro listopad listopada листопад листопада kasım",
    "december dec декабрь дек декабря dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień \
     grudnia gru грудень грудня aralık",
];

/// Short names that are words of English or Russian too, or of nothing but headings: they name a month in a table.
const SHORT: [&str; 12] = [
    "oca",
    "лют şub",
    "",
    "nis",
    "тра",
    "чер haz",
    "лип tem",
    "ago сер ağu",
    "set вер wrześ eyl",
    "out жов paźdz eki",
    "lis лис kas",
    "гру ara",
];

/// Names in languages of which only tables come.
const FOREIGN: [&str; 12] = [
    "janvāris ianuarie január leden ledna yanvar yan януари яну студзень қаңтар tammikuu tammi ιανουάριος ιαν",
    "februarie február únor února úno fevral fevruari февруари люты ақпан helmikuu helmi φεβρουάριος φεβ",
    "martie március márc březen března bře marec marts сакавік наурыз maaliskuu maalis μάρτιος μαρ",
    "aprilie április ápr duben dubna dub apríl aprel април красавік сәуір huhtikuu huhti απρίλιος απρ",
    "május máj květen května kvě mamyr мамыр toukokuu touko μάιος μάι μαϊ",
    "iunie június jún červen června čvn iyun юни чэрвень маусым kesäkuu kesä ιούνιος ιουν ιούν",
    "iulie július júl červenec července čvc iyul юли ліпень шілде heinäkuu heinä ιούλιος ιουλ ιούλ",
    "augusti augusztus srpen srpna srp avgust жнівень тамыз elokuu elo αύγουστος αυγ αύγ",
    "septembrie szeptember szept září zář sentabr sentyabr септември верасень қыркүйек syyskuu syys σεπτέμβριος σεπ",
    "octombrie október říjen října říj oktabr oktyabr октомври кастрычнік қазан lokakuu loka οκτώβριος οκτ",
    "noiembrie noyabr noy ноември лістапад қараша marraskuu marras νοέμβριος νοε",
    "decembrie desember prosinec prosince dekabr dek декември снежань желтоқсан joulukuu joulu δεκέμβριος δεκ",
];

/// Of these the ones that are other words too, and a month beside a number only: "Ian" is a name, "noi" is "we".
const NUMBERED: [&str; 12] = ["ian led", "", "", "", "", "iun", "iul", "", "", "", "noi", "des"];

/// The same with the names that are short for a month in the headings of tables: "Ago 2025". "Set" and "Out" are months beside a
/// year only (`numbered`).
pub(crate) fn month_in_a_table(word: &str, numbered: bool) -> Option<u32> {
    let short = || called_in(&SHORT, word).filter(|_| numbered || !matches!(word, "set" | "out"));
    let numbered = || called_in(&NUMBERED, word).filter(|_| numbered);
    month_called(word).or_else(short).or_else(|| called_in(&FOREIGN, word)).or_else(numbered)
}

/// The number of the month that a whole word in lower case names, from 1. "Decisions" are no December.
pub(crate) fn month_called(word: &str) -> Option<u32> {
    called_in(&MONTHS, word)
}

/// Whether a list names a word, all of it, between signs.
pub(crate) fn is_listed(list: &str, between: char, word: &str) -> bool {
    let stands_alone = |at: usize| {
        let (before, behind) = (&list[..at], &list[at + word.len()..]);
        (before.is_empty() || before.ends_with(between)) && (behind.is_empty() || behind.starts_with(between))
    };
    !word.is_empty()
        && word.len() <= list.len()
        && !word.contains(between)
        && list.match_indices(word).any(|(at, _)| stands_alone(at))
}

fn called_in(months: &[&str; 12], word: &str) -> Option<u32> {
    months.iter().zip(1..).find(|(names, _)| is_listed(names, ' ', word)).map(|(_, number)| number)
}
