//! The other tabs of this browser: which are there, and what they say to each other.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, JsString, Promise, Reflect};
use leptos::leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, Storage, StorageEvent};

use super::shelf::PROBE;
use crate::arrange::set_of;

/// The channel that all tabs of Orbita listen on.
const CHANNEL: &str = "orbita";

/// What the lock of a tab is called; it goes when the tab goes, however it goes.
const LOCK: &str = "orbita/tab/";

/// The longest message that is read, in UTF-16 units: another app of the same origin may use the channel too. None of ours comes
/// near it, and a save that no message tells of is seen on the shelf.
const LONGEST: u32 = 1_000;

/// How long a tab without locks waits for others to say that they are there.
const ANSWER: Duration = Duration::from_millis(200);

/// What one tab says to the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The engagement that it is about.
    pub id: String,
    /// The tab.
    pub writer: String,
    /// What it says.
    pub said: Said,
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// It opened the engagement and asks who else has it open.
    Hello,
    /// It has it open.
    Here,
    /// It saved it.
    Saved,
    /// It leaves it.
    Bye,
}

/// The channel, where the browser has one.
#[derive(Clone)]
pub struct Channel(Option<Rc<Open>>);

struct Open {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl Channel {
    /// Hears and says nothing.
    pub fn none() -> Self {
        Channel(None)
    }

    /// Opens the channel; `take` is called with what other tabs say.
    pub fn open(take: impl Fn(Message) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return Channel(None) };
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().dyn_into::<JsString>().ok().filter(|text| text.length() <= LONGEST);
            if let Some(text) = text.map(String::from)
                && let Ok(message) = serde_json::from_str(&text)
            {
                take(message);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Channel(Some(Rc::new(Open { channel, _listener: listener })))
    }

    /// Says something to the other tabs.
    pub fn say(&self, message: &Message) {
        if let (Some(open), Ok(text)) = (&self.0, serde_json::to_string(message)) {
            // Storage events tell the others where this does not.
            let _ = open.channel.post_message(&text.into());
        }
    }
}

/// Calls back with the key that another tab has written or removed, `None` when it cleared everything; but not while it only
/// tries out the space, which says nothing of what is kept.
pub fn on_other_tab(call: impl Fn(Option<String>) + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.as_deref() != Some(PROBE) {
            call(key);
        }
    })
}

/// Where a tab remembers what it was called before a reload.
const NAMES: &str = "orbita/tabs";

/// Draws a name for this page, shows the other tabs that it is there, and remembers the name beyond a reload.
pub fn name_this_tab() -> String {
    let name = super::random_id();
    show_life(&name);
    let mut names = names_before();
    names.push(name.clone());
    names.drain(..names.len().saturating_sub(8));
    // Denied with the rest of the storage; undo after a reload then waits until the other tabs have answered.
    if let (Some(storage), Ok(names)) = (storage_of_tab(), serde_json::to_string(&names)) {
        _ = storage.set_item(NAMES, &names);
    }
    name
}

/// What this tab was called before it was reloaded, this page's own name among it.
pub fn names_before() -> Vec<String> {
    let names = storage_of_tab().and_then(|storage| storage.get_item(NAMES).ok().flatten());
    names.and_then(|names| serde_json::from_str(&names).ok()).unwrap_or_default()
}

/// What the tab itself remembers, where it may: each call of it can be denied alone.
fn storage_of_tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn locks() -> Option<JsValue> {
    Reflect::get(&window().navigator(), &"locks".into()).ok().filter(JsValue::is_object)
}

fn call(target: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let function: Function = Reflect::get(target, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(target, arguments).ok()
}

/// Shows the other tabs that `writer` is there, until this page is gone.
fn show_life(writer: &str) {
    let Some(locks) = locks() else { return };
    // A promise that is never kept: the lock goes with the page.
    let hold = Closure::once_into_js(|_: JsValue| JsValue::from(Promise::new(&mut |_, _| ())));
    let _ = call(&locks, "request", &Array::of2(&format!("{LOCK}{writer}").into(), &hold));
}

/// Waits until no other tab does what `work` names; from then on this one alone does, until the page is gone. Where there are no
/// locks it does at once.
pub async fn alone_at(work: &str) {
    let Some(locks) = locks() else { return };
    let granted = Promise::new(&mut |resolve, _| {
        let is_mine = resolve.clone();
        let hold = Closure::once_into_js(move |_: JsValue| {
            _ = is_mine.call0(&JsValue::NULL);
            JsValue::from(Promise::new(&mut |_, _| ()))
        });
        if call(&locks, "request", &Array::of2(&work.into(), &hold)).is_none() {
            _ = resolve.call0(&JsValue::NULL);
        }
    });
    _ = JsFuture::from(granted).await;
}

/// Those of `writers` that are tabs which are there now.
pub async fn alive(id: &str, writers: BTreeSet<String>) -> BTreeSet<String> {
    if writers.is_empty() {
        return writers;
    }
    match held_locks().await {
        Some(held) => set_of(writers.into_iter().filter(|writer| held.contains(&format!("{LOCK}{writer}")))),
        None => answering(id, writers).await,
    }
}

/// The names of all locks that tabs of this origin hold.
async fn held_locks() -> Option<BTreeSet<String>> {
    let query: Promise = call(&locks()?, "query", &Array::new())?.dyn_into().ok()?;
    let answer = JsFuture::from(query).await.ok()?;
    let held = Array::from(&Reflect::get(&answer, &"held".into()).ok()?);
    Some(set_of(held.iter().filter_map(|lock| Reflect::get(&lock, &"name".into()).ok()?.as_string())))
}

/// Where there are no locks, as on a page that did not come over a safe connection: those that answer a call.
async fn answering(id: &str, writers: BTreeSet<String>) -> BTreeSet<String> {
    let heard = Rc::new(RefCell::new(BTreeSet::new()));
    let channel = {
        let heard = heard.clone();
        Channel::open(move |message| {
            if message.said == Said::Here {
                heard.borrow_mut().insert(message.writer);
            }
        })
    };
    channel.say(&Message { id: id.into(), writer: String::new(), said: Said::Hello });
    let wait = Promise::new(&mut |resolve, _| {
        set_timeout(move || _ = resolve.call0(&JsValue::NULL), ANSWER);
    });
    let _ = JsFuture::from(wait).await;
    let heard = heard.borrow();
    set_of(writers.into_iter().filter(|writer| heard.contains(writer)))
}
