//! lapor over the C ABI.
