//! A file on disk that follows the saves of a project, also once the page is opened anew, where the browser remembers it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::travel::disk::DiskWords;
use crate::storage;
use crate::storage::on_disk::{self, DiskFault, OnDisk};
use crate::ui::alive::Alive;
use crate::ui::browser::disk::{self, DiskFile, NotPicked, handles};
use crate::ui::browser::{self, element, tabs};
use crate::ui::parts::{alert, live, offer, on};
use crate::ui::saving::{self, Follower, Saver};
use crate::ui::session::{Session, use_session};

/// The button that begins and ends it; it is always there, so that the keyboard stays on it.
const BUTTON: &str = "#keep-on-disk";

/// A file that follows a project.
#[derive(Clone)]
struct LinkedFile {
    /// The project; it goes by another id once tabs part.
    id: Rc<RefCell<String>>,
    file: DiskFile,
    state: ArcRwSignal<OnDisk>,
    session: Session,
}

thread_local! {
    /// The files of this tab.
    static ALL: RefCell<Vec<LinkedFile>> = const { RefCell::new(Vec::new()) };
    /// The projects whose remembered files were asked for.
    static ASKED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn kept(id: &str) -> Option<LinkedFile> {
    ALL.with_borrow(|all| all.iter().find(|kept| *kept.id.borrow() == id).cloned())
}

fn forget(id: &str) {
    ALL.with_borrow_mut(|all| all.retain(|kept| *kept.id.borrow() != id));
}

/// A project was saved: its file follows.
fn follow(id: &str) {
    if let Some(kept) = kept(id)
        && kept.state.try_update(OnDisk::save) == Some(true)
    {
        kept.write();
    }
}

/// Tabs have parted: the file goes on with what this one holds.
fn rename(was: &str, id: &str) {
    if let Some(kept) = kept(was) {
        id.clone_into(&mut kept.id.borrow_mut());
        if on_disk::is_marked(&*kept.session.shelf(), was) {
            remember_no_more(kept.session, was.into());
            kept.remember();
        }
    }
}

/// Takes up the file that followed a project before the page was opened anew. Of several tabs one does.
pub fn take_up(session: Session, id: String) {
    if !disk::is_offered() || !ASKED.with_borrow_mut(|asked| asked.insert(id.clone())) {
        return;
    }
    spawn_local(async move {
        tabs::alone_at(&on_disk::key(&id)).await;
        // Meanwhile another tab may have ended it, or this one chosen a file.
        if kept(&id).is_some() || !on_disk::is_marked(&*session.shelf(), &id) {
            return;
        }
        let Some(file) = handles::remembered(&id).await else { return };
        let is_allowed = file.may_be_written().await;
        if kept(&id).is_some() || used_otherwise(&file, &id).await {
            return;
        }
        if !is_allowed {
            session.notify((DiskWords::of(session.lang()).asks)(&file.name()));
        }
        let state = if is_allowed { OnDisk::default() } else { OnDisk::waiting() };
        LinkedFile { id: Rc::new(RefCell::new(id)), file, state: ArcRwSignal::new(state), session }.begin();
    });
}

fn remember_no_more(session: Session, id: String) {
    on_disk::unmark(&*session.shelf(), &id);
    spawn_local(async move { handles::forget(&id).await });
}

/// Whether another project of this tab has the file: two would write over each other.
async fn used_otherwise(file: &DiskFile, id: &str) -> bool {
    let others: Vec<LinkedFile> =
        ALL.with_borrow(|all| all.iter().filter(|kept| *kept.id.borrow() != id).cloned().collect());
    for other in others {
        if other.file.is(file).await {
            return true;
        }
    }
    false
}

impl LinkedFile {
    fn id(&self) -> String {
        self.id.borrow().clone()
    }

    /// From now on it follows its project.
    fn begin(self) {
        let id = self.id();
        forget(&id);
        ALL.with_borrow_mut(|all| all.push(self));
        saving::follow_saves(Follower { saved: follow, parted: rename });
        follow(&id);
    }

    /// The browser is to remember it, where what is saved outlasts the page.
    fn remember(self) {
        if !self.session.lasting {
            return;
        }
        spawn_local(async move {
            let id = self.id();
            if handles::remember(&id, &self.file).await {
                on_disk::mark(&*self.session.shelf(), &id);
                // For other tabs to see that one is at it.
                tabs::alone_at(&on_disk::key(&id)).await;
            }
        });
    }

    /// Writes what lies on the shelf: the file never holds anything that is not saved.
    fn write(self) {
        let text = self.session.shelf().read(&storage::key(&self.id())).ok().flatten();
        spawn_local(async move {
            let ended = match text {
                Some(text) => self.file.write(&text).await,
                // Nothing is saved any more; the file keeps what there was.
                None => Err(DiskFault::Failed),
            };
            let had_fault = self.state.with_untracked(|state| state.fault().is_some());
            let is_due = self.state.try_update(|state| state.end(ended, browser::now())) == Some(true);
            if ended.is_err() && !had_fault {
                self.session.notify((DiskWords::of(self.session.lang()).behind)(&self.file.name()));
            }
            if is_due {
                disk::pause().await;
                // Unless another file was chosen meanwhile, or none.
                follow(&self.id());
            }
        });
    }
}

/// The choice of a file, and how it stands; nothing where the browser has no such files, or nothing is saved.
#[component]
pub fn OnDiskChoice(saver: Saver) -> impl IntoView {
    if !disk::is_offered() || saver.is_preview() {
        return ().into_any();
    }
    let session = use_session();
    let (w, words) = (session.w(), DiskWords::of(session.lang()));
    let id = move || untrack(|| saver.id());
    let here = RwSignal::new_local(kept(&id()));
    let said = RwSignal::new(String::new());
    let view = Alive::here();
    let choose = move || {
        said.set(String::new());
        let suggested = w.file_name(&saver.title(), "orbita.json");
        spawn_local(async move {
            let chosen = chosen(session, id(), &suggested).await;
            if !view.is() {
                return;
            }
            match chosen {
                Ok(kept) => here.set(Some(kept)),
                Err(Some(why)) => said.set(why),
                Err(None) => (),
            }
            element::focus_soon(BUTTON);
        });
    };
    let stop = move || {
        if let Some(kept) = here.get_untracked() {
            forget(&kept.id());
            remember_no_more(session, kept.id());
            said.set((words.stopped)(&kept.file.name()));
            here.set(None);
        }
    };
    let again = move || {
        let Some(kept) = here.get_untracked() else { return };
        spawn_local(async move {
            if kept.file.ask().await {
                kept.state.update(OnDisk::allow);
            }
            follow(&kept.id());
            if view.is() {
                element::focus_soon(BUTTON);
            }
        });
    };
    let state = move || {
        let Some(kept) = here.get() else {
            let said = said.get();
            let text = if said.is_empty() { words.keep_hint.to_owned() } else { said };
            return view! { <p class="share-note" role="status">{text}</p> }.into_any();
        };
        let name = kept.file.name();
        let state = kept.state.get();
        if state.waits() {
            return alert((words.waits)(&name), [offer(words.allow, again), offer(words.other, choose)].concat());
        }
        match (state.fault(), state.written()) {
            (Some(fault), _) => {
                let text = match fault {
                    DiskFault::Denied => (words.denied)(&name),
                    DiskFault::Failed => (words.failed)(&name),
                };
                alert(text, [offer(w.try_again, again), offer(words.other, choose)].concat())
            }
            (None, Some(at)) => {
                let text = (words.written)(&name, &browser::local_time(at));
                view! { <p class="share-note" role="status">{text}</p> }.into_any()
            }
            (None, None) => view! { <p class="share-note" role="status">{(words.writing)(&name)}</p> }.into_any(),
        }
    };
    let press = move |_| if here.with_untracked(Option::is_some) { stop() } else { choose() };
    view! {
        <div class="share-disk">
            <button class="button" id=BUTTON.trim_start_matches('#') on:click=on(press)>
                {live(move || if here.with(Option::is_some) { words.stop } else { words.keep })}
            </button>
            {live(move || Some(state()))}
        </div>
    }
    .into_any()
}

/// Asks for a file and lets it follow the project; why there is none, where that is to be said.
async fn chosen(session: Session, id: String, suggested: &str) -> Result<LinkedFile, Option<String>> {
    let words = DiskWords::of(session.lang());
    let file = disk::pick(suggested).await.map_err(|why| match why {
        NotPicked::Cancelled => None,
        NotPicked::Fault(DiskFault::Denied) => Some((words.denied)(suggested)),
        NotPicked::Fault(DiskFault::Failed) => Some((words.failed)(suggested)),
    })?;
    if used_otherwise(&file, &id).await {
        return Err(Some((words.taken)(&file.name())));
    }
    let kept = LinkedFile { id: Rc::new(RefCell::new(id)), file, state: ArcRwSignal::new(OnDisk::default()), session };
    kept.clone().begin();
    kept.clone().remember();
    Ok(kept)
}
