//! What every form, every client builder and every walk through JSON has in common.

/// Gives `$form`, a struct with a field `form`, what every form has. One that is sent in parts is written `$form(parts)`.
#[allow(unused_macros, reason = "not every API has forms of every kind")]
macro_rules! form {
    ($form:ident(parts)) => {
        impl $form {
            /// Adds a file under a name that has no setter.
            pub fn with_file(mut self, name: impl Into<String>, file: impl Into<$crate::uploads::FileSource>) -> Self {
                self.form.append_file(name.into(), file.into());
                self
            }
        }

        $crate::support::form!($form);
    };
    ($form:ident) => {
        impl $form {
            /// A form without fields.
            pub fn new() -> Self {
                Self::default()
            }

            /// Adds a field that has no setter.
            pub fn with_field(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.form.append(name.into(), value.into());
                self
            }
        }
    };
}

/// Gives `$builder`, a struct with a field `core`, the settings that every client has.
macro_rules! settings {
    ($builder:ident) => {
        impl $builder {
            /// How long a call may take over all its attempts and the waits between them:
            /// [`limits::TIMEOUT`](crate::limits::TIMEOUT) unless set. Sending a large body counts
            /// too; that call can be given more time of its own.
            /// [`Duration::MAX`](::std::time::Duration::MAX) lifts the limit.
            #[must_use]
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.core.timeout(timeout);
                self
            }

            /// How long one attempt of a call may take. Unless set, as long as the whole call.
            #[must_use]
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.core.attempt_timeout(timeout);
                self
            }

            /// How long it may take to connect:
            /// [`limits::CONNECT_TIMEOUT`](crate::limits::CONNECT_TIMEOUT) unless set. It does not
            /// concern an [`http_client`](Self::http_client) of your own.
            #[must_use]
            pub fn connect_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.core.connect_timeout(timeout);
                self
            }

            /// How many times a call is sent again after it failed in a way that may pass:
            /// [`limits::RETRIES`](crate::limits::RETRIES) unless set.
            ///
            /// Any call is sent again when there was no connection, or when the server did nothing
            /// (status 429 or 503). After a broken connection, a timeout of one attempt, or the
            /// status 502 or 504, only those calls are that may be made twice without harm (`GET`,
            /// `HEAD`, `PUT`, `DELETE`, `OPTIONS`, `TRACE`). Waits grow, vary by chance, and are
            /// never shorter than the server's `Retry-After` asks.
            #[must_use]
            pub fn retries(mut self, retries: u32) -> Self {
                self.core.retries(retries);
                self
            }

            /// How many retries all calls of the client may make together in vain:
            /// [`limits::RETRY_BUDGET`](crate::limits::RETRY_BUDGET) unless set. [`u32::MAX`] lifts the limit.
            #[must_use]
            pub fn retry_budget(mut self, retries: u32) -> Self {
                self.core.retry_budget(retries);
                self
            }

            /// The largest body of an answer:
            /// [`limits::MAX_RESPONSE_BYTES`](crate::limits::MAX_RESPONSE_BYTES) unless set. A
            /// larger one is an error.
            #[must_use]
            pub fn max_response_bytes(mut self, bytes: u64) -> Self {
                self.core.max_response_bytes(bytes);
                self
            }

            /// Adds your product to the user agent: `my-app/1.0`.
            #[must_use]
            pub fn user_agent(mut self, product: impl Into<String>) -> Self {
                self.core.user_agent(product.into());
                self
            }

            /// Sets a header that every call sends unless it has one of that name itself. It
            /// replaces what this crate would send under that name, authentication included.
            #[must_use]
            pub fn default_header(mut self, name: &str, value: impl Into<String>) -> Self {
                self.core.default_header(name, &value.into());
                self
            }

            /// Has every call signed by a scheme of your own, in place of what the collection says. Calls
            /// for which it explicitly says that they need no authentication are not signed.
            #[must_use]
            pub fn sign(mut self, sign: impl $crate::Sign + 'static) -> Self {
                self.core.sign(sign);
                self
            }

            /// Has a function see every attempt of every call before it is authenticated and sent, and add headers to it. More
            /// than one can be set; they are called in their order.
            #[must_use]
            pub fn before_send(mut self, hook: impl Fn(&mut $crate::Outgoing<'_>) + Send + Sync + 'static) -> Self {
                self.core.before_send(hook);
                self
            }

            /// Has a function see the beginning of every answer: its status, its headers, and how long it took. More than one
            /// can be set.
            #[must_use]
            pub fn after_receive(mut self, hook: impl Fn(&$crate::Received<'_>) + Send + Sync + 'static) -> Self {
                self.core.after_receive(hook);
                self
            }

            /// Has something else than `reqwest` carry the requests: a mock, another HTTP library.
            #[must_use]
            pub fn transport(mut self, transport: impl $crate::Transport + 'static) -> Self {
                self.core.transport(transport);
                self
            }

            /// Uses an HTTP client of your own, with its connections, proxies and TLS settings.
            ///
            /// It also brings its own redirects. Give it
            /// [`redirect_policy`](crate::redirect_policy), since the default one of `reqwest` may
            /// send a credential on to another host.
            #[must_use]
            pub fn http_client(mut self, client: ::reqwest::Client) -> Self {
                self.core.http_client(client);
                self
            }

            /// Makes every request connect to this origin (scheme, host and port) instead of the
            /// one that it is meant for. Path, query and the `Host` header stay as they would be.
            ///
            /// This is for tests, mocks, recorders and gateways. The credentials go there too.
            /// Proxies from the environment are not used then.
            #[must_use]
            pub fn via(mut self, url: impl Into<String>) -> Self {
                self.core.via(url.into());
                self
            }
        }
    };
}

/// What a visitor that looks for places in JSON does with values that hold none.
macro_rules! scalars_are_skipped {
    () => {
        fn visit_bool<E>(self, _: bool) -> Result<(), E> {
            Ok(())
        }

        fn visit_i64<E>(self, _: i64) -> Result<(), E> {
            Ok(())
        }

        fn visit_u64<E>(self, _: u64) -> Result<(), E> {
            Ok(())
        }

        fn visit_f64<E>(self, _: f64) -> Result<(), E> {
            Ok(())
        }

        fn visit_str<E>(self, _: &str) -> Result<(), E> {
            Ok(())
        }

        fn visit_unit<E>(self) -> Result<(), E> {
            Ok(())
        }
    };
}

pub(crate) use form;
pub(crate) use scalars_are_skipped;
pub(crate) use settings;
