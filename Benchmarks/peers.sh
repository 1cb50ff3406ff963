#!/bin/sh
# The engine's row beside the peers: runs the peers' harness (its folder is the first argument) with our row added and prints
# the ratios. usage: peers.sh PEERS_DIR WORK_DIR [ROUNDS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
swift build -c release --package-path "$here" --product PeersRow

# The harness has one source under two names. Where it was copied without its symbolic link, the second is a file that only
# holds the path of the first: the copy that is run gets the source itself.
mkdir -p "$2"
kit=$2/kit
rm -rf "$kit"
cp -RL "$1" "$kit"
chmod -R u+w "$kit"
find "$kit/harness" -name main.swift -size -200c | while read -r link; do
    original=$(dirname "$link")/$(cat "$link")
    [ ! -f "$original" ] || cp "$original" "$link"
done

PEERS_EXTRA="planreport|20|$here/.build/release/PeersRow --templates $here/Templates {json}" "$kit/run.sh" "$2" "${3:-7}"
python3 - "$2/results.json" <<'PY'
import json, statistics, sys

def results(node):
    if isinstance(node, dict) and "pass_ns" in node:
        yield node
    elif isinstance(node, (dict, list)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from results(child)

def median(name):
    rounds = [r for r in results(json.load(open(sys.argv[1]))) if r["engine"] == name]
    return statistics.median(statistics.median(r["pass_ns"]) / r["docs"] for r in rounds) if rounds else None

ours, hand, mini = median("planreport"), median("hand-swift-flat"), median("minijinja")
if ours and hand: print(f"ours / hand-swift-flat: {ours / hand:.2f} (at most 1.3)")
if ours and mini: print(f"minijinja / ours: {mini / ours:.1f} (at least 10)")
PY
