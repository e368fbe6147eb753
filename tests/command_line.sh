#!/usr/bin/env bash
# The commands as a person types them: samples, plans and values in and out, receipts, backups. Argument: the program.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export ENTENTE_DATABASE=$work/a.db

check() { printf '%s\n' "$1"; }
refused() { # refused CODE TEXT COMMAND…
  local code=$1 text=$2 got=0
  shift 2
  "$@" >out.txt 2>err.txt || got=$?
  [ "$got" = "$code" ] || { echo "expected exit $code, got $got: $*"; cat out.txt err.txt; exit 1; }
  grep -q "$text" err.txt || { echo "no “$text” in the message of: $*"; cat err.txt; exit 1; }
}

check "help and completion"
"$program" --help | grep -q 'import stratml'
for shell in bash zsh fish; do "$program" completion $shell | grep -q entente; done
"$program" completion bash | bash -n
refused 2 "not a command" "$program" dance
refused 2 "missing" "$program" import stratml

check "settings of mail that cannot be are refused before anything is opened"
refused 2 "smtp://" "$program" serve --mail-url http://mail.example --mail-from a@b.example --database m.db
refused 2 "mail-password-file" "$program" serve --mail-url smtp://u:p@mail.example --mail-from a@b.example --database m.db
refused 2 "mail-from" "$program" serve --mail-url smtp://mail.example --database m.db
refused 2 "no password" "$program" serve --mail-url smtp://mail.example --mail-from a@b.example --mail-user u --mail-password-file nowhere --database m.db
[ ! -e m.db ]

check "a foreign plan in, out, in again: the same"
"$program" import stratml "$here/data/stratml/albania.xml" | grep -q '2 goals, 12 objectives, 104 indicators, 2278 values'
"$program" export stratml >once.xml
xmllint --noout --schema "$here/data/stratml/PerformancePlanOrReport.xsd" once.xml
"$program" import stratml once.xml --database b.db >/dev/null
"$program" export stratml --database b.db >twice.xml
cmp once.xml twice.xml

check "a file without end, and a port that is none"
refused 2 "64 MB" "$program" import stratml /dev/zero --database c.db
refused 2 "port" "$program" serve --listen 127.0.0.1:99abc --database c.db

check "values in by CSV"
"$program" export observations >values.csv
head -n 1 values.csv | grep -q '^measure,period,series,value,state,note'
measure=$(sed -n 2p values.csv | cut -d, -f1)
printf 'measure,period,series,value,state,note\n%s,2023,actual,7.25,,first look\n' "$measure" >more.csv
"$program" import observations more.csv | grep -q '1 new values'
"$program" import observations more.csv | grep -q '1 as they were'
printf 'measure,period,value\n%s,2024,7.25\n%s,2024-13,1\nnobody,2024,1\n%s,2025,"7,25"\n' "$measure" "$measure" "$measure" >wrong.csv
before=$("$program" export observations | sha256sum)
refused 2 "line 3" "$program" import observations wrong.csv
grep -q "line 4" err.txt && grep -q "line 5" err.txt
[ "$before" = "$("$program" export observations | sha256sum)" ]

check "what is not a plan is refused and leaves nothing"
refused 2 "line" "$program" import stratml "$here/data/stratml/not-well-formed.xml" --database c.db
refused 2 "line" "$program" import stratml "$here/data/stratml/oecd-ai-invalid.xml" --database c.db
refused 1 "no alliance" "$program" export stratml --database c.db

check "the evaluation on standard input"
printf '{"as_of":"2008-06-30","measures":[{"code":"M","frequency":"month","scoring":{"type":"higher","red":500,"green":700},"observations":[{"period":"2008-06","value":600}]}]}' |
  "$program" evaluate | grep -q '"score":50'
printf '{"as_of":"2008-06-30","measures":[],"nonsense":1}' >bad.json
refused 2 nonsense sh -c "'$program' evaluate <bad.json"

check "the sample, a backup under way, and its restoration"
"$program" sample load reference --database s.db | grep -q '520 people'
refused 1 "already" "$program" sample load reference --database s.db
"$program" sample load reference --draft --database draft.db | grep -q '520 people'
"$program" backup copy.db --database s.db >/dev/null
"$program" restore copy.db --database t.db >/dev/null
"$program" export stratml --database s.db >s.xml
"$program" export stratml --database t.db | cmp - s.xml
[ ! -e t.db-lock ] && [ ! -e s.db-lock ]
"$program" restored --database t.db | grep -q 'every record'
"$program" export stratml --database t.db | cmp - s.xml
xmllint --noout --schema "$here/data/stratml/PerformancePlanOrReport.xsd" s.xml

check "people"
printf 'a long enough password\n' | "$program" user add eva@example.org --organisation "Example Works" --name "Eva Lind" | grep -q 'Added eva@example.org'
refused 2 email sh -c "printf 'a long enough password\n' | '$program' user add eva@example.org --organisation 'Example Works'"

"$program" user suspend eva@example.org | grep -q 'is suspended'
refused 2 "not at work" "$program" user suspend eva@example.org
refused 2 "may not sign in" "$program" user reset-password eva@example.org
"$program" user reinstate eva@example.org | grep -q 'may sign in again'
"$program" user reset-password eva@example.org 2>err.txt | grep -Eq '^/reset#rec_.{22}$'
grep -q 'works once' err.txt
refused 2 "no account" "$program" user suspend nobody@example.org

check "an alliance moves into another database, with its record"
"$program" export alliance moved.zip --as anna.verbeke@aldermere.example --database s.db | grep -q 'Wrote'
python3 -m zipfile -t moved.zip | grep -q 'Done testing'
"$program" export all everything --database s.db | grep -q 'Wrote'
ls everything/alliances/*.zip >/dev/null
"$program" export all everything.zip --database s.db >/dev/null
python3 -m zipfile -t everything.zip >/dev/null
"$program" import alliance moved.zip --look --database elsewhere.db | grep -q 'Verified'
"$program" import alliance moved.zip --database elsewhere.db | grep -q 'Brought in'
"$program" export observations --database elsewhere.db | cmp - <("$program" export observations --database s.db)
refused 2 "here already\|already" "$program" import alliance moved.zip --database elsewhere.db
"$program" verify moved.zip >out.txt
grep -q 'Nothing was changed, left out or put in' out.txt
grep -q 'checked: the record' out.txt
"$program" verify everything >/dev/null
"$program" verify everything.zip | grep -q 'Nothing was changed'
if "$program" verify moved.zip --key "other.example+00000000+AQ==" >out.txt 2>&1; then echo "another key was taken"; exit 1; fi
cp -r everything short && rm short/alliances/*.zip
if "$program" verify short >out.txt; then echo "a missing alliance is not missed"; exit 1; fi
grep -q 'WRONG: .*missing' out.txt
python3 - <<'PY'
import zipfile
with zipfile.ZipFile("moved.zip") as old, zipfile.ZipFile("changed.zip", "w") as new:
    for name in old.namelist():
        text = old.read(name)
        new.writestr(name, text.replace(b"2009", b"2008", 1) if name == "data/observation.jsonl" else text)
PY
if "$program" verify changed.zip >out.txt; then echo "a changed value is not noticed"; exit 1; fi
grep -q 'WRONG: .*observation.jsonl' out.txt
if "$program" export observations --as anna.verbeke@aldermere.example --database s.db | grep -q '^AP[.]'; then echo "private values go out unasked"; exit 1; fi
"$program" export observations --as anna.verbeke@aldermere.example --ours --database s.db >ours.csv
grep -q '^AP[.]' ours.csv
printf x | dd of=moved.zip bs=1 seek=2000 conv=notrunc 2>/dev/null
refused 2 "zip" "$program" import alliance moved.zip --database third.db
refused 2 "cannot be opened" "$program" import alliance nowhere.zip --database third.db

check "a witness countersigns the record offline"
"$program" witness new witness.key --name party.example/witness 2>err.txt >witness.pub
grep -q '^party.example/witness+' witness.pub
[ "$(stat -c %a witness.key)" = 600 ]
refused 2 "written over" "$program" witness new witness.key --name party.example/witness
mkdir unzipped && python3 -m zipfile -e everything/alliances/*.zip unzipped
"$program" witness sign unzipped/record/shared-*.jsonl --key-file witness.key 2>err.txt >signed.txt
grep -q 'Nothing before the head was changed' err.txt
grep -q '^— party.example/witness ' signed.txt
if "$program" verify unzipped/record/shared-*.jsonl --witness "$(cat witness.pub)" >out.txt; then echo "a witness that has not signed is not missed"; exit 1; fi
grep -q 'WRONG: .*witness' out.txt
"$program" verify unzipped/record/shared-*.jsonl --head signed.txt >/dev/null
sed -i '5s/"leaf":"..../"leaf":"AAAA/' unzipped/record/shared-*.jsonl
refused 1 "not signed" "$program" witness sign unzipped/record/shared-*.jsonl --key-file witness.key

check "commands go through a running server, and the second server is refused"
"$program" serve --listen 127.0.0.1:0 --database s.db >serve.txt 2>serve.err &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 1200); do grep -q 'serves' serve.txt && break; sleep 0.1; done
"$program" export stratml --database s.db | cmp - s.xml
"$program" backup live.db --database s.db >/dev/null
"$program" export alliance live.zip --database s.db | grep -q 'Wrote'
python3 -m zipfile -t live.zip >/dev/null
refused 1 "use" "$program" serve --listen 127.0.0.1:0 --database s.db
head_of() { # head_of PORT [HOST]: the head of an answer
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET /healthz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${2:-localhost}" >&3
  sed '/^\r$/q' <&3
  exec 3>&-
}
port=$(sed -nE 's/.*127\.0\.0\.1:([0-9]+).*/\1/p' serve.txt | head -n 1)
head_of "$port" | grep -q '^HTTP/1.1 200'
if head_of "$port" evil.example | grep -q '^HTTP/1.1 200'; then echo "another name was answered"; exit 1; fi
if head_of "$port" | grep -qi strict-transport; then echo "https is demanded where there is none"; exit 1; fi
kill -9 $server; wait $server 2>/dev/null || true
"$program" export stratml --database s.db | cmp - s.xml

check "behind a proxy with https, browsers are told to come back by https only"
refused 1 "sample" "$program" serve --listen 127.0.0.1:0 --public-url https://alliances.example.org --database s.db
"$program" serve --listen 127.0.0.1:0 --public-url https://alliances.example.org --database public.db >serve.txt 2>serve.err &
server=$!
for _ in $(seq 1200); do grep -q 'People reach it' serve.txt && break; sleep 0.1; done
port=$(sed -nE 's/.*127\.0\.0\.1:([0-9]+).*/\1/p' serve.txt | head -n 1)
head_of "$port" | grep -q '^Strict-Transport-Security: max-age=31536000'
kill $server; wait $server 2>/dev/null || true
echo "all well"
