//! A request that is about to be sent.

use bytes::Bytes;
use reqwest::header::{HOST, HeaderMap};
use reqwest::{Method, Request, StatusCode, Url};

use super::builder::header;
use super::core::Core;
use super::error::Cause;
use super::response::read;
use super::url;

/// A request, which can be sent more than once.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) method: Method,
    /// Where it is meant to go, whatever it is sent through.
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
}

/// An answer as it came.
pub(crate) type Parts = (StatusCode, HeaderMap, Bytes);

impl Draft {
    /// Sends it, and reads the answer to its end.
    pub(crate) async fn send(&self, core: &Core) -> Result<Parts, Cause> {
        let response = core.http.execute(self.request(core)?).await?;
        read(response, core.max_response_bytes).await
    }

    fn request(&self, core: &Core) -> Result<Request, Cause> {
        let mut headers = self.headers.clone();
        let url = match &core.via {
            None => self.url.clone(),
            Some(via) => {
                let (_, host) = header(HOST.as_str(), &url::authority(&self.url)).map_err(Cause::Configuration)?;
                headers.entry(HOST).or_insert(host);
                url::through(via, &self.url)?
            }
        };
        let mut request = Request::new(self.method.clone(), url);
        *request.headers_mut() = headers;
        *request.body_mut() = self.body.clone().map(Into::into);
        Ok(request)
    }

    /// Adds a pair to the query.
    pub(crate) fn append_query(&mut self, name: &str, value: &str) {
        let mut query = self.url.query().unwrap_or_default().to_owned();
        url::push_pair(&mut query, name, value);
        self.url.set_query(Some(&query));
    }
}
