//! `config.json`: how a hosted page shows a client's project. Written by the build or by the app, edited by hand.

use serde_json::{Map, Value};

use crate::route::Section;

/// The largest file that is read.
const MOST_BYTES: usize = 64 << 10;
/// The longest name, in letters, and the longest path.
const LONGEST_NAME: usize = 80;
const LONGEST_PATH: usize = 200;

/// The choices of a hosted page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The file with the project, beside the page; without one the page is the app.
    pub open: Option<String>,
    /// What is shown first; without a choice the map.
    pub screen: Option<Section>,
    /// Whether nothing can be changed or kept: sliders move, and that is all.
    pub explore_only: bool,
    /// Whose page it is.
    pub name: Option<String>,
    /// A picture beside the page.
    pub logo: Option<String>,
    /// The language of the page, by its code; without a choice the reader's.
    pub lang: Option<&'static str>,
    /// Whether other pages may show a part of this one.
    pub embed: bool,
}

/// The languages, by their codes.
const LANGS: [&str; 2] = ["en", "ru"];

/// What a setting has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// True or false.
    YesOrNo,
    /// One of these texts.
    OneOf(Vec<&'static str>),
    /// The name of a file beside the page.
    Path,
    /// The name of a picture beside the page.
    Picture,
    /// A text of so many letters at most.
    Short(usize),
}

/// What is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is larger than any honest one.
    TooLarge,
    /// It is no JSON; the line and the column, counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// It is JSON, but no object.
    NotAnObject,
    /// A setting that there is none of; its name, shortened.
    Unknown(String),
    /// A setting with a value that it cannot have, and what it has to be.
    Value(&'static str, Expected),
}

/// Reads the file.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file's settings.
pub fn read(text: &str) -> Result<Config, Vec<Wrong>> {
    if text.len() > MOST_BYTES {
        return Err(vec![Wrong::TooLarge]);
    }
    // Editors of Windows begin a text with this mark.
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| vec![Wrong::NotJson { line: error.line(), column: error.column() }])?;
    let Value::Object(settings) = value else { return Err(vec![Wrong::NotAnObject]) };
    let mut wrong = Vec::new();
    let mut config = Config::default();
    for (key, value) in &settings {
        if let Err(mistake) = set(&mut config, key, value) {
            wrong.push(mistake);
        }
    }
    if wrong.is_empty() { Ok(config) } else { Err(wrong) }
}

fn set(config: &mut Config, key: &str, value: &Value) -> Result<(), Wrong> {
    match key {
        "open" => config.open = path("open", value)?,
        "screen" => config.screen = one_of("screen", value, &Section::ALL.map(|section| (section.name(), section)))?,
        "explore_only" => config.explore_only = yes_or_no("explore_only", value)?,
        "name" => config.name = name("name", value)?,
        "logo" => config.logo = picture("logo", value)?,
        "lang" => config.lang = one_of("lang", value, &LANGS.map(|code| (code, code)))?,
        "embed" => config.embed = yes_or_no("embed", value)?,
        _ => return Err(Wrong::Unknown(key.chars().take(40).collect())),
    }
    Ok(())
}

/// A text; `None` for null, which chooses nothing.
fn text<'v>(key: &'static str, value: &'v Value) -> Result<Option<&'v str>, Wrong> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
        _ => Err(Wrong::Value(key, Expected::Text)),
    }
}

fn yes_or_no(key: &'static str, value: &Value) -> Result<bool, Wrong> {
    match value {
        Value::Bool(yes) => Ok(*yes),
        Value::Null => Ok(false),
        _ => Err(Wrong::Value(key, Expected::YesOrNo)),
    }
}

fn one_of<T: Copy>(key: &'static str, value: &Value, all: &[(&'static str, T)]) -> Result<Option<T>, Wrong> {
    let expected = || Wrong::Value(key, Expected::OneOf(all.iter().map(|(name, _)| *name).collect()));
    let Some(text) = text(key, value).map_err(|_| expected())? else { return Ok(None) };
    all.iter().find(|(name, _)| *name == text).map(|(_, one)| Some(*one)).ok_or_else(expected)
}

fn name(key: &'static str, value: &Value) -> Result<Option<String>, Wrong> {
    let Some(text) = text(key, value)? else { return Ok(None) };
    if text.chars().count() > LONGEST_NAME {
        return Err(Wrong::Value(key, Expected::Short(LONGEST_NAME)));
    }
    Ok(Some(text.into()))
}

fn path(key: &'static str, value: &Value) -> Result<Option<String>, Wrong> {
    match text(key, value)? {
        Some(path) if is_own_file(path) => Ok(Some(path.into())),
        Some(_) => Err(Wrong::Value(key, Expected::Path)),
        None => Ok(None),
    }
}

fn picture(key: &'static str, value: &Value) -> Result<Option<String>, Wrong> {
    let ends = [".svg", ".png", ".jpg", ".jpeg", ".webp"];
    match text(key, value)? {
        Some(path) if is_own_file(path) && ends.iter().any(|end| path.to_lowercase().ends_with(end)) => {
            Ok(Some(path.into()))
        }
        Some(_) => Err(Wrong::Value(key, Expected::Picture)),
        None => Ok(None),
    }
}

/// Whether a path names a file beside the page, or in a folder beside it, and nothing else: no address, no way up, nothing
/// that a browser resolves into either.
pub fn is_own_file(path: &str) -> bool {
    let plain = |letter: char| !letter.is_control() && !letter.is_whitespace() || letter == ' ';
    let special = |letter: char| matches!(letter, ':' | '\\' | '?' | '#' | '%' | '<' | '>' | '"' | '|' | '*');
    path.len() <= LONGEST_PATH
        && path.chars().all(|letter| plain(letter) && !special(letter))
        && path.split('/').all(|part| !part.trim().is_empty() && !part.trim().chars().all(|letter| letter == '.'))
}

impl Config {
    /// The file, one setting a line, to be edited by hand. What was not chosen is left out.
    pub fn text(&self) -> String {
        let Config { open, screen, explore_only, name, logo, lang, embed } = self;
        let mut settings = Map::new();
        let mut put = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                settings.insert(key.into(), value);
            }
        };
        put("open", open.clone().map(Value::String));
        put("screen", screen.map(|screen| screen.name().into()));
        put("explore_only", explore_only.then_some(Value::Bool(true)));
        put("name", name.clone().map(Value::String));
        put("logo", logo.clone().map(Value::String));
        put("lang", lang.map(Value::from));
        put("embed", embed.then_some(Value::Bool(true)));
        // Texts by texts: nothing in it can fail to be written.
        let lines: Vec<String> = settings.iter().map(|(key, value)| format!("  \"{key}\": {value}")).collect();
        if lines.is_empty() { "{}\n".into() } else { format!("{{\n{}\n}}\n", lines.join(",\n")) }
    }
}
