/**
 * xoshiro128+ (Blackman & Vigna 2018), four generators side by side, their states filled by SplitMix64
 * (Steele, Lea & Flood 2014) as its authors advise.
 */

// To AssemblyScript these are integers of 64 bits.
// oxlint-disable no-loss-of-precision

let state0: v128 = i32x4.splat(0);
let state1: v128 = i32x4.splat(0);
let state2: v128 = i32x4.splat(0);
let state3: v128 = i32x4.splat(0);

let mixed: u64 = 0;

function splitMix(): u64 {
  mixed += 0x9e3779b97f4a7c15;
  let bits = mixed;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

function mixFour(): v128 {
  const lower = splitMix();
  return i64x2.replace_lane(i64x2.splat(lower), 1, splitMix());
}

export function seedGenerator(seed: i32): void {
  mixed = u64(u32(seed));
  state0 = mixFour();
  state1 = mixFour();
  state2 = mixFour();
  state3 = mixFour();
}

/**
 * Fills memory with random bits, 32 of each generator in turn.
 *
 * @param end a whole number of 16 bytes behind `at`
 */
export function fillBits(at: usize, end: usize): void {
  // The state is kept in variables: an engine in a hurry would go to memory for it at each step.
  let s0 = state0;
  let s1 = state1;
  let s2 = state2;
  let s3 = state3;
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
  state0 = s0;
  state1 = s1;
  state2 = s2;
  state3 = s3;
}
