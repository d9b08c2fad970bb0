use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Vec<(&str, PersonalDataKind)> {
    find_personal_data(text).into_iter().map(|found| (&text[found.range], found.kind)).collect()
}

#[test]
fn addresses_of_people_are_found_and_those_of_roles_are_not() {
    for (text, address) in [
        ("Write to jane.doe@deusto.es.", "jane.doe@deusto.es"),
        ("<mailto:j_doe+x@x-y.gov.lv>", "j_doe+x@x-y.gov.lv"),
        ("(Ilze.Bērziņa@rīga.lv)", "Ilze.Bērziņa@rīga.lv"),
        ("a: o'neil@tcd.ie, b", "o'neil@tcd.ie"),
        ("https://x.example/?mail=jane@x.lv&y", "jane@x.lv"),
    ] {
        assert_eq!(found(text), [(address, PersonalDataKind::EmailAddress)], "{text}");
    }
    for text in [
        "info@interlink-project.eu",
        "Pasts@varam.gov.lv",
        "urp@comune.re.it protocollo@pec.comune.re.it",
        "no-reply@x.lv noreply@x.lv",
        "support.lv@x.lv",
        "jane@example.org jane@mail.example.com jane@x.example jane@host.test",
        "git@github.com:a/b.git",
        "https://medium.com/@someone/text-1",
        "@someone and a @ b.lv",
        "user@localhost",
        "package@1.2.3 logo@2x.png actions/checkout@v4.1",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn role_mailboxes_are_told_by_their_first_word() {
    for role in ["info@x.lv", "INFO@X.LV", "helpdesk-2@x.lv", "office.riga@x.lv"] {
        assert!(is_role_mailbox(role), "{role}");
    }
    for person in ["jane.info@x.lv", "infoa@x.lv", "jane", "", "@x.lv", "jane@example.org.lv"] {
        assert!(!is_role_mailbox(person), "{person}");
    }
    assert!(ROLE_MAILBOXES.is_sorted());
}

#[test]
fn phone_numbers_are_found() {
    for (text, number) in [
        ("call +371 67026533.", "+371 67026533"),
        ("call +371 67 026 533, please", "+371 67 026 533"),
        ("+34976721234", "+34976721234"),
        ("+39 (0522) 456-111", "+39 (0522) 456-111"),
        ("+39\u{a0}333\u{a0}1234567", "+39\u{a0}333\u{a0}1234567"),
        ("(+371) 67026533 is (+371)", "+371) 67026533"),
        ("0034 976 721 234", "0034 976 721 234"),
        ("Tel.: 67026533", "67026533"),
        ("Tālr. 67026533", "67026533"),
        ("**Teléfono:** 976 721 234", "976 721 234"),
        ("tel 0522 456111", "0522 456111"),
        ("612 34 56 78", "612 34 56 78"),
        ("612-34-56-78", "612-34-56-78"),
        ("333 123 4567", "333 123 4567"),
    ] {
        assert_eq!(found(text), [(number, PersonalDataKind::PhoneNumber)], "{text}");
    }
}

#[test]
fn other_numbers_are_no_phone_numbers() {
    for text in [
        "version 10.12.2024.1, 1.2.3-beta.4",
        "2024-05-01, 01.05.2024, 2014-2020, 2021–2023",
        "mobile 2014-2020, tel 2024",
        "grant agreement 959201, No 959201",
        "doi:10.5281/zenodo.6543210 and https://doi.org/10.1145/3209415.3209437",
        "ISBN 978-92-79-64712-3, 978 92 79 64712 3, ISSN 2041-1723",
        "https://orcid.org/0000-0002-1825-0097 0000-0002-1825-0097",
        "https://x.lv/+37167026533/612-34-56-78",
        "612 345 678 euros, +20 000 000 people, 1 000 000",
        "C++ 20 23 2024, 3+12345678",
        "192.168.100.200, 255.255.255.255",
        "Regulation (EU) 2016/679, 2019/1024",
        "ORG_PROBLEM_6.1, 12:30-14:00, 10/20/30/40",
        "+12 345, +1",
        "+371 00000000",
        "00000000000000000000",
        "1234567890123456789012345678901234567890",
        "(+371)",
        "550e8400-e29b-41d4-a716-446655440000",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn personal_codes_are_found_by_their_check_characters() {
    for (text, code, country) in [
        // Made up; the check characters were computed by hand with the published rules.
        ("kods 010190-11119,", "010190-11119", "lv"),
        ("01019011119", "01019011119", "lv"),
        ("321234-56789", "321234-56789", "lv"),
        ("DNI 12345678Z", "12345678Z", "es"),
        ("12345678-z.", "12345678-z", "es"),
        ("12345678 Z", "12345678 Z", "es"),
        ("12.345.678-Z", "12.345.678-Z", "es"),
        ("NIE X1234567L", "X1234567L", "es"),
        ("Y-1234567-X", "Y-1234567-X", "es"),
        ("CF: RSSMRA85T10A562S", "RSSMRA85T10A562S", "it"),
        ("rssmra85t10a562s", "rssmra85t10a562s", "it"),
    ] {
        assert_eq!(found(text), [(code, PersonalDataKind::PersonalCode(country))], "{text}");
    }
    for text in [
        "010190-11116",
        "321290-1111",
        "990190-11111",
        "010190-91111",
        "32123456789",
        "12345678A",
        "12345678 y algo",
        "12345678",
        "X1234567A",
        "RSSMRA85T10A562T",
        "ABCDEFGHIJKLMNOP",
        "a12345678Z",
        "12345678Za",
        "https://x.lv/12345678Z",
        "1-010190-11119",
        "010190-11119-1",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn every_dni_and_no_other_letter_is_found(number in 0u32..100_000_000, letter in prop::char::range('A', 'Z')) {
        let text = format!("{number:08}{letter}");
        let control = char::from(b"TRWAGMYFPDXBNJZSQVHLCKE"[(number % 23) as usize]);
        let expected = (letter == control).then_some(PersonalDataKind::PersonalCode("es"));
        prop_assert_eq!(found(&text).first().map(|found| found.1), expected);
    }

    #[test]
    fn findings_are_in_order_and_on_characters(text in "([0-9]{1,9}|[-+ .@()/a-zāÀ\u{a0}]|tel|[a-z]{1,5}@[a-z]{1,3}\\.[a-z]{2}|12345678Z|\u{1f600}){0,40}") {
        let mut last = 0;
        for found in find_personal_data(&text) {
            prop_assert!(found.range.start >= last && found.range.end > found.range.start);
            prop_assert!(text.get(found.range.clone()).is_some());
            last = found.range.end;
        }
    }

    #[test]
    fn an_address_is_found_wherever_it_stands(before in "[ \\n(<\"„,;]", after in "[ \\n)>\"“,;.!]") {
        let text = format!("x{before}jane.doe@varam.gov.lv{after}x");
        let expected = if after == "." { "jane.doe@varam.gov.lv.x" } else { "jane.doe@varam.gov.lv" };
        // A full stop without a space goes on as a domain would, but `x` is too short for one.
        let expected: &[&str] = if after == "." { &[] } else { &[expected] };
        prop_assert_eq!(found(&text).iter().map(|found| found.0).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn an_address_is_found_however_it_is_hidden() {
    for hidden in [
        "jane.doe&#64;varam.gov.lv",
        "jane.doe&#x40;varam&#46;gov.lv",
        "jane.doe&commat;varam&period;gov.lv",
        "jane.doe%40varam.gov.lv",
        "%6aane.doe@varam%2Egov.lv",
        "jane.doe\\@varam.gov\\.lv",
        "jane.doe＠varam．gov．lv",
        "ｊａｎｅ.doe﹫varam.gov.lv",
        "jane.doe&shy;@varam.gov.lv",
        "jane.doe@varam\u{2024}gov.lv",
        "ja\u{302}ne.doe@varam.gov.lv",
    ] {
        let text = format!("Write to {hidden}, please");
        assert_eq!(found(&text), [(hidden, PersonalDataKind::EmailAddress)], "{text}");
    }
    assert_eq!(
        found("+371\u{2011}6702\u{200b}6533"),
        [("+371\u{2011}6702\u{200b}6533", PersonalDataKind::PhoneNumber)]
    );
    let code = PersonalDataKind::PersonalCode("lv");
    assert_eq!(found("０１０１９０–１１１１９"), [("０１０１９０–１１１１９", code)]);
    for text in ["info&#64;x.lv", "a &amp; b @ c.lv", "100%40 of it", "R&D&T @x", "50%\u{ad}"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn marks_of_markdown_hide_nothing() {
    let found = |text: &'static str| -> Vec<&str> {
        find_personal_data_in_markdown(text).into_iter().map(|found| &text[found.range]).collect()
    };
    assert_eq!(found("See jane.doe@**varam**.gov.lv."), ["jane.doe@**varam**.gov.lv"]);
    assert_eq!(found("`jane.doe`@varam.gov.lv"), ["jane.doe`@varam.gov.lv"]);
    assert_eq!(found("+371 **67026533**"), ["+371 **67026533"]);
    assert_eq!(found("[mail](mailto:jane%40x.lv) *a*"), ["jane%40x.lv"]);
    assert_eq!(found("*jane@x.lv* and info*@*x.lv"), ["jane@x.lv"]);
    assert_eq!(found("one *jane*\n\n@x.lv"), Vec::<&str>::new());
}

fn ignorable() -> impl Strategy<Value = char> {
    prop::sample::select(vec![
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{180e}',
        '\u{200b}',
        '\u{200d}',
        '\u{200f}',
        '\u{202e}',
        '\u{2060}',
        '\u{2064}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{e0061}',
        '\u{e01ef}',
    ])
}

proptest! {
    #[test]
    fn invisible_characters_never_hide_an_address(
        inserted in prop::collection::vec((0usize..22, ignorable()), 0..12),
        before in "[ (]", after in "[ ,)]",
    ) {
        let mut address: Vec<char> = "jane.doe@varam.gov.lv".chars().collect();
        for (at, character) in inserted {
            address.insert(at.min(address.len() - 1).max(1), character);
        }
        let address: String = address.into_iter().collect();
        let text = format!("Ā line\nx{before}{address}{after}y");
        prop_assert_eq!(found(&text), [(address.as_str(), PersonalDataKind::EmailAddress)]);
    }

    #[test]
    fn no_text_is_too_odd_to_be_looked_at(text in "([&#;%\\\\@.*`_\\[<]|&#[0-9x]{1,3}|[a-z0-9]|\u{ad}|\u{301}|＠|\\PC){0,60}") {
        for found in find_personal_data(&text).into_iter().chain(find_personal_data_in_markdown(&text)) {
            prop_assert!(text.get(found.range).is_some_and(|found| !found.is_empty()));
        }
    }
}

#[test]
fn a_long_text_is_read_in_its_length() {
    for piece in ["a", "1", "a.", "1 ", "+", "@", "a@", "tel 1", "(", "x-", "+37126123456,", "a@1.", "1."] {
        let text = format!("{}@1", piece.repeat(500_000 / piece.len()));
        find_personal_data(&text);
    }
}
