//! A partnership's name that only an accent tells from another is that other one.

use crate::common::{rulebook, sound_pack};
use serde_json::json;

#[test]
fn an_accent_makes_no_other_name() {
    let beside = |title: &str| {
        let mut pack = sound_pack();
        for (field, name) in [("id", "beside"), ("area", "besideshire"), ("area_label", "Besideshire"), ("title", title)] {
            pack["document"][field] = json!(name);
        }
        pack
    };
    let named = |title: &str| rulebook().with(&beside(title).to_string());
    let first = named("Aberouwy").unwrap_or_else(|refusal| panic!("{refusal}"));
    for (plain, accents) in [("A", "ÀÁÂÄàáâä"), ("e", "èéêë"), ("o", "òóôö"), ("u", "ùúûü"), ("w", "ẁẃŵẅ"), ("y", "ỳýŷÿ")]
    {
        for accent in accents.chars() {
            let mut pack = sound_pack();
            pack["document"]["title"] = json!("Aberouwy".replace(plain, &accent.to_string()));
            let refusal = first.with(&pack.to_string()).err();
            let refusal = refusal.unwrap_or_else(|| panic!("{accent} is another letter"));
            assert_eq!(
                (refusal.path(), refusal.message()),
                ("document.title", "expected a name that no other pack has on the same days"),
                "{accent}"
            );
        }
    }
    for accent in "ìíîï".chars() {
        let refusal = rulebook().with(&beside("Iberia").to_string()).unwrap();
        let mut pack = sound_pack();
        pack["document"]["title"] = json!("Iberia".replace('I', &accent.to_string()));
        let refusal = refusal.with(&pack.to_string()).err().unwrap_or_else(|| panic!("{accent} is another letter"));
        assert_eq!(
            (refusal.path(), refusal.message()),
            ("document.title", "expected a name that no other pack has on the same days"),
            "{accent}"
        );
    }
}
