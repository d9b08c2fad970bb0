//! What an object of a PDF may hold.

use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

use super::MAX_DEPTH;
use crate::upload::{Refusal, check_link, refuse_personal_data};

/// The notes on a page whose `/T` is who wrote them; that of a field of a form is its name.
pub(super) const HAS_AUTHOR: [&[u8]; 14] = [
    b"Text",
    b"FreeText",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Stamp",
    b"Caret",
    b"Ink",
];

/// Actions that run something.
const ACTIVE_ACTIONS: [&[u8]; 8] = [
    b"JavaScript",
    b"Launch",
    b"ImportData",
    b"Rendition",
    b"RichMediaExecute",
    b"Movie",
    b"Sound",
    b"GoTo3DView",
];
/// Actions that send something, or open another file.
const OUTSIDE_ACTIONS: [&[u8]; 3] = [b"SubmitForm", b"GoToR", b"GoToE"];
/// Annotations and pictures that play or run something.
const ACTIVE_SUBTYPES: [&[u8]; 6] = [b"RichMedia", b"Screen", b"Movie", b"Sound", b"3D", b"PS"];
/// Entries that hold scripts.
const ACTIVE_KEYS: [&[u8]; 6] =
    [b"JS", b"JavaScript", b"XFA", b"RichMediaContent", b"RichMediaSettings", b"Rendition"];
/// Entries that hold other files.
const EMBEDDED_KEYS: [&[u8]; 4] = [b"EF", b"EmbeddedFiles", b"EmbeddedFile", b"Collection"];

/// Judges an object and collects what it refers to.
pub(super) fn judge(
    document: &Document,
    object: &Object,
    depth: usize,
    references: &mut Vec<ObjectId>,
) -> Result<(), Refusal> {
    if depth > MAX_DEPTH {
        return Err(Refusal::TooLarge);
    }
    match object {
        Object::Reference(id) => references.push(*id),
        Object::Array(items) => {
            for item in items {
                judge(document, item, depth + 1, references)?;
            }
        }
        Object::Dictionary(dictionary) => judge_dictionary(document, dictionary, depth, references)?,
        Object::Stream(stream) => {
            // Its data would lie in another file.
            if stream.dict.has(b"F") {
                return Err(Refusal::Outside("/F".to_owned()));
            }
            judge_dictionary(document, &stream.dict, depth, references)?;
        }
        _ => {}
    }
    Ok(())
}

fn judge_dictionary(
    document: &Document,
    dictionary: &Dictionary,
    depth: usize,
    references: &mut Vec<ObjectId>,
) -> Result<(), Refusal> {
    let name = |key: &[u8]| match dictionary.get_deref(key, document) {
        Ok(Object::Name(name)) => name.as_slice(),
        _ => b"",
    };
    let shown = |name: &[u8]| format!("/{}", String::from_utf8_lossy(name));
    let (action, subtype, kind) = (name(b"S"), name(b"Subtype"), name(b"Type"));
    if ACTIVE_ACTIONS.contains(&action) {
        return Err(Refusal::Active(shown(action)));
    }
    if OUTSIDE_ACTIONS.contains(&action) {
        return Err(Refusal::Outside(shown(action)));
    }
    if ACTIVE_SUBTYPES.contains(&subtype) {
        return Err(Refusal::Active(shown(subtype)));
    }
    if subtype == b"FileAttachment" || kind == b"EmbeddedFile" {
        return Err(Refusal::Embedded(shown(b"EmbeddedFile")));
    }
    let is_signed_field = name(b"FT") == b"Sig" && dictionary.has(b"V");
    if matches!(kind, b"Sig" | b"DocTimeStamp") || dictionary.has(b"ByteRange") || is_signed_field {
        return Err(Refusal::Signed);
    }
    for (key, value) in dictionary.iter() {
        let key = key.as_slice();
        if ACTIVE_KEYS.contains(&key) {
            return Err(Refusal::Active(shown(key)));
        }
        if EMBEDDED_KEYS.contains(&key) {
            return Err(Refusal::Embedded(shown(key)));
        }
        match key {
            // Actions that other things than a click set off, such as opening a page.
            b"AA" if has_actions(document, value) => return Err(Refusal::Active("/AA".to_owned())),
            b"URI" => {
                if let Ok(target @ Object::String(..)) = dictionary.get_deref(key, document) {
                    check_link(&words(target))?;
                }
            }
            b"Contents" | b"Title" | b"TU" | b"Subj" | b"RC" | b"Alt" | b"V" => {
                if let Ok(text @ Object::String(..)) = dictionary.get_deref(key, document) {
                    refuse_personal_data(&words(text), false)?;
                }
            }
            _ => {}
        }
        judge(document, value, depth + 1, references)?;
    }
    Ok(())
}

fn has_actions(document: &Document, value: &Object) -> bool {
    let Ok((_, Object::Dictionary(actions))) = document.dereference(value) else { return false };
    actions.iter().any(|(_, action)| {
        matches!(document.dereference(action), Ok((_, Object::Dictionary(action))) if action.has(b"S"))
    })
}

/// The words of a string, as far as they can be read.
pub(super) fn words(object: &Object) -> String {
    decode_text_string(object).unwrap_or_else(|_| {
        object.as_str().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    })
}
