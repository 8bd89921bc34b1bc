//! A request that is about to be sent.

use std::sync::Arc;

use reqwest::header::{HOST, HeaderMap};
use reqwest::{Method, Request, Response, Url};

use super::body::{Content, Make};
use super::builder::{following, header};
use super::core::Core;
use super::error::Cause;
use super::transport::TransportError;
use super::url;

/// Marks an answer that redirects led to.
#[derive(Clone, Copy)]
pub(crate) struct Followed;

/// A request, which can be sent more than once.
#[derive(Clone)]
pub(crate) struct Draft {
    /// For the transport: the path of the method that was called, from the client on.
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    /// Where it is meant to go, whatever it is sent through.
    pub(crate) url: Url,
    /// Host and port of that, as a `Host` header has them.
    pub(crate) authority: Arc<str>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Content>,
}

impl Draft {
    /// Sends it, and returns when the answer begins.
    pub(crate) fn send(self, core: &Core) -> impl Future<Output = Result<Response, Cause>> {
        let operation = self.operation;
        // Made at once, so that the future does not hold the draft as well.
        let request = self.request(core);
        async move {
            let (mut request, make) = request?;
            if let Some(make) = make {
                request = make.fill(core.http.clone(), request).await?;
            }
            match &core.transport {
                Some(transport) => Ok(transport.send(operation, request).await?),
                None => match following(core.http.execute(request)).await {
                    (Ok(mut response), true) => {
                        response.extensions_mut().insert(Followed);
                        Ok(response)
                    }
                    (Ok(response), false) => Ok(response),
                    (Err(error), followed) => Err(TransportError::from(error).after_redirect(followed).into()),
                },
            }
        }
    }

    /// Whether it can be sent again.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.body.as_ref().is_none_or(Content::is_repeatable)
    }

    /// The request, and what makes its body if that is not there yet.
    fn request(self, core: &Core) -> Result<(Request, Option<Arc<dyn Make>>), Cause> {
        let mut headers = self.headers;
        let url = match &core.via {
            None => self.url,
            Some(via) => {
                let (_, host) = header(HOST.as_str(), &self.authority).map_err(Cause::Configuration)?;
                headers.entry(HOST).or_insert(host);
                url::through(via, &self.url)?
            }
        };
        let mut request = Request::new(self.method, url);
        *request.headers_mut() = headers;
        match self.body {
            None => Ok((request, None)),
            Some(Content::Bytes(bytes)) => {
                *request.body_mut() = Some(bytes.into());
                Ok((request, None))
            }
            Some(Content::Made(make)) => Ok((request, Some(make))),
        }
    }

    /// Adds a pair to the query.
    pub(crate) fn append_query(&mut self, name: &str, value: &str) {
        let mut query = self.url.query().unwrap_or_default().to_owned();
        url::push_pair(&mut query, name, value);
        self.url.set_query(Some(&query));
    }
}
