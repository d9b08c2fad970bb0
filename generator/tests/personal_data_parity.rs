//! The browser finds the same personal data in what is typed into a form as the command and the
//! service do: Node runs the script of the forms on many texts, and every finding is compared.

// The helpers of a test are tests too; clippy.toml allows it inside test functions only.
#![allow(clippy::unwrap_used)]

use generator::personal_data::{
    PersonalData, PersonalDataKind, ROLE_MAILBOXES, find_personal_data, find_personal_data_in_markdown,
};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Texts that each reach another rule, or just miss it. All people and numbers are made up.
const TEXTS: &[&str] = &[
    "",
    " ",
    "Nothing at all",
    // Addresses.
    "Write to jane.doe@deusto.es.",
    "<mailto:j_doe+x@x-y.gov.lv>",
    "(Ilze.Bērziņa@rīga.lv)",
    "a: o'neil@tcd.ie, b",
    "https://x.example/?mail=jane@x.lv&y",
    "info@interlink-project.eu Pasts@varam.gov.lv urp@comune.re.it",
    "no-reply@x.lv no_reply@x.lv noreply@x.lv NO-REPLY@X.LV no-replies@x.lv",
    "INFO@x.lv info-2@x.lv info_2@x.lv info+2@x.lv info.2@x.lv info'2@x.lv info%2@x.lv info2@x.lv",
    "_info@x.lv -info@x.lv .info@x.lv %info@x.lv 'info@x.lv",
    "jane@example.org jane@mail.example.com jane@x.example jane@host.test jane@x.invalid jane@a.localhost",
    "jane@example.org.lv jane@examples.org jane@example.lv jane@EXAMPLE.COM",
    "jane@-.lv jane@x..lv jane@x.lv. jane@x.lv-a jane@x.lv.9 jane@x.l jane@x.9v",
    "git@github.com:a/b.git https://medium.com/@someone/text-1 @someone and a @ b.lv user@localhost",
    "package@1.2.3 logo@2x.png LOGO@2X.PNG logo@2x.Jpeg actions/checkout@v4.1 a@b.pdf a@b.pdfs",
    "a@b@c.lv a@@c.lv a@b.lv@c.lv",
    "jane@x.lvİ jane@x.İİ jane@ΣΑΣ.ΣΑΣ jane@x.ΑΣ",
    "jane@x.ß jane@x.ßß jane@x.ﬁ jane@x.①② jane@x.ⓐⓑ jane@x.ⅷⅷ",
    "名前@例え.テスト 名前@例え.日本",
    "हिन्दी@उदाहरण.भारत",
    "عربى@مثال.إختبار",
    "𝒶𝓃𝓃𝒶@𝓍.𝓁𝓋",
    "𐐀𐐀@𐐨𐐨.𐐀𐐀 𐒠@x.lv x@𐒠.lv x@x.𐒠𐒠",
    "😀jane@x.lv😀 jane😀@x.lv jane@😀.lv jane@x.l😀v",
    "👩🏽‍💻@x.lv 🇱🇻@x.lv",
    "jane@x.lv,ilze@x.lv;info@x.lv/maria@x.es",
    "jane@x.lv\nilze@x.lv\r\nmaria@x.es\tanna@x.it",
    "jane\n@x.lv jane@\nx.lv",
    "name@gmail.com example@gmail.com xxx@gmail.com xxxx@gmail.com xx@gmail.com",
    // Phone numbers.
    "call +371 67026533.",
    "call +371 67 026 533, please",
    "+34976721234",
    "+39 (0522) 456-111",
    "+39 (0)522 456111",
    "+39\u{a0}333\u{a0}1234567 +39\u{202f}333\u{202f}1234567 +39\u{2009}333\u{2009}1234567",
    "(+371) 67026533 is (+371)",
    "((+371) 67026533)",
    "+(371) 67026533",
    "0034 976 721 234 0034976721234 000 976 721 2345",
    "Tel.: 67026533",
    "Tel.:67026533 Tel:   67026533 Tel:    67026533 Tel:     67026533",
    "tel*67026533 tel**67026533 *tel* 67026533",
    "Tālr. 67026533 TĀLR. 67026533 ta\u{304}lr. 67026533",
    "**Teléfono:** 976 721 234",
    "tel 0522 456111 hotel 0522 456111 xtel 0522 456111 9tel 0522 456111",
    "mobile 12345 mobile 123456 mobile 123456789012345 mobile 1234567890123456",
    "cellulare 3331234567 whatsapp 3331234567 telefonocellulare 3331234567",
    "TEL 67026533 ＴＥＬ 67026533 ⓣel 67026533 ℡ 67026533",
    "612 34 56 78 612-34-56-78 612.34.56.78 612/34/56/78 612 34-56 78",
    "512 34 56 78 912 34 56 78 712 34 56 78 812 34 56 78",
    "612  34  56  78 (612)34(56)78",
    "333 123 4567 333-123-4567 433 123 4567",
    "333 123 4567 8 333 123 45678 1 333 123 4567",
    "x333 123 4567 333 123 4567x é333 123 4567",
    "v-612 34 56 78 #612 34 56 78 =612 34 56 78 _612 34 56 78 /612 34 56 78",
    "+1234567 +12345678 +123456789012345 +1234567890123456",
    "+0 12345678 +01234567890",
    "++37167026533 +-37167026533 + 37167026533",
    "+37167026533+37167026534",
    "+371 6702. 6533 +371 6702.( 6533 +371 6702.(6533) +371 6702 . 6533",
    "+371 6702- 6533 +371 6702--6533 +371 6702---6533",
    "٠١٢٣٤٥٦٧٨٩ +٣٧١٦٧٠٢٦٥٣٣ tel ٦٧٠٢٦٥٣٣",
    "+𝟛𝟟𝟙 𝟞𝟟𝟘𝟚𝟞𝟝𝟛𝟛 tel ⑥⑦⓪②⑥⑤③③ +³⁷¹ ⁶⁷⁰²⁶⁵³³",
    // Other numbers.
    "version 10.12.2024.1, 1.2.3-beta.4",
    "2024-05-01, 01.05.2024, 2014-2020, 2021–2023",
    "tel 2014-2020 tel 2024-05-01 tel 01.05.2024 tel 20240501 tel 3014-2020 tel 1899-2020",
    "mobile 2014-2020, tel 2024",
    "grant agreement 959201, No 959201",
    "doi:10.5281/zenodo.6543210 and https://doi.org/10.1145/3209415.3209437",
    "ISBN 978-92-79-64712-3, 978 92 79 64712 3, ISSN 2041-1723",
    "https://orcid.org/0000-0002-1825-0097 0000-0002-1825-0097",
    "https://x.lv/+37167026533/612-34-56-78",
    "www.x.lv/?a=1&b=+37167026533 xwww.x.lv/?b=+37167026533 www.x.lv b=+37167026533",
    "doi.org/+37167026533 xdoi.org/,+37167026533 doi.org +37167026533",
    "https://x.lv/(+37167026533) https://x.lv/[+37167026533] https://x.lv/<+37167026533>",
    "https://x.lv/\u{a0}+37167026533 https://x.lv/\u{3000}+37167026533 https://x.lv/\u{feff}+37167026533",
    "https://x.lv/\u{85}+37167026533 https://x.lv/\u{1680}+37167026533 https://x.lv/\u{180e}+37167026533",
    "ftp://12345678Z ://12345678Z :/12345678Z https://x.lv/jane@x.lv",
    "612 345 678 euros, +20 000 000 people, 1 000 000",
    "C++ 20 23 2024, 3+12345678",
    "192.168.100.200, 255.255.255.255",
    "Regulation (EU) 2016/679, 2019/1024",
    "ORG_PROBLEM_6.1, 12:30-14:00, 10/20/30/40",
    "+12 345, +1",
    "+371 00000000 +371 00000001",
    "00000000000000000000",
    "1234567890123456789012345678901234567890",
    "(+371)",
    "550e8400-e29b-41d4-a716-446655440000",
    // Personal codes.
    "kods 010190-11119,",
    "01019011119",
    "321234-56789",
    "DNI 12345678Z",
    "12345678-z.",
    "12345678 Z",
    "12.345.678-Z",
    "12.345678Z 12345.678Z 1.2345678Z 12.345.678.Z .12345678Z 12345678.Z",
    "NIE X1234567L",
    "Y-1234567-X",
    "x1234567l X-1234567L X.1234567L X1.234.567L X 1234567 L Z1234567R z1234567r",
    "CF: RSSMRA85T10A562S",
    "rssmra85t10a562s RssMra85t10A562s",
    "RSSMRA85T10A562 RSSMRA85T10A562SS RSSMRA85T10A562S1 1RSSMRA85T10A562S",
    "RSSMRA85TMLARSNE RSSMRA85TMLARSNF RSSMRA85TMLARSNG RSSMRA85TMLARSNH",
    "rıssmra85t10a562s RſSMRA85T10A562S ＲＳＳＭＲＡ８５Ｔ１０Ａ５６２Ｓ",
    "010190-11116 321290-1111 990190-11111 010190-91111 013290-11111 010090-11111",
    "32123456789 321234 56789 321234-567890",
    "12345678A 12345678 y algo 12345678 Y algo 12345678",
    "X1234567A ABCDEFGHIJKLMNOP a12345678Z 12345678Za",
    "https://x.lv/12345678Z",
    "1-010190-11119 1.010190-11119 1/010190-11119 a-010190-11119 -010190-11119",
    "010190-11119-1 010190-11119-a 12345678Z-1 12345678Z- 12345678Z.1",
    "12345678ζ 12345678Ζ 12345678Ｚ １２３４５６７８Ｚ",
    "12345678  Z 12345678--Z 12345678-\u{a0}Z 12345678\u{a0}Z",
    // What is hidden.
    "Write to jane.doe&#64;varam.gov.lv, please",
    "jane.doe&#x40;varam&#46;gov.lv jane.doe&#X40;varam.gov.lv",
    "jane.doe&commat;varam&period;gov.lv",
    "jane.doe%40varam.gov.lv",
    "%6aane.doe@varam%2Egov.lv",
    "jane.doe\\@varam.gov\\.lv",
    "jane.doe＠varam．gov．lv",
    "ｊａｎｅ.doe﹫varam.gov.lv",
    "jane.doe&shy;@varam.gov.lv",
    "jane.doe@varam\u{2024}gov.lv",
    "ja\u{302}ne.doe@varam.gov.lv",
    "jane.doe@varam&ZeroWidthSpace;.gov.lv jane&zwnj;.doe@varam.gov.lv",
    "+371\u{2011}6702\u{200b}6533",
    "+371&nbsp;6702&NonBreakingSpace;6533 &plus;371&thinsp;67026533 +371&hyphen;67026533",
    "&lpar;&plus;371&rpar; 67026533 tel&colon; 67026533 tel&ast; 67026533",
    "010190&ndash;11119 010190&mdash;11119 010190&minus;11119 010190&horbar;11119 010190&dash;11119",
    "０１０１９０–１１１１９",
    "010190‐11119 010190‑11119 010190‒11119 010190―11119 010190−11119 010190﹣11119 010190－11119",
    "info&#64;x.lv",
    "a &amp; b @ c.lv R&D&T @x 50%\u{ad} 100%40 of it 100%20jane@x.lv",
    "jane&amp;#64;x.lv jane%2540x.lv jane\\\\@x.lv jane＆#64;x.lv jane％40x.lv",
    "jane&#064;x.lv jane&#0000000000000000064;x.lv jane&#00000000000000000000064;x.lv",
    "jane&#+64;x.lv jane&#x+40;x.lv jane&#-64;x.lv jane&# 64;x.lv jane&#64 ;x.lv jane&#64x.lv",
    "jane&#;x.lv jane&#x;x.lv jane&;x.lv jane&#99999999999;x.lv jane&#xD800;x.lv jane&#x110000;x.lv",
    "jane&COMMAT;x.lv jane&constructor;x.lv jane&__proto__;x.lv jane&commat x.lv",
    "jane&#x1F600;@x.lv &#x1D4D0;&#x1D4D0;@x.lv &#x301;jane@x.lv jane&#x301;\u{301}@x.lv",
    "jane%0A@x.lv jane%7F@x.lv jane%C3%A9@x.lv jane%4@x.lv jane%4g@x.lv jane%@x.lv",
    "jane%\u{e9}0@x.lv jane%4\u{ff10}x.lv",
    "\\j\\a\\n\\e@x.lv jane\\_doe@x.lv \\+37167026533 \\é@x.lv jane@x.lv\\",
    "\u{feff}jane@x.lv\u{feff} j\u{e0061}ane@x\u{e01ef}.lv ja\u{34f}\u{301}ne@x.lv",
    "jane\u{202e}@x.lv\u{202c} jane\u{2066}@x.lv\u{2069} jane\u{3164}@x.lv jane\u{ffa0}@x.lv",
    "jane\u{fe0f}@x.lv 6\u{fe0f}\u{20e3}12345678 +3\u{20e3}7167026533",
    "jane@x.l\u{308}v\u{308} jane@x\u{338}.lv jane@\u{301}x.lv jane.\u{301}doe@x.lv",
    "+\u{301}37167026533 +3\u{301}7167026533 12345678Z\u{301} 12345678\u{301}Z",
    "@\u{338} jane@\u{338}x.lv <\u{338}jane@x.lv jane=\u{338}@x.lv",
    "jane…doe@x.lv jane‥doe@x.lv jane@x…lv ½12345678Z 12345678Z½ 1⁄2",
    "㎏12345678Z 12345678Z㎏ 12345678Z™ ™12345678Z ㏂12345678Z",
    "Ⅻ12345678Z ①12345678Z ⑴12345678Z ²12345678Z 12345678Z²",
    "\u{1100}\u{1161}\u{11a8}@x.lv 가나@x.lv ﾊﾟ@x.lv",
    "\u{fb1d}@x.lv \u{fdfa}@x.lv \u{2126}@x.lv \u{212b}@x.lv \u{344}@x.lv",
];

/// Texts with marks. The browser, which has no parser, finds in these what the parser of the service does.
const MARKDOWN: &[&str] = &[
    "See jane.doe@**varam**.gov.lv.",
    "`jane.doe`@varam.gov.lv",
    "+371 **67026533**",
    "[mail](mailto:jane%40x.lv) *a*",
    "*jane@x.lv* and info*@*x.lv",
    "one *jane*\n\n@x.lv",
    "**jane.doe**@varam.gov.lv and *+371* 67026533",
    "***jane.doe**@varam*.gov.lv",
    "~~jane.doe~~@varam.gov.lv",
    "_jane.doe_@varam.gov.lv and jane_doe@varam.gov.lv",
    "in**fo**@x.lv and info_lv@x.lv and no_reply@x.lv",
    "jane.doe@va*ra*m.gov.lv jane.doe@va_ra_m.gov.lv",
    "jane.doe@varam*.gov*.lv",
    "jane.doe*@varam.gov.lv and 2 * 3 * 4",
    "jane.doe@*varam.gov.lv",
    "``jane.doe``@`varam`.gov.lv and `` ` ``",
    "`jane.doe@*varam*.gov.lv`",
    "``jane`@varam.gov.lv",
    "jane.doe@[varam](https://varam.gov.lv).gov.lv",
    "[jane.doe](https://x.lv/a_(b)_c \"title\")@varam.gov.lv",
    "![jane](jane.png)@varam.gov.lv",
    "[![jane](jane.png)](https://x.lv)@varam.gov.lv",
    "[jane.doe][one]@varam.gov.lv and [One]@varam.gov.lv\n\n[one]: https://x.lv",
    "jane.doe[at]varam.gov.lv and jane[@]varam.gov.lv and [jane][two]@varam.gov.lv",
    "<jane.doe@varam.gov.lv> and <https://x.lv/+37167026533>",
    "jane.doe@<b>varam</b>.gov.lv and jane.doe<!-- no -->@varam.gov.lv",
    "jane.doe\\@**varam**.gov.lv and jane\\*.doe@varam\\*.gov.lv",
    "jane.doe&#64;**varam**&period;gov.lv",
    "ja\u{ad}ne.doe＠**varam**.gov.lv",
    "- **Tel.:** 67026533\n- *Tālr.* 670 26 533\n- tel `67026533`",
    "| Who | Tel |\n| --- | --- |\n| **Jane** | +371 *67026533* |\n| tel | 67026533 |",
    "# jane.doe@**varam**.gov.lv\n\n> +371 **6702** 6533\n\n1. 12345678**Z**",
    "**12345678**Z, 010190-**11119**, RSSMRA85T10A*562S*",
    "12345678*Z, 0101**90-11119",
    "tel\n*67026533* and +371\n**67026533**",
    "😀 **jane**@x.lv 😀 *+371* 67026533",
    "[doi](https://doi.org/10.1145/3209415.3209437), **612** 345 678, *2014*-2020",
];

/// What random texts are made of, besides numbers, addresses and codes.
const PIECES: &[&str] = &[
    " ",
    ".",
    "-",
    "+",
    "(",
    ")",
    "/",
    ":",
    ",",
    "\n",
    "\u{a0}",
    "\u{202f}",
    "\u{2011}",
    "–",
    "_",
    "#",
    "=",
    "'",
    "%",
    "&",
    ";",
    "@",
    "\\",
    "*",
    "tel ",
    "Tel.: ",
    "Tālr. ",
    "TELÉFONO ",
    "mo\u{301}vil ",
    "fax:",
    "https://x.lv/",
    "www.x.lv/",
    "doi.org/",
    "<",
    ">",
    "[",
    "\"",
    "é",
    "e\u{301}",
    "ı",
    "İ",
    "ſ",
    "ß",
    "Σ",
    "ķ",
    "北京",
    "हिन्दी",
    "عربى",
    "😀",
    "👩🏽‍💻",
    "🇱🇻",
    "𝒶",
    "𝟝",
    "𐐀",
    "𐒠",
    "①",
    "²",
    "½",
    "ﬁ",
    "㎏",
    "…",
    "Ⅷ",
    "٣",
    "&amp;",
    "&commat;",
    "%40",
    "\\@",
    "&#x2e;",
    "&#+64;",
    "&#xD800;",
    "&nosuch;",
    "&lt",
    "\u{301}",
    "\u{323}\u{301}",
    "\u{20e3}",
];
/// Their nines become other digits.
const NUMBERS: &[&str] = &[
    "9",
    "999",
    "9999999",
    "99999999999",
    "+371 99999999",
    "+999999999",
    "+39 999 9999999",
    "+39 (0999) 999-999",
    "(+371) 99 999 999",
    "0034 999 999 999",
    "Tel.: 99999999",
    "tālr. 99 999999",
    "699 99 99 99",
    "799-99-99-99",
    "399 999 9999",
    "399.999.9999",
    "2099-2099",
    "99.99.2099",
    "99999999 Z",
    "999999-99999",
];
const MAILBOXES: &[&str] =
    &["jane.doe", "info", "j_d+x", "o'neil", "no-reply", "Ilze.Bērziņa", "_x", "URP", "office-2", "x%y", "9"];
const DOMAINS: &[&str] = &[
    "varam.gov.lv",
    "x.lv",
    "example.org",
    "host.test",
    "rīga.lv",
    "x.y.1",
    "2x.png",
    "localhost",
    "a-b.it.",
];
const CODES: &[&str] = &[
    "010190-11119",
    "01019011119",
    "321234-56789",
    "12345678Z",
    "12.345.678-Z",
    "12345678 Z",
    "X1234567L",
    "y-1234567-x",
    "RSSMRA85T10A562S",
];
const IGNORABLE: &[&str] = &[
    "\u{ad}",
    "\u{34f}",
    "\u{61c}",
    "\u{180e}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2064}",
    "\u{3164}",
    "\u{fe0f}",
    "\u{feff}",
    "\u{e0061}",
    "\u{e01ef}",
];
/// The first of some characters in a row, and how many: Latin, marks, Greek, punctuation, letters and digits in other
/// forms. All are old enough for every version of Unicode that Rust and Node may have.
const CHARACTERS: &[(u32, usize)] = &[
    (0xa0, 0x160),
    (0x300, 0x70),
    (0x3a3, 0x5d),
    (0x2000, 0x64),
    (0x2070, 0x2),
    (0x2074, 0x1b),
    (0x2100, 0x8c),
    (0x2460, 0xa0),
    (0x3000, 0x40),
    (0x3300, 0x100),
    (0xac00, 0x100),
    (0xfe50, 0x03),
    (0xff01, 0x5e),
    (0x1_d7ce, 0x32),
    (0x1_f100, 0x0b),
    (0x1_f600, 0x40),
];

/// A sequence of numbers that is the same in every run (Knuth's generator, its upper bits).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }

    fn digit(&mut self) -> char {
        char::from(b'0' + self.below(10) as u8)
    }

    fn letter(&mut self) -> char {
        char::from(b'A' + self.below(26) as u8)
    }
}

/// Texts whose length matters, around the limits of the rules.
fn long_texts() -> Vec<String> {
    let mut texts = Vec::new();
    for count in [63, 64, 65, 66, 200] {
        texts.push(format!("{}@x.lv", "a".repeat(count)));
        texts.push(format!("{}@x.lv", "𝒶".repeat(count)));
        texts.push(format!("{} {}.{}@x.lv", "a".repeat(count), "é".repeat(30), "b".repeat(count - 31)));
        texts.push(format!("jane@{}.lv", "x".repeat(count)));
        texts.push(format!("jane@x{}.lv", ".x".repeat(count)));
    }
    for count in [1990, 1991, 1992, 1993, 1994, 1997, 1998, 1999, 2000, 2001] {
        texts.push(format!("https://{},612-34-56-78", "a".repeat(count)));
        texts.push(format!(" www.{},12345678Z", "é".repeat(count)));
        texts.push(format!("\u{ad}doi.org/{},+37167026533", "😀".repeat(count)));
    }
    for piece in
        ["a", "1", "a.", "1 ", "+", "@", "a@", "tel 1", "(", "x-", "+37126123456,", "a@1.", "1.", "e\u{301}"]
    {
        texts.push(format!("{}@1", piece.repeat(1000)));
    }
    texts.push(format!("jane{}@x.lv", "\u{301}".repeat(29)));
    texts.push(format!("Tel.: 67026533 {} jane@x.lv", "Nothing to see here, ātri. ".repeat(2000)));
    texts
}

/// Codes with every check character there could be: one of each is right, and both must know which.
fn check_characters(numbers: &mut Numbers) -> Vec<String> {
    let mut texts = Vec::new();
    let mut every = |stem: &str, characters: std::ops::RangeInclusive<char>| {
        let codes: Vec<String> = characters.map(|character| format!("{stem}{character}")).collect();
        texts.push(codes.join(", "));
    };
    for _ in 0..60 {
        let number = numbers.below(100_000_000);
        every(&format!("{number:08}"), 'A'..='Z');
        let first = numbers.pick(&["X", "Y", "Z"]);
        every(&format!("{first}{:07}", number % 10_000_000), 'A'..='Z');
        let (day, month, year) = (1 + numbers.below(31), 1 + numbers.below(12), numbers.below(100));
        let (century, number) = (numbers.below(3), numbers.below(1000));
        every(&format!("{day:02}{month:02}{year:02}-{century}{number:03}"), '0'..='9');
        let shape = "AAAAAA99T99A999";
        let code: String = shape
            .chars()
            .map(|place| match place {
                'A' => numbers.letter(),
                '9' if numbers.below(8) > 0 => numbers.digit(),
                '9' => char::from(b"LMNPQRSTUV"[numbers.below(10)]),
                _ => char::from(b"ABCDEHLMPRST"[numbers.below(12)]),
            })
            .collect();
        every(&code, 'A'..='Z');
    }
    texts
}

/// A text of a few pieces in any order, hidden or not.
fn random_text(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    for _ in 0..1 + numbers.below(10) {
        match numbers.below(10) {
            0 | 1 => text.push_str(numbers.pick(PIECES)),
            2 | 3 => {
                for place in numbers.pick(NUMBERS).chars() {
                    text.push(if place == '9' { numbers.digit() } else { place });
                }
            }
            4 => {
                text.push_str(numbers.pick(MAILBOXES));
                text.push('@');
                text.push_str(numbers.pick(DOMAINS));
            }
            5 | 6 => {
                let code = numbers.pick(CODES);
                let wrong = if numbers.below(3) == 0 { numbers.below(code.len()) } else { code.len() };
                for (place, character) in code.chars().enumerate() {
                    text.push(if place == wrong { numbers.digit() } else { character });
                }
            }
            7 => {
                let (first, count) = CHARACTERS[numbers.below(CHARACTERS.len())];
                text.push(char::from_u32(first + numbers.below(count) as u32).unwrap());
            }
            _ => text.push(' '),
        }
    }
    if numbers.below(3) == 0 { disguise(&text, numbers) } else { text }
}

/// The same text for the eye, with some characters written in another way.
fn disguise(text: &str, numbers: &mut Numbers) -> String {
    text.chars()
        .map(|character| match numbers.below(40) {
            0 => format!("&#{};", u32::from(character)),
            1 => format!("&#x{:x};", u32::from(character)),
            2 if character.is_ascii_graphic() => format!("%{:02X}", u32::from(character)),
            3 => format!("\\{character}"),
            4 if character.is_ascii_graphic() => {
                char::from_u32(u32::from(character) + 0xfee0).unwrap().to_string()
            }
            5 | 6 => format!("{character}{}", numbers.pick(IGNORABLE)),
            7 => format!("{character}\u{301}"),
            _ => character.to_string(),
        })
        .collect()
}

/// What the script of the forms finds in each of the texts, by one of its functions.
fn browser_findings(function: &str, texts: &[String]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    // So Node takes the script for the module it is.
    std::fs::write(folder.path().join("package.json"), r#"{ "type": "module" }"#).unwrap();
    let script = folder.path().join("personal-data.js");
    std::fs::copy(package.join("../themes/default/static/personal-data.js"), &script).unwrap();
    let asked = folder.path().join("texts.json");
    let roles: &[&str] = &ROLE_MAILBOXES;
    std::fs::write(&asked, serde_json::to_vec(&json!({ "texts": texts, "roles": roles })).unwrap()).unwrap();

    let output = Command::new("node")
        .arg(package.join("tests/personal_data_parity.mjs"))
        .arg(script)
        .arg(function)
        .arg(asked)
        .output()
        .expect("this test needs Node: install `node` (Debian: nodejs), or run `cargo verify`, which does");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Findings in the form the script prints them: from where to where in UTF-16 units, and what.
fn printed(text: &str, findings: Vec<PersonalData>) -> Value {
    let units = |byte: usize| text[..byte].encode_utf16().count();
    findings
        .into_iter()
        .map(|found| {
            let kind = match found.kind {
                PersonalDataKind::EmailAddress => "email-address".to_owned(),
                PersonalDataKind::PhoneNumber => "phone-number".to_owned(),
                PersonalDataKind::PersonalCode(country) => format!("personal-code-{country}"),
            };
            json!([units(found.range.start), units(found.range.end), kind])
        })
        .collect()
}

/// Compares every finding. The answer is a function that counts the texts with one of a kind.
fn assert_parity(
    function: &str,
    texts: &[String],
    find: fn(&str) -> Vec<PersonalData>,
) -> impl Fn(&str) -> usize {
    let browser = browser_findings(function, texts);
    assert_eq!(browser.len(), texts.len());
    for (text, browser) in texts.iter().zip(&browser) {
        let beginning: String = text.chars().take(500).collect();
        assert_eq!(*browser, printed(text, find(text)), "{beginning:?}");
    }
    let findings: Vec<Vec<Value>> =
        browser.into_iter().filter_map(|findings| findings.as_array().cloned()).collect();
    move |kind: &str| findings.iter().filter(|findings| findings.iter().any(|found| found[2] == kind)).count()
}

#[test]
fn the_browser_and_the_command_find_the_same() {
    let mut numbers = Numbers(5);
    let mut texts: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
    texts.extend(long_texts());
    texts.extend(check_characters(&mut numbers));
    texts.extend((0..3000).map(|_| random_text(&mut numbers)));
    let count = assert_parity("findPersonalData", &texts, find_personal_data);
    // The comparison would be worth nothing if the texts did not reach every rule.
    for (kind, least) in [
        ("email-address", 300),
        ("phone-number", 300),
        ("personal-code-lv", 150),
        ("personal-code-es", 200),
        ("personal-code-it", 80),
    ] {
        assert!(count(kind) > least, "only {} texts have a {kind}", count(kind));
    }
}

#[test]
fn marks_of_markdown_hide_nothing_in_the_browser_either() {
    let mut texts: Vec<String> = MARKDOWN.iter().map(|text| (*text).to_owned()).collect();
    texts.extend(long_texts().iter().map(|text| format!("*a* {text}")));
    let count = assert_parity("findPersonalDataInMarkdown", &texts, find_personal_data_in_markdown);
    assert!(count("email-address") > 15 && count("phone-number") > 5, "the texts hide too little");
}
