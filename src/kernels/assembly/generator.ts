/**
 * xoshiro128+ (Blackman & Vigna 2018), four generators side by side, their states filled by SplitMix64
 * (Steele, Lea & Flood 2014) as its authors advise.
 */

// To AssemblyScript these are integers of 64 bits.
// oxlint-disable no-loss-of-precision

/**
 * Where the state is: first words of the four generators, second words, and so on. Memory from here up to
 * `firstByte` of kernels.ts is for nothing else.
 */
const state: usize = 16;

let mixed: u64 = 0;

function splitMix(): u64 {
  mixed += 0x9e3779b97f4a7c15;
  let bits = mixed;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

export function seedGenerator(seed: i32): void {
  mixed = u64(u32(seed));
  for (let place = state; place < state + 64; place += 8) store<u64>(place, splitMix());
}

/** The same for one of the generators, on a machine that cannot do four things at once. */
function fillLane(at: usize, end: usize, words: usize): void {
  let s0 = load<u32>(words, 0);
  let s1 = load<u32>(words, 16);
  let s2 = load<u32>(words, 32);
  let s3 = load<u32>(words, 48);
  for (; at < end; at += 16) {
    store<u32>(at, s0 + s3);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotl<u32>(s3, 11);
  }
  store<u32>(words, s0, 0);
  store<u32>(words, s1, 16);
  store<u32>(words, s2, 32);
  store<u32>(words, s3, 48);
}

/**
 * Fills memory with random bits, 32 of each generator in turn.
 *
 * @param end a whole number of 16 bytes behind `at`
 */
export function fillBits(at: usize, end: usize): void {
  if (!ASC_FEATURE_SIMD) {
    for (let lane: usize = 0; lane < 16; lane += 4) fillLane(at + lane, end, state + lane);
    return;
  }
  // The state is kept in variables: an engine in a hurry would go to memory for it at each step.
  let s0 = v128.load(state, 0);
  let s1 = v128.load(state, 16);
  let s2 = v128.load(state, 32);
  let s3 = v128.load(state, 48);
  for (; at < end; at += 16) {
    v128.store(at, i32x4.add(s0, s3));
    const shifted = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, shifted);
    s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
  }
  v128.store(state, s0, 0);
  v128.store(state, s1, 16);
  v128.store(state, s2, 32);
  v128.store(state, s3, 48);
}
