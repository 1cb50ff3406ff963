#!/bin/sh
# Counts instructions and heap allocations of rendering and compiling the report, and fails above the thresholds.
# They repeat exactly, unlike times. Needs valgrind.
set -eu
cd "$(dirname "$0")"
swift build -c release --product Counts
counts=.build/release/Counts

instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$counts" "$1" "$2" 2>&1 | sed -n 's/.*Collected : //p'; }
allocations() { valgrind --tool=memcheck --run-libc-freeres=no "$counts" "$1" "$2" 2>&1 | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }

# check NAME FEW MANY THRESHOLD: the difference a document.
check() {
    each=$((($3 - $2) / $5))
    state=ok
    [ "$each" -le "$4" ] || { state="above $4"; failed=1; }
    printf '%-24s %10d  %s\n' "$1" "$each" "$state"
}

failed=0
check "render, instructions" "$(instructions render 2)" "$(instructions render 52)" 220000 50
check "render, allocations" "$(allocations render 2)" "$(allocations render 52)" 40 50
check "compile, instructions" "$(instructions compile 1)" "$(instructions compile 6)" 120000000 5
check "compile, allocations" "$(allocations compile 1)" "$(allocations compile 6)" 60000 5
exit "$failed"
