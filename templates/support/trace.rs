//! Spans and events of calls, after OpenTelemetry's conventions for HTTP clients. They hold no value of a call: no URL, header or
//! body, and of errors only the kind.

#[cfg(feature = "tracing")]
pub(crate) use on::Trace;

/// Without the feature nobody looks on.
#[cfg(not(feature = "tracing"))]
pub(crate) struct Trace;

#[cfg(not(feature = "tracing"))]
impl Trace {
    pub(crate) fn of(_: &super::call::Call) -> Self {
        Self
    }

    pub(crate) fn run<F>(&self, sending: F) -> F {
        sending
    }

    pub(crate) fn answered(&self, _: u32, _: u16) {}

    pub(crate) fn again(&self, _: &super::error::Error, _: u32, _: std::time::Duration) {}
}

#[cfg(feature = "tracing")]
mod on {
    use std::future::Future;
    use std::time::Duration;

    use tracing::field::{Empty, debug};
    use tracing::{Instrument as _, Span, debug, info_span};

    use crate::support::call::Call;
    use crate::support::error::{Error, Result};

    /// The span of a call.
    pub(crate) struct Trace(Span);

    impl Trace {
        pub(crate) fn of(call: &Call) -> Self {
            let endpoint = call.operation;
            let span = info_span!(
                "call",
                otel.name = format_args!("{} {}", endpoint.method, endpoint.path),
                otel.kind = "client",
                otel.status_code = Empty,
                operation = endpoint.name,
                http.request.method = endpoint.method,
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                url.template = endpoint.path,
                server.address = Empty,
                server.port = Empty,
                error.type = Empty,
            );
            if let Ok(server) = call.core.server(endpoint.server) {
                let (host, port) = server.host_and_port();
                span.record("server.address", host);
                span.record("server.port", port);
            }
            Self(span)
        }

        /// Has what sends the call run in the span.
        pub(crate) async fn run<R>(&self, sending: impl Future<Output = Result<R>>) -> Result<R> {
            let result = sending.instrument(self.0.clone()).await;
            if let Err(error) = &result {
                self.0.record("otel.status_code", "ERROR");
                self.0.record("error.type", debug(error.kind()));
            }
            result
        }

        /// The answer of an attempt begins.
        pub(crate) fn answered(&self, attempt: u32, status: u16) {
            self.0.record("http.response.status_code", status);
            self.0.record("http.request.resend_count", attempt - 1);
        }

        /// The call is made again.
        pub(crate) fn again(&self, error: &Error, attempt: u32, wait: Duration) {
            let status = error.status().map(|status| status.as_u16());
            debug!(parent: &self.0, attempt, error = ?error.kind(), status, ?wait, "the call is made again");
        }
    }
}
