//! `Members`: decompresses what gzip and Zstandard wrote, one member after the other.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

type Source = BufReader<Box<dyn Read + Send>>;

/// What follows a member is neither another one nor padding.
const NO_MEMBER: &str = "after the compressed data comes something that is not compressed";

/// The members of a compressed input, in one text. Line breaks and zeros after a member, with which tools
/// fill up files, mean nothing.
pub(super) struct Members {
    /// The compressed bytes, between two members.
    source: Option<Source>,
    member: Option<Member>,
}

enum Member {
    Gzip(Box<GzDecoder<Source>>),
    Zstd(zstd::Decoder<'static, Source>),
}

impl Members {
    pub(super) fn new(compressed: Box<dyn Read + Send>) -> Self {
        Self { source: Some(BufReader::new(compressed)), member: None }
    }
}

impl Member {
    /// The member that begins here; none at the end of the input.
    fn next(mut source: Source) -> io::Result<Option<Self>> {
        loop {
            let padding = |byte: &&u8| matches!(byte, b'\0' | b'\n' | b'\r');
            let bytes = source.fill_buf()?;
            let Some(first) = bytes.first() else { return Ok(None) };
            match bytes.iter().take_while(padding).count() {
                0 => match first {
                    0x1f => return Ok(Some(Self::Gzip(Box::new(GzDecoder::new(source))))),
                    // Zstandard has frames of data and others that are passed over.
                    0x28 | 0x50..=0x5f => {
                        let decoder = zstd::Decoder::with_buffer(source)?.single_frame();
                        return Ok(Some(Self::Zstd(decoder)));
                    }
                    _ => return Err(io::Error::other(NO_MEMBER)),
                },
                padding => source.consume(padding),
            }
        }
    }

    fn into_source(self) -> Source {
        match self {
            Self::Gzip(decoder) => decoder.into_inner(),
            Self::Zstd(decoder) => decoder.finish(),
        }
    }
}

impl Read for Member {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Gzip(decoder) => decoder.read(buffer),
            Self::Zstd(decoder) => decoder.read(buffer),
        }
    }
}

impl Read for Members {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(member) = &mut self.member {
                let length = member.read(buffer)?;
                if length > 0 || buffer.is_empty() {
                    return Ok(length);
                }
            }
            self.source = self.member.take().map(Member::into_source).or(self.source.take());
            let Some(source) = self.source.take() else { return Ok(0) };
            self.member = Member::next(source)?;
            if self.member.is_none() {
                return Ok(0);
            }
        }
    }
}
