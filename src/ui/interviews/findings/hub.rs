//! What the views of interviews share: the project, the menu, and the two dialogs in which quotes are joined to what they speak for.

use leptos::prelude::*;

use super::join::JoinDialog;
use crate::edit::{Command, StatementInput};
use crate::i18n::interviews::findings::FindingsWords;
use crate::insight::interviews::said::Query;
use crate::interviews::text::HighlightId;
use crate::model::Key;
use crate::model::quantity::{InterviewId, StatementId};
use crate::route::Findings;
use crate::ui::deeds::Here;
use crate::ui::desk::Desk;
use crate::ui::parts::Menus;
use crate::ui::quotes::QuotePicker;
use crate::ui::saving::Saver;
use crate::ui::session::{Session, use_session};

/// What the views share. Copies are handles of the same.
#[derive(Clone, Copy)]
pub struct Hub {
    /// The engagement.
    pub desk: Desk,
    /// How it is kept.
    pub saver: Saver,
    /// The person.
    pub session: Session,
    /// The menu.
    pub menus: Menus,
    /// The quote that is joined to something, and whether the dialog for it is open.
    joining: StoredValue<Option<HighlightId>>,
    is_joining: RwSignal<bool>,
    /// Whether it was made for that, and goes again where it is joined to nothing.
    is_made: StoredValue<bool>,
    /// Whether the dialog is open for where it begins a friction.
    is_beginning: RwSignal<bool>,
    /// What is looked for in everything said: whoever looks at an interview meanwhile comes back to it.
    pub query: RwSignal<Query>,
    /// Whether what stands beside an interview is shown, where it is a drawer over it.
    pub drawer: RwSignal<bool>,
    /// The statement whose quotes are chosen, and beside which interview.
    picking: RwSignal<(Option<StatementId>, Option<InterviewId>)>,
    is_picking: RwSignal<bool>,
}

impl Hub {
    /// For the interviews of an engagement; found again by [`use_hub`].
    pub fn provide(desk: Desk, saver: Saver) -> Self {
        let hub = Hub {
            desk,
            saver,
            session: use_session(),
            menus: Menus::new(),
            joining: StoredValue::new(None),
            is_joining: RwSignal::new(false),
            is_made: StoredValue::new(false),
            is_beginning: RwSignal::new(false),
            query: RwSignal::new(Query::default()),
            drawer: RwSignal::new(false),
            picking: RwSignal::new((None, None)),
            is_picking: RwSignal::new(false),
        };
        Effect::new(move |was: Option<bool>| {
            let is_open = hub.is_joining.get();
            if was == Some(true) && !is_open && hub.is_made.get_value() {
                hub.is_made.set_value(false);
                desk.undo();
            }
            is_open
        });
        on_cleanup(move || {
            if hub.is_made.try_get_value() == Some(true) {
                desk.undo();
            }
        });
        provide_context(hub);
        hub
    }

    /// The words of the findings.
    pub fn f(self) -> &'static FindingsWords {
        FindingsWords::of(self.session.lang())
    }

    /// Whether one of the dialogs is asked for.
    pub fn is_any_dialog_open(self) -> bool {
        self.dialogs().iter().any(|open| open.get())
    }

    /// Closes them.
    pub fn close_dialogs(self) {
        self.dialogs().iter().for_each(|open| open.set(false));
    }

    fn dialogs(self) -> [RwSignal<bool>; 3] {
        [self.is_joining, self.is_beginning, self.is_picking]
    }

    /// Asks what a quote is joined to: a friction or a new card on the map, a job, an initiative.
    pub fn join(self, quote: HighlightId) {
        if self.desk.refuses() {
            return;
        }
        self.joining.set_value(Some(quote));
        self.is_joining.set(true);
    }

    /// The same for a quote that was just made for it.
    pub fn join_made(self, quote: HighlightId) {
        self.is_made.set_value(true);
        self.join(quote);
    }

    /// The quote is joined to what was chosen.
    pub fn keep_made(self) {
        self.is_made.set_value(false);
    }

    /// Asks on which stage of which map a quote begins a friction.
    pub fn begin_friction(self, quote: HighlightId) {
        if self.desk.refuses() {
            return;
        }
        self.joining.set_value(Some(quote));
        self.is_beginning.set(true);
    }

    /// Lets the quotes behind a statement be chosen, those of an interview first.
    pub fn pick(self, statement: StatementId, near: Option<InterviewId>) {
        self.picking.set((Some(statement), near));
        self.is_picking.set(true);
    }
}

/// What the views share.
pub fn use_hub() -> Hub {
    expect_context()
}

/// The dialogs that the views share.
#[component]
pub fn SharedDialogs() -> impl IntoView {
    let hub = use_hub();
    let Hub { desk, picking, .. } = hub;
    let behind = move |id: StatementId| {
        desk.read(Key::Statement(id), |e| e.statement(id).map(|one| one.quotes.clone())).unwrap_or_default()
    };
    let chosen = Callback::new(move |()| picking.get().0.map(behind).unwrap_or_default());
    let choose = Callback::new(move |(quote, on): (HighlightId, bool)| {
        let Some(id) = picking.get_untracked().0 else { return };
        let mut quotes = untrack(|| behind(id));
        quotes.retain(|known| *known != quote);
        if on {
            quotes.push(quote);
        }
        desk.dispatch(Command::SetStatement(id, StatementInput::Quotes(quotes)));
        desk.seal();
    });
    view! {
        <JoinDialog hub quote=hub.joining open=hub.is_joining begins_friction=false />
        <JoinDialog hub quote=hub.joining open=hub.is_beginning begins_friction=true />
        {move || {
            let near = picking.get().1;
            view! { <QuotePicker desk saver=hub.saver open=hub.is_picking chosen choose near /> }.into_any()
        }}
    }
}

/// What all interviews say of one matter.
#[derive(Clone, Copy)]
pub struct OnFinding {
    /// The interviews.
    pub hub: Hub,
    /// The matter.
    pub findings: Findings,
}

impl Here for OnFinding {}

impl OnFinding {
    /// Whether something can be added to these.
    pub fn may_add(self, findings: Findings) -> bool {
        self.findings == findings && self.hub.desk.may_edit()
    }

    /// Whether these are handed out as files.
    pub fn hands_out(self, findings: Findings) -> bool {
        self.findings == findings && self.hub.session.hands_out()
    }
}
