#!/bin/sh
# Runs fuzz targets with the address sanitizer: run.sh [SECONDS [TARGET]...], by default 600 seconds for each of all.
set -eu
cd "$(dirname "$0")"
seconds="${1:-600}"
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- FuzzTemplate FuzzExpression FuzzContext FuzzFigures FuzzYAML FuzzImport
mkdir -p Findings
for target in "$@"; do
    swift build -c release --product "$target" -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
    length=512
    [ "$target" = FuzzImport ] && length=16384
    dictionary=""
    [ -f "Dictionaries/$target.dict" ] && dictionary="-dict=Dictionaries/$target.dict"
    mkdir -p ".build/corpus/$target"
    ".build/release/$target" -max_total_time="$seconds" -max_len="$length" -timeout=10 -rss_limit_mb=4096 $dictionary \
        -artifact_prefix="Findings/$target-" ".build/corpus/$target" "Corpus/$target"
done
