//! The word patterns of bad questions.
//!
//! A pattern is a row of words; `|` parts alternatives, a `*` at the end stands for any ending, `~` for up to two words, `,` in
//! front for a word after a comma or a dash, `$` at the end for the last word.

use crate::interviews::kinds::Outcome;

pub(super) const DIRECT: &[&str] = &[
    "why ~ you ~ choose|chose|chosen|pick|picked|buy|bought|purchase|hire|hired|switch|switched|leave|left|quit|cancel|cancelled|canceled|stop|stopped|stay|stayed|renew|renewed|sign|signed|decide|decided|like|love|prefer|preferred|select|selected|subscribe|want|need|trust|use",
    "why us|our",
    "why ~ us$",
    "what made you choose|pick|buy|hire|switch|leave|cancel|stay|renew|prefer|decide|select|subscribe",
    "what is|was|are|were the|your ~ reason|reasons",
    "for what reason",
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
    "насколько ~ довольны|удовлетворен*",
];

pub(super) const LEADING: &[&str] = &[
    "don't|didn't|doesn't|isn't|wasn't|aren't|weren't|wouldn't|won't|can't|couldn't|haven't|hasn't|shouldn't you|it|that|this|they|there|he|she|your",
    ",right|correct|yes|no|true$",
    "do|would you agree",
    "surely",
    "obviously",
    "was|is|were it|that|they because",
    "you left|leave|chose|bought|stayed|switched because",
    "how easy|great|good|helpful|useful|amazing|nice|bad|terrible|awful|annoying|important was|were|is|are|did",
    "how much better|easier|faster|worse",
    "не кажется ли",
    "вам|тебе не кажется",
    "не думаете|считаете|находите ли",
    "вы не думаете|считаете|находите",
    "не правда ли",
    "не так ли",
    "согласны ли",
    "вы|ты согласны|согласен|согласна",
    "согласитесь|согласись",
    "ведь",
    "разве",
    "наверняка|очевидно|конечно",
    ",верно|правильно|правда|да|так$",
    ",правда же$",
    "вы|ты ~ из-за|потому",
    "это ~ из-за|потому",
    "насколько удобн*|хорош*|плох*|легк*|легче|полезн*|лучше|хуже|сложн*|важн*|приятн*",
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
    "would|will|could|can you ~ tell|walk|describe|show|take|share|explain|say|mind|remember|repeat|go",
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
