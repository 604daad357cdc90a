#!/usr/bin/env bash
# Lighthouse marks of the home, list, guide and case pages on a telephone and at a desk, against the Release executable.
# Needs node with npm and a Chromium; Lighthouse itself goes into a temporary folder (LIGHTHOUSE_HOME to keep it).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

work=$(mktemp -d)
house=
finish() {
  [ -z "$house" ] || kill "$house" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

for name in chromium chromium-browser google-chrome; do
  CHROME_PATH=${CHROME_PATH:-$(command -v "$name" || true)}
done
[ -n "$CHROME_PATH" ] || { echo "No Chromium on this machine." >&2; exit 1; }
export CHROME_PATH
tool=${LIGHTHOUSE_HOME:-$work/lighthouse}
[ -x "$tool/node_modules/.bin/lighthouse" ] || npm install --silent --no-audit --no-fund --prefix "$tool" lighthouse@12.8.2 >/dev/null

dotnet build src/CountyHall.Web -c Release -v quiet
port=$((20000 + RANDOM % 20000))
at=http://127.0.0.1:$port
src/CountyHall.Web/bin/Release/net10.0/linux-x64/countyhall serve --demonstration --data "$work/house" --urls "$at" >"$work/house.log" 2>&1 &
house=$!
for _ in $(seq 120); do
  curl -fs -o "$work/ready" "$at/" && break
  sleep 1
done

# A citizen, and one case handed in at a window, so that there is a page of it.
enter() { curl -fs -c "$1" -H 'Content-Type: application/json' -d "{\"user\":\"$2\",\"password\":\"jiashan-demo-2026\"}" "$at/api/session"; }
enter "$work/citizen" gu.qinglan
enter "$work/clerk" zhu.jingxing
ask='{"item":"restaurant-food-licence","applicant":"92330421DEMA030119","answers":{"cold":"no","area":"small"},"fields":{"name":"嘉善云岫小馆","code":"92330421DEMA030119","legal-representative":"顾青岚","phone":"13800000921","shop-name":"云岫小馆","premises":"嘉善县西塘镇示例路8号","floor-area":"46","manager":"顾青岚"},"materials":["business-licence","layout","rules","health-certificates"],"then":"accept"}'
curl -fs -b "$work/clerk" -H 'Content-Type: application/json' -H "Idempotency-Key: lighthouse-1" -d "$ask" "$at/api/desk/cases" >"$work/case"
number=$(grep -oE '[0-9]{6}-[0-9]{8}-[0-9]{6}' "$work/case" | head -1)
cookies=$(awk '!/^# / && NF >= 7 { sub(/^#HttpOnly_/, ""); printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$work/citizen")
printf '{"Cookie":"%s"}' "$cookies" >"$work/headers.json"

printf '| page | preset | performance | accessibility | best practices | SEO |\n| --- | --- | --- | --- | --- | --- |\n'
low=0
for page in "home /" "list /items" "guide /items/restaurant-food-licence" "case /my/cases/$number"; do
  read -r name path <<<"$page"
  for preset in mobile desktop; do
    extra=()
    [ $preset = mobile ] || extra+=(--preset=desktop)
    [ "$name" != case ] || extra+=("--extra-headers=$work/headers.json")
    # Now and then the browser loses the beginning of its record (NO_NAVSTART): then the page is looked at again.
    for attempt in 1 2 3; do
      "$tool/node_modules/.bin/lighthouse" "$at$path" --quiet --output=json --output-path="$work/$name.$preset.json" \
        --only-categories=performance,accessibility,best-practices,seo --chrome-flags="--headless=new --no-sandbox --disable-gpu" "${extra[@]}" && break
      [ "$attempt" -lt 3 ]
    done
    [ -z "${LIGHTHOUSE_REPORTS:-}" ] || cp "$work/$name.$preset.json" "$LIGHTHOUSE_REPORTS/"
    node - "$work/$name.$preset.json" "$name" "$preset" <<'JS' || low=1
const [, , file, page, preset] = process.argv;
const report = JSON.parse(require("fs").readFileSync(file, "utf8"));
const marks = ["performance", "accessibility", "best-practices", "seo"].map(kind => report.categories[kind].score);
console.log(`| ${page} | ${preset} | ${marks.map(mark => mark.toFixed(2)).join(" | ")} |`);
for (const kind of Object.values(report.categories))
  for (const { id, weight } of kind.auditRefs)
    if (weight > 0 && report.audits[id].score !== null && report.audits[id].score < 0.9)
      console.error(`  ${page} ${preset}: ${kind.id} loses by ${id}: ${report.audits[id].title} ${report.audits[id].displayValue ?? ""}`);
process.exitCode = marks.every(mark => mark >= 0.95) ? 0 : 1;
JS
  done
done
exit $low
