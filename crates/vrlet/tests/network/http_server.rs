//! An HTTP server whose paths say what it does.

use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub struct HttpServer {
    port: u16,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    requests: usize,
    tunnels: Vec<String>,
}

struct Request {
    method: String,
    path: String,
    headers: Vec<String>,
    body: String,
}

impl HttpServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let log = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (stream, log) = (stream.unwrap(), Arc::clone(&log));
                thread::spawn(move || serve(&stream, &log));
            }
        });
        Self { port, seen }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// How many requests came.
    pub fn count(&self) -> usize {
        self.seen.lock().unwrap().requests
    }

    /// Where it was asked to open tunnels to; they end in itself.
    pub fn tunnels(&self) -> Vec<String> {
        self.seen.lock().unwrap().tunnels.clone()
    }
}

impl fmt::Display for HttpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "http://127.0.0.1:{}", self.port)
    }
}

fn serve(stream: &TcpStream, seen: &Mutex<Seen>) {
    let mut reader = BufReader::new(stream);
    while let Some(request) = read(&mut reader) {
        if request.method == "CONNECT" {
            seen.lock().unwrap().tunnels.push(request.path);
            let mut stream = stream;
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
            continue;
        }
        seen.lock().unwrap().requests += 1;
        let (status, location, body) = respond(&request);
        let location = location.map(|it| format!("Location: {it}\r\n")).unwrap_or_default();
        let response = format!(
            "HTTP/1.1 {status} Whatever\r\n{location}Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut stream = stream;
        if stream.write_all(response.as_bytes()).is_err() {
            return;
        }
    }
}

fn read(reader: &mut BufReader<&TcpStream>) -> Option<Request> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end() {
            "" if lines.is_empty() => return None,
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let mut first = lines.remove(0);
    first.truncate(first.rfind(' ')?);
    let (method, path) = first.split_once(' ')?;
    let length = lines.iter().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    reader.read_exact(&mut body).ok()?;
    const OWN: [&str; 4] = ["content-length: ", "user-agent: ", "accept: ", "host: "];
    let mut headers: Vec<String> = lines
        .into_iter()
        .filter(|line| !OWN.iter().any(|own| line.starts_with(own)))
        .map(|line| line + "\n")
        .collect();
    headers.sort();
    Some(Request {
        method: method.to_owned(),
        path: path.to_owned(),
        headers,
        body: String::from_utf8(body).ok()?,
    })
}

fn respond(request: &Request) -> (u16, Option<String>, String) {
    let Request { method, path, headers, body } = request;
    let (_, last) = path.rsplit_once('/').unwrap();
    match path.split('/').nth(1).unwrap() {
        "status" => (last.parse().unwrap(), None, format!("this is {last}")),
        "to" => (last.parse().unwrap(), Some("/echo".to_owned()), String::new()),
        "away" => (302, Some(format!("http://localhost:{last}/echo")), String::new()),
        "nowhere" => (302, None, "lost".to_owned()),
        "loop" => (302, Some("/loop".to_owned()), String::new()),
        "large" => (200, None, "x".repeat(1001)),
        "fits" => (200, None, "x".repeat(1000)),
        "silent" => {
            thread::sleep(Duration::from_secs(5));
            (200, None, String::new())
        }
        _ => (200, None, format!("{method} {path}\n{}{body}", headers.concat())),
    }
}
