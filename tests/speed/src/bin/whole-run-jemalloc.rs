//! One contestant as a whole process, with jemalloc: see [`vrlet_speed::whole`].

#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() {
    vrlet_speed::whole::main();
}
