#!/usr/bin/env bash
# Load on the running program, each figure beside its floor: the same HTTP layer with a fixed answer of about that size, in
# the same run. `bench/load.sh [ALLIANCES]` (500). Appends to bench/history.tsv.
set -euo pipefail
source "$(dirname "$0")/../tools/setup.sh"
alliances=${1:-500}
need_packages wrk python3
build_program entente entente_portfolio entente_floor entente_bench >/dev/null 2>&1
work=$(mktemp -d)
floor_port=18081 port=18080
trap 'kill ${floor:-} ${server:-} 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT

say "Making a portfolio of $alliances alliances"
read -r token alliance objective measure < <("$root/build/release/entente_portfolio" "$work/load.db" "$alliances")
cores=$(nproc)
pin() { if [ "$cores" -ge 2 ]; then exec taskset -c "$1" "${@:2}"; else exec "${@:2}"; fi; }

started=$(date +%s%N)
pin 0 "$root/build/release/entente" serve --database "$work/load.db" --listen 127.0.0.1:$port >/dev/null 2>"$work/server.log" &
server=$!
until curl -sf -o /dev/null -H "Authorization: Bearer $token" "http://127.0.0.1:$port/api/v1/measures/$measure"; do sleep 0.002; done
cold=$(( ($(date +%s%N) - started) / 1000000 ))
pin 0 "$root/build/release/entente_floor" $floor_port >/dev/null 2>&1 &
floor=$!
until curl -sf -o /dev/null "http://127.0.0.1:$floor_port/fixed/200"; do sleep 0.05; done
memory() { awk '/VmRSS/ {printf "%.0f", $2/1024}' "/proc/$server/status"; }
idle=$(memory)

cat >"$work/auth.lua" <<LUA
wrk.headers["Authorization"] = "Bearer $token"
LUA
# rate CONNECTIONS URL [LUA]: requests a second, and errors if there were any.
rate() {
  (pin 1 wrk -t1 -c"$1" -d3s -s "${3:-$work/auth.lua}" --latency "$2") >"$work/wrk.txt"
  grep -E 'Non-2xx|Socket errors' "$work/wrk.txt" >&2 || true
  awk '/Requests\/sec/ {printf "%.0f", $2}' "$work/wrk.txt"
}
p50() { awk '/50%/ {print $2}' "$work/wrk.txt"; }
size() { curl -s -H "Authorization: Bearer $token" "http://127.0.0.1:$port$1" | wc -c; }
nearest() { for s in 200 500 1000 2000 5000 10000 20000 50000 100000 200000 500000; do [ "$s" -ge "$1" ] && { echo "$s"; return; }; done; echo 500000; }

printf '\n%-44s %10s %10s %8s %10s\n' "64 connections, one core" "per s" "floor" "share" "bytes"
report() { # NAME PATH
  local bytes floor_rate own
  bytes=$(size "$2")
  floor_rate=$(rate 64 "http://127.0.0.1:$floor_port/fixed/$(nearest "$bytes")")
  own=$(rate 64 "http://127.0.0.1:$port$2")
  printf '%-44s %10s %10s %7s%% %10s\n' "$1" "$own" "$floor_rate" $((own * 100 / floor_rate)) "$bytes"
  printf '%s\t%s\t%s\t%s\t%s\n' "$(date -u +%F)" "$alliances" "$1" "$own" "$floor_rate" >>"$root/bench/history.tsv"
}
report "one objective" "/api/v1/objectives/$objective"
report "one measure" "/api/v1/measures/$measure?periods=24"
report "scorecard, latest" "/api/v1/alliances/$alliance/scorecard?periods=1"
report "scorecard, 24 months" "/api/v1/alliances/$alliance/scorecard?periods=24"
report "map" "/api/v1/alliances/$alliance/map"
report "list of 50" "/api/v1/alliances?limit=50&sort=light"
etag=$(curl -s -o /dev/null -D - -H "Authorization: Bearer $token" "http://127.0.0.1:$port/api/v1/alliances/$alliance/scorecard?periods=1" | awk 'tolower($1)=="etag:" {print $2}' | tr -d '\r')
cat >"$work/unchanged.lua" <<LUA
wrk.headers["Authorization"] = "Bearer $token"
wrk.headers["If-None-Match"] = '$etag'
LUA
floor_rate=$(rate 64 "http://127.0.0.1:$floor_port/unchanged")
own=$(rate 64 "http://127.0.0.1:$port/api/v1/alliances/$alliance/scorecard?periods=1" "$work/unchanged.lua")
printf '%-44s %10s %10s %7s%%\n' "scorecard, unchanged (304)" "$own" "$floor_rate" $((own * 100 / floor_rate))

cat >"$work/write.lua" <<LUA
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer $token"
wrk.headers["Content-Type"] = "application/json"
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, string.format('[{"measure":"$measure","period":"2009-12","value":%d,"reason":"load"}]', 50 + n % 40))
end
LUA
# The floors of one durable observation: a bare insert with SQLite's own functions, and the HTTP layer alone.
bare=$("$root/build/release/entente_bench" --benchmark_filter='^db/durable insert alone' 2>/dev/null | awk '/^db\/durable insert alone +[0-9]/ {printf "%.0f", 1000000 / $(NF-1)}')
rate 1 "http://127.0.0.1:$floor_port/fixed/1000" >/dev/null
printf '\n%-44s %10s us\n%-44s %10s\n' "floor: a bare insert, durable" "$bare" "floor: one HTTP answer alone, p50" "$(p50)"
write() { # NAME CONNECTIONS
  own=$(rate "$2" "http://127.0.0.1:$port/api/v1/alliances/$alliance/observations" "$work/write.lua")
  printf '%-44s %10s   p50 %s\n' "$1" "$own" "$(p50)"
  printf '%s\t%s\t%s\t%s\t%s\n' "$(date -u +%F)" "$alliances" "$1" "$own" "$bare" >>"$root/bench/history.tsv"
}
write "a durable observation, alone" 1
write "durable observations, 16 writers" 16
python3 - >"$work/many.json" <<'PYTHON'
import json
codes = [f"T{t}O{o}M{m}" for t in range(1, 6) for o in range(1, 6) for m in range(1, 3)]
print(json.dumps([{"measure": c, "period": f"{y}-{m:02}", "value": 40 + m} for y in range(1990, 2007) for m in range(1, 13) for c in codes][:10000]))
PYTHON
many=$(curl -s -o "$work/many.txt" -w '%{http_code} %{time_total}' -H "Authorization: Bearer $token" -H 'Content-Type: application/json' --data-binary @"$work/many.json" "http://127.0.0.1:$port/api/v1/alliances/$alliance/observations")
printf '%-44s %10.0f   status %s\n' "10,000 observations in one POST, rows a second" "$(awk -v t="${many#* }" 'BEGIN {print 10000 / t}')" "${many%% *}"
printf '%-44s %10s ms\n' "cold start to the first answer" "$cold"
printf '%-44s %10s MB\n%-44s %10s MB\n' "memory at the start" "$idle" "memory under load" "$(memory)"
