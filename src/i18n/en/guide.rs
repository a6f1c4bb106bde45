//! Questions for interviews in English, in the order in which they are asked.

use crate::i18n::interviews::Question;
use crate::interviews::kinds::{Force, Phase};
use crate::interviews::questions::Topic;

const fn ask(topic: Topic, text: &'static str) -> Question {
    Question { topic, text }
}

use Force::{Anxiety, Habit, Pull, Push};
use Phase::{ActiveLooking, Deciding, FirstThought, FirstUse, OngoingUse, PassiveLooking};
use Topic::{Closing, Contrast, Phase as About};

const CLOSING: Question = ask(Closing, "What should I have asked that I didn’t?");

pub const HIRED: &[Question] = &[
    ask(
        About(FirstThought),
        "Take me back to the day you first thought something had to change. Where were you, and what had just happened?",
    ),
    ask(Topic::Force(Push), "What was the last straw with the old way? Tell me about that time."),
    ask(Contrast(FirstThought), "It had gone wrong before. What was different about that day?"),
    ask(About(PassiveLooking), "What happened in the weeks after that? What did you start to notice?"),
    ask(Contrast(PassiveLooking), "How did you get by in the meantime: a workaround, a person, leaving it as it was?"),
    ask(
        About(ActiveLooking),
        "Tell me about the day you started looking in earnest. What did you type, and who did you ask?",
    ),
    ask(Contrast(ActiveLooking), "Which options fell away first, and what was it about them?"),
    ask(About(Deciding), "Walk me through the day you decided. Who was in the room, and who said what?"),
    ask(Contrast(Deciding), "What did you have to give up to get this?"),
    ask(Topic::Force(Pull), "When did you first see how things could be with it? What did you picture?"),
    ask(Topic::Force(Anxiety), "What kept you up the night before you signed? What did you do about it?"),
    ask(Topic::Force(Habit), "What was hard to let go of in the old way?"),
    ask(About(FirstUse), "Tell me about your first day with it. What did you do first, and what happened?"),
    ask(Contrast(FirstUse), "What turned out different from what you had pictured?"),
    ask(About(OngoingUse), "When was the last time you used it? Walk me through it."),
    ask(Contrast(OngoingUse), "What do you still do the old way? When was the last time?"),
    CLOSING,
];

pub const LEFT: &[Question] = &[
    ask(About(OngoingUse), "What do you use now? Tell me about the last time."),
    ask(Contrast(OngoingUse), "What do you miss about the old product? When did you last notice it?"),
    ask(About(FirstUse), "Tell me about your first day without our product. What did you do instead?"),
    ask(Contrast(FirstUse), "What was harder than you expected, and what was easier?"),
    ask(About(Deciding), "Walk me back through the day you decided to leave. Who took part, and what was said?"),
    ask(Contrast(Deciding), "What came closest to making you stay?"),
    ask(Topic::Force(Anxiety), "What worried you about leaving? What did you do about it?"),
    ask(Topic::Force(Pull), "When did you first see the new one at work? What caught your eye?"),
    ask(About(ActiveLooking), "Tell me about the day you started comparing. What did you open first?"),
    ask(Contrast(ActiveLooking), "Which options fell away, and what was it about them?"),
    ask(About(PassiveLooking), "Before that, where did you come across other options without looking for them?"),
    ask(Contrast(PassiveLooking), "How did you get by in the meantime with what bothered you?"),
    ask(Topic::Force(Habit), "What held you with us all that time?"),
    ask(Topic::Force(Push), "Tell me about the time we let you down most. What did you do then?"),
    ask(About(FirstThought), "Go back to the very first time you thought about leaving. What had just happened?"),
    ask(Contrast(FirstThought), "There had been bad days before. What was different about that one?"),
    CLOSING,
];

pub const STAYED: &[Question] = &[
    ask(About(FirstThought), "Take me back to the day you first thought about leaving. What had just happened?"),
    ask(Contrast(FirstThought), "What was different about that day?"),
    ask(Topic::Force(Push), "Tell me about the last time our product got in your way. What did you do?"),
    ask(About(PassiveLooking), "What did you notice about other products in the weeks after?"),
    ask(Contrast(PassiveLooking), "What did you do about the problem with us before you looked elsewhere?"),
    ask(About(ActiveLooking), "Tell me about the day you started looking. What did you try?"),
    ask(Contrast(ActiveLooking), "Which of them fell away first, and what was it about them?"),
    ask(Topic::Force(Pull), "What did the best of them have that we don’t?"),
    ask(About(Deciding), "Walk me through the day you decided to stay. Who was there, and who said what?"),
    ask(Contrast(Deciding), "What nearly tipped it the other way?"),
    ask(Topic::Force(Anxiety), "What worried you about switching?"),
    ask(Topic::Force(Habit), "What did you not want to lose?"),
    ask(About(FirstUse), "What changed in the first week after you stayed? Tell me about one day of it."),
    ask(Contrast(FirstUse), "What did you expect to change that didn’t?"),
    ask(About(OngoingUse), "When did the thought of leaving last come up? What set it off?"),
    ask(Contrast(OngoingUse), "What do you do elsewhere today that you used to do with us?"),
    CLOSING,
];

pub const RENEWED: &[Question] = &[
    ask(About(FirstThought), "When did this renewal first cross your mind? What was going on that day?"),
    ask(Contrast(FirstThought), "How was that different from the renewal before?"),
    ask(About(PassiveLooking), "What did you see or hear about other options over the year?"),
    ask(Contrast(PassiveLooking), "Which of them did you let pass, and what was it about them?"),
    ask(Topic::Force(Push), "Tell me about a day this year when it let you down. What did you do?"),
    ask(About(ActiveLooking), "What did you compare or work out before you signed? Show me."),
    ask(Contrast(ActiveLooking), "Which option did you rule out first, and what was it about it?"),
    ask(Topic::Force(Pull), "Which offer came closest, and what was in it?"),
    ask(About(Deciding), "Walk me from the reminder to the signature. Who had to agree, and who asked what?"),
    ask(Contrast(Deciding), "What did you ask for and not get?"),
    ask(Topic::Force(Anxiety), "What worried you about committing for another term?"),
    ask(Topic::Force(Habit), "What do your people do with it without thinking?"),
    ask(About(FirstUse), "Tell me about the first week of the new term. What did you do differently?"),
    ask(Contrast(FirstUse), "What had you planned to use and haven’t touched yet?"),
    ask(About(OngoingUse), "When did it last earn its price? Walk me through that day."),
    ask(Contrast(OngoingUse), "What do you pay for and not use?"),
    CLOSING,
];
