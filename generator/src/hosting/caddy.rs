//! A site of Caddy. Its file server keeps a `Content-Type` that is set before, which is how the few
//! types it would not know are told. An answer that is an error begins without any header, so its
//! page is told all of them again.

use super::caching::{ASK_AGAIN, FOR_EVER, FOR_EVER_PATTERN};
use super::media_type::{ENDINGS, NAMES, SELDOM_KNOWN};
use super::policy::{PROTECTING_HEADERS, content_security_policy};
use super::{authority, compressible, is_address, is_https};
use crate::model::site::Settings;

/// The site block.
pub(super) fn site(settings: &Settings, root: &str) -> String {
    let base = settings.base_url.path();
    let (host, port) = authority(settings);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    // An address with http: keeps Caddy from asking for a certificate.
    let address = if is_https(settings) { format!("{host}{port}") } else { format!("http://{host}{port}") };
    let bind = if is_address(&host) { format!("\tbind {host}\n") } else { String::new() };
    let policy = content_security_policy(settings);
    let mut headers = vec![("Content-Security-Policy", policy.as_str())];
    headers.extend(PROTECTING_HEADERS);
    if is_https(settings) {
        headers.push(("Strict-Transport-Security", "max-age=31536000"));
    }
    let protect = |indent: &str| {
        let lines: String =
            headers.iter().map(|(name, value)| format!("{indent}\t{name} \"{value}\"\n")).collect();
        format!("{indent}header {{\n{lines}{indent}\t-Server\n{indent}}}\n")
    };
    let (protected, protected_error) = (protect("\t"), protect("\t\t"));
    let compress: String =
        compressible().iter().map(|kind| format!("\t\t\theader Content-Type {kind}*\n")).collect();
    let types: String = SELDOM_KNOWN
        .iter()
        .filter_map(|ending| ENDINGS.iter().find(|(known, _)| known == ending))
        .map(|(ending, kind)| {
            format!("\t@{ending} path *.{ending}\n\theader @{ending} Content-Type \"{kind}\"\n")
        })
        .collect();
    let named: String = NAMES
        .iter()
        .map(|(name, kind)| {
            let matcher = name.replace('.', "-");
            format!("\t@{matcher} path */{name}\n\theader @{matcher} Content-Type \"{kind}\"\n")
        })
        .collect();
    let files = match base.trim_end_matches('/') {
        "" => "\thandle {\n\t\tfile_server {\n\t\t\thide .*\n\t\t}\n\t}\n".to_owned(),
        path => format!(
            "\tredir {path} {base} permanent\n\thandle_path {base}* {{\n\t\tfile_server {{\n\t\t\thide .*\n\t\t}}\n\t}}\n\
             \thandle {{\n\t\terror 404\n\t}}\n"
        ),
    };
    let first = settings.languages.first().map_or("en", String::as_str);
    let mut not_found = String::new();
    for language in &settings.languages {
        not_found.push_str(&format!(
            "\t\t@{language} path {base}{language}/*\n\t\thandle @{language} {{\n\t\t\trewrite * /{language}/404.html\n\t\t\tfile_server\n\t\t}}\n"
        ));
    }
    not_found
        .push_str(&format!("\t\thandle {{\n\t\t\trewrite * /{first}/404.html\n\t\t\tfile_server\n\t\t}}\n"));
    format!(
        "# The catalogue at {base_url}, as `interlink deploy-files caddy` writes it.\n\
         {address} {{\n\
         {bind}\troot * {root}\n\
         \n\
         \tencode zstd gzip {{\n\t\tmatch {{\n{compress}\t\t}}\n\t}}\n\
         \n\
         {protected}\
         \t# What has a digest in its address never changes; all else is asked for again.\n\
         \t@forever path_regexp ^{base}{FOR_EVER_PATTERN}\n\
         \theader @forever Cache-Control \"{FOR_EVER}\"\n\
         \t@changing not path_regexp ^{base}{FOR_EVER_PATTERN}\n\
         \theader @changing Cache-Control \"{ASK_AGAIN}\"\n\
         {types}{named}\
         \n\
         {files}\
         \n\
         \thandle_errors {{\n\
         {protected_error}\
         \t\theader Cache-Control \"{ASK_AGAIN}\"\n\
         \t\theader Content-Type \"text/html; charset=utf-8\"\n\
         {not_found}\
         \t}}\n\
         }}\n",
        base_url = settings.base_url,
    )
}
