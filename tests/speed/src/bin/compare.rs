//! [`vrlet_speed::compare`] with the system's allocator.

fn main() -> std::process::ExitCode {
    vrlet_speed::compare::main()
}
