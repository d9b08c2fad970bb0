//! An export archive -> the JSON in it and the logo. It was made by others: nothing is unpacked to
//! the disk, no path in it is followed, and sizes are what was read, not what it says of itself.

use std::io::{Read, Seek};

use super::digest_of;
use serde_json::Value as Json;

/// The most files an archive may list.
const MOST_FILES: usize = 20_000;
/// The most bytes of a JSON file. A tree of 5,000 nodes with long descriptions has less.
const MAX_JSON: u64 = 32 * 1024 * 1024;
/// The most bytes of a logo that are looked at.
const MAX_PICTURE: u64 = 4 * 1024 * 1024;

/// What is of use in an archive.
pub(super) struct Export {
    /// `coproduction.json`.
    pub process: Json,
    /// The phases in `schema.json`.
    pub phases: Vec<Json>,
    /// Name and bytes of the picture of the process.
    pub logo: Option<(String, Vec<u8>)>,
    /// The names of the documents that lie in `assets/`: the id of the asset, a dot, its name.
    pub documents: Vec<String>,
    /// Eight hexadecimal digits that follow from the JSON files.
    pub digest: String,
}

impl Export {
    /// Reads an archive.
    ///
    /// # Errors
    /// Why it is none that can be read, in words.
    pub fn read(archive: impl Read + Seek) -> Result<Export, String> {
        let mut archive = zip::ZipArchive::new(archive)
            .map_err(|error| format!("it is no ZIP archive that can be read: {error}"))?;
        if archive.len() > MOST_FILES {
            return Err(format!("it lists more than {MOST_FILES} files"));
        }
        let mut names = Vec::new();
        for index in 0..archive.len() {
            let item = archive.by_index_raw(index).map_err(|error| format!("it is damaged: {error}"))?;
            let name = item.name().map_err(|error| format!("it is damaged: {error}"))?.into_owned();
            names.push(if item.is_dir() || item.is_symlink() { String::new() } else { name });
        }
        let process = only(&names, "coproduction.json")?;
        let folder = names[process].strip_suffix("coproduction.json").unwrap_or_default().to_owned();
        let tree = only(&names, "schema.json")?;
        if names[tree] != format!("{folder}schema.json") {
            return Err("coproduction.json and schema.json do not lie beside each other in it".to_owned());
        }
        let process_bytes = unpack(&mut archive, process, &names[process], MAX_JSON)?;
        let tree_bytes = unpack(&mut archive, tree, &names[tree], MAX_JSON)?;
        let digest = digest_of(&[&process_bytes, &tree_bytes]);
        let process: Json = parse(&process_bytes, "coproduction.json")?;
        let Json::Array(phases) = parse(&tree_bytes, "schema.json")? else {
            return Err("schema.json in it is no list of phases".to_owned());
        };
        if !process.is_object() {
            return Err("coproduction.json in it does not describe a process".to_owned());
        }
        let logo = process["logotype"].as_str().and_then(|path| path.rsplit('/').next());
        let logo =
            logo.filter(|name| !name.is_empty()).map(|name| (name.to_owned(), format!("{folder}{name}")));
        let logo = logo.and_then(|(name, path)| {
            let index = names.iter().position(|known| *known == path)?;
            // A picture that cannot be unpacked is no reason to keep the process back.
            Some((name, unpack(&mut archive, index, &path, MAX_PICTURE).unwrap_or_default()))
        });
        let assets = format!("{folder}assets/");
        let documents =
            names.iter().filter_map(|name| name.strip_prefix(&assets)).map(str::to_owned).collect();
        Ok(Export { process, phases, logo, documents, digest })
    }
}

/// The one file of a name, in whatever folder.
fn only(names: &[String], name: &str) -> Result<usize, String> {
    let mut found = names.iter().enumerate().filter(|(_, path)| path.rsplit('/').next() == Some(name));
    match (found.next(), found.next()) {
        (Some((index, _)), None) => Ok(index),
        (None, _) => {
            Err(format!("there is no {name} in it, so it is no process of the original environment"))
        }
        _ => Err(format!("{name} is in it more than once; an export holds one process")),
    }
}

fn unpack(
    archive: &mut zip::ZipArchive<impl Read + Seek>,
    index: usize,
    name: &str,
    limit: u64,
) -> Result<Vec<u8>, String> {
    let item = archive.by_index(index).map_err(|error| format!("{name} in it cannot be read: {error}"))?;
    let mut bytes = Vec::new();
    // What the archive says of its sizes is not believed.
    item.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("{name} in it cannot be read: {error}"))?;
    if bytes.len() as u64 > limit {
        return Err(format!("{name} in it has more than {} MiB", limit / 1024 / 1024));
    }
    Ok(bytes)
}

fn parse(bytes: &[u8], name: &str) -> Result<Json, String> {
    serde_json::from_slice(bytes)
        .map_err(|error| format!("{name} in it is no JSON that can be read: {error}"))
}
