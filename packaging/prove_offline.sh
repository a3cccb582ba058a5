#!/bin/sh
# Proves an offline bundle where no network is: sh packaging/prove_offline.sh ARCHIVE
# Meant to run under `unshare --net`; it refuses to run where any interface but the loopback stands.
set -eu

archive=$1
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT

say() { printf '== offline: %s\n' "$*"; }
fail() { printf 'FAILED offline: %s\n' "$*" >&2; exit 1; }

interfaces=$(sed -n 's/^ *\([^:]*\):.*/\1/p' /proc/net/dev | grep -vx lo || true)
[ -z "$interfaces" ] || fail "this is no place without a network: $interfaces"

export HOME="$scratch/home" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
unset PYTHONPATH VIRTUAL_ENV XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME || true
mkdir -p "$HOME" "$scratch/bundle"
cd "$scratch"
tar -xzf "$archive" -C bundle
bundle=$(echo "$scratch"/bundle/*)

say "a damaged bundle is refused"
cp "$bundle/READ-ME-FIRST.txt" intact
echo damage >>"$bundle/READ-ME-FIRST.txt"
if sh "$bundle/install.sh" "$scratch/damaged" >refusal 2>&1; then fail "a damaged bundle was installed"; fi
[ ! -e "$scratch/damaged" ] || fail "a refused bundle left something behind"
mv intact "$bundle/READ-ME-FIRST.txt"

say "installing"
sh "$bundle/install.sh"
rasidegi=$HOME/.local/bin/rasidegi
"$rasidegi" --version

say "auditing a sample of 20 claims"
"$rasidegi" sample --claims 20 --seed 7 --out sample.json
"$rasidegi" audit sample.json >result.json
"$HOME"/.local/opt/rasidegi/*/bin/python - <<'CHECK' || fail "the audit's answer does not add up"
import json

claims = json.load(open("result.json", encoding="utf-8"))["claims"]
assert len(claims) == 20, len(claims)
for totals in (claim["totals"] for claim in claims):
    assert totals["claimed"] == totals["approved"] + totals["deducted"] > 0, totals
    assert totals["approved"] == totals["patient_share"] + totals["insurer_share"], totals
CHECK

say "drawing the desk"
"$rasidegi" desk --sample-office --office "$scratch/office" --screenshot "$scratch/desk.png"
[ "$(wc -c <desk.png)" -gt 20000 ] || fail "the picture of the desk is missing or empty"

say "checking the office that was made"
"$rasidegi" check --office "$scratch/office"

say "installed, audited and drawn without a network"
