//! Postman's dynamic variables, such as `{{$guid}}`, which have another value at each use: where the crate takes the values
//! from, and what documentation shows in their place.

use postman_codegen_templates::dynamic::{INVENTED, LISTS, Maker, RANDOM};
use serde::Serialize;

use crate::postman::text;

/// What makes the values of a dynamic variable: a file that is copied into the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dynamic {
    /// What the crate `fake` invents.
    Invented,
    /// Lists of words.
    Lists,
    /// Chance, and the clock.
    Random,
}

impl Dynamic {
    /// The file.
    #[must_use]
    pub fn maker(self) -> &'static Maker {
        match self {
            Self::Invented => &INVENTED,
            Self::Lists => &LISTS,
            Self::Random => &RANDOM,
        }
    }

    /// What makes the values of a variable, by its name with the `$`; `None` for one that Postman does not know.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(find(name)?.0)
    }
}

/// A text as documentation shows it: with an example in the place of each dynamic variable.
pub(crate) fn shown(text: &str) -> String {
    text::resolve(text, |name| find(name).map(|(_, example)| example.to_owned()))
}

fn find(name: &str) -> Option<(Dynamic, &'static str)> {
    let name = name.strip_prefix('$')?;
    [Dynamic::Invented, Dynamic::Lists, Dynamic::Random].into_iter().find_map(|dynamic| {
        let (_, example) = dynamic.maker().variables.iter().find(|(known, _)| *known == name)?;
        Some((dynamic, *example))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_known_by_their_names() {
        let table = [
            ("$guid", Some(Dynamic::Random)),
            ("$randomWord", Some(Dynamic::Lists)),
            ("$randomCity", Some(Dynamic::Invented)),
            ("guid", None),
            ("$GUID", None),
            ("$", None),
        ];
        for (name, expected) in table {
            assert_eq!(Dynamic::of(name), expected, "{name}");
        }
    }

    #[test]
    fn documentation_shows_examples() {
        assert_eq!(shown("{{host}}/{{$randomInt}}-{{$unknown}}"), "{{host}}/417-{{$unknown}}");
    }
}
