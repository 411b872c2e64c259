//! DNS transport: one query to one name server over UDP, or over TCP where the answer is truncated.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

use super::deadline::Deadline;

/// The length of a message's header.
const HEADER: usize = 12;
/// The longest answer over UDP.
const LONGEST: usize = 4096;

/// Sends a query under an ID that nobody foresees and waits for the answer to it.
pub(super) fn ask(
    server: SocketAddr,
    query: &[u8],
    tcp: bool,
    deadline: Deadline,
) -> io::Result<Vec<u8>> {
    let mut id = [0; 2];
    getrandom::fill(&mut id).map_err(io::Error::other)?;
    let mut query = query.to_vec();
    if let Some(place) = query.first_chunk_mut() {
        *place = id;
    }
    if !tcp {
        let answer = over_udp(server, &query, deadline)?;
        if !is_truncated(&answer) {
            return Ok(answer);
        }
    }
    over_tcp(server, &query, deadline)
}

fn over_udp(server: SocketAddr, query: &[u8], deadline: Deadline) -> io::Result<Vec<u8>> {
    let any = match server {
        SocketAddr::V4(_) => SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)),
        SocketAddr::V6(_) => SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0)),
    };
    let socket = UdpSocket::bind(any)?;
    socket.connect(server)?;
    socket.send(query)?;
    let mut buffer = vec![0; LONGEST];
    loop {
        socket.set_read_timeout(Some(left(deadline)?))?;
        let length = socket.recv(&mut buffer)?;
        if answers(&buffer[..length], query) {
            buffer.truncate(length);
            return Ok(buffer);
        }
    }
}

fn over_tcp(server: SocketAddr, query: &[u8], deadline: Deadline) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect_timeout(&server, left(deadline)?)?;
    stream.set_write_timeout(Some(left(deadline)?))?;
    let length = u16::try_from(query.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    stream.write_all(&[&length.to_be_bytes(), query].concat())?;
    let mut length = [0; 2];
    read(&mut stream, &mut length, deadline)?;
    let mut answer = vec![0; u16::from_be_bytes(length).into()];
    read(&mut stream, &mut answer, deadline)?;
    if answers(&answer, query) {
        Ok(answer)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidData, "the server answers another query"))
    }
}

/// Fills the buffer; a server that sends byte by byte has no more time than others.
fn read(stream: &mut TcpStream, mut buffer: &mut [u8], deadline: Deadline) -> io::Result<()> {
    while !buffer.is_empty() {
        stream.set_read_timeout(Some(left(deadline)?))?;
        match stream.read(buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => buffer = &mut buffer[count..],
        }
    }
    Ok(())
}

fn left(deadline: Deadline) -> io::Result<Duration> {
    deadline.left().ok_or(io::ErrorKind::TimedOut.into())
}

/// Whether a message is the answer to a query, by its ID.
fn answers(message: &[u8], query: &[u8]) -> bool {
    message.len() >= HEADER && message[..2] == query[..2] && message[2] & 0x80 != 0
}

fn is_truncated(message: &[u8]) -> bool {
    message[2] & 0x02 != 0
}
