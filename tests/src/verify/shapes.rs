//! The linked data of the built sites is held to the official SHACL shapes of DCAT-AP and CPSV-AP and to
//! ours of ADMS-AP, by pyshacl (Apache-2.0) in a Python environment of its own. The shapes are part of the
//! shared data; without it the tests of the suite, which know the mandatory rules, have to do.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::command::{Workspace, run, succeeds};
use super::python::Environment;
use super::skipped::without_shared_data;
use super::{Outcome, sites};
use crate::fixture::shared;

/// What checks them.
const SHACL: Environment = Environment {
    name: "shacl-0.40.1-7.6.0",
    packages: &["pyshacl==0.40.1", "rdflib==7.6.0"],
    modules: "pyshacl, rdflib",
};

/// The files of a site, and the profile that each claims.
const FILES: [(&str, &str); 4] = [
    ("catalogue", "catalogue.jsonld"),
    ("catalogue", "catalogue.ttl"),
    ("services", "services.jsonld"),
    ("services", "services.ttl"),
];

/// No statement of the catalogues breaks a rule; a broken one is seen to.
pub(super) fn check(workspace: &Workspace) -> Result<Outcome> {
    let Some(standards) = shared().map(|shared| shared.join("standards")).filter(|folder| folder.is_dir())
    else {
        return Ok(without_shared_data("the linked data by the official shapes"));
    };
    let python = SHACL.install(workspace)?.join("python");
    let validate = |profile: &str, file: PathBuf| {
        let mut command = workspace.command(&python);
        command.arg(workspace.root.join("tests/src/verify/shapes.py"));
        command.arg(&standards).arg(profile).arg(file);
        command
    };
    println!("a broken catalogue, to see that the shapes see:");
    if succeeds(&mut validate("catalogue", standards.join("dcat-ap/example-broken.jsonld"))) {
        bail!("the shapes found nothing wrong in a broken catalogue");
    }
    let mut has_services = false;
    for site in sites::build(workspace)? {
        println!("{}:", site.name);
        for (profile, file) in FILES {
            let file = site.folder.join(file);
            // Not every content says enough of its public services.
            if profile == "services" && !file.exists() {
                continue;
            }
            if let Outcome::Failed(reason) = run(&mut validate(profile, file.clone()))? {
                return Ok(Outcome::Failed(format!("{}: {reason}", site.name)));
            }
            if profile == "services" && !has_services {
                has_services = true;
                println!("the same services without their authorities, to see that the shapes see:");
                let broken = workspace.target.join("tools").join("services-broken.jsonld");
                fs::write(&broken, without_authorities(&fs::read_to_string(&file)?))?;
                if succeeds(&mut validate(profile, broken)) {
                    bail!("the shapes found nothing wrong in services without an authority");
                }
            }
        }
    }
    if !has_services {
        bail!("no site has a public service, so that the shapes of CPSV-AP checked nothing");
    }
    Ok(Outcome::Passed)
}

/// The services with another property where CPSV-AP wants the authority.
fn without_authorities(services: &str) -> String {
    services.replace("\"cv:hasCompetentAuthority\"", "\"dct:contributor\"")
}
