//! The benchmarks: contestants and workloads.

pub mod arguments;
pub mod compare;
pub mod contest;
pub mod family;
pub mod ratios;
pub mod scripts;
pub mod streams;
pub mod whole;
pub mod workload;
