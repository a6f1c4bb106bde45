//! The word patterns of bad questions; those that hold their answer are in [`super::leading`].
//!
//! A pattern is a row of words; `|` parts alternatives, a `*` at the end stands for any ending, `~` for up to two words, `,` in
//! front for a word after a comma or a dash, `^` in front for the first word of a sentence, little ones such as "so" apart, `$`
//! at the end for the last word of one.

use crate::interviews::kinds::Outcome;

pub(super) const DIRECT: &[&str] = &[
    "why ~ you ~ choose|chose|chosen|pick|picked|buy|bought|purchase|hire|hired|switch|switched|leave|left|quit|cancel|cancelled|canceled|stop|stopped|stay|stayed|renew|renewed|sign|signed|decide|decided|like|love|prefer|preferred|select|selected|subscribe|want|need|trust|use",
    "why us|our",
    "why ~ us$",
    "what made you choose|pick|buy|hire|switch|leave|cancel|stay|renew|prefer|decide|select|subscribe",
    "what is|was|are|were the|your ~ reason|reasons",
    "what's the|your ~ reason|reasons",
    "for what reason",
    "how come ~ you|they",
    "why'd you|they",
    "what influenced ~ your ~ choice|decision",
    "what's your favorite|favourite",
    "what is|are your favorite|favourite",
    "do|did you like|love",
    "do you prefer|want|need",
    "how satisfied|happy|likely",
    "are you satisfied|happy",
    "почему ~ вы|ты ~ выбрал*|выбира*|купил*|ушл*|ушел|уходи*|остал*|остае*|продлил*|продлева*|отказал*|перешл*|перешел|подписал*|решил*|предпоч*|пользу*|использу*|хотите|наняли|доверя*",
    "почему ~ решил*|выбрал*|купил*|ушл*|ушел|остались|остался|осталась|продлил*|отказал*|перешл*|перешел",
    "почему ~ мы|нас|нам|нами|наш*",
    "почему ~ вам ~ нравит*|понравил*|нужн*",
    "по какой причине",
    "по каким причинам",
    "какова|какая|какие ~ причин*",
    "в чем ~ причина",
    "зачем ~ вы|ты ~ выбрал*|купил*|ушл*|ушел|перешл*|перешел|продлил*",
    "из-за чего ~ вы|ты ~ выбрал*|купил*|ушл*|ушел|остал*|продлил*|отказал*|перешл*|перешел|решил*",
    "вам|тебе ~ нравит*|понравил*",
    "чем ~ вас|вам ~ привлек*|нрав*|понрав*|устра*|устро*",
    "довольны ли",
    "вы|ты довольны|доволен|довольна",
    "^вас|тебя устраива*",
    "что ~ вас|тебя ~ заставил*|побудил*",
    "что ~ заставил*|побудил* ~ вас|тебя",
    "что ~ повлиял* на ~ ваш*|твой|твое|твоё ~ выбор*|решени*",
    "отчего ~ вы|ты|вам|тебе",
    "зачем ~ вам|тебе",
    "какие|какая|какой ~ функци*|возможност* ~ вам|тебе ~ нужн*|важн*",
    "насколько ~ довольны|удовлетворен*",
];

pub(super) const HYPOTHETICAL: &[&str] = &[
    "would you|it|that|they|your|we",
    "will you",
    "what if",
    "if we|i ~ built|build|added|add|offered|offer|gave|give|made|make|had",
    "if you could|had",
    "imagine|suppose",
    "are you going|planning to",
    "do you plan|intend|expect",
    "do you think ~ ~ would|could",
    "how much would",
    "could you see|imagine",
    "вы|ты|вам|тебе ~ бы",
    "бы ~ вы|ты|вам|тебе|вас",
    "если бы",
    "что если",
    "представьте|представь|допустим",
    "готовы ли",
    "вы готовы",
    "планируете|собираетесь",
    "будете|станете ли",
    "вы ~ будете|станете",
    "насколько вероятно",
    "какова вероятность",
    "сколько бы",
];

/// Ways to ask for a story, however they sound.
pub(super) const POLITE: &[&str] = &[
    "would|will|could|can you ~ tell|walk|describe|show|take|share|explain|mind|remember|repeat|go",
    "would|will|could|can you say ~ more|again",
    "what|when|where|who|which would you say",
    "would you like to add",
    "мог*|могли бы ~ рассказ*|вспомн*|опис*|показ*|объясн*|поясн*|назв*|уточн*|подел*|повтор*",
    "вы|ты ~ мог* ~ рассказ*|вспомн*|опис*|показ*|объясн*|поясн*|назв*|уточн*|подел*|повтор*",
    "мог* ли|бы ~ вы|ты ~ рассказ*|вспомн*|опис*|показ*|объясн*|поясн*|назв*|уточн*|подел*|повтор*",
];

/// What words say of the day to ask about.
pub(super) const ABOUT: [(Outcome, &[&str]); 4] = [
    (
        Outcome::Left,
        &[
            "leave",
            "left",
            "leaving",
            "quit",
            "cancel*",
            "switch*",
            "ушл*",
            "ушел",
            "уход*",
            "уйти",
            "отказ*",
            "переш*",
        ],
    ),
    (Outcome::Renewed, &["renew*", "продл*"]),
    (Outcome::Stayed, &["stay*", "остал*", "остае*", "остаться"]),
    (
        Outcome::Hired,
        &[
            "choose",
            "chose*",
            "pick*",
            "buy",
            "bought",
            "purchase*",
            "hire*",
            "sign*",
            "subscribe*",
            "выб*",
            "куп*",
            "нанял*",
            "подписал*",
        ],
    ),
];
