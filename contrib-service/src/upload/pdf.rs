//! PDF: a graph of objects. Those that a page leads to are read, judged and written into a new
//! file; what lay between them, earlier versions of the document included, stays behind. So a
//! reader opens exactly the objects that were judged, and no name is missed because it is written
//! as `/J#61vaScript` or packed into a stream of objects.

mod rules;

use std::cell::Cell;
use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::{Refusal, images, refuse_personal_data, xml};

/// The most objects; a long document with all its tags has some ten thousand.
const MAX_OBJECTS: usize = 300_000;
/// The most bytes that all streams of objects have together when unpacked, and that the one of the
/// description has.
const MAX_UNPACKED: usize = 16_000_000;
/// The most places in a file where a value can begin: each takes a hundred bytes of memory.
const MAX_VALUES: usize = 3_000_000;
/// Objects lie in one another no deeper than the reader allows; this is to be sure.
const MAX_DEPTH: usize = 120;

thread_local! {
    /// What the streams of objects may still unpack to; `None` once it was too much. The reader
    /// bounds each stream alone, and asks a plain function before it opens one.
    static ROOM: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Reads a document and writes it again.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let has_version = bytes.get(5..8).is_some_and(|version| {
        version[0].is_ascii_digit() && version[1] == b'.' && version[2].is_ascii_digit()
    });
    if !has_version {
        return Err(Refusal::Unreadable);
    }
    if values_in(bytes) > MAX_VALUES {
        return Err(Refusal::TooLarge);
    }
    let mut document = load(bytes)?;
    let root =
        document.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| Refusal::Unreadable)?;
    if document.get_pages().is_empty() {
        return Err(Refusal::Unreadable);
    }
    let description = clean_description(&document, root)?;
    let information = clean_information(&document)?;
    drop_empty_lists(&mut document, root);
    let mut trailer = Dictionary::new();
    trailer.set("Root", root);
    if let Ok(id @ Object::Array(_)) = document.trailer.get(b"ID") {
        trailer.set("ID", id.clone());
    }
    document.trailer = trailer;
    // Before the objects are judged, so that what is thrown away is not found in them.
    for object in document.objects.values_mut() {
        take_out_people(object, 0)?;
    }
    let reached = judge_all(&document, root)?;
    document.objects.retain(|id, _| reached.contains(id));
    if let Some(information) = information {
        let id = document.add_object(information);
        document.trailer.set("Info", id);
    }
    if let Some(description) = description {
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", Object::Name(b"Metadata".to_vec()));
        dictionary.set("Subtype", Object::Name(b"XML".to_vec()));
        let stream = Stream::new(dictionary, description).with_compression(false);
        let id = document.add_object(stream);
        if let Ok(catalog) = document.get_object_mut(root).and_then(Object::as_dict_mut) {
            catalog.set("Metadata", id);
        }
    }
    // The same objects get the same numbers, however often a file is sent.
    document.renumber_objects();
    let mut written = Vec::new();
    let has_object_streams = document.version.as_str() >= "1.5";
    let saved =
        if has_object_streams { document.save_modern(&mut written) } else { document.save_to(&mut written) };
    saved.map_err(|_| Refusal::Unreadable)?;
    Ok(written)
}

fn load(bytes: &[u8]) -> Result<Document, Refusal> {
    ROOM.set(Some(MAX_UNPACKED));
    let options = LoadOptions {
        filter: Some(has_room),
        max_decompressed_size: Some(MAX_UNPACKED),
        ..LoadOptions::default()
    };
    let loaded = Document::load_mem_with_options(bytes, options);
    if ROOM.get().is_none() {
        return Err(Refusal::TooLarge);
    }
    let document = match loaded {
        Ok(document) => document,
        Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
            return Err(Refusal::TooLarge);
        }
        Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => return Err(Refusal::Encrypted),
        Err(_) => return Err(Refusal::Unreadable),
    };
    if document.trailer.has(b"Encrypt") || document.encryption_state.is_some() {
        return Err(Refusal::Encrypted);
    }
    if document.objects.len() > MAX_OBJECTS {
        return Err(Refusal::TooLarge);
    }
    Ok(document)
}

/// Lets an object pass as long as the streams of objects have room to unpack.
fn has_room(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if let Object::Stream(stream) = object
        && stream.dict.has_type(b"ObjStm")
    {
        let room = ROOM.get()?;
        let unpacked = stream.decompressed_content_with_limit(room);
        let fits = match unpacked {
            Ok(content) if values_in(&content) <= MAX_VALUES => room.checked_sub(content.len()),
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) | Ok(_) => None,
            // A broken one holds nothing; what it should have held is missed later.
            Err(_) => Some(room),
        };
        ROOM.set(fits);
        fits?;
    }
    Some((id, object.clone()))
}

/// In how many places of these bytes a value can begin.
fn values_in(bytes: &[u8]) -> usize {
    let begins = |pair: &&[u8]| {
        matches!(pair[1], b'[' | b'/' | b'<' | b'(')
            || (pair[0].is_ascii_whitespace() || pair[0] == 0)
                && !(pair[1].is_ascii_whitespace() || pair[1] == 0)
    };
    bytes.windows(2).filter(begins).count()
}

/// Judges every object that the catalogue leads to.
fn judge_all(document: &Document, root: ObjectId) -> Result<BTreeSet<ObjectId>, Refusal> {
    let mut reached = BTreeSet::from([root]);
    let mut next = vec![root];
    while let Some(id) = next.pop() {
        let Some(object) = document.objects.get(&id) else {
            // A reference to nothing is nothing. One to an object that should be there means that
            // other readers may see more than this one.
            let entry = document.reference_table.get(id.0);
            if matches!(entry, Some(XrefEntry::Normal { .. } | XrefEntry::Compressed { .. })) {
                return Err(Refusal::Unreadable);
            }
            continue;
        };
        let mut references = Vec::new();
        rules::judge(document, object, 0, &mut references)?;
        next.extend(references.into_iter().filter(|id| reached.insert(*id)));
    }
    Ok(reached)
}

/// The title and other words about the document, without its author and what programs add.
fn clean_information(document: &Document) -> Result<Option<Dictionary>, Refusal> {
    let Ok(found) = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict) else {
        return Ok(None);
    };
    let mut kept = Dictionary::new();
    for key in ["Title", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"] {
        if let Ok(value @ Object::String(..)) = found.get_deref(key.as_bytes(), document) {
            if !key.ends_with("Date") {
                refuse_personal_data(&rules::words(value), false)?;
            }
            kept.set(key, value.clone());
        }
    }
    Ok(Some(kept))
}

/// The description of the document (XMP) without people. It says whether a document keeps the rules
/// of archives and of accessibility, so it stays; one that cannot be read goes.
fn clean_description(document: &Document, root: ObjectId) -> Result<Option<Vec<u8>>, Refusal> {
    const PEOPLE: [&str; 7] = [
        "dc:creator",
        "dc:contributor",
        "pdf:Author",
        "xmpMM:History",
        "xmpMM:DerivedFrom",
        "xmpMM:Ingredients",
        "photoshop:DocumentAncestors",
    ];
    let stream = document
        .get_dictionary(root)
        .and_then(|catalog| catalog.get_deref(b"Metadata", document))
        .and_then(Object::as_stream);
    let Ok(stream) = stream else { return Ok(None) };
    let content = stream.get_plain_content_with_limit(MAX_UNPACKED / 4);
    let Ok(content) = content else { return Ok(None) };
    let Some(Ok(text)) = xml::text_of(&content) else { return Ok(None) };
    let Ok(copy) = xml::without(text, &PEOPLE, &["pdf:Author"]) else { return Ok(None) };
    let Ok(text) = std::str::from_utf8(&copy) else { return Ok(None) };
    let mut words = String::new();
    let walked = xml::walk(text, &mut |node| {
        match node {
            xml::Node::Open(_, attributes) => {
                for (name, value) in attributes {
                    // Identifiers of the document are long numbers.
                    if !name.ends_with("ID") {
                        words.push_str(&value);
                        words.push('\n');
                    }
                }
            }
            xml::Node::Text(text) => words.push_str(&text),
            xml::Node::Close(_) => words.push('\n'),
        }
        Ok(())
    });
    if walked.is_err() {
        return Ok(None);
    }
    refuse_personal_data(&words, false)?;
    Ok(Some(copy))
}

/// Lists of scripts and of files that hold none: some programs write them into every document.
fn drop_empty_lists(document: &mut Document, root: ObjectId) {
    let Ok(names) = document
        .get_dictionary(root)
        .and_then(|catalog| catalog.get_deref(b"Names", document))
        .and_then(Object::as_dict)
    else {
        return;
    };
    let has_items = |list: &Dictionary, key: &[u8]| match list.get_deref(key, document) {
        Ok(Object::Array(items)) => !items.is_empty(),
        Ok(other) => !other.is_null(),
        Err(_) => false,
    };
    let is_empty = |key: &[u8]| match names.get_deref(key, document) {
        Ok(Object::Dictionary(list)) => !has_items(list, b"Names") && !has_items(list, b"Kids"),
        Ok(other) => other.is_null(),
        // A reference to nothing is an empty list too.
        Err(_) => true,
    };
    let mut kept = names.clone();
    for key in [&b"JavaScript"[..], b"EmbeddedFiles"] {
        if is_empty(key) {
            kept.remove(key);
        }
    }
    if let Ok(catalog) = document.get_object_mut(root).and_then(Object::as_dict_mut) {
        catalog.set("Names", kept);
    }
}

/// Takes out who annotated a page, the private data of programs, and what a camera wrote into a
/// picture.
fn take_out_people(object: &mut Object, depth: usize) -> Result<(), Refusal> {
    if depth > MAX_DEPTH {
        return Err(Refusal::TooLarge);
    }
    match object {
        Object::Array(items) => {
            for item in items {
                take_out_people(item, depth + 1)?;
            }
        }
        Object::Dictionary(dictionary) => take_out_of_dictionary(dictionary, depth)?,
        Object::Stream(stream) => {
            take_out_of_dictionary(&mut stream.dict, depth)?;
            let is_jpeg =
                matches!(stream.dict.get(b"Filter"), Ok(Object::Name(name)) if name == b"DCTDecode");
            if is_jpeg && let Some(bare) = images::without_metadata(&stream.content) {
                stream.set_content(bare);
            }
        }
        _ => {}
    }
    Ok(())
}

fn take_out_of_dictionary(dictionary: &mut Dictionary, depth: usize) -> Result<(), Refusal> {
    dictionary.remove(b"PieceInfo");
    dictionary.remove(b"Metadata");
    let is_annotation = matches!(dictionary.get(b"Subtype"), Ok(Object::Name(name)) if rules::HAS_AUTHOR.contains(&name.as_slice()));
    if is_annotation {
        dictionary.remove(b"T");
    }
    for (_, value) in dictionary.iter_mut() {
        take_out_people(value, depth + 1)?;
    }
    Ok(())
}
