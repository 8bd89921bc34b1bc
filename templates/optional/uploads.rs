//! Files in requests: alone, or as parts of a form. They are read while they are sent, so their size does not matter to
//! memory; the time that sending takes counts towards the call's timeout.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Display};
use std::future::poll_fn;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use reqwest::multipart::{Form, Part};
use reqwest::{Body, Client, Request, RequestBuilder};
use tokio::fs::File;
use tokio::io::{AsyncRead as _, ReadBuf};

use crate::support::body::{Filled, Make};
use crate::support::call::Call;
use crate::support::error::Cause;

/// How much of a file is read at once where somebody watches.
const PIECE: usize = 64 * 1024;

/// What a file without a telling name is.
const UNKNOWN: &str = "application/octet-stream";

/// A file to send: where its contents come from, and what it is called.
///
/// Bytes and paths turn into one: `std::path::Path::new("photo.png").into()`.
///
/// It may be of any size, since it is read while it is sent. Sending it is part of the call's time, though, which is
/// [`limits::TIMEOUT`](crate::limits::TIMEOUT) unless set: give a large file more with the call's `timeout`.
#[derive(Clone)]
pub struct FileSource {
    contents: Contents,
    file_name: Option<String>,
    media_type: Option<String>,
    progress: Option<Progress>,
}

/// Is told how much was sent, and how much there is in all where that is known.
type Progress = Arc<dyn Fn(u64, Option<u64>) + Send + Sync>;

#[derive(Clone)]
enum Contents {
    Bytes(Bytes),
    Path(PathBuf),
    /// Gone once it is sent; clones share it.
    Stream(Arc<Mutex<Option<Chunks>>>),
}

type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, Box<dyn Error + Send + Sync>>> + Send>>;

impl FileSource {
    fn new(contents: Contents) -> Self {
        Self { contents, file_name: None, media_type: None, progress: None }
    }

    /// The file at a path. It is opened when it is sent, and read piece by piece.
    ///
    /// It is sent as long as it is when it is opened: what is appended later is not sent, and the call fails if the file
    /// gets shorter meanwhile. What is no regular file, such as a pipe or `/dev/stdin`, is read to its end. Its length is
    /// not known before, and it can be sent once, so a call with one is not made again when it fails.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::new(Contents::Path(path.into()))
    }

    /// Bytes in memory, under the name of a file.
    pub fn bytes(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(Contents::Bytes(bytes.into())).file_name(file_name)
    }

    /// Whatever a stream yields, under the name of a file.
    ///
    /// A stream can be sent once, so a call with one is not made again when it fails.
    pub fn stream<B, E>(file_name: impl Into<String>, stream: impl Stream<Item = Result<B, E>> + Send + 'static) -> Self
    where
        B: Into<Bytes>,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        let chunks: Chunks = Box::pin(stream.map(|chunk| chunk.map(Into::into).map_err(Into::into)));
        Self::new(Contents::Stream(Arc::new(Mutex::new(Some(chunks))))).file_name(file_name)
    }

    /// Sends it under this name. Unless set, a file at a path has the last part of it.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// Says what it is: `image/png`. Unless set, the ending of its path or name tells.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Calls `watch` whenever more of it was handed to the connection: with how many bytes that are so far, and how
    /// many there are in all, which is not known of a stream or a pipe.
    ///
    /// A call that is made again, after an answer of 503 for instance, sends it from the beginning, and so counts. `watch`
    /// runs while the file is sent, so it should be quick: `file.progress(|sent, total| println!("{sent} of {total:?}"))`.
    #[must_use]
    pub fn progress(mut self, watch: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(watch));
        self
    }

    /// Says what it is unless somebody said so before.
    #[allow(dead_code, reason = "an API need not say what its files are")]
    fn or_media_type(self, media_type: &str) -> Self {
        if self.media_type.is_some() { self } else { self.media_type(media_type) }
    }

    /// What it is; of what has an empty name nothing is known.
    fn known_media_type(&self) -> Option<String> {
        if self.media_type.is_some() {
            return self.media_type.clone();
        }
        let guess = |path: &Path| mime_guess::from_path(path).first_raw();
        let guessed = match (&self.contents, self.file_name.as_deref()) {
            (Contents::Path(path), _) => guess(path),
            (_, Some("")) => return None,
            (_, Some(name)) => guess(Path::new(name)),
            (_, None) => None,
        };
        Some(guessed.unwrap_or(UNKNOWN).to_owned())
    }

    /// The name that it is sent under.
    fn known_file_name(&self) -> Option<Cow<'_, str>> {
        match (&self.file_name, &self.contents) {
            (Some(name), _) => Some(name.into()),
            (None, Contents::Path(path)) => path.file_name().map(|name| name.to_string_lossy()),
            (None, _) => None,
        }
    }

    /// Whether there is nothing to send.
    fn is_nothing(&self) -> bool {
        matches!(&self.contents, Contents::Bytes(bytes) if bytes.is_empty()) && self.file_name.as_deref() == Some("")
    }

    /// Its contents, with their length where it is known.
    async fn open(&self) -> Result<(Body, Option<u64>), Cause> {
        match &self.contents {
            Contents::Bytes(bytes) => {
                let length = Some(bytes.len() as u64);
                Ok((self.watched(bytes.clone(), length, Body::from, pieces), length))
            }
            Contents::Path(path) => {
                let mistake = |error| Cause::Request(format!("the file `{}` cannot be read: {error}", path.display()));
                let (chunks, length) = open(path).await.map_err(mistake)?;
                Ok((self.watched(chunks, length, Body::wrap_stream, |chunks| chunks), length))
            }
            Contents::Stream(chunks) => {
                let chunks = chunks.lock().unwrap_or_else(PoisonError::into_inner).take();
                let chunks =
                    chunks.ok_or_else(|| Cause::Request("the stream of the body was sent before".to_owned()))?;
                Ok((self.watched(chunks, None, Body::wrap_stream, |chunks| chunks), None))
            }
        }
    }

    /// The body of contents: as it is made anyway, or of pieces that are counted where somebody watches.
    fn watched<C>(&self, contents: C, length: Option<u64>, body: fn(C) -> Body, pieces: fn(C) -> Chunks) -> Body {
        let Some(watch) = self.progress.clone() else { return body(contents) };
        let mut sent = 0;
        Body::wrap_stream(pieces(contents).inspect(move |piece| {
            if let Ok(piece) = piece {
                sent += piece.len() as u64;
                watch(sent, length);
            }
        }))
    }

    fn is_repeatable(&self) -> bool {
        match &self.contents {
            Contents::Bytes(_) => true,
            // What came out of a pipe is gone.
            Contents::Path(path) => path.is_file(),
            Contents::Stream(_) => false,
        }
    }
}

/// Bytes in pieces.
fn pieces(mut bytes: Bytes) -> Chunks {
    let next = move || (!bytes.is_empty()).then(|| Ok(bytes.split_to(bytes.len().min(PIECE))));
    Box::pin(stream::iter(std::iter::from_fn(next)))
}

/// What is at a path, in pieces, with its length where that can be relied on.
async fn open(path: &Path) -> io::Result<(Chunks, Option<u64>)> {
    let mut file = File::open(path).await?;
    let metadata = file.metadata().await?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    match metadata.len() {
        // A pipe or a device.
        _ if !metadata.is_file() => Ok((read(file, None), None)),
        // It is empty, or the kernel makes its contents when they are read, as those in `/proc`.
        0 => {
            let first = piece(&mut file, PIECE).await?;
            if first.is_empty() {
                return Ok((Box::pin(stream::empty()), Some(0)));
            }
            Ok((Box::pin(stream::iter([Ok(first)]).chain(read(file, None))), None))
        }
        length => Ok((read(file, Some(length)), Some(length))),
    }
}

/// A file in pieces: this much of it, or all where that is not known. The body was said to be that long, so it can be neither
/// longer nor shorter.
fn read(file: File, length: Option<u64>) -> Chunks {
    Box::pin(stream::try_unfold((file, length), move |(mut file, left)| async move {
        let most = left.map_or(PIECE, |left| usize::try_from(left).map_or(PIECE, |left| left.min(PIECE)));
        if most == 0 {
            return Ok(None);
        }
        let piece = piece(&mut file, most).await?;
        if let (true, Some(length)) = (piece.is_empty(), length) {
            return Err(format!("the file ends before the {length} bytes that it had").into());
        }
        let left = left.map(|left| left - piece.len() as u64);
        Ok((!piece.is_empty()).then_some((piece, (file, left))))
    }))
}

/// The next piece of a file, not longer than `most`; empty at its end.
async fn piece(file: &mut File, most: usize) -> io::Result<Bytes> {
    let mut piece = vec![0; most];
    let mut buffer = ReadBuf::new(&mut piece);
    poll_fn(|context| Pin::new(&mut *file).poll_read(context, &mut buffer)).await?;
    let length = buffer.filled().len();
    piece.truncate(length);
    Ok(piece.into())
}

impl From<&Path> for FileSource {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<PathBuf> for FileSource {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<Bytes> for FileSource {
    fn from(bytes: Bytes) -> Self {
        Self::new(Contents::Bytes(bytes))
    }
}

impl From<Vec<u8>> for FileSource {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(Contents::Bytes(bytes.into()))
    }
}

impl fmt::Debug for FileSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let contents = match &self.contents {
            Contents::Bytes(bytes) => format!("{} bytes", bytes.len()),
            Contents::Path(path) => path.display().to_string(),
            Contents::Stream(_) => "stream".to_owned(),
        };
        f.debug_struct("FileSource")
            .field("contents", &contents)
            .field("file_name", &self.file_name)
            .field("media_type", &self.media_type)
            .finish()
    }
}

impl Make for FileSource {
    fn fill(&self, _: Client, mut request: Request) -> Filled<'_> {
        Box::pin(async move {
            let (body, length) = self.open().await?;
            let headers = request.headers_mut();
            if let (Some(media_type), false) = (self.known_media_type(), headers.contains_key(CONTENT_TYPE)) {
                headers.insert(CONTENT_TYPE, header_value(&media_type)?);
            }
            if let Some(length) = length {
                headers.insert(CONTENT_LENGTH, length.into());
            }
            *request.body_mut() = Some(body);
            Ok(request)
        })
    }

    fn is_repeatable(&self) -> bool {
        self.is_repeatable()
    }

    fn is_form(&self) -> bool {
        false
    }
}

fn header_value(media_type: &str) -> Result<HeaderValue, Cause> {
    HeaderValue::from_str(media_type).map_err(|_| Cause::Request(format!("`{media_type}` cannot be a media type")))
}

/// The parts of a form, in the order in which they were set.
#[derive(Clone, Default)]
#[allow(dead_code, reason = "an API may send files alone")]
pub(crate) struct FormParts(Vec<(Cow<'static, str>, Value)>);

#[derive(Clone, Debug)]
#[allow(dead_code, reason = "an API may send files alone")]
enum Value {
    Text(String, Option<&'static str>),
    File(FileSource),
}

#[allow(dead_code, reason = "an API need not have parts of every kind")]
impl FormParts {
    /// Sets a text; earlier values go.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Display) {
        self.set_value(name, Value::Text(value.to_string(), None));
    }

    /// Sets a text that is of this media type; earlier values go.
    pub(crate) fn set_as(&mut self, name: &'static str, value: impl Display, media_type: &'static str) {
        self.set_value(name, Value::Text(value.to_string(), Some(media_type)));
    }

    /// Adds a text to those that a part may have.
    pub(crate) fn append(&mut self, name: impl Into<Cow<'static, str>>, value: impl Display) {
        self.0.push((name.into(), Value::Text(value.to_string(), None)));
    }

    /// Adds a text that is of this media type.
    pub(crate) fn append_as(&mut self, name: &'static str, value: impl Display, media_type: &'static str) {
        self.0.push((name.into(), Value::Text(value.to_string(), Some(media_type))));
    }

    /// Sets a file; earlier values go.
    pub(crate) fn set_file(&mut self, name: &'static str, file: FileSource) {
        self.set_value(name, Value::File(file));
    }

    /// Sets a file that is of this media type unless it says otherwise; earlier values go.
    pub(crate) fn set_file_as(&mut self, name: &'static str, file: FileSource, media_type: &str) {
        self.set_file(name, file.or_media_type(media_type));
    }

    /// Adds a file that is of this media type unless it says otherwise.
    pub(crate) fn append_file_as(&mut self, name: &'static str, file: FileSource, media_type: &str) {
        self.append_file(name, file.or_media_type(media_type));
    }

    /// Adds a file to those that a part may have.
    pub(crate) fn append_file(&mut self, name: impl Into<Cow<'static, str>>, file: FileSource) {
        self.0.push((name.into(), Value::File(file)));
    }

    fn set_value(&mut self, name: &'static str, value: Value) {
        let place = self.0.iter().position(|part| part.0 == name).unwrap_or(self.0.len());
        self.0.retain(|part| part.0 != name);
        self.0.insert(place, (name.into(), value));
    }
}

impl Make for FormParts {
    fn fill(&self, http: Client, mut request: Request) -> Filled<'_> {
        Box::pin(async move {
            // The form brings its own, with its boundary.
            request.headers_mut().remove(CONTENT_TYPE);
            let mut form = Form::new().percent_encode_noop();
            for (name, value) in &self.0 {
                form = form.part(escaped(name), part(value).await?);
            }
            Ok(RequestBuilder::from_parts(http, request).multipart(form).build()?)
        })
    }

    fn is_repeatable(&self) -> bool {
        self.0.iter().all(|(_, value)| !matches!(value, Value::File(file) if !file.is_repeatable()))
    }

    fn is_form(&self) -> bool {
        true
    }
}

async fn part(value: &Value) -> Result<Part, Cause> {
    let (part, media_type) = match value {
        Value::Text(text, media_type) => (Part::text(text.clone()), media_type.map(str::to_owned)),
        Value::File(file) => {
            let part = match file.open().await? {
                (body, Some(length)) => Part::stream_with_length(body, length),
                (body, None) => Part::stream(body),
            };
            let part = match file.known_file_name() {
                // `reqwest` lets a file name break its line.
                Some(name) => part.file_name(escaped(&name)),
                None => part,
            };
            (part, file.known_media_type())
        }
    };
    match media_type {
        Some(media_type) => {
            part.mime_str(&media_type).map_err(|_| Cause::Request(format!("`{media_type}` cannot be a media type")))
        }
        None => Ok(part),
    }
}

/// A name of a part or a file as browsers send it: it cannot end its line or its quotes.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[allow(dead_code, reason = "an API may send forms or files alone")]
impl Call {
    /// Sets a form of parts as the body; one without parts sends no body.
    pub(crate) fn multipart(&mut self, form: FormParts) {
        if !form.0.is_empty() {
            self.made(form);
        }
    }

    /// Sets a file as the body.
    pub(crate) fn file(&mut self, file: FileSource) {
        if file.is_nothing() {
            return;
        }
        // What is in memory already can be signed too.
        let (Contents::Bytes(bytes), None) = (&file.contents, &file.progress) else { return self.made(file) };
        let media_type = file.known_media_type();
        self.bytes(bytes.clone(), media_type.as_deref().unwrap_or(UNKNOWN));
        if media_type.is_none() {
            self.untyped();
        }
    }
}

impl fmt::Debug for FormParts {
    /// The names alone, since a value may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|part| &part.0)).finish()
    }
}
