//! The modules of the theme -> plain scripts, which a page on a disk may load. Each becomes a
//! function of its own and hands over what it exports in one global object; the page loads a script
//! after those it imports.
//!
//! This is no compiler: it knows the forms our scripts use, each at the beginning of a line, and
//! the one list with which a library of others ends, `export { a as b };`. It refuses every other,
//! so that a script cannot come out changed without anybody noticing.

use std::collections::BTreeMap;

use super::BundleError;

/// Where plain scripts keep what they export.
const REGISTRY: &str = "interlinkModules";

/// The scripts of a theme.
pub(super) struct Scripts {
    /// The folder they lie in, with a slash at its end.
    folder: String,
    scripts: BTreeMap<String, Script>,
}

#[derive(Debug, Default)]
struct Script {
    imports: Vec<String>,
    /// Each name that others know, and what it is called inside.
    exports: BTreeMap<String, String>,
    body: String,
    classic: String,
}

impl Scripts {
    /// Converts every script in the folder of a theme's static files.
    pub(super) fn of(files: &BTreeMap<String, Vec<u8>>, assets: &str) -> Result<Scripts, BundleError> {
        let folder = format!("{assets}/");
        let mut scripts = BTreeMap::new();
        for (path, bytes) in files {
            if let Some(name) = path.strip_prefix(&folder).filter(|name| name.ends_with(".js")) {
                scripts.insert(name.to_owned(), convert(name, &String::from_utf8_lossy(bytes))?);
            }
        }
        let known = Scripts { folder, scripts };
        for name in known.scripts.keys() {
            known.order(name, &mut Vec::new(), &mut Vec::new())?;
        }
        Ok(known)
    }

    /// The plain script that stands for a file of the site.
    pub(super) fn classic(&self, path: &str) -> Option<&str> {
        let name = path.strip_prefix(&self.folder)?;
        self.scripts.get(name).map(|script| script.classic.as_str())
    }

    /// The paths of a script and of all it imports, in the order they have to run.
    pub(super) fn with_imports(&self, address: &str) -> Vec<String> {
        let name = address.rsplit_once(&self.folder).map_or(address, |(_, name)| name);
        let mut order = Vec::new();
        // That this succeeds was looked at when the scripts were read.
        let _ = self.order(name, &mut Vec::new(), &mut order);
        order.into_iter().map(|name| format!("{}{name}", self.folder)).collect()
    }

    fn order(&self, name: &str, above: &mut Vec<String>, order: &mut Vec<String>) -> Result<(), BundleError> {
        if order.iter().any(|known| known == name) {
            return Ok(());
        }
        let script = self.scripts.get(name).filter(|_| !above.iter().any(|other| other == name));
        above.push(name.to_owned());
        let Some(script) = script else { return Err(BundleError::Imports(above.join(" imports "))) };
        for import in &script.imports {
            self.order(import, above, order)?;
        }
        above.pop();
        order.push(name.to_owned());
        Ok(())
    }
}

/// Converts one module.
fn convert(name: &str, text: &str) -> Result<Script, BundleError> {
    let mut script = Script::default();
    let mut in_comment = false;
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let wrong = |problem: &str| BundleError::Script {
            file: name.to_owned(),
            line: number + 1,
            problem: problem.to_owned(),
        };
        let trimmed = line.trim_start();
        let is_comment = in_comment || trimmed.starts_with("/*") || trimmed.starts_with("//");
        if is_comment {
            in_comment = (in_comment || trimmed.starts_with("/*")) && !line.contains("*/");
            script.body.push_str(line);
        } else if line.starts_with("import ") {
            let mut statement = line.to_owned();
            while !statement.trim_end().ends_with(';') {
                let Some((_, next)) = lines.next() else { return Err(wrong("the import never ends")) };
                statement.push(' ');
                statement.push_str(next.trim());
            }
            let converted = import(&statement, folder_of(name), &mut script.imports)
                .ok_or_else(|| wrong("write `import { a, b } from './file.js';`"))?;
            script.body.push_str(&converted);
        } else if let Some(list) = line.strip_prefix("export {") {
            let names =
                exported_list(list).ok_or_else(|| wrong("write `export { a, b as c };` on one line"))?;
            script.exports.extend(names);
        } else if let Some(declaration) = line.strip_prefix("export ") {
            let exported = exported(declaration).ok_or_else(|| {
                wrong("write `export function`, `export class` or `export const` with one name")
            })?;
            script.exports.insert(exported.to_owned(), exported.to_owned());
            script.body.push_str(declaration);
        } else {
            if let Some(problem) = unknown_form(line) {
                return Err(wrong(problem));
            }
            script.body.push_str(line);
        }
        script.body.push('\n');
    }
    let exports = script.exports.iter().map(|(name, inside)| match name == inside {
        true => name.clone(),
        false => format!("{name}: {inside}"),
    });
    let exports = exports.collect::<Vec<_>>().join(", ");
    script.classic = format!(
        "'use strict';\n(globalThis.{REGISTRY} ??= {{}})['{name}'] = (() => {{\n{}return {{ {exports} }};\n}})();\n",
        script.body
    );
    Ok(script)
}

/// The folder that a script lies in, below that of all scripts; with a slash at its end.
fn folder_of(name: &str) -> &str {
    name.rfind('/').map_or("", |end| &name[..=end])
}

/// The plain form of an import in a script of that folder, noting where it comes from.
fn import(statement: &str, folder: &str, imports: &mut Vec<String>) -> Option<String> {
    let statement = statement.trim_end().strip_suffix(';')?.strip_prefix("import ")?.trim();
    let (names, from) = match statement.rsplit_once(" from ") {
        Some((names, from)) => (Some(names.trim()), from.trim()),
        None => (None, statement),
    };
    let file = from.trim_matches(['\'', '"']).strip_prefix("./")?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_$.".contains(letter);
    // From a folder below, never from one above.
    let is_step = |step: &str| !step.starts_with('.') && !step.is_empty() && step.chars().all(is_name);
    if !file.ends_with(".js") || !file.split('/').all(is_step) {
        return None;
    }
    let file = format!("{folder}{file}");
    imports.push(file.clone());
    let Some(names) = names else { return Some(String::new()) };
    if let Some(whole) = names.strip_prefix("* as ").filter(|whole| whole.chars().all(is_name)) {
        return Some(format!("const {whole} = {REGISTRY}['{file}'];"));
    }
    let names = names.strip_prefix('{')?.strip_suffix('}')?;
    let names: Vec<String> = names
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| match name.split_once(" as ") {
            Some((theirs, ours)) => format!("{theirs}: {ours}"),
            None => name.to_owned(),
        })
        .collect();
    let is_list = names.iter().all(|name| name.replace(": ", "").chars().all(is_name));
    is_list.then(|| format!("const {{ {} }} = {REGISTRY}['{file}'];", names.join(", ")))
}

/// The names of a list of exports, which goes on behind its brace, each with what it is called inside.
fn exported_list(list: &str) -> Option<Vec<(String, String)>> {
    let is_name = |name: &str| {
        let mut letters = name.chars();
        letters.next().is_some_and(|letter| !letter.is_ascii_digit())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_$".contains(letter))
    };
    let names = list.trim_end().strip_suffix(';')?.trim_end().strip_suffix('}')?.split(',').map(str::trim);
    let pairs = names.filter(|name| !name.is_empty()).map(|name| {
        let (inside, outside) = name.split_once(" as ").unwrap_or((name, name));
        let (inside, outside) = (inside.trim(), outside.trim());
        // One that is called `default` has no counterpart in an import of ours.
        let is_known = is_name(inside) && is_name(outside) && outside != "default";
        is_known.then(|| (outside.to_owned(), inside.to_owned()))
    });
    pairs.collect()
}

/// The name that a declaration gives.
fn exported(declaration: &str) -> Option<&str> {
    let forms = ["async function ", "function ", "class ", "const "];
    let rest = forms.iter().find_map(|form| declaration.strip_prefix(form))?;
    let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "_$".contains(letter)))?;
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

/// What a line may not hold outside comments.
fn unknown_form(line: &str) -> Option<&'static str> {
    let trimmed = line.trim_start();
    if trimmed.starts_with("import ") || trimmed.starts_with("import{") || trimmed.starts_with("export ") {
        return Some("an import or export begins at the beginning of its line");
    }
    if line.contains("import(") || line.contains("import.meta") {
        return Some("a plain script has no `import()` and no `import.meta`");
    }
    let is_top = !line.starts_with([' ', '\t']);
    if is_top && (line.starts_with("await ") || line.contains(" = await ")) && !line.contains("=>") {
        return Some("a plain script cannot wait at its top; wait in a function");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scripts(files: &[(&str, &str)]) -> Result<Scripts, BundleError> {
        let files = files.iter().map(|(name, text)| (format!("assets/d/{name}"), text.as_bytes().to_vec()));
        Scripts::of(&files.collect(), "assets/d")
    }

    #[test]
    fn a_module_becomes_a_function_that_hands_over_what_it_exports() {
        let known = scripts(&[
            ("a.js", "import { b, c as d } from './b.js';\n// import x\nb(d);\n"),
            (
                "b.js",
                "/**\n * import { no } from './no.js';\n */\nexport function b() {}\nexport const c = 1;\n",
            ),
        ])
        .unwrap();
        insta::assert_snapshot!(known.classic("assets/d/a.js").unwrap(), @r"
        'use strict';
        (globalThis.interlinkModules ??= {})['a.js'] = (() => {
        const { b, c: d } = interlinkModules['b.js'];
        // import x
        b(d);
        return {  };
        })();
        ");
        insta::assert_snapshot!(known.classic("assets/d/b.js").unwrap(), @r"
        'use strict';
        (globalThis.interlinkModules ??= {})['b.js'] = (() => {
        /**
         * import { no } from './no.js';
         */
        function b() {}
        const c = 1;
        return { b, c };
        })();
        ");
        assert_eq!(known.with_imports("/sub/assets/d/a.js"), ["assets/d/b.js", "assets/d/a.js"]);
    }

    #[test]
    fn every_script_of_the_theme_has_a_plain_form() {
        let theme = crate::render::theme::Theme::embedded();
        let files = theme.files_below("static");
        let files = files.map(|(name, bytes)| (format!("assets/d/{name}"), bytes.to_vec())).collect();
        let known = Scripts::of(&files, "assets/d").unwrap();
        assert_eq!(
            known.with_imports("assets/d/catalogue.js"),
            ["assets/d/data.js", "assets/d/page.js", "assets/d/catalogue.js"]
        );
    }

    #[test]
    fn a_library_in_a_folder_below_hands_over_its_list_under_the_names_others_know() {
        let known = scripts(&[
            ("a.js", "import { PARSE } from './vendor/lib/lib.js';\nPARSE();\n"),
            (
                "vendor/lib/lib.js",
                "import { c } from './c.js';\nvar e = c, t = 1;\nexport { e as PARSE, t };\n\n//# end\n",
            ),
            ("vendor/lib/c.js", "export const c = 2;\n"),
        ])
        .unwrap();
        assert_eq!(
            known.with_imports("/assets/d/a.js"),
            ["assets/d/vendor/lib/c.js", "assets/d/vendor/lib/lib.js", "assets/d/a.js"]
        );
        let plain = known.classic("assets/d/a.js").unwrap();
        assert!(plain.contains("const { PARSE } = interlinkModules['vendor/lib/lib.js'];"), "{plain}");
        insta::assert_snapshot!(known.classic("assets/d/vendor/lib/lib.js").unwrap(), @r"
        'use strict';
        (globalThis.interlinkModules ??= {})['vendor/lib/lib.js'] = (() => {
        const { c } = interlinkModules['vendor/lib/c.js'];
        var e = c, t = 1;


        //# end
        return { PARSE: e, t };
        })();
        ");
    }

    #[test]
    fn a_form_that_it_does_not_know_is_refused_with_its_line() {
        for (text, expected) in [
            ("import b from './b.js';\n", "a.js:1: write `import"),
            ("\nexport default 1;\n", "a.js:2: write `export"),
            ("export let b = 1;\n", "a.js:1: write `export"),
            ("export const { b } = c;\n", "a.js:1: write `export"),
            ("if (a) {\n  export const b = 1;\n}\n", "a.js:2: an import or export"),
            ("const b = await c();\n", "a.js:1: a plain script cannot wait"),
            ("const b = import('./b.js');\n", "a.js:1: a plain script has no"),
            ("import { b } from 'b';\n", "a.js:1: write `import"),
            ("import { b } from './../b.js';\n", "a.js:1: write `import"),
            ("import { b } from './c//b.js';\n", "a.js:1: write `import"),
            ("export { b as default };\n", "a.js:1: write `export {"),
            ("export { b\n};\n", "a.js:1: write `export {"),
            ("export { b } from './c.js';\n", "a.js:1: write `export {"),
            ("import { b\n", "a.js:1: the import never ends"),
        ] {
            let error = scripts(&[("a.js", text)]).err().unwrap_or_else(|| panic!("{text}")).to_string();
            assert!(error.starts_with(expected), "{text}: {error}");
        }
    }

    #[test]
    fn a_circle_of_imports_is_refused() {
        let circle = [("a.js", "import './b.js';\n"), ("b.js", "import './a.js';\n")];
        let error = scripts(&circle).err().unwrap().to_string();
        assert!(error.ends_with("a.js imports b.js imports a.js"), "{error}");
        assert!(scripts(&[("a.js", "import './gone.js';\n")]).is_err());
    }
}
