;; Counts bits of two runs of 64-bit words, which begin at the bytes $a and $b and are $bytes long, a multiple of 8.
(module
  (memory (export "memory") 0)

  ;; Bits set in both.
  (func (export "countCommonBits") (param $a i32) (param $b i32) (param $bytes i32) (result i32)
    (local $end i32)
    (local $count i64)
    (local.set $end (i32.add (local.get $a) (local.get $bytes)))
    (block $done
      (loop $word
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $count
          (i64.add
            (local.get $count)
            (i64.popcnt (i64.and (i64.load (local.get $a)) (i64.load (local.get $b))))))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (local.set $b (i32.add (local.get $b) (i32.const 8)))
        (br $word)))
    (i32.wrap_i64 (local.get $count)))

  ;; Bits set in both that differ in the runs which follow them at a distance.
  (func (export "countPartedBits")
    (param $a i32) (param $b i32) (param $bytes i32) (param $distance i32) (result i32)
    (local $end i32)
    (local $count i64)
    (local.set $end (i32.add (local.get $a) (local.get $bytes)))
    (block $done
      (loop $word
        (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
        (local.set $count
          (i64.add
            (local.get $count)
            (i64.popcnt
              (i64.and
                (i64.and (i64.load (local.get $a)) (i64.load (local.get $b)))
                (i64.xor
                  (i64.load (i32.add (local.get $a) (local.get $distance)))
                  (i64.load (i32.add (local.get $b) (local.get $distance))))))))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (local.set $b (i32.add (local.get $b) (i32.const 8)))
        (br $word)))
    (i32.wrap_i64 (local.get $count))))
