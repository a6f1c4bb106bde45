//! A table that is pasted or imported: taken whole, or refused with every cell that stands in the way.

use leptos::task::spawn_local;
use leptos::{ev, html, prelude::*};

use crate::exchange::cell::CellError;
use crate::ui::alive::Alive;
use crate::ui::browser::{element, file};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign, live, on, shown};
use crate::ui::session::{Session, use_session};

/// No table of clients is larger.
const LARGEST_FILE: usize = 4 << 20;

/// As many errors as one can keep in mind; the others are counted.
const SHOWN: usize = 12;

/// What is being pasted, until it is taken. It waits for whoever comes back.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    desk: Desk,
    field: StoredValue<String>,
    text: RwSignal<Option<String>>,
    wrong: RwSignal<Vec<CellError>>,
}

impl Draft {
    /// The draft for `field` of the engagement on `desk`, as it was left.
    pub fn new(session: Session, desk: Desk, field: String) -> Self {
        let text = Some(session.draft(&desk.id(), &field)).filter(|text| !text.is_empty());
        Draft {
            session,
            desk,
            field: StoredValue::new(field),
            text: RwSignal::new(text),
            wrong: RwSignal::new(Vec::new()),
        }
    }

    fn set(self, text: Option<String>) {
        let typed = text.as_deref().unwrap_or_default();
        self.field.with_value(|field| self.session.keep_draft(&self.desk.id(), field, typed));
        self.text.set(text);
    }

    /// Offers a text; it stays in the box with its errors unless it is taken.
    pub fn offer(self, text: String, take: Take) {
        match take.run(text.clone()) {
            Ok(()) => {
                self.set(None);
                self.wrong.set(Vec::new());
            }
            Err(wrong) => {
                self.set(Some(text));
                self.wrong.set(wrong);
            }
        }
    }
}

/// Takes a text, or says what stands in the way.
pub type Take = Callback<String, Result<(), Vec<CellError>>>;

/// The box with its buttons and errors.
#[component]
pub fn PasteBox(
    /// What tells it from other boxes of the page.
    id: &'static str,
    /// The label.
    label: &'static str,
    /// What belongs into it.
    #[prop(into)]
    hint: Signal<String>,
    /// What is being pasted.
    draft: Draft,
    /// The table as it was taken; empty for none.
    #[prop(into)]
    stored: Signal<String>,
    /// Whether it may not be changed.
    #[prop(into)]
    read_only: Signal<bool>,
    /// Takes a text.
    take: Take,
    /// Removes what was taken.
    remove: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let w = session.w();
    let picker = NodeRef::<html::Input>::new();
    let view = Alive::here();
    let text = move || draft.text.get().unwrap_or_else(|| stored.get());
    let read = move || draft.offer(untrack(text), take);
    let import = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let picked = file::files(input.files()).into_iter().next();
        input.set_value("");
        let Some(picked) = picked else { return };
        spawn_local(async move {
            match file::text_of(&picked, LARGEST_FILE).await {
                // Whoever asked may have gone elsewhere.
                _ if !view.is() => (),
                Ok(text) => draft.offer(text, take),
                Err(error) => session.tell(error.text(w, &picked.name())),
            }
        });
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            read();
        }
    };
    let clear = move || {
        draft.set(None);
        draft.wrong.set(Vec::new());
        if untrack(|| stored.with(|stored| !stored.is_empty())) {
            remove.run(());
        }
        // The button goes with the table.
        if let Some(area) = element::by_id(id) {
            element::focus(&area);
        }
    };
    let hint_id = format!("{id}-hint");
    let wrong_id = format!("{id}-wrong");
    view! {
        <div class="paste">
            <label class="paste-label" for=id>{label}</label>
            <p class="input-note" id=hint_id.clone()>{live(move || hint.get())}</p>
            <textarea
                class="field paste-text"
                id=id
                rows="6"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                aria-describedby=format!("{hint_id} {wrong_id}")
                aria-invalid=live(move || draft.wrong.with(|wrong| !wrong.is_empty()).to_string())
                readonly=live(move || read_only.get())
                prop:value=live(text)
                on:input=on(move |event: ev::Event| draft.set(Some(event_target_value(&event))))
                on:keydown=on(keys)
            ></textarea>
            <div class="paste-wrong" id=wrong_id role="alert">
                {live(move || draft.wrong.with(|wrong| (!wrong.is_empty()).then(|| errors(wrong, w))))}
            </div>
            <div class="paste-actions">
                <button class="button small" disabled=live(move || read_only.get()) on:click=on(move |_| read())>
                    {w.take_table}
                </button>
                <button
                    class="button small"
                    disabled=live(move || read_only.get())
                    on:click=on(move |_| {
                        if let Some(input) = picker.get_untracked() {
                            input.click();
                        }
                    })
                >
                    <Icon sign=Sign::Upload />
                    {w.import_table}
                </button>
                {shown(
                    move || draft.text.with(Option::is_some) || stored.with(|stored| !stored.is_empty()),
                    move || {
                        view! {
                            <button
                                class="button quiet small"
                                disabled=live(move || read_only.get())
                                on:click=on(move |_| clear())
                            >
                                {w.remove_table}
                            </button>
                        }
                    },
                )}
            </div>
            <input
                type="file"
                hidden
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                aria-label=w.import_table
                id=format!("{id}-file")
                node_ref=picker
                on:change=on(import)
            />
        </div>
    }
}

fn errors(wrong: &[CellError], w: &'static crate::i18n::Words) -> AnyView {
    let said = wrong.iter().take(SHOWN).map(|error| view! { <li>{(w.cell_error)(error)}</li> }.into_any());
    let more = wrong.len().saturating_sub(SHOWN);
    view! {
        <p>{(w.not_taken)(wrong.len())}</p>
        <ul>
            {said.collect::<Vec<_>>()}
            {(more > 0).then(|| view! { <li>{(w.more_errors)(more)}</li> }.into_any())}
        </ul>
    }
    .into_any()
}
