use generator::{check, render::{Renderer, dates::Dates, theme::Theme, MEDIA}};
use generator::model::site::Asset;
fn main() {
    let mut a = std::env::args().skip(1);
    let content = std::path::PathBuf::from(a.next().unwrap());
    let out = std::path::PathBuf::from(a.next().unwrap());
    let base = a.next();
    let checked = check(&content).unwrap();
    let mut site = checked.site;
    for d in checked.diagnostics.iter().filter(|d| d.severity == generator::diagnostic::Severity::Error).take(20) { eprintln!("{} {:?} {}", d.file, d.position, d.message); }
    site.settings.base_url = base.unwrap_or("http://127.0.0.1:8765/".into());
    site.settings.service = Some("http://127.0.0.1:8765/".into());
    let theme = Theme::find(&content, "default").unwrap();
    let t = std::time::Instant::now();
    let renderer = Renderer::new(&theme, &site.settings.languages).unwrap_or_else(|e| { eprintln!("{e} {e:?}"); std::process::exit(1) });
    let dates = Dates::default();
    let rendering = renderer.begin(&site, &dates).unwrap();
    let mut pages = match rendering.site_pages() { Ok(p) => p, Err(e) => { eprintln!("{e}"); std::process::exit(1) } };
    for l in &site.settings.languages { pages.push(rendering.search_page(l, "none").unwrap()); }
    eprintln!("{} pages in {:?}", pages.len(), t.elapsed());
    for p in &pages { let f = out.join(&p.path); std::fs::create_dir_all(f.parent().unwrap()).unwrap(); std::fs::write(f, &p.bytes).unwrap(); }
    for (path, asset) in &site.assets { let f = out.join(MEDIA).join(path); std::fs::create_dir_all(f.parent().unwrap()).unwrap(); match asset { Asset::File(p) => { std::fs::copy(p, f).unwrap(); } Asset::Bytes(b) => { std::fs::write(f, b).unwrap(); } } }
}
