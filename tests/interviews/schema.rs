//! Exports of interviews against the rules of the published schema of REFI-QDA: which elements an element holds and in which
//! order, which attributes it has to have and of which types, what identifies a thing and what refers to one.

use std::collections::{BTreeMap, BTreeSet};

use orbita::exchange::archive::Archive;
use orbita::interviews::codebook::Codebook;
use orbita::interviews::exchange::{Document as Talk, Project, codebook, project};
use orbita::interviews::text::Paragraph;
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::refi::{book, interviews};

const PROJECT: &str = "urn:QDA-XML:project:1.0";
const CODEBOOK: &str = "urn:QDA-XML:codebook:1.0";

/// An element: what it holds in this order (`?` at most once, `*` any number, `+` at least once, `a|b` one of them), and its
/// attributes (`!` if it has to have it) with their types. What holds nothing and has a type is a text.
struct Rule {
    name: &'static str,
    holds: &'static str,
    attributes: &'static str,
    text: Option<&'static str>,
}

const fn rule(name: &'static str, holds: &'static str, attributes: &'static str) -> Rule {
    Rule { name, holds, attributes, text: None }
}

const fn text(name: &'static str, kind: &'static str) -> Rule {
    Rule { name, holds: "", attributes: "", text: Some(kind) }
}

const REFERENCE: &str = "targetGUID!:guid";

const RULES: [Rule; 27] = [
    rule(
        "Project",
        "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
        "name!:string origin:string creatingUserGUID:guid creationDateTime:moment modifyingUserGUID:guid \
         modifiedDateTime:moment basePath:string",
    ),
    rule("CodeBook", "Codes Sets?", "origin:string"),
    rule("Codes", "Code+", ""),
    rule("Code", "Description? NoteRef* Code*", "guid!:guid name!:string isCodable!:boolean color:colour"),
    rule("Sets", "Set+", ""),
    rule("Set", "Description? MemberCode* MemberSource* MemberNote*", "guid!:guid name!:string"),
    rule("MemberCode", "", REFERENCE),
    rule("Variables", "Variable+", ""),
    rule("Variable", "Description?", "guid!:guid name!:string typeOfVariable!:variable"),
    rule("Cases", "Case+", ""),
    rule("Case", "Description? CodeRef* VariableValue* SourceRef* SelectionRef*", "guid!:guid name:string"),
    rule("VariableValue", "VariableRef TextValue|BooleanValue|IntegerValue|FloatValue|DateValue|DateTimeValue", ""),
    rule("VariableRef", "", REFERENCE),
    rule("SourceRef", "", REFERENCE),
    rule("SelectionRef", "", REFERENCE),
    rule("CodeRef", "", REFERENCE),
    rule("NoteRef", "", REFERENCE),
    rule("Sources", "TextSource*", ""),
    rule(
        "TextSource",
        "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
        "guid!:guid name:string richTextPath:string plainTextPath:string creatingUser:guid creationDateTime:moment \
         modifyingUser:guid modifiedDateTime:moment",
    ),
    rule(
        "PlainTextSelection",
        "Description? Coding* NoteRef*",
        "guid!:guid name:string startPosition!:integer endPosition!:integer creatingUser:guid creationDateTime:moment \
         modifyingUser:guid modifiedDateTime:moment",
    ),
    rule("Coding", "CodeRef NoteRef*", "guid!:guid creatingUser:guid creationDateTime:moment"),
    text("Description", "string"),
    text("PlainTextContent", "string"),
    text("TextValue", "string"),
    text("BooleanValue", "boolean"),
    text("IntegerValue", "integer"),
    text("DateValue", "string"),
];

/// What each reference may refer to.
const TARGETS: [(&str, &str); 5] = [
    ("CodeRef", "Code"),
    ("VariableRef", "Variable"),
    ("SourceRef", "TextSource"),
    ("SelectionRef", "PlainTextSelection"),
    ("MemberCode", "Code"),
];

fn is_of(kind: &str, value: &str) -> bool {
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    match kind {
        "guid" => {
            let bare = value.strip_prefix('{').map_or(Some(value), |inner| inner.strip_suffix('}'));
            bare.is_some_and(|bare| bare.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && bare.split('-').all(is_hex))
        }
        "boolean" => ["true", "false", "1", "0"].contains(&value),
        "colour" => value.strip_prefix('#').is_some_and(|hex| matches!(hex.len(), 3 | 6) && is_hex(hex)),
        "integer" => value.parse::<i64>().is_ok(),
        "variable" => ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"].contains(&value),
        "moment" => value.len() >= "2026-01-01T00:00:00".len() && value.contains('T'),
        kind => kind == "string",
    }
}

/// What stands against the order of what an element holds.
fn order(node: Node, holds: &str) -> Result<(), String> {
    let mut children = node.children().filter(Node::is_element).map(|child| child.tag_name().name()).peekable();
    for part in holds.split_whitespace() {
        let names = part.trim_end_matches(['?', '*', '+']);
        let (least, most) = match &part[names.len()..] {
            "?" => (0, 1),
            "*" => (0, usize::MAX),
            "+" => (1, usize::MAX),
            _ => (1, 1),
        };
        let mut count = 0;
        while count < most && children.next_if(|child| names.split('|').any(|name| name == *child)).is_some() {
            count += 1;
        }
        if count < least {
            return Err(format!("{} lacks {names}", node.tag_name().name()));
        }
    }
    children.next().map_or(Ok(()), |child| Err(format!("{child} where {} has no place for it", node.tag_name().name())))
}

fn element(node: Node, space: &str) -> Result<(), String> {
    let name = node.tag_name().name();
    let rule = RULES.iter().find(|rule| rule.name == name).ok_or_else(|| format!("no element is called {name}"))?;
    if node.tag_name().namespace() != Some(space) {
        return Err(format!("{name} is of another namespace"));
    }
    order(node, rule.holds)?;
    let has_words = node.children().any(|child| child.is_text() && !child.text().unwrap_or_default().trim().is_empty());
    if has_words && rule.text.is_none() {
        return Err(format!("words in {name}"));
    }
    if rule.text.is_some_and(|kind| !is_of(kind, node.text().unwrap_or_default())) {
        return Err(format!("{name} is of another type"));
    }
    let known: BTreeMap<&str, (bool, &str)> = rule
        .attributes
        .split_whitespace()
        .filter_map(|one| one.split_once(':'))
        .map(|(name, kind)| (name.trim_end_matches('!'), (name.ends_with('!'), kind)))
        .collect();
    for attribute in node.attributes() {
        let (_, kind) = known.get(attribute.name()).ok_or_else(|| format!("{name} has no {}", attribute.name()))?;
        if !is_of(kind, attribute.value()) {
            return Err(format!("{name} {} is {:?}", attribute.name(), attribute.value()));
        }
    }
    let missing = known.iter().find(|(one, (is_needed, _))| *is_needed && node.attribute(**one).is_none());
    missing.map_or(Ok(()), |(one, _)| Err(format!("{name} lacks {one}")))
}

/// What stands against a document with this namespace whose root has this name.
fn valid(xml: &str, root: &str, space: &str) -> Result<(), String> {
    let document = Document::parse(xml).map_err(|error| error.to_string())?;
    if document.root_element().tag_name().name() != root {
        return Err(format!("the root is no {root}"));
    }
    let mut identified: BTreeMap<String, &str> = BTreeMap::new();
    let key = |guid: &str| guid.trim_matches(['{', '}']).to_uppercase();
    for node in document.descendants().filter(Node::is_element) {
        element(node, space)?;
        if let Some(guid) = node.attribute("guid")
            && identified.insert(key(guid), node.tag_name().name()).is_some()
        {
            return Err(format!("{guid} is given twice"));
        }
    }
    for node in document.descendants() {
        let Some(target) = node.attribute("targetGUID") else { continue };
        let wanted = TARGETS.iter().find(|known| known.0 == node.tag_name().name()).map(|known| known.1);
        if wanted.is_none() || identified.get(&key(target)).copied() != wanted {
            return Err(format!("{} refers to nothing", node.tag_name().name()));
        }
    }
    Ok(())
}

/// What stands against a packed project, with its texts.
fn valid_project(file: &[u8]) -> Result<(), String> {
    let mut archive = Archive::open(file).map_err(|fault| format!("{fault:?}"))?;
    let names: BTreeSet<String> = archive.names().map(str::to_owned).collect();
    let xml = String::from_utf8(archive.read("project.qde").map_err(|fault| format!("{fault:?}"))?)
        .map_err(|error| error.to_string())?;
    valid(&xml, "Project", PROJECT)?;
    let document = Document::parse(&xml).map_err(|error| error.to_string())?;
    let mut used = BTreeSet::from(["project.qde".to_owned()]);
    for source in document.descendants().filter(|node| node.has_tag_name((PROJECT, "TextSource"))) {
        let path = source.attribute("plainTextPath").and_then(|path| path.strip_prefix("internal://"));
        let path = format!("sources/{}", path.ok_or("a source without a text")?);
        let text = String::from_utf8(archive.read(&path).map_err(|_| format!("no {path}"))?).expect("UTF-8");
        used.insert(path);
        let length = text.chars().count();
        for selection in source.children().filter(|node| node.has_tag_name((PROJECT, "PlainTextSelection"))) {
            let place = |name| selection.attribute(name).and_then(|place| place.parse::<usize>().ok());
            let (start, end) = (place("startPosition"), place("endPosition"));
            if start.is_none() || start > end || end > Some(length) {
                return Err(format!("{start:?} to {end:?} of {length} letters"));
            }
        }
    }
    (used == names).then_some(()).ok_or_else(|| format!("{names:?} instead of {used:?}"))
}

#[test]
fn faults_are_found() {
    let codes = |inner: &str| format!("<CodeBook xmlns=\"{CODEBOOK}\"><Codes>{inner}</Codes></CodeBook>");
    let code = |attributes: &str, inner: &str| format!("<Code {attributes}>{inner}</Code>");
    let guid = "guid=\"0AF00000-0000-8000-8000-000000000001\"";
    let whole = format!("{guid} name=\"a\" isCodable=\"true\"");
    assert_eq!(valid(&codes(&code(&whole, "<Description>b</Description>")), "CodeBook", CODEBOOK), Ok(()));
    for (inner, fault) in [
        (String::new(), "Codes lacks Code"),
        (code(&format!("{guid} name=\"a\""), ""), "Code lacks isCodable"),
        (code(&whole.replace("true", "yes"), ""), "Code isCodable is \"yes\""),
        (code(&whole.replace("0AF0", "0AG0"), ""), "Code guid is \"0AG00000-0000-8000-8000-000000000001\""),
        (code(&format!("{whole} size=\"1\""), ""), "Code has no size"),
        (code(&format!("{whole} color=\"red\""), ""), "Code color is \"red\""),
        (code(&whole, "words"), "words in Code"),
        (code(&whole, &code(&whole, "")), "0AF00000-0000-8000-8000-000000000001 is given twice"),
        (
            code(&whole, &format!("{}<Description/>", code(&whole.replace('1', "2"), ""))),
            "Description where Code has no place for it",
        ),
        (code(&whole, &format!("<NoteRef targetGUID={}/>", &guid[5..])), "NoteRef refers to nothing"),
    ] {
        assert_eq!(valid(&codes(&inner), "CodeBook", CODEBOOK), Err(fault.into()), "{inner}");
    }
}

#[test]
fn codebooks_are_valid() {
    for book in [book(), Codebook::default()] {
        assert_eq!(valid(&codebook("p1", &book), "CodeBook", CODEBOOK), Ok(()));
    }
}

#[test]
fn projects_with_little_in_them_are_valid() {
    let nothing = Project { key: "p".into(), ..Project::default() };
    let bare = |id| Talk { id, name: String::new(), ..Talk::default() };
    let odd = Talk {
        attributes: vec![("Role\u{b}\u{0}".into(), "\u{1}a".into()), ("Role".into(), "b".into())],
        speakers: vec!["A\u{b}\u{ffff}".into(), "A".into()],
        paragraphs: vec![
            Paragraph { speaker: Some(0), ..Paragraph::of("a\u{b}\u{1b}") },
            Paragraph { speaker: Some(1), ..Paragraph::of("") },
            Paragraph { speaker: Some(7), at: Some(0), ..Paragraph::of("b") },
        ],
        ..bare(3)
    };
    let some = Project { documents: vec![bare(1), bare(2), odd], ..nothing.clone() };
    for one in [nothing, some] {
        assert_eq!(valid_project(&project(&one)), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn projects_are_valid(first in interviews(), second in interviews()) {
        let documents = vec![first, Talk { id: 2, ..second }];
        let project = project(&Project { key: "p1".into(), name: "Course & co".into(), book: book(), documents });
        prop_assert_eq!(valid_project(&project), Ok(()));
    }
}
