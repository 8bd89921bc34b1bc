//! How lists are read in pages, where the collection does not show it.

use serde::Deserialize;

use super::{Address, ConfigError};

/// How lists are read in pages: the table `pagination` of the configuration.
///
/// What is named here comes before what is detected. A place in an answer is a dotted path: `meta.next_cursor`. A name
/// that no request or no answer has is an error.
///
/// ```toml
/// [pagination]
/// page = "page"
/// per_page = "per_page"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pagination {
    /// Whether parameters and answers that look like it tell of pages, beside what is named here. By default they do:
    /// `detect = false`.
    pub detect: bool,
    /// The query parameter with the page's number. An operation that has it and answers with a list is paged.
    pub page: Option<Address>,
    /// The query parameter that says how many items a page has.
    pub per_page: Option<Address>,
    /// The number of the first page. By default examples of requests and answers tell. Where they do not, it is 0 for what is
    /// called an index and in pages of Spring, and else 1, which a note tells.
    pub first_page: Option<u64>,
    /// The query parameter that says how many items come before the page.
    pub offset: Option<Address>,
    /// The query parameter with the token of the page. It goes with `next_cursor`, `id` or both.
    pub cursor: Option<Address>,
    /// Where answers have the token of the page after them: `meta.next_cursor`.
    pub next_cursor: Option<Address>,
    /// The field of an item whose value is the token of the page after the last item.
    pub id: Option<Address>,
    /// Where answers have the URL of the page after them: `links.next`.
    pub next_url: Option<Address>,
    /// Whether the header `Link` of answers with lists may have the URL of the page after them.
    pub link: bool,
    /// Where answers say whether there is more: `has_more`.
    pub more: Option<Address>,
    /// Where answers have their items: `data.items`. By default their only list, or the one that is called like it.
    pub items: Option<Address>,
}

impl Default for Pagination {
    fn default() -> Self {
        Self {
            detect: true,
            page: None,
            per_page: None,
            first_page: None,
            offset: None,
            cursor: None,
            next_cursor: None,
            id: None,
            next_url: None,
            link: false,
            more: None,
            items: None,
        }
    }
}

impl Pagination {
    /// The query parameters that it names.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Address> {
        [&self.page, &self.per_page, &self.offset, &self.cursor].into_iter().flatten()
    }

    /// The places in answers that it names.
    pub(crate) fn places(&self) -> impl Iterator<Item = &Address> {
        [&self.next_cursor, &self.next_url, &self.more, &self.items].into_iter().flatten()
    }

    /// Whether a query parameter counts pages or items, as it says.
    pub(crate) fn counts(&self, parameter: &str) -> bool {
        let counts = [&self.page, &self.per_page, &self.offset];
        counts.into_iter().flatten().any(|address| address.text == parameter)
    }

    /// Finds the positions of all names in the text that they were read from, and what does not go together.
    pub(super) fn locate(&mut self, position: &dyn Fn(usize) -> (usize, usize)) -> Result<(), ConfigError> {
        let Self { page, per_page, offset, cursor, next_cursor, id, next_url, more, items, .. } = self;
        let all = [page, per_page, offset, cursor, next_cursor, id, next_url, more, items];
        all.into_iter().flatten().for_each(|address| address.locate(position));
        let wrong = match (&self.cursor, &self.next_cursor, &self.id) {
            (Some(cursor), None, None) => {
                Some((cursor, "`cursor` goes with `next_cursor` or `id`, which say where its value comes from"))
            }
            (None, Some(next), _) => Some((next, "`next_cursor` goes with `cursor`, the parameter that takes it")),
            (None, None, Some(id)) => Some((id, "`id` goes with `cursor`, the parameter that takes it")),
            _ => None,
        };
        match wrong {
            None => Ok(()),
            Some((address, message)) => {
                let (line, column) = address.position.unwrap_or((1, 1));
                Err(ConfigError { line, column, message: message.to_owned() })
            }
        }
    }
}
