//! Scripts are read, never run. What is understood: which variable a step stores from its answer, and which outcome it expects.

use crate::model::Access;

/// What a script says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Script {
    /// Variables that it stores.
    pub(super) stores: Vec<Store>,
    /// Statements that were not understood.
    pub(super) unknown: Vec<String>,
}

/// A value of the answer that is stored in a variable.
#[derive(Debug, PartialEq)]
pub(super) struct Store {
    pub(super) variable: String,
    /// The way from the answer to the value.
    pub(super) path: Vec<Access>,
    /// As the script has it.
    pub(super) statement: String,
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Number(String),
    Mark(char),
}

/// Reads a script.
pub(super) fn read(lines: &[String]) -> Script {
    let mut script = Script::default();
    let mut answers: Vec<String> = Vec::new();
    for (statement, tokens) in statements(&lines.join("\n")) {
        if let Some(name) = answer_name(&tokens) {
            answers.push(name);
        } else if let Some((variable, path)) = store(&tokens, &answers) {
            script.stores.push(Store { variable, path, statement });
        } else if !is_expectation(&tokens) {
            script.unknown.push(statement);
        }
    }
    script
}

/// Splits a script at the semicolons and line ends that stand outside of all brackets; comments are dropped.
fn statements(source: &str) -> Vec<(String, Vec<Token>)> {
    let mut found = Vec::new();
    let (mut text, mut tokens, mut depth) = (String::new(), Vec::new(), 0_usize);
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => {
                while chars.next_if(|&c| c != '\n').is_some() {}
                continue;
            }
            '/' if chars.peek() == Some(&'*') => {
                let mut last = ' ';
                chars.next();
                for c in chars.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
                continue;
            }
            ';' | '\n' if depth == 0 => {
                finish(&mut found, &mut text, &mut tokens);
                continue;
            }
            _ => text.push(c),
        }
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c.is_alphabetic() || c == '_' || c == '$' {
            let word = take(c, &mut chars, &mut text, |c| c.is_alphanumeric() || c == '_' || c == '$');
            tokens.push(Token::Word(word));
        } else if c.is_ascii_digit() {
            let number = take(c, &mut chars, &mut text, |c| c.is_ascii_digit() || c == '.');
            tokens.push(Token::Number(number));
        } else if c == '"' || c == '\'' || c == '`' {
            tokens.push(Token::Text(quoted(c, &mut chars, &mut text)));
        } else if !c.is_whitespace() {
            tokens.push(Token::Mark(c));
        }
    }
    finish(&mut found, &mut text, &mut tokens);
    found
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn take(first: char, chars: &mut Chars<'_>, text: &mut String, belongs: fn(char) -> bool) -> String {
    let mut word = String::from(first);
    while let Some(c) = chars.next_if(|&c| belongs(c)) {
        word.push(c);
        text.push(c);
    }
    word
}

fn quoted(quote: char, chars: &mut Chars<'_>, text: &mut String) -> String {
    let mut content = String::new();
    while let Some(c) = chars.next() {
        text.push(c);
        match c {
            '\\' => {
                if let Some(escaped) = chars.next() {
                    text.push(escaped);
                    content.push(escaped);
                }
            }
            _ if c == quote => break,
            _ => content.push(c),
        }
    }
    content
}

fn finish(found: &mut Vec<(String, Vec<Token>)>, text: &mut String, tokens: &mut Vec<Token>) {
    if !tokens.is_empty() {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        found.push((line, std::mem::take(tokens)));
    }
    text.clear();
}

fn words<'a>(tokens: &'a [Token], pattern: &[&str]) -> Option<&'a [Token]> {
    let (start, rest) = tokens.split_at_checked(pattern.len())?;
    let matches = start.iter().zip(pattern).all(|(token, wanted)| match token {
        Token::Word(word) => word == wanted,
        Token::Mark(mark) => wanted.len() == 1 && wanted.starts_with(*mark),
        _ => false,
    });
    matches.then_some(rest)
}

const ANSWER: &[&str] = &["pm", ".", "response", ".", "json", "(", ")"];

/// `const body = pm.response.json()`
fn answer_name(tokens: &[Token]) -> Option<String> {
    let tokens = match tokens {
        [Token::Word(keyword), rest @ ..] if ["const", "let", "var"].contains(&keyword.as_str()) => rest,
        other => other,
    };
    match tokens {
        [Token::Word(name), Token::Mark('='), rest @ ..] if words(rest, ANSWER).is_some_and(<[Token]>::is_empty) => {
            Some(name.clone())
        }
        _ => None,
    }
}

/// `pm.collectionVariables.set("input_id", body.inputs[0].id)`
fn store(tokens: &[Token], answers: &[String]) -> Option<(String, Vec<Access>)> {
    let scopes = ["collectionVariables", "environment", "globals", "variables"];
    let rest = scopes.iter().find_map(|scope| words(tokens, &["pm", ".", scope, ".", "set", "("]))?;
    let [Token::Text(name), Token::Mark(','), value @ .., Token::Mark(')')] = rest else { return None };
    let way = match value {
        [Token::Word(answer), way @ ..] if answers.contains(answer) => way,
        value => words(value, ANSWER)?,
    };
    Some((name.clone(), access(way)?))
}

fn access(mut tokens: &[Token]) -> Option<Vec<Access>> {
    let mut way = Vec::new();
    while !tokens.is_empty() {
        let (step, rest) = match tokens {
            [Token::Mark('.'), Token::Word(key), rest @ ..] => (Access::Key(key.clone()), rest),
            [Token::Mark('['), Token::Text(key), Token::Mark(']'), rest @ ..] => (Access::Key(key.clone()), rest),
            [Token::Mark('['), Token::Number(index), Token::Mark(']'), rest @ ..] => {
                (Access::Index(index.parse().ok()?), rest)
            }
            _ => return None,
        };
        way.push(step);
        tokens = rest;
    }
    (!way.is_empty()).then_some(way)
}

/// `pm.test(...)`, `pm.expect(...)` and `pm.response.to...`: what the client checks anyway, by status and envelope.
fn is_expectation(tokens: &[Token]) -> bool {
    let starts = [&["pm", ".", "test", "("][..], &["pm", ".", "expect", "("], &["pm", ".", "response", ".", "to", "."]];
    let expects = starts.iter().any(|pattern| words(tokens, pattern).is_some());
    expects && !tokens.iter().any(|token| matches!(token, Token::Word(word) if word == "set" || word == "sendRequest"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(source: &str) -> Script {
        read(&source.lines().map(str::to_owned).collect::<Vec<_>>())
    }

    fn key(name: &str) -> Access {
        Access::Key(name.to_owned())
    }

    #[test]
    fn stores_are_found_in_every_spelling() {
        let table = [
            "pm.collectionVariables.set(\"app_id\", pm.response.json().apps[0].id);",
            "const body = pm.response.json();\npm.environment.set('app_id', body.apps[0].id)",
            "// a comment\nvar b = pm.response.json(); pm.globals.set(`app_id`, b['apps'][0][\"id\"]);",
        ];
        for source in table {
            let found = script(source);
            let stores: Vec<_> =
                found.stores.iter().map(|store| (store.variable.clone(), store.path.clone())).collect();
            assert_eq!(stores, [("app_id".to_owned(), vec![key("apps"), Access::Index(0), key("id")])], "{source}");
            assert_eq!(found.unknown, Vec::<String>::new(), "{source}");
        }
    }

    #[test]
    fn expectations_are_understood() {
        let source = "pm.test(\"Status code is 200\", function () {\n    pm.response.to.have.status(200);\n});\npm.expect(x).to.equal(1);";
        assert_eq!(script(source), Script::default());
    }

    #[test]
    fn the_rest_is_reported_as_it_stands() {
        let found = script("if (x) {\n  pm.environment.set(\"a\", 1);\n}\npm.environment.set(\"b\", compute());");
        assert_eq!(found.stores, []);
        assert_eq!(found.unknown, ["if (x) { pm.environment.set(\"a\", 1); }", "pm.environment.set(\"b\", compute())"]);
        assert_eq!(script("\"unterminated").unknown, ["\"unterminated"]);
    }
}
