/** xoroshiro128+ (Blackman & Vigna 2018), seeded as in the package pure-rand. */

let s0: u64 = 0;
let s1: u64 = 0;

export function seedGenerator(seed: i32): void {
  s0 = 0xffffffff00000000 | u64(u32(~seed));
  s1 = u64(u32(seed)) << 32;
}

/** 64 random bits. */
export function nextBits(): u64 {
  const bits = s0 + s1;
  const mixed = s1 ^ s0;
  s0 = rotl<u64>(s0, 24) ^ mixed ^ (mixed << 16);
  s1 = rotl<u64>(mixed, 37);
  return bits;
}
