//! The benchmarks: contestants and workloads.

pub mod contest;
pub mod family;
pub mod workload;
