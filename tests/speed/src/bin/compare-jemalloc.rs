//! [`vrlet_speed::compare`] with jemalloc, as the reference's hosts use it, for all contestants.

#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    vrlet_speed::compare::main()
}
