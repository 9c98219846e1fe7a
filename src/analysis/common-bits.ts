/** What `common-bits.wat` is as a module, in base 64: where the two part, a test fails and says what it is now. */
export const commonBitsModule =
  'AGFzbQEAAAABEAJgA39/fwF/YAR/f39/AX8DAwIAAQUDAQAABy4DBm1lbW9yeQIAD2NvdW50Q29tbW9uQml0cwAAD2NvdW50UGFydGVkQml0cwABCpEBAj4CAX8BfiAAIAJqIQMCQANAIAAgA08NASAEIAApAwAgASkDAIN7fCEEIABBCGohACABQQhqIQEMAAsLIASnC1ACAX8BfiAAIAJqIQQCQANAIAAgBE8NASAFIAApAwAgASkDAIMgACADaikDACABIANqKQMAhYN7fCEFIABBCGohACABQQhqIQEMAAsLIAWnCw==';

interface CommonBits {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly countCommonBits: (a: number, b: number, bytes: number) => number;
  readonly countPartedBits: (a: number, b: number, bytes: number, distance: number) => number;
}

// As types for Node.js and for ECMAScript do not have it, and those of browsers have much that is not everywhere.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: CommonBits };
};

const bytesOfPage = 65_536;

let loaded: CommonBits | undefined;

function load(): CommonBits {
  const bytes = Uint8Array.from(atob(commonBitsModule), (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}

/** Memory in which bits of two runs are counted, all 0 at first. Both are of bytes whose number 8 divides. */
export interface CountedBits {
  readonly bits: Uint8Array;
  /** Bits set in both of the runs that begin at the bytes `a` and `b`. */
  readonly countCommonBits: CommonBits['countCommonBits'];
  /** Bits set in both that differ in the runs which follow them at a distance. */
  readonly countPartedBits: CommonBits['countPartedBits'];
}

/** Throws where there is no WebAssembly, a page forbids it, or a limit leaves it no room. */
function inWebAssembly(bytes: number): CountedBits {
  loaded ??= load();
  const { memory, countCommonBits, countPartedBits } = loaded;
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / bytesOfPage));
  const bits = new Uint8Array(memory.buffer, 0, bytes).fill(0);
  return { bits, countCommonBits, countPartedBits };
}

const onesOfByte = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte.toString(2).replaceAll('0', '').length,
);

/** The same, several times slower, wherever JavaScript runs. */
export function inJavaScript(bytes: number): CountedBits {
  const bits = new Uint8Array(bytes);
  const countBits = (size: number, byteAt: (i: number) => number) => {
    let count = 0;
    for (let i = 0; i < size; i++) count += onesOfByte[byteAt(i)]!;
    return count;
  };
  const common = (a: number, b: number, i: number) => bits[a + i]! & bits[b + i]!;
  const parted = (a: number, b: number, i: number) => bits[a + i]! ^ bits[b + i]!;
  return {
    bits,
    countCommonBits: (a, b, size) => countBits(size, (i) => common(a, b, i)),
    countPartedBits: (a, b, size, distance) =>
      countBits(size, (i) => common(a, b, i) & parted(a + distance, b + distance, i)),
  };
}

/** So many bytes to count bits in. There may be one such memory: what was asked for before is gone. */
export function countedBits(bytes: number): CountedBits {
  try {
    return inWebAssembly(bytes);
  } catch {
    return inJavaScript(bytes);
  }
}
