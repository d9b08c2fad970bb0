//! Why a server cannot listen on an address, with what to do about it. `interlink serve` and the
//! contribution service say the same.

use std::io;
use std::net::SocketAddr;

/// An address that cannot be listened on.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// Somebody else has it.
    #[error("another program listens on {address}; stop it, or take a free port with {instead}")]
    Taken {
        /// The address.
        address: SocketAddr,
        /// The option of the program that takes a free port.
        instead: String,
    },
    /// The system refuses.
    #[error("{address} cannot be listened on")]
    Refused {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
}

impl ListenError {
    /// What an error means for an address; `instead` is the option that takes a free port.
    pub fn new(address: SocketAddr, error: io::Error, instead: impl Into<String>) -> ListenError {
        match error.kind() {
            io::ErrorKind::AddrInUse => ListenError::Taken { address, instead: instead.into() },
            _ => ListenError::Refused { address, source: error },
        }
    }
}
