//! Licences as linked data: the EU authority list where it has the licence, SPDX for others, the
//! address an author gave, and a document of our own where nothing is stated (ADMS-AP wants exactly
//! one licence for each distribution, and "unknown" is one of its types).

use super::super::Rendering;
use super::graph::Graph;
use super::names::{ADMS_CODES, AUTHORITY};
use crate::model::entry::Rights;

/// Licences of the EU list that Interlinkers often have, by their SPDX id.
const EU_LICENCES: [(&str, &str); 10] = [
    ("CC-BY-4.0", "CC_BY_4_0"),
    ("CC-BY-NC-4.0", "CC_BYNC_4_0"),
    ("CC-BY-NC-ND-4.0", "CC_BYNCND_4_0"),
    ("CC-BY-NC-SA-4.0", "CC_BYNCSA_4_0"),
    ("CC-BY-ND-4.0", "CC_BYND_4_0"),
    ("CC-BY-SA-4.0", "CC_BYSA_4_0"),
    ("CC0-1.0", "CC0"),
    ("EUPL-1.1", "EUPL_1_1"),
    ("EUPL-1.2", "EUPL_1_2"),
    ("PDDL-1.0", "ODC_PDDL"),
];

/// The type that ADMS has for each group of licences.
const TYPES: [(&str, &str); 4] = [
    ("public-domain", "PublicDomain"),
    ("permissive", "Attribution"),
    ("copyleft", "ViralEffect-ShareAlike"),
    ("non-commercial", "NonCommercialUseOnly"),
];

impl Rendering<'_> {
    /// Describes a licence and gives its name. Nothing stated becomes the group, or "unknown".
    pub(super) fn licence(&self, graph: &mut Graph, own: Option<&str>, rights: &Rights) -> String {
        let group = rights.licence_group.as_deref();
        let stated = own.or(rights.licence.as_deref()).filter(|licence| *licence != "unstated");
        let iri = match stated {
            Some(address) if address.contains("://") => address.to_owned(),
            Some(expression) => self.spdx(expression),
            None => self.catalogue_iri(&format!("licence-{}", group.unwrap_or("unknown"))),
        };
        // The type is that of the entry's own licence: a group says nothing about a file's other one.
        let is_of_group = own.is_none_or(|own| rights.licence.as_deref() == Some(own));
        let group_type =
            TYPES.iter().find(|(id, _)| Some(*id) == group && is_of_group).map(|(_, name)| *name);
        if let Some(mut node) = graph.describe(&iri, &["dct:LicenseDocument"]) {
            match (stated, group_type) {
                (Some(expression), _) if !expression.contains("://") => {
                    node.text("dct:title", expression);
                }
                (None, None) => {
                    node.link("dct:type", &format!("{ADMS_CODES}licencetype/UnknownIPR"));
                }
                _ => {}
            }
            if let Some(name) = group_type.filter(|_| stated.is_none()) {
                node.link("dct:type", &format!("{ADMS_CODES}licencetype/{name}"));
            }
        }
        iri
    }

    /// The name of an SPDX expression: of the licence itself where it is only one.
    pub(super) fn spdx(&self, expression: &str) -> String {
        match EU_LICENCES.iter().find(|(id, _)| *id == expression) {
            Some((_, code)) => format!("{AUTHORITY}licence/{code}"),
            None if expression.contains([' ', '(', '+']) => {
                let name: String =
                    expression
                        .chars()
                        .map(|character| {
                            if character.is_ascii_alphanumeric() || character == '.' {
                                character
                            } else {
                                '-'
                            }
                        })
                        .collect();
                self.catalogue_iri(&format!("licence-{name}"))
            }
            None => format!("http://spdx.org/licenses/{expression}"),
        }
    }
}
