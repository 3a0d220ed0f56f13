//! Headers and bodies of packs, read.
//!
//! The format is postcard's, which `encode` writes through serde. The reader is our own: a struct is a list of places to read into, as it is
//! for requests, and not code of its own in the browser. `cargo xtask data` reads again what it wrote, so the two cannot part.

/// The bytes that are still to be read.
#[derive(Debug)]
pub struct Bytes<'a>(pub(super) &'a [u8]);

/// What can be read from a pack.
pub trait Unpack {
    /// Reads into it; `None` if the bytes are damaged, and then it holds anything.
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()>;
}

/// The members of a struct, in the order in which they are written.
macro_rules! packed {
    ($type:ident { $($field:ident $(: $slot:path)?),* $(,)? }) => {
        impl $crate::pack::Unpack for $type {
            fn unpack(&mut self, from: &mut $crate::pack::unpack::Bytes<'_>) -> Option<()> {
                let $type { $($field),* } = self;
                $crate::pack::unpack::all(from, &mut [$($crate::pack::unpack::place!($field $($slot)?)),*])
            }
        }
    };
}

/// The place that a member is read into; with a function, what it makes of the member.
macro_rules! place {
    ($field:ident) => {
        $field
    };
    ($field:ident $slot:path) => {
        &mut $slot($field)
    };
}

pub(super) use {packed, place};

/// Reads one after the other.
pub(super) fn all(from: &mut Bytes<'_>, places: &mut [&mut dyn Unpack]) -> Option<()> {
    places.iter_mut().try_for_each(|place| place.unpack(from))
}

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number of so many bits, seven a byte, the lowest first.
    fn number(&mut self, bits: u32) -> Option<u64> {
        let mut out = 0;
        for shift in (0..bits).step_by(7) {
            let byte = u64::from(self.byte()?);
            let part = byte & 0x7f;
            if bits - shift < 7 && part >> (bits - shift) != 0 {
                return None;
            }
            out |= part << shift;
            if byte == part {
                return Some(out);
            }
        }
        None
    }

    /// The same with a sign: 0, -1, 1, -2 …
    fn signed(&mut self, bits: u32) -> Option<i64> {
        let n = self.number(bits)?;
        Some((n >> 1).cast_signed() ^ -(n & 1).cast_signed())
    }

    /// How many follow.
    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number(usize::BITS)?).ok()
    }

    /// A text.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}

impl Unpack for bool {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        let byte = from.byte()?;
        *self = byte == 1;
        (byte <= 1).then_some(())
    }
}

impl Unpack for u8 {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        *self = from.byte()?;
        Some(())
    }
}

macro_rules! numbers {
    ($($read:ident: $($type:ty)*;)*) => {$($(
        impl Unpack for $type {
            fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
                *self = from.$read(<$type>::BITS)?.try_into().ok()?;
                Some(())
            }
        }
    )*)*};
}

numbers! { number: u16 u32 u64; signed: i32 i64; }

impl Unpack for String {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        from.text()?.clone_into(self);
        Some(())
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        self.0.unpack(from)?;
        self.1.unpack(from)
    }
}

impl<T: Unpack + Default> Unpack for Vec<T> {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        many(from, &mut |from| {
            self.push(T::default());
            self.last_mut()?.unpack(from)
        })
    }
}

/// Reads as many as there are. Nothing is reserved: a damaged count must not ask for more memory than there are items.
fn many(from: &mut Bytes<'_>, read: &mut dyn FnMut(&mut Bytes<'_>) -> Option<()>) -> Option<()> {
    (0..from.count()?).try_for_each(|_| read(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::DeserializeOwned;

    /// Read as postcard reads it, damaged or not.
    fn same<T: Unpack + Default + DeserializeOwned + PartialEq + std::fmt::Debug>(bytes: &[u8]) {
        let mut from = Bytes(bytes);
        let mut ours = T::default();
        let ours = ours.unpack(&mut from).map(|()| (ours, from.0));
        assert_eq!(ours, postcard::take_from_bytes(bytes).ok(), "{bytes:?}");
    }

    proptest! {
        #[test]
        fn bytes_are_read_as_postcard_reads_them(mut bytes in prop::collection::vec(prop_oneof![0..4_u8, 120..136_u8, 250..=255_u8, any::<u8>()], 0..14)) {
            for full in [false, true] {
                if full {
                    bytes.splice(0..0, [0xff; 8]);
                }
                same::<bool>(&bytes);
                same::<u8>(&bytes);
                same::<u16>(&bytes);
                same::<u32>(&bytes);
                same::<u64>(&bytes);
                same::<i32>(&bytes);
                same::<i64>(&bytes);
                same::<String>(&bytes);
                same::<Vec<(u16, String)>>(&bytes);
                same::<Vec<Vec<i32>>>(&bytes);
            }
        }
    }
}
