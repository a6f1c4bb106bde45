//! Parts a linked module at its `#[wasm_split]` marks: `part MODULE FOLDER NAME` writes NAME.wasm, which is fetched first,
//! and beside it the parts and the script that fetches them.

use std::path::Path;
use std::process::ExitCode;

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder, name] = words.as_slice() else {
        eprintln!("part MODULE FOLDER NAME");
        return ExitCode::FAILURE;
    };
    match part(Path::new(module), Path::new(folder), name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("part: {error}");
            ExitCode::FAILURE
        }
    }
}

fn part(module: &Path, folder: &Path, name: &str) -> Result<(), String> {
    let bytes = std::fs::read(module).map_err(|error| format!("{}: {error}", module.display()))?;
    let (first, script) = (folder.join(name).with_extension("wasm"), format!("./{name}.js"));
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &script;
    transform(options).map(drop).map_err(|error| format!("{error:?}"))
}
