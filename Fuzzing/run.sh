#!/bin/sh
# Runs every fuzz target for some seconds (600) with the address sanitizer.
set -eu
cd "$(dirname "$0")"
swift build -c release -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
mkdir -p Findings
for target in FuzzTemplate FuzzExpression FuzzContext; do
    mkdir -p ".build/corpus/$target"
    ".build/release/$target" -max_total_time="${1:-600}" -max_len=512 -timeout=10 -rss_limit_mb=4096 \
        -artifact_prefix="Findings/$target-" ".build/corpus/$target" "Corpus/$target"
done
