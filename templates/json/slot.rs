//! Where decoded values go: what a type says of itself.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::object::Object;

/// A type that can be decoded.
pub(crate) trait Decode: Default {
    /// Where its value goes. It is asked for while it is what it was made by default.
    fn slot(&mut self) -> Slot<'_>;

    /// What stands for `null` in a list or a map, if that is a value of this type.
    fn null() -> Option<Self> {
        None
    }
}

/// A place that a value is decoded into.
pub(crate) enum Slot<'a> {
    Bool(&'a mut bool),
    Integer(&'a mut i64),
    Unsigned(&'a mut u64),
    Float(&'a mut f64),
    Text(&'a mut String),
    Word(&'a mut dyn Word),
    List(&'a mut dyn List),
    Map(&'a mut dyn Entries),
    Object(&'a mut dyn Object),
    Union(&'a mut dyn Union),
    Optional(&'a mut dyn Optional),
    Free(&'a mut Map<String, Value>),
    Any(&'a mut Value),
}

/// One of a few words, or any other.
pub(crate) trait Word {
    fn set(&mut self, word: &str);
}

impl<T: for<'a> From<&'a str>> Word for T {
    #[inline]
    fn set(&mut self, word: &str) {
        *self = word.into();
    }
}

/// A list.
pub(crate) trait List {
    /// The place of one more element.
    fn push(&mut self) -> Slot<'_>;

    /// Adds `null`, or nothing where that is no element.
    fn push_null(&mut self);
}

/// A map.
pub(crate) trait Entries {
    /// The place of this key's value. An earlier one goes.
    fn insert(&mut self, key: String) -> Slot<'_>;

    /// Sets a key's value to `null`, or to none where that is no value.
    fn insert_null(&mut self, key: String);
}

/// A look for a field by its name, which an object shows all its fields.
pub(crate) struct Fields<'a, 'n> {
    wanted: &'n str,
    found: Option<Field<'a>>,
    /// How many fields were shown.
    count: usize,
    /// What the next field is called on the wire, if not as in code.
    name: Option<&'static str>,
    /// Whether `null` is something else than nothing in the next field.
    is_nullable: bool,
}

/// A field of an object.
pub(crate) struct Field<'a> {
    pub(crate) name: &'static str,
    /// Its place among the fields.
    pub(crate) index: usize,
    pub(crate) slot: Slot<'a>,
}

impl<'a, 'n> Fields<'a, 'n> {
    /// Finds the field of this name.
    pub(crate) fn find(object: &'a mut dyn Object, wanted: &'n str) -> Option<Field<'a>> {
        object.fields(Self { wanted, found: None, count: 0, name: None, is_nullable: false }).found
    }

    /// Says what the next field is called on the wire.
    #[inline]
    pub(crate) fn called(self, name: &'static str) -> Self {
        Self { name: Some(name), ..self }
    }

    /// Says that the next field is always written, which is read as any other.
    #[inline]
    pub(crate) fn always(self) -> Self {
        self
    }

    /// Says that `null` is another value than none in the next field.
    #[inline]
    pub(crate) fn nullable(self) -> Self {
        Self { is_nullable: true, ..self }
    }

    /// Shows the next field.
    #[inline]
    pub(crate) fn field(mut self, name: &'static str, place: &'a mut impl Decode) -> Self {
        let name = self.name.unwrap_or(name);
        if name == self.wanted {
            let slot = match place.slot() {
                Slot::Optional(optional) if self.is_nullable => optional.fill(),
                slot => slot,
            };
            self.found = Some(Field { name, index: self.count, slot });
        }
        Self { count: self.count + 1, name: None, is_nullable: false, ..self }
    }
}

/// A value of one of several kinds.
pub(crate) trait Union {
    fn set(&mut self, value: Value);
}

/// A value that may not be there.
pub(crate) trait Optional {
    /// The place of a value that is.
    fn fill(&mut self) -> Slot<'_>;
}

macro_rules! scalars {
    ($($scalar:ty: $slot:ident,)*) => {
        $(impl Decode for $scalar {
            #[inline]
            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }
        })*
    };
}

scalars! {
    bool: Bool,
    i64: Integer,
    u64: Unsigned,
    f64: Float,
    String: Text,
    Map<String, Value>: Free,
}

impl Decode for Value {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Any(self)
    }

    #[inline]
    fn null() -> Option<Self> {
        Some(Self::Null)
    }
}

impl<T: Decode> Decode for Option<T> {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Optional(self)
    }

    #[inline]
    fn null() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Optional for Option<T> {
    #[inline]
    fn fill(&mut self) -> Slot<'_> {
        self.insert(T::default()).slot()
    }
}

impl<T: Decode> Decode for Vec<T> {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

impl<T: Decode> List for Vec<T> {
    #[inline]
    fn push(&mut self) -> Slot<'_> {
        let last = self.len();
        self.push(T::default());
        self[last].slot()
    }

    #[inline]
    fn push_null(&mut self) {
        // Not by `extend`, which takes many functions to compile for each type of element.
        if let Some(null) = T::null() {
            self.push(null);
        }
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
}

impl<T: Decode> Entries for BTreeMap<String, T> {
    #[inline]
    fn insert(&mut self, key: String) -> Slot<'_> {
        let value = self.entry(key).or_default();
        *value = T::default();
        value.slot()
    }

    #[inline]
    fn insert_null(&mut self, key: String) {
        match T::null() {
            Some(null) => drop(self.insert(key, null)),
            None => drop(self.remove(&key)),
        }
    }
}
