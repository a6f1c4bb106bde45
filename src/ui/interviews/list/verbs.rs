//! What the verbs of an interview in the list do.

use super::{go, verb_words, words};
use crate::edit::Command;
use crate::i18n::Lang;
use crate::i18n::interviews::capture::CaptureWords;
use crate::interviews::record::Head;
use crate::interviews::timeline::When;
use crate::model::Key;
use crate::model::quantity::InterviewId;
use crate::ui::browser::{self, element};
use crate::ui::commands::{InterviewListVerb, InterviewVerb, TalkWords, shortcuts};
use crate::ui::deeds::{Deed, Deeds, Here, always, when};
use crate::ui::desk::Desk;
use crate::ui::parts::Menus;
use crate::ui::saving::Saver;
use crate::ui::session::Session;

/// The list of all interviews.
#[derive(Clone, Copy)]
pub struct OnList {
    pub desk: Desk,
    pub saver: Saver,
    pub session: Session,
}

impl Here for OnList {}

impl Deeds for InterviewListVerb {
    type Here = OnList;

    fn deed(self) -> Deed<OnList> {
        match self {
            InterviewListVerb::Add => when(|at| at.desk.may_edit(), |at| add(at.desk, at.saver, at.session)),
        }
    }
}

/// An interview of the list.
#[derive(Clone, Copy)]
pub struct AtEntry {
    pub desk: Desk,
    pub saver: Saver,
    pub session: Session,
    pub menus: Menus,
    pub id: InterviewId,
}

impl Here for AtEntry {}

impl AtEntry {
    /// Goes along the list.
    fn step(self, by: isize) {
        let ids: Vec<InterviewId> = self.desk.peek(|e| e.interviews().map(|(id, _)| id).collect());
        let at = ids.iter().position(|one| *one == self.id);
        // The last one stands first.
        let next = at.and_then(|at| at.checked_add_signed(-by)).and_then(|at| ids.get(at));
        if let Some(link) = next.and_then(|next| element::by_id(&format!("interview-{}", next.0))) {
            element::focus(&link);
        }
    }

    /// Opens its menu.
    pub fn open_menu(self) {
        let w = verb_words(self.session);
        let verb = |verb: InterviewVerb| verb.item(&w, self);
        let items =
            vec![verb(InterviewVerb::Open), verb(InterviewVerb::Duplicate), verb(InterviewVerb::Delete).danger()];
        let (cw, _) = words(self.session);
        self.menus.below(&format!("interview-{}", self.id.0), cw.interview_menu, items);
    }
}

impl Deeds for InterviewVerb {
    type Here = AtEntry;

    fn deed(self) -> Deed<AtEntry> {
        match self {
            InterviewVerb::Up => always(|at| at.step(-1)),
            InterviewVerb::Down => always(|at| at.step(1)),
            InterviewVerb::Open => always(|at| go(at.saver, Some(at.id))),
            InterviewVerb::Duplicate => when(|at| at.desk.may_edit(), |at| duplicate(at.desk, at.saver, at.id)),
            InterviewVerb::Delete => when(|at| at.desk.may_edit(), |at| delete(at.desk, at.saver, at.session, at.id)),
            InterviewVerb::Menu => always(AtEntry::open_menu),
        }
    }
}

/// The keys of the list, with a title.
pub fn shortcuts_of_list(lang: Lang) -> (&'static str, Vec<(&'static [&'static str], &'static str)>) {
    let w = TalkWords::of(lang, lang.words());
    (
        CaptureWords::of(lang).list_shortcuts,
        shortcuts::<InterviewVerb>().map(|row| (row.keys, (row.label)(&w))).collect(),
    )
}

/// Begins an interview, today and in the language of the screen, and goes there.
pub fn add(desk: Desk, saver: Saver, session: Session) {
    let head =
        Head { on: When::Day(browser::local_day(browser::now())), language: session.lang().into(), ..Head::default() };
    begin(desk, saver, head);
}

/// Begins an interview of the same kind: with the person, the account and the guide, and without a word of what was said.
pub fn duplicate(desk: Desk, saver: Saver, id: InterviewId) {
    if let Some(head) = desk.peek(|e| e.interview(id).map(|one| one.head.for_another())) {
        begin(desk, saver, Head { on: When::Day(browser::local_day(browser::now())), ..head });
    }
}

fn begin(desk: Desk, saver: Saver, head: Head) {
    desk.seal();
    if let Some(Key::Interview(id)) = desk.dispatch(Command::AddInterview(Box::new(head))).made() {
        desk.seal();
        go(saver, Some(id));
    }
}

/// Deletes an interview with all that was said in it, and goes to the last one that is left.
pub fn delete(desk: Desk, saver: Saver, session: Session, id: InterviewId) {
    let (cw, iw) = words(session);
    let person = desk.peek(|e| e.interview(id).map(|one| one.head.person.trim().to_owned())).unwrap_or_default();
    let text = (cw.deleted_interview)(if person.is_empty() { iw.unnamed } else { &person });
    let undo = move || {
        desk.undo();
        go(saver, Some(id));
    };
    desk.dispatch_with_notice(Command::DeleteInterview(id), text, undo);
}
