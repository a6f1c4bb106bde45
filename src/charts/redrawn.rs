//! What two drawings of the same shapes say differently: a browser that is told only that lays out only that.

/// One difference, at the place of its element in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// Another value of an attribute.
    Attribute(usize, &'a str, &'a str),
    /// Other words in an element that holds nothing else.
    Words(usize, &'a str),
}

/// What has to change in a drawing to make another one of it; `None` where it has other elements or attributes, or where what
/// differs is written with references such as `&amp;`: then it is drawn anew.
pub fn changes<'a>(before: &str, after: &'a str) -> Option<Vec<Change<'a>>> {
    let mut changes = Vec::new();
    let (mut olds, mut news) = (before.split('<'), after.split('<').peekable());
    let mut elements = 0;
    loop {
        let (old, new) = match (olds.next(), news.next()) {
            (None, None) => return Some(changes),
            (Some(old), Some(new)) => (old, new),
            _ => return None,
        };
        let opens = !new.is_empty() && !new.starts_with('/');
        if old != new {
            let ((tag, old_words), (new_tag, words)) = (old.split_once('>')?, new.split_once('>')?);
            attributes(tag, new_tag, elements, &mut changes)?;
            if old_words != words {
                let is_all = opens && news.peek().is_some_and(|next| next.starts_with('/'));
                changes.push(Some(Change::Words(elements, words)).filter(|_| is_all && !words.contains('&'))?);
            }
        }
        elements += usize::from(opens);
    }
}

/// The attributes of a tag that differ; they stand in one order, each as `name="value"`.
fn attributes<'a>(old: &str, new: &'a str, at: usize, changes: &mut Vec<Change<'a>>) -> Option<()> {
    let (mut olds, mut news) = (old.split('"'), new.split('"'));
    loop {
        match (olds.next(), news.next()) {
            (None, None) => return Some(()),
            // Between the quotes of two values stands the name of the second.
            (Some(old), Some(new)) if old == new => {
                let name = new.trim().trim_end_matches('=').rsplit(' ').next()?;
                let (old, new) = match (olds.next(), news.next()) {
                    (None, None) => return Some(()),
                    (Some(old), Some(new)) => (old, new),
                    _ => return None,
                };
                if old != new {
                    changes.push(Some(Change::Attribute(at, name, new)).filter(|_| !new.contains('&'))?);
                }
            }
            _ => return None,
        }
    }
}
