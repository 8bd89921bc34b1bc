//! The schemes of authentication that need code of their own.
