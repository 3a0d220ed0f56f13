//! How the types of requests and overlays say what they are read from.
//!
//! serde's `Deserialize` comes with it, by the same rules: there is one description of what is accepted, and not two that may part.

/// The members of a struct, in the order in which missing ones are reported: `record!(Request { now, kind as "type" })`.
///
/// A member may be absent if its type is an `Option`, a list, a map or a choice with a default, or if `record!(default Request { … })` says so of
/// all; then `Default` fills them. A member may name another way of reading: [`Given`](super::Given), [`Optional`](super::Optional).
macro_rules! record {
    ($type:ident { $($field:ident $(as $wire:literal)? $(: $slot:ident)?),* $(,)? }) => {
        $crate::json::record!(@ $type, false, { $type { $($field: $crate::json::Read::blank()),* } }, $($field $(as $wire)? $(: $slot)?),*);
    };
    (default $type:ident { $($field:ident $(as $wire:literal)? $(: $slot:ident)?),* $(,)? }) => {
        $crate::json::record!(@ $type, true, { $type::default() }, $($field $(as $wire)? $(: $slot)?),*);
    };
    (@ $type:ident, $optional:literal, $blank:block, $($field:ident $(as $wire:literal)? $(: $slot:ident)?),*) => {
        impl $crate::json::Slot for $type {
            fn read(&mut self, value: &serde_json::Value) -> Result<(), $crate::error::Error> {
                const NAMES: &[&str] = &[$($crate::json::name!($field $($wire)?)),*];
                const { assert!(NAMES.len() <= 64, "one bit a member") };
                let $type { $($field),* } = self;
                $crate::json::object(value, NAMES, $optional, &mut [$($crate::json::slot!($field $($slot)?)),*])
            }
        }

        impl $crate::json::Read for $type {
            fn blank() -> Self $blank
        }

        $crate::json::record!(serde $type);
    };
    (serde $type:ident) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                $crate::json::deserialize(d)
            }
        }
    };
}

/// The names of an enum: `choices!(Unit { "days" => Days, "years" => Years })`; with `default` it may be absent.
macro_rules! choices {
    (default $type:ident { $($tokens:tt)* }) => {
        $crate::json::choices!(@ $type, false, $type::default(), $($tokens)*);
    };
    ($type:ident { $first:literal => $variant:ident, $($tokens:tt)* }) => {
        $crate::json::choices!(@ $type, true, $type::$variant, $first => $variant, $($tokens)*);
    };
    (@ $type:ident, $required:literal, $blank:expr, $($name:literal => $variant:ident),* $(,)?) => {
        impl $crate::json::Slot for $type {
            fn read(&mut self, value: &serde_json::Value) -> Result<(), $crate::error::Error> {
                let chosen = $crate::json::choice(value, &[$($name),*])?;
                [$($type::$variant),*].get(chosen).inspect(|value| *self = **value);
                Ok(())
            }

            fn required(&self) -> bool {
                $required
            }
        }

        impl $crate::json::Read for $type {
            fn blank() -> Self {
                $blank
            }
        }

        $crate::json::record!(serde $type);
    };
}

/// The name of a member on the wire.
macro_rules! name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

/// The place that a member is read into.
macro_rules! slot {
    ($field:ident) => {
        $field
    };
    ($field:ident $slot:ident) => {
        &mut $crate::json::$slot($field)
    };
}

pub(crate) use {choices, name, record, slot};
