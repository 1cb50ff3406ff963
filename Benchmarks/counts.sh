#!/bin/sh
# Counts instructions and heap allocations of rendering and compiling the report, and fails above the thresholds.
# They repeat, unlike times; a threshold is about a sixth above what was counted last, because the C library picks
# its memory functions by processor. Needs valgrind.
set -eu
cd "$(dirname "$0")"
swift build -c release --product Counts
counts=.build/release/Counts

instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$counts" "$@" 2>&1 | sed -n 's/.*Collected : //p'; }
allocations() { valgrind --tool=memcheck --run-libc-freeres=no "$counts" "$@" 2>&1 | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }

# each COUNT WORK FEW MANY [SCALE]: what one of a work costs, what starting up costs left out.
each() {
    few=$("$1" "$2" "$3" ${5:+"$5"})
    many=$("$1" "$2" "$4" ${5:+"$5"})
    echo $(((many - few) / ($4 - $3)))
}

# check NAME COUNTED THRESHOLD
check() {
    state="at most $3"
    [ "$2" -le "$3" ] || { state="above $3"; failed=1; }
    printf '%-44s %10d  %s\n' "$1" "$2" "$state"
}

failed=0
once=$(each allocations render 2 52)
check "render, instructions a document" "$(each instructions render 2 52)" 310000
check "render, allocations a document" "$once" 16
check "render, allocations, ten times the rows" "$(each allocations render 2 52 10)" "$once"
check "compile, instructions a template" "$(each instructions compile 1 6)" 5700000
check "compile, allocations a template" "$(each allocations compile 1 6)" 3900
exit "$failed"
