//! The types of facts and answers in TypeScript, from those of Rust: each field with what Rust says of it.
//!
//! Written here and not by json-schema-to-typescript: of the same schemas its 16.0.0 makes no read-only field or list, no `null`
//! beside a field that may be left out, five types of yes, no and not known, and no words such as `${number}-hours`. Each would
//! have to be put into its text afterwards, which is more than to write the text.

use safeguarding_rules::schema::{Types, TypesOfQuestion};
use serde_json::Value;

/// The types that the package exports by their names, beside those of each question. Every other is written out where it is used.
const NAMED: [&str; 34] = [
    "Action",
    "ActionState",
    "AddedHoliday",
    "Ask",
    "Attendance",
    "Attendee",
    "Basis",
    "Caution",
    "ChecklistItem",
    "Cited",
    "CountedDay",
    "Criterion",
    "Deadline",
    "FamilyMember",
    "Figure",
    "Finding",
    "Force",
    "Format",
    "HeldMeeting",
    "HowConsented",
    "KnownOfPerson",
    "LawfulBasis",
    "Lengthening",
    "Limit",
    "PackBasis",
    "PersonsConsent",
    "Phase",
    "PlanBesideAnswer",
    "Planned",
    "Precondition",
    "ReasonForLater",
    "Role",
    "Step",
    "Who",
];

/// Types of words, which pkg-config/npm/types.d.ts words itself.
const OF_WORDS: [&str; 6] = ["Agency", "KnownOfChild", "MeetingType", "Route", "TimeLimit", "Timescale"];

/// Texts, alone or in a list, that hold what packs name: by their field, or by their type and field.
const OF_PACKS: [(&str, &str); 7] = [
    ("agency", "Agency"),
    ("area", "Area"),
    ("code", "Code"),
    ("concernTypes", "ConcernType"),
    ("packs", "PackId"),
    ("PackBasis.id", "PackId"),
    ("PreviousResult.timescale", "Timescale"),
];

/// Fields of which TypeScript says more than a schema can.
const FIELDS: [(&str, &str); 6] = [
    ("BuiltInFacts.child", "Child | null"),
    ("BuiltInFacts.concerns", "Concerns | null"),
    ("Decision.answer", "A"),
    ("Decision.setAside", "readonly SetAside[]"),
    ("KnownForAttendees.attendance", "{ readonly [agency in Agency]?: Attendance } | null"),
    ("Request.immediateRisk", "BuiltInFacts[\"immediateRisk\"]"),
];

/// All declarations: what the packs declare, what the questions take, and what they answer.
pub fn declarations(types: &Types) -> String {
    let declared = |path: &str| &types.declared["properties"][path];
    let facts = Writer { types, given: true };
    let of_packs = [
        ("Concerns", "What is known of a concern: the facts by which the documents time the meeting.", declared("concerns")),
        ("KnownOfAnyChild", "What the built-in packs ask of a child.", declared("child")),
        ("BuiltInFacts", "The facts that the built-in packs declare, each with its question.", &types.declared),
    ];
    let of_packs = of_packs.map(|(name, about, schema)| format!("{}{}", comment(about, ""), facts.interface(name, "", schema)));
    let routes: String = list(&types.answers["Route"], "examples").map(|route| format!("\n  | {route}")).collect();
    let routes = format!("/** Where the built-in documents lead, the more protective first. */\nexport type BuiltInRoute ={routes};\n\n");
    [of_packs.concat(), routes, facts.all(), Writer { types, given: false }.all(), questions(types)].concat()
}

/// The questions by their names, with what they take and answer.
fn questions(types: &Types) -> String {
    let of_each = |told: &dyn Fn(&str, &str) -> String| -> String {
        let one = |of: &TypesOfQuestion| {
            let (open, answer) = (of.answer.replace("Answer", "Facts"), &of.answer);
            format!("  /** Of `{}`. */\n  readonly \"{}\": {};\n", camel(of.name), of.name, told(&open, answer))
        };
        types.questions.iter().map(one).collect()
    };
    let open = |of: &&TypesOfQuestion| types.facts[&of.facts]["takesDeclaredFacts"] == true;
    let opened = |of: &TypesOfQuestion| {
        let (name, about) = (of.answer.replace("Answer", "Facts"), format!("What `{}` takes.", camel(of.name)));
        format!("{}export type {name} = Open<{}>;\n\n", comment(&about, ""), of.facts)
    };
    let names: String = types.questions.iter().map(|of| format!("\n  | \"{}\"", of.name)).collect();
    format!(
        "{}/** A question by its name, as explanations and comparisons carry it. */\nexport type Question ={names};\n\n\
        /** The facts that each question takes. */\nexport interface FactsOf {{\n{}}}\n\n\
        /** The decision on each question. */\nexport interface DecisionOf {{\n{}}}\n",
        types.questions.iter().filter(open).map(opened).collect::<String>(),
        of_each(&|facts, _| facts.to_owned()),
        of_each(&|_, answer| format!("Decision<{answer}>")),
    )
}

fn camel(name: &str) -> String {
    let (first, rest) = name.split_once('-').unwrap_or((name, ""));
    rest.split('-').fold(first.to_owned(), |camel, word| {
        let (letter, rest) = word.split_at(word.len().min(1));
        camel + &letter.to_ascii_uppercase() + rest
    })
}

/// Writes the types that are given, or those that are answered.
struct Writer<'t> {
    types: &'t Types,
    given: bool,
}

/// Where a type stands: of which type it is a field, and of what name.
#[derive(Clone, Copy)]
struct Place<'p> {
    owner: &'p str,
    field: &'p str,
    margin: &'p str,
}

impl Writer<'_> {
    fn definitions(&self) -> &Value {
        if self.given { &self.types.facts } else { &self.types.answers }
    }

    /// Every type that has a name. Words that are both given and answered stand among the answers, unless they have synonyms.
    fn all(&self) -> String {
        let definitions = self.definitions().as_object().into_iter().flatten();
        let told = |(name, schema): (&String, &Value)| {
            let is_told_there = self.given && self.types.answers.get(name).is_some() && schema.get("synonyms").is_none();
            if !self.is_named(name) || is_told_there {
                return String::new();
            }
            let about = comment(&text(schema, "description"), "");
            let exported = self.exported(name, schema);
            if words(schema).is_some() {
                return format!("{about}export type {exported} ={};\n\n", self.described_words(schema));
            }
            format!("{about}{}", self.interface(&exported, self.parent(name), schema))
        };
        definitions.map(told).collect()
    }

    /// A type of plain texts, such as a role that is given, has no name.
    fn is_named(&self, name: &str) -> bool {
        let schema = &self.definitions()[name];
        let is_text = schema.get("properties").is_none() && words(schema).is_none();
        !is_text && (NAMED.contains(&name) || ["Scope", "Decision"].contains(&name) || self.is_of_question(name))
    }

    fn is_of_question(&self, name: &str) -> bool {
        self.types.questions.iter().any(|of| of.facts == name || of.answer == name)
    }

    /// Each question is asked of documents.
    fn parent(&self, name: &str) -> &'static str {
        if self.given && self.is_of_question(name) { " extends Scope" } else { "" }
    }

    /// Words that are given in more ways than they are answered have a name of their own.
    fn exported(&self, name: &str, schema: &Value) -> String {
        let is_wider = self.given && schema.get("synonyms").is_some() && self.types.answers.get(name).is_some();
        if is_wider {
            format!("{name}Given")
        } else if name == "Decision" {
            "Decision<A>".to_owned()
        } else {
            name.to_owned()
        }
    }

    fn interface(&self, name: &str, parent: &str, schema: &Value) -> String {
        format!("export interface {name}{parent} {{\n{}}}\n\n", self.fields(name.trim_end_matches("<A>"), schema, "  "))
    }

    fn fields(&self, owner: &str, schema: &Value, margin: &str) -> String {
        let is_required = |name: &str| list(schema, "required").any(|known| known == name);
        let one = |(name, field): (&String, &Value)| {
            // The facts of packs have their questions for titles; an object of them has a name.
            let asks = if field.get("properties").is_some() { "Facts of it, each by its name.".to_owned() } else { text(field, "title") };
            let about = if asks.is_empty() { text(field, "description") } else { asks };
            let place = Place { owner, field: name, margin };
            // Of what packs ask yes or no, a question may have a field that holds more than that.
            let field = self.own_field(place).filter(|_| field.get("default").is_some()).unwrap_or(field);
            let (mark, kind) = self.field(field, is_required(name), place);
            format!("{}{margin}readonly {name}{mark}: {kind};\n", comment(&about, margin))
        };
        schema["properties"].as_object().into_iter().flatten().map(one).collect()
    }

    /// The field that a question without the facts of packs has for one of these.
    fn own_field(&self, place: Place<'_>) -> Option<&Value> {
        let own =
            self.types.questions.iter().map(|of| &self.types.facts[&of.facts]).filter(|facts| facts.get("takesDeclaredFacts").is_none());
        own.filter(|_| place.owner == "BuiltInFacts").find_map(|facts| facts["properties"].get(place.field))
    }

    /// A fact that may be left out may be `null` as well; of an answer, what is left out is never `null`.
    fn field(&self, schema: &Value, is_required: bool, place: Place<'_>) -> (&'static str, String) {
        let (only, may_be_null) = without_null(schema);
        let kind = self.kind(&only, place);
        match (is_required, self.given) {
            (true, _) if may_be_null => ("", or_null(&kind)),
            (true, _) => ("", kind),
            (false, true) => ("?", or_null(&kind)),
            // It is there only where it says something.
            (false, false) if kind == "boolean" => ("?", "true".to_owned()),
            (false, false) => ("?", kind),
        }
    }

    /// A type, without `null`.
    fn kind(&self, schema: &Value, place: Place<'_>) -> String {
        let whole = format!("{}.{}", place.owner, place.field);
        if let Some((_, told)) = FIELDS.iter().find(|(at, _)| *at == whole) {
            return (*told).to_owned();
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            return self.named(name, place);
        }
        if let Some(words) = words(schema) {
            return self.words(&words, schema);
        }
        if let [only] = list(schema, "anyOf").chain(list(schema, "allOf")).collect::<Vec<_>>()[..] {
            return self.kind(only, place);
        }
        let one = |kind: &str| match kind {
            "array" if schema.get("examples").is_some() => in_list(&text_of(schema, place)),
            "array" => in_list(&self.kind(&schema["items"], place)),
            "object" if schema.get("properties").is_some() => self.object(schema, place),
            "object" => format!("Readonly<Record<string, {}>>", self.kind(&schema["additionalProperties"], place)),
            "integer" => "number".to_owned(),
            "string" => text_of(schema, place),
            other => other.to_owned(),
        };
        // Of what packs ask only whether anything is there, anything may be said.
        if list(schema, "type").count() == 4 {
            return "OpenFact".to_owned();
        }
        let kinds: Vec<String> = match schema["type"].as_str() {
            Some(kind) => vec![one(kind)],
            None => list(schema, "type").filter_map(Value::as_str).map(one).collect(),
        };
        kinds.join(" | ")
    }

    fn named(&self, name: &str, place: Place<'_>) -> String {
        let schema = &self.definitions()[name];
        match name {
            "Truth" if self.given => "Answer".to_owned(),
            "Moment" if self.given => "Moment".to_owned(),
            "KnownCount" => "number | \"unknown\"".to_owned(),
            "EntriesOfTruth" if place.field == "concerns" => "Concerns".to_owned(),
            "Scope" => name.to_owned(),
            _ if OF_WORDS.contains(&name) => name.to_owned(),
            // What a question takes within another is asked of the same documents.
            _ if self.given && self.is_of_question(name) => format!("Omit<{name}, keyof Scope>"),
            _ if self.is_named(name) => self.exported(name, schema),
            _ => self.kind(schema, Place { owner: name, ..place }),
        }
    }

    fn object(&self, schema: &Value, place: Place<'_>) -> String {
        let margin = format!("{}  ", place.margin);
        let owner = if place.owner == "BuiltInFacts" { place.field } else { place.owner };
        format!("{{\n{}{}}}", self.fields(owner, schema, &margin), place.margin)
    }

    fn words(&self, words: &[Value], schema: &Value) -> String {
        let is =
            |more: &str| words.len() == 3 && [Value::Bool(true), Value::Bool(false), more.into()].iter().all(|word| words.contains(word));
        match words {
            _ if is("unknown") && self.given => "Answer".to_owned(),
            _ if is("not-established") => "Established".to_owned(),
            _ => {
                let synonyms: Vec<Value> = if self.given { list(schema, "synonyms").cloned().collect() } else { Vec::new() };
                let words = if synonyms.is_empty() { words } else { &synonyms };
                literals(words)
            }
        }
    }

    /// Words of a type that has a name, each with what it means.
    fn described_words(&self, schema: &Value) -> String {
        let synonyms = list(schema, "synonyms").filter(|_| self.given);
        let described: Vec<(String, &Value)> = list(schema, "oneOf").map(|one| (text(one, "description"), &one["const"])).collect();
        let further = synonyms.filter(|word| !described.iter().any(|(_, known)| known == word)).map(|word| format!("\n  | {word}"));
        described
            .iter()
            .map(|(about, word)| format!("\n{}  | {word}", comment(about, "  ")))
            .map(|line| line.replace("\n\n", "\n"))
            .chain(further)
            .collect()
    }
}

/// A text: a date, a moment, a word of the packs, or any.
fn text_of(schema: &Value, place: Place<'_>) -> String {
    let whole = format!("{}.{}", place.owner, place.field);
    let of_packs = OF_PACKS.iter().find(|(at, _)| *at == whole || *at == place.field);
    match of_packs {
        Some((_, kind)) => (*kind).to_owned(),
        None if schema["format"] == "date" => "LondonDate".to_owned(),
        None if schema["pattern"] == "^unknown$" => "\"unknown\"".to_owned(),
        None if schema.get("pattern").is_some() => "Moment".to_owned(),
        None => list(schema, "examples").map(Value::to_string).chain([open_text(schema).to_owned()]).collect::<Vec<_>>().join(" | "),
    }
}

/// Beside words that an editor offers any other may stand.
fn open_text(schema: &Value) -> &'static str {
    if schema.get("examples").is_some() { "(string & {})" } else { "string" }
}

/// The words of a closed list.
fn words(schema: &Value) -> Option<Vec<Value>> {
    let described = list(schema, "oneOf").map(|one| one.get("const")).collect::<Option<Vec<_>>>();
    let words = described.filter(|words| !words.is_empty()).unwrap_or_else(|| list(schema, "enum").collect());
    (!words.is_empty()).then(|| words.into_iter().cloned().collect())
}

fn literals(words: &[Value]) -> String {
    let is_either = [true, false].iter().all(|value| words.contains(&Value::Bool(*value)));
    let either = is_either.then(|| "boolean".to_owned());
    let others = words.iter().filter(|word| !(is_either && word.is_boolean())).map(Value::to_string);
    either.into_iter().chain(others).collect::<Vec<_>>().join(" | ")
}

/// The same where it is there, and whether it may be `null`.
fn without_null(schema: &Value) -> (Value, bool) {
    let mut schema = schema.clone();
    let mut may_be_null = false;
    for (key, null) in [("anyOf", serde_json::json!({ "type": "null" })), ("type", "null".into()), ("enum", Value::Null)] {
        if let Some(each) = schema.get_mut(key).and_then(Value::as_array_mut) {
            let before = each.len();
            each.retain(|one| *one != null);
            may_be_null |= each.len() < before;
        }
    }
    (schema, may_be_null)
}

fn or_null(kind: &str) -> String {
    let has_null = ["Answer", "OpenFact"].contains(&kind) || kind.ends_with("| null");
    if has_null { kind.to_owned() } else { format!("{kind} | null") }
}

fn in_list(kind: &str) -> String {
    let is_union = kind.contains(" | ") && !kind.starts_with('{');
    if is_union { format!("readonly ({kind})[]") } else { format!("readonly {kind}[]") }
}

fn list<'s>(schema: &'s Value, key: &str) -> impl Iterator<Item = &'s Value> + use<'s> {
    schema.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn text(schema: &Value, key: &str) -> String {
    schema.get(key).and_then(Value::as_str).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

const WIDTH: usize = 130;

/// What is said of a type or a field, in as many lines as it takes.
fn comment(about: &str, margin: &str) -> String {
    let line = format!("{margin}/** {about} */\n");
    if line.chars().count() <= WIDTH {
        return line;
    }
    let mut lines = vec![String::new()];
    for word in about.split(' ') {
        let last = lines.last_mut().expect("there is a first line");
        if last.chars().count() + word.chars().count() + margin.len() + 4 > WIDTH {
            lines.push(word.to_owned());
        } else {
            *last = [last, word].into_iter().map(|text| text as &str).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        }
    }
    let lines: String = lines.iter().map(|line| format!("{margin} * {line}\n")).collect();
    format!("{margin}/**\n{lines}{margin} */\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use safeguarding_rules::{Rulebook, schema};

    fn of_built_in() -> String {
        declarations(&schema::of_types(&Rulebook::built_in()))
    }

    #[test]
    fn a_field_has_the_comment_the_mark_and_the_type_of_rust() {
        let types = of_built_in();
        for told in [
            // Given: it may be left out, and be null.
            "  /** The agencies that took part. */\n  readonly agencies?: readonly Agency[] | null;\n",
            "  /** Is the child not born yet? */\n  readonly unborn?: Answer;\n",
            "  readonly action: Action;\n",
            // Answered: it is there, or it is left out.
            "  readonly advice: string | null;\n",
            "  readonly withoutAddedHolidays?: LondonDate;\n",
            "  /** Does it stand here only because something is not known? */\n  readonly provisional?: true;\n",
            "  readonly chairValid: Established | null;\n",
            "  readonly code: Code;\n",
            // The facts of packs, with their questions, those of an object together.
            "  /** Has a MASH enquiry been undertaken? */\n  readonly mashEnquiryDone?: Answer;\n",
            "  readonly venue?: {\n    /** Can the discussion be confidential there? */\n    readonly confidential?: Answer;\n",
            // What a question takes within another, without the documents.
            "  readonly concern?: Omit<ClassifyConcernFacts, keyof Scope> | null;\n",
            "export interface Decision<A> {\n  /** The answer itself. */\n  readonly answer: A;\n",
            "export type ListAttendeesFacts = Open<KnownForAttendees>;\n",
            "  readonly \"check-plan\": Decision<CheckPlanAnswer>;\n",
        ] {
            assert!(types.contains(told), "{told} is not in {types}");
        }
    }

    #[test]
    fn words_are_named_once_and_with_their_synonyms_where_they_are_given() {
        let types = of_built_in();
        assert_eq!(types.matches("export type ReasonForLater =").count(), 1);
        assert!(types.contains("export type ActionState =\n  /** It is still to be done. */\n  | \"open\"\n"));
        let given = types.split("export type ActionStateGiven =").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
        assert!(given.contains("| \"open\"") && given.contains("| \"carried-forward\""), "{given}");
    }

    #[test]
    fn every_type_that_has_a_name_is_met() {
        let types = of_built_in();
        for name in NAMED {
            let is_there = ["interface", "type"].iter().any(|kind| types.contains(&format!("export {kind} {name} ")));
            assert!(is_there, "{name}");
        }
        for (field, _) in FIELDS.iter().chain(&OF_PACKS) {
            let name = field.rsplit('.').next().unwrap();
            assert!(types.contains(&format!("readonly {name}")), "{field}");
        }
    }

    #[test]
    fn what_is_said_stands_in_as_many_lines_as_it_takes() {
        assert_eq!(comment("Short.", "  "), "  /** Short. */\n");
        let long = comment("word ".repeat(40).trim_end(), "  ");
        assert_eq!(long.lines().count(), 4, "{long}");
        assert!(long.lines().all(|line| line.len() <= WIDTH), "{long}");
    }
}
