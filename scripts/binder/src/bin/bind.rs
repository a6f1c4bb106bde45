//! What Trunk and the scripts call `wasm-bindgen`: its library, with the options that they use. Its own program brings a web
//! server and a test runner along, which take minutes to build.

use std::path::PathBuf;
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
            module => _ = bindgen.input_path(module),
        }
    }
    bindgen.generate(folder.ok_or("--out-dir is missing")?).map_err(|error| format!("{error:?}"))
}
