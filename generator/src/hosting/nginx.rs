//! A server of nginx for a site. All headers stand in the `server` block and none in a `location`,
//! because nginx forgets those of the outer block where an inner one has any; what differs between
//! files comes from a `map`.

use super::caching::{ASK_AGAIN, FOR_EVER, FOR_EVER_PATTERN};
use super::media_type::{ENDINGS, NAMES};
use super::policy::{PROTECTING_HEADERS, content_security_policy};
use super::{authority, compressible, is_address, is_https};
use crate::model::site::Settings;

/// The maps and the `server` block, for the http block of nginx.
pub(super) fn server(settings: &Settings, root: &str) -> String {
    let base = settings.base_url.path();
    let (host, port) = authority(settings);
    let listen = match port.filter(|_| !is_https(settings)) {
        Some(port) if is_address(&host) => format!("    listen {host}:{port};\n"),
        Some(port) => format!("    listen {port};\n"),
        None => "    listen 80;\n    listen [::]:80;\n".to_owned(),
    };
    let first = settings.languages.first().map_or("en", String::as_str);
    let languages: String = settings
        .languages
        .iter()
        .map(|language| format!("    \"~^{base}{language}/\" {language};\n"))
        .collect();
    let mut headers: String = PROTECTING_HEADERS
        .iter()
        .map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n"))
        .collect();
    if is_https(settings) {
        headers.push_str("    add_header Strict-Transport-Security \"max-age=31536000\" always;\n");
    }
    let types: String = ENDINGS
        .iter()
        .map(|(ending, kind)| format!("        {} {ending};\n", kind.split(';').next().unwrap_or(kind)))
        .collect();
    let compressible = compressible();
    // nginx compresses HTML anyway and warns where it is named.
    let gzip =
        compressible.iter().filter(|kind| **kind != "text/html").copied().collect::<Vec<_>>().join(" ");
    let charset = compressible.iter().filter(|kind| has_charset(kind)).copied().collect::<Vec<_>>().join(" ");
    let named: String = NAMES
        .iter()
        .map(|(name, kind)| {
            format!(
                "    location ~ ^{base}(|.*/){}$ {{\n        alias {root}/$1{name};\n        types {{ }}\n        default_type {};\n    }}\n",
                name.replace('.', "\\."),
                kind.split(';').next().unwrap_or(kind)
            )
        })
        .collect();
    let enter = match base.trim_end_matches('/') {
        "" => String::new(),
        path => format!("    location = {path} {{\n        return 301 {base};\n    }}\n"),
    };
    let policy = content_security_policy(settings);
    format!(
        "# The catalogue at {address}, as `interlink deploy-files nginx` writes it.\n\
         # Belongs into the http block, as the files of conf.d do. The built site lies in {root}.\n\
         \n\
         # What has a digest in its address never changes; all else is asked for again.\n\
         map \"$status$uri\" $interlink_keeping {{\n\
         \x20   default \"{ASK_AGAIN}\";\n\
         \x20   \"~^(200|206|304){base}{FOR_EVER_PATTERN}\" \"{FOR_EVER}\";\n\
         }}\n\
         # The language of the page that says that there is nothing.\n\
         map $uri $interlink_language {{\n\
         \x20   default {first};\n\
         {languages}}}\n\
         \n\
         server {{\n\
         {listen}    server_name {host};\n\
         \x20   server_tokens off;\n\
         \x20   absolute_redirect off;\n\
         \x20   charset utf-8;\n\
         \x20   charset_types {charset};\n\
         \x20   default_type application/octet-stream;\n\
         \x20   types {{\n{types}    }}\n\
         \n\
         \x20   add_header Content-Security-Policy \"{policy}\" always;\n\
         {headers}\
         \x20   add_header Cache-Control $interlink_keeping always;\n\
         \n\
         \x20   gzip on;\n\
         \x20   gzip_vary on;\n\
         \x20   gzip_min_length 512;\n\
         \x20   gzip_proxied any;\n\
         \x20   gzip_types {gzip};\n\
         \x20   # With the module for it (Debian: libnginx-mod-http-brotli-filter) also:\n\
         \x20   # brotli on;\n\
         \x20   # brotli_types {gzip};\n\
         \n\
         \x20   error_page 404 {base}$interlink_language/404.html;\n\
         \n\
         {enter}\
         \x20   # The program's own records are nobody's business.\n\
         \x20   location ~ /\\.(?!well-known/) {{\n        return 404;\n    }}\n\
         {named}\
         \x20   location {base} {{\n        alias {root}/;\n        index index.html;\n    }}\n\
         }}\n",
        address = settings.base_url,
    )
}

/// XML and JSON say their encoding themselves.
fn has_charset(kind: &str) -> bool {
    kind.starts_with("text/") && kind != "text/html"
}
