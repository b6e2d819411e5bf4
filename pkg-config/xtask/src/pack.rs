//! Judges an author's pack as the library does when it loads one, and makes its object form.

use crate::authored::{self, read_file};
use crate::place::{Doubt, not_toml};
use crate::project::Project;
use anyhow::{Result, anyhow, bail};
use safeguarding_rules::{Error, Rulebook};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Says that a pack is without doubt, or shows each doubt at its line.
pub fn check(project: &Project, file: &str) -> Result<()> {
    println!("{file}: no doubts, {}", judge(project, file)?.counted());
    Ok(())
}

/// The same of every built-in pack.
pub fn check_built_in(project: &Project) -> Result<()> {
    authored::built_in_files(project).iter().try_for_each(|file| check(project, &file.display().to_string()))
}

/// Writes the object form, with the examples by which a pack proves itself when it is loaded, and beside it the sealed form,
/// which was proved here.
pub fn build(project: &Project, file: &str, output: Option<&str>) -> Result<()> {
    let sound = judge(project, file)?;
    let output = output.map_or_else(|| Path::new(file).with_extension("json"), Into::into);
    let sealed = output.with_extension("pack");
    fs::write(&output, format!("{:#}\n", sound.object))?;
    fs::write(&sealed, sound.beneath.seal(&sound.object.to_string())?)?;
    println!("{} and {}: {}", output.display(), sealed.display(), sound.counted());
    Ok(())
}

/// A pack without doubt, and the packs beside which it stands.
struct Sound {
    object: Value,
    beneath: Rulebook,
}

impl Sound {
    fn counted(&self) -> String {
        let examples = authored::list(&self.object, "example").len();
        format!("{} rules, {examples} examples", authored::rules(&self.object).count())
    }
}

/// The pack of a file; the error shows each doubt.
fn judge(project: &Project, file: &str) -> Result<Sound> {
    let text = read_file(Path::new(file))?;
    let object = object_form(file, &text)?;
    // The file of a built-in pack stands in that pack's place, and not beside it.
    let is_built_in = is_built_in(project, Path::new(file));
    let beneath = if is_built_in { authored::built_in_without(authored::id(&object)) } else { Rulebook::built_in() };
    let doubts = beneath.doubts(&object.to_string());
    if doubts.is_empty() {
        return Ok(Sound { object, beneath });
    }
    let shown: Vec<String> = doubts.iter().map(|doubt| shown(file, &text, doubt, doubt.path())).collect();
    bail!("{}\n\n{file}: doubts: {}", shown.join("\n\n"), doubts.len());
}

/// The object form of a file's text; the error shows where it is not TOML.
pub fn object_form(file: &str, text: &str) -> Result<Value> {
    authored::object_form(text).map_err(|error| anyhow!("{}", not_toml(file, text, &error)))
}

/// A doubt beside the line of the file that it is about.
pub fn shown(file: &str, text: &str, doubt: &Error, path: &str) -> String {
    Doubt { code: doubt.code(), path, expected: doubt.message() }.in_file(file, text)
}

fn is_built_in(project: &Project, file: &Path) -> bool {
    let built_in = authored::built_in_files(project);
    file.canonicalize().is_ok_and(|file| built_in.iter().any(|known| known.canonicalize().is_ok_and(|known| known == file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"[document]
id         = "riverside"
version    = "1.0.0"
title      = "Riverside: strategy meetings"
area       = "riverside"
area_label = "Riverside"
force      = "local-protocol"
cites      = "Working Together to Safeguard Children (2026)"
status     = { checked_on = "2026-11-21" }
stands_on  = ["multi-agency-meetings"]

[agency.youth-service]
label = "the youth service"

[fact.youth_worker_known]
asks = "Does a youth worker know the child?"

[[list_attendees]]
id       = "RS-1.1"
when     = ["youth_worker_known"]
meeting  = ["strategy"]
expected = ["youth-service"]
force    = "should"
says     = "Ask the youth service where it knows the child."
at       = "Paragraph 1"
words    = "the youth service is invited"

[[example]]
name   = "A youth worker knows the child"
asks   = "list_attendees"
facts  = { meeting_type = "strategy", youth_worker_known = true }
fires  = ["RS-1.1"]

[[example]]
name   = "No youth worker knows the child"
asks   = "list_attendees"
facts  = { meeting_type = "strategy", youth_worker_known = false, attendance = { police = "absent" } }
misses = ["RS-1.1"]
answer = { all_required_present = false }
"#;

    /// What is said of a pack, in a file of its own.
    fn said_of(name: &str, text: &str) -> String {
        let file = std::env::temp_dir().join(format!("safeguarding-{}-{name}.toml", std::process::id()));
        fs::write(&file, text).unwrap();
        let path = file.display().to_string();
        let said = judge(&Project::find(), &path).err().map_or_else(String::new, |error| error.to_string());
        fs::remove_file(&file).unwrap();
        said.replace(&path, "FILE")
    }

    fn said_with(name: &str, from: &str, to: &str) -> String {
        assert!(SOUND.contains(from), "{from}");
        said_of(name, &SOUND.replacen(from, to, 1))
    }

    #[test]
    fn a_sound_pack_is_without_doubt() {
        assert_eq!(said_of("sound", SOUND), "");
    }

    #[test]
    fn a_doubt_is_shown_at_its_line_with_what_would_help() {
        let said = said_with("word", "\"should\"", "\"shuold\"");
        let expected = concat!(
            "FILE:23: list_attendees[0].force\n",
            " 23 | force    = \"shuold\"\n",
            "    |            ^^^^^^^^\n",
            "  help: expected one of must, should, may\n",
            "\nFILE: doubts: 1"
        );
        assert_eq!(said, expected);
    }

    /// The place that is named, and the words above the carets.
    fn marked(said: &str) -> (String, String) {
        let mut lines = said.lines();
        let place = lines.next().unwrap().rsplit(": ").next().unwrap().to_owned();
        let (line, carets) = (lines.next().unwrap(), lines.next().unwrap());
        let above = line.chars().zip(carets.chars().chain(std::iter::repeat(' '))).filter(|(_, caret)| *caret == '^');
        (place, above.map(|(c, _)| c).collect())
    }

    #[test]
    fn the_caret_stands_under_what_a_refusal_means() {
        let rule = "list_attendees.RS-1.1";
        let cases = [
            // What cannot be read.
            ("force", "checked_on = \"2026-11-21\"", "checked_on = 2026-11-21", "document.status.checked_on", "2026-11-21"),
            ("unknown", "at       =", "where = \"\"\nat       =", "list_attendees[0].where", "where"),
            ("missing", "at       = \"Paragraph 1\"\n", "", "list_attendees[0]", "[[list_attendees]]"),
            ("hidden", "label = \"the youth", "lable = \"the youth", "agency.….lable", "lable"),
            ("lacking", "label = \"the youth service\"", "", "agency.…", "[agency.youth-service]"),
            // What is doubtful in itself.
            ("stands", "[\"multi-agency-meetings\"]", "[\"multi-agency-meetings\", \"none\"]", "document.stands_on[1]", "\"none\""),
            ("id", "id         = \"riverside\"", "id = \"county-durham\"", "document.id", "\"county-durham\""),
            ("fact", "when     = [\"youth_worker_known\"]", "when = [\"a\"]", &format!("{rule}.when.a"), "\"a\""),
            ("member", "expected = [\"youth-service\"]", "expected = [\"Youth\"]", &format!("{rule}.expected.Youth"), "\"Youth\""),
            ("empty", "at       = \"Paragraph 1\"", "at = \"\"", &format!("{rule}.at"), "\"\""),
            ("idle", "[fact.youth_worker_known]", "[fact.idle]\nasks = \"Idle?\"\n[fact.youth_worker_known]", "fact.idle", "[fact.idle]"),
            (
                "caution",
                "[[example]]",
                "[[caution]]\ncode = \"A b\"\nquestion = \"check-plan\"\ntext = \"A\"\n[[example]]",
                "caution[0].code",
                "\"A b\"",
            ),
            // What its examples do not show.
            ("fires", "fires  = [\"RS-1.1\"]", "fires  = [\"RS-1.1\", \"TR-T0\"]", "example[0].fires", "[\"RS-1.1\", \"TR-T0\"]"),
            ("answer", "all_required_present = false", "all_required_present = true", "example[1].answer.allRequiredPresent", "true"),
            ("facts", "youth_worker_known = true", "child = { looked_after = 7 }, youth_worker_known = true", "example[0].facts", "7"),
            ("without", "misses = [\"RS-1.1\"]\n", "", rule, "[[list_attendees]]"),
            // What is no TOML.
            ("toml", "force    = \"should\"", "force    = should", "this is not TOML", "should"),
        ];
        for (name, from, to, place, above) in cases {
            let said = said_with(name, from, to);
            assert_eq!(marked(&said), (place.to_owned(), above.to_owned()), "{said}");
        }
    }

    #[test]
    fn the_caret_is_counted_in_characters() {
        let said = said_with("wide", "status     = { checked_on", "status     = { superseded_by = \"é–ü\", checked_off");
        assert_eq!(marked(&said), ("document.status.checked_off".to_owned(), "checked_off".to_owned()), "{said}");
    }

    #[test]
    fn every_doubt_of_the_examples_is_told() {
        let said = said_with("all", "fires  = [\"RS-1.1\"]", "fires  = [\"TR-T0\"]");
        assert!(said.ends_with("FILE: doubts: 2"), "{said}");
    }

    #[test]
    fn a_built_in_pack_stands_in_its_own_place() {
        let project = Project::find();
        for file in authored::built_in_files(&project) {
            let sound = judge(&project, &file.display().to_string()).unwrap_or_else(|error| panic!("{error}"));
            assert!(!authored::list(&sound.object, "example").is_empty(), "{}", file.display());
        }
    }

    #[test]
    fn a_built_pack_proves_itself_when_it_is_loaded_and_a_doubtful_one_is_not_built() {
        let folder = std::env::temp_dir().join(format!("safeguarding-{}-build", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let [file, built, sealed] = ["toml", "json", "pack"].map(|ending| folder.join("riverside").with_extension(ending));
        let path = file.display().to_string();
        fs::write(&file, SOUND).unwrap();
        build(&Project::find(), &path, None).unwrap();
        let object = fs::read_to_string(&built).unwrap();
        assert_eq!(authored::list(&serde_json::from_str(&object).unwrap(), "example").len(), 2);
        let loaded = [Rulebook::built_in().with(&object).unwrap(), Rulebook::built_in().with_sealed(&fs::read(&sealed).unwrap()).unwrap()];
        for rulebook in loaded {
            assert_eq!(&*rulebook.packs().last().unwrap().document().id, "riverside");
        }

        fs::remove_file(&built).unwrap();
        fs::remove_file(&sealed).unwrap();
        fs::write(&file, SOUND.replace("misses", "fires")).unwrap();
        assert!(build(&Project::find(), &path, None).is_err());
        assert!(!built.exists() && !sealed.exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}
