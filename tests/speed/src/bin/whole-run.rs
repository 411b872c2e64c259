//! One contestant as a whole process, with the system's allocator: see [`vrlet_speed::whole`].

fn main() {
    vrlet_speed::whole::main();
}
