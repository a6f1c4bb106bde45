//! What Trunk and the scripts call `wasm-bindgen`: its library, with the options that they use. Its own program brings a web
//! server and a test runner along, which take minutes to build.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wasm-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    // As the usual program does: the script finds its module by itself where nobody says where it lies.
    bindgen.omit_default_module_path(false);
    let mut folder = None;
    // An option and its value come as two words, or as one with "=".
    let mut words = arguments.flat_map(|word| match word.split_once('=') {
        Some((option, value)) if option.starts_with("--") => vec![option.to_owned(), value.to_owned()],
        _ => vec![word],
    });
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--version" | "-V" => {
                println!("wasm-bindgen {}", wasm_bindgen_shared::version());
                return Ok(());
            }
            "--target" => match value()?.as_str() {
                "web" => _ = bindgen.web(true).map_err(|error| error.to_string())?,
                other => return Err(format!("this one binds to the web alone, not to {other}")),
            },
            "--out-dir" => folder = Some(PathBuf::from(value()?)),
            "--out-name" => _ = bindgen.out_name(&value()?),
            "--no-typescript" => _ = bindgen.typescript(false),
            "--keep-lld-exports" => _ = bindgen.keep_lld_exports(true),
            "--remove-name-section" => _ = bindgen.remove_name_section(true),
            "--keep-debug" => _ = bindgen.keep_debug(true),
            "--no-demangle" => _ = bindgen.demangle(false),
            "--debug" => _ = bindgen.debug(true),
            option if option.starts_with('-') => return Err(format!("this one has no option {option}")),
            module => {
                let path = Path::new(module);
                let bytes = std::fs::read(path).map_err(|error| format!("{module}: {error}"))?;
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                _ = bindgen.input_bytes(&name, plain(&bytes).ok_or(format!("{module} is no module"))?);
            }
        }
    }
    bindgen.generate(folder.ok_or("--out-dir is missing")?).map_err(|error| format!("{error:?}"))
}

/// What makes WebKit stop pages, or have them read what is not there: values of the browser kept in a table of the module, and
/// functions that return several values. A binder that does not hear of them keeps to what WebKit has done well for years.
const UNTRIED: [&[u8]; 2] = [b"reference-types", b"multivalue"];

/// The module without the word that it may use those. `None` for what is no module.
fn plain(module: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(8)?;
    let mut plain = head.to_vec();
    while let [id, sized @ ..] = rest {
        let (size, behind) = number(sized)?;
        let (section, next) = behind.split_at_checked(size)?;
        match section.strip_prefix(b"\x0ftarget_features").filter(|_| *id == 0) {
            Some(features) => {
                let (count, mut entries) = number(features)?;
                let mut kept = Vec::new();
                for _ in 0..count {
                    let (name, after) = number(entries.get(1..)?)?;
                    let length = entries.len() - after.len() + name;
                    let (entry, others) = entries.split_at_checked(length)?;
                    entries = others;
                    kept.extend((!UNTRIED.contains(&after.get(..name)?)).then_some(entry));
                }
                let mut features = b"\x0ftarget_features".to_vec();
                write(&mut features, kept.len());
                features.extend(kept.concat());
                plain.push(0);
                write(&mut plain, features.len());
                plain.extend(features);
            }
            None => plain.extend(&rest[..rest.len() - next.len()]),
        }
        rest = next;
    }
    Some(plain)
}

/// A number as modules write it, seven bits a byte, and what stands behind it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let length = bytes.iter().position(|byte| byte & 0x80 == 0).filter(|last| *last < 5)? + 1;
    let (digits, rest) = bytes.split_at(length);
    Some((digits.iter().rev().fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f)), rest))
}

fn write(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_no_longer_says_what_it_may_use() {
        let module = |features: &[u8]| [b"\0asm\x01\0\0\0\x01\x01\0".as_slice(), features, b"\x0a\x01\0"].concat();
        let told = b"\0\x27\x0ftarget_features\x02+\x0amultivalue+\x08sign-ext";
        let kept = b"\0\x1b\x0ftarget_features\x01+\x08sign-ext";
        assert_eq!(plain(&module(told)), Some(module(kept)));
        assert_eq!(plain(&module(b"")), Some(module(b"")));
        assert_eq!(plain(b"no module"), None);
        assert_eq!(number(&[0xe5, 0x8e, 0x26, 7]), Some((624_485, &[7_u8][..])));
    }
}
