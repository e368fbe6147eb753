#!/usr/bin/env bash
# The whole program on PostgreSQL: two roles, commands, two servers on one database, backup and restoration. Argument: the
# program.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
if [ "${ENTENTE_TEST_POSTGRES:-}" = off ]; then echo "left out: ENTENTE_TEST_POSTGRES=off"; exit 0; fi
tools=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
work=$(mktemp -d)
chmod 755 "$work"
cluster=$work/cluster
mkdir "$cluster"
# initdb refuses to run as root.
as_postgres() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$cluster"
  as_postgres() { (cd / && runuser -u postgres -- "$@"); }
fi
servers=()
end() {
  for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; done
  as_postgres "$tools/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

check() { printf '%s\n' "$1"; }
refused() { # refused CODE TEXT COMMAND…
  local code=$1 text=$2 got=0
  shift 2
  "$@" >out.txt 2>err.txt || got=$?
  [ "$got" = "$code" ] || { echo "expected exit $code, got $got: $*"; cat out.txt err.txt; exit 1; }
  grep -q "$text" err.txt || { echo "no “$text” in the message of: $*"; cat err.txt; exit 1; }
}
cd "$work"

as_postgres "$tools/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions >initdb.log
as_postgres "$tools/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" \
  -o "-k $cluster -c listen_addresses= -c fsync=off -c shared_buffers=32MB" start >/dev/null
address() { echo "postgresql://$1@/$2?host=$cluster"; } # address ROLE DATABASE
"$tools/psql" -q "$(address postgres postgres)" -c "CREATE ROLE owner LOGIN CREATEDB" -c "CREATE ROLE server LOGIN"
owner=$(address owner entente)
export ENTENTE_DATABASE=$(address server entente)

check "the owner makes the schema, the server's role uses it and owns nothing"
refused 1 "does not answer" "$program" serve --listen 127.0.0.1:0
"$program" migrate --database "$owner" --application-role server 2>/dev/null | grep -q 'migrations done'
"$program" migrate --database "$owner" | grep -q 'newest schema'
refused 1 "owner" "$program" sample load reference --database "$(address server postgres)"

check "the sample, a plan and values in and out"
"$program" sample load reference | grep -q '520 people'
refused 1 "already" "$program" sample load reference
"$program" export stratml >sample.xml
xmllint --noout --schema "$here/../data/stratml/PerformancePlanOrReport.xsd" sample.xml 2>/dev/null
"$program" export observations >values.csv
[ "$(wc -l <values.csv)" -gt 1000 ]
plan=$(address owner plan)
"$program" import stratml "$here/../data/stratml/albania.xml" --database "$plan" 2>note.txt | grep -q '2278 values'
"$program" import stratml "$here/../data/stratml/albania.xml" --database plan.db >/dev/null 2>&1
"$program" export stratml --database "$plan" >plan-postgres.xml
"$program" export stratml --database plan.db | cmp - plan-postgres.xml
printf 'a long enough password\n' | "$program" user add eva@example.org --organisation "Example Works" | grep -q 'Added eva'

check "two servers on one database"
ports=()
for number in 1 2; do
  "$program" serve --listen 127.0.0.1:0 >serve$number.txt 2>serve$number.err &
  servers+=($!)
done
for number in 1 2; do
  for _ in $(seq 1200); do grep -q 'serves' serve$number.txt && break; sleep 0.1; done
  ports+=("$(sed -nE 's/.*127\.0\.0\.1:([0-9]+).*/\1/p' serve$number.txt | head -n 1)")
done
ENTENTE_ONE=http://127.0.0.1:${ports[0]} ENTENTE_TWO=http://127.0.0.1:${ports[1]} ENTENTE_FOLDER=$work node "$here/two-servers.mjs"
"$program" verify record.jsonl >verified.txt
"$program" verify receipt.json >verified.txt
sed 5d record.jsonl >broken.jsonl
if "$program" verify broken.jsonl >verified.txt 2>&1; then echo "a leaf is missing, and nobody noticed"; exit 1; fi

check "a backup while the servers run, and its restoration"
refused 1 "pg_dump" "$program" backup copy.db
refused 1 "pg_restore" "$program" restore values.csv
if "$tools/pg_dump" --format=custom --file=blind.dump --dbname="$owner" 2>err.txt; then echo "the wall does not hold the owner"; exit 1; fi
grep -q 'row-level security' err.txt
"$program" export stratml >before.xml
PGOPTIONS='-c entente.system=backup' "$tools/pg_dump" --enable-row-security --format=custom --file=entente.dump --dbname="$owner"
"$tools/createdb" --maintenance-db="$(address owner postgres)" restored
"$tools/pg_restore" --exit-on-error --dbname="$(address owner restored)" entente.dump
look() { PGOPTIONS='-c entente.system=test' "$tools/psql" -qAt "$@"; }
rows() { look "$1" -c 'SELECT count(*), sum(length(leaf)) FROM record_leaf' -c 'SELECT count(*) FROM observation'; }
[ "$(rows "$owner")" = "$(rows "$(address owner restored)")" ]
"$program" export stratml --database "$(address server restored)" | cmp - before.xml
alive() { look "$1" -c 'SELECT (SELECT count(*) FROM session WHERE ended_at IS NULL) + (SELECT count(*) FROM api_token WHERE ended_at IS NULL)'; }
told() { look "$1" -c "SELECT count(*) FROM record_leaf WHERE convert_from(leaf, 'UTF8') LIKE '%\"record.restored\"%'"; }
[ "$(alive "$owner")" -gt 0 ] && [ "$(told "$owner")" = 0 ]
[ "$(alive "$(address owner restored)")" = 0 ]
[ "$(told "$(address owner restored)")" = "$(look "$owner" -c 'SELECT count(*) FROM space')" ]
"$program" export stratml --database "$(address server restored)" | cmp - before.xml
[ "$(told "$(address owner restored)")" = "$(look "$owner" -c 'SELECT count(*) FROM space')" ]

check "servers end when they are told to"
for server in "${servers[@]}"; do kill "$server"; wait "$server"; done
servers=()
! grep -h '"level":"error"' serve1.err serve2.err
echo "all well"
