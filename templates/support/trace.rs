//! Spans and events of calls, after OpenTelemetry's conventions for HTTP clients. They hold no value of a call: no URL, header or
//! body, and of errors only the kind.

use std::future::Future;
use std::time::Duration;

use tracing::field::Empty;
use tracing::{Instrument as _, Span, debug, info_span};

use super::call::Call;
use super::error::{Error, Result};

/// Has a call run in a span of its own.
pub(crate) async fn traced<R>(call: &Call, sending: impl Future<Output = Result<R>>) -> Result<R> {
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
    let result = sending.instrument(span.clone()).await;
    if let Err(error) = &result {
        span.record("otel.status_code", "ERROR");
        span.record("error.type", tracing::field::debug(error.kind()));
    }
    result
}

/// The answer of an attempt begins.
pub(crate) fn answered(attempt: u32, status: u16) {
    let span = Span::current();
    span.record("http.response.status_code", status);
    span.record("http.request.resend_count", attempt - 1);
}

/// The call is made again.
pub(crate) fn again(error: &Error, attempt: u32, wait: Duration) {
    let status = error.status().map(|status| status.as_u16());
    debug!(attempt, error = ?error.kind(), status, ?wait, "the call is made again");
}
