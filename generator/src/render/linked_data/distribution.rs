//! What one gets of an asset: its files, or the place where it lives, as `dcat:Distribution`.

use super::super::Rendering;
use super::super::address::percent_encode_path;
use super::graph::Graph;
use super::names::{AUTHORITY, MEDIA_TYPES};
use crate::hosting::media_type::plain_media_type;
use crate::model::entry::{Download, Entry, Interlinker};

/// The codes of the EU file-type list by the ending of a name.
const FILE_TYPES: [(&str, &str); 28] = [
    ("csv", "CSV"),
    ("doc", "DOC"),
    ("docx", "DOCX"),
    ("epub", "EPUB"),
    ("gif", "GIF"),
    ("htm", "HTML"),
    ("html", "HTML"),
    ("ics", "ICS"),
    ("jpeg", "JPEG"),
    ("jpg", "JPEG"),
    ("json", "JSON"),
    ("odg", "ODG"),
    ("odp", "ODP"),
    ("ods", "ODS"),
    ("odt", "ODT"),
    ("pdf", "PDF"),
    ("png", "PNG"),
    ("ppt", "PPT"),
    ("pptx", "PPTX"),
    ("rtf", "RTF"),
    ("svg", "SVG"),
    ("txt", "TXT"),
    ("webp", "WEBP"),
    ("xls", "XLS"),
    ("xlsx", "XLSX"),
    ("xml", "XML"),
    ("yaml", "YAML"),
    ("zip", "ZIP"),
];

impl Rendering<'_> {
    /// Describes everything one gets of an Interlinker and gives the names.
    pub(super) fn distributions(&self, graph: &mut Graph, item: &Interlinker, page: &str) -> Vec<String> {
        let mut names: Vec<String> =
            item.downloads.iter().map(|file| self.file(graph, item, file, page)).collect();
        if let Some(address) = &item.address {
            names.push(self.elsewhere(graph, item, address));
        }
        names
    }

    fn file(&self, graph: &mut Graph, item: &Interlinker, file: &Download, page: &str) -> String {
        let iri = self.part_iri(&item.entry, &percent_encode_path(&file.path));
        let licence = self.licence(graph, file.licence.as_deref(), &item.rights);
        let media_type = format!("{MEDIA_TYPES}{}", plain_media_type(&file.path));
        let ending = file.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let format = FILE_TYPES.iter().find(|(known, _)| Some(*known) == ending.as_deref());
        if let Some(mut node) = graph.describe(&iri, &["dcat:Distribution", "adms:AssetDistribution"]) {
            node.text_in("dct:title", &file.title, &file.language)
                .link("dcat:accessURL", page)
                .link("dcat:downloadURL", &self.media_address(&item.entry, &file.path))
                .link("dct:license", &licence)
                .link("dcat:mediaType", &media_type);
            if let Some((_, code)) = format {
                node.link("dct:format", &format!("{AUTHORITY}file-type/{code}"));
            }
            if let Some(language) = self.exact_match("language", &file.language) {
                node.link("dct:language", language);
            }
            if file.size > 0 {
                node.size("dcat:byteSize", file.size);
            }
        }
        graph.describe(&media_type, &["dct:MediaType"]);
        iri
    }

    /// Where others keep it, or where it runs.
    fn elsewhere(&self, graph: &mut Graph, item: &Interlinker, address: &str) -> String {
        let iri = self.part_iri(&item.entry, "access");
        let licence = self.licence(graph, None, &item.rights);
        if let Some(mut node) = graph.describe(&iri, &["dcat:Distribution", "adms:AssetDistribution"]) {
            node.texts("dct:title", &super::concept::by_language(&item.entry, "name"))
                .link("dcat:accessURL", address)
                .link("dct:license", &licence);
        }
        iri
    }

    /// The identifier of a part of an entry.
    pub(super) fn part_iri(&self, entry: &Entry, part: &str) -> String {
        self.absolute(&format!("{}/{}.jsonld#{part}", entry.kind.folder(), entry.slug))
    }
}
