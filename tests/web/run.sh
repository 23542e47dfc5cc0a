#!/bin/sh
# run.sh FOLDER [screenshot FILE]: tests the search page with the programs $PALPATE_INDEX and
# $PALPATE_SERVE, or takes a picture of it.  Works in FOLDER, and keeps there what npm
# brings; it asks npm only when the lock file has changed since.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
picture=
[ "${2:-}" != screenshot ] || picture=$(cd "$(dirname "$3")" && pwd)/$(basename "$3")
for program in node npm chromium; do
    command -v $program >/dev/null || {
        echo "$program is missing: test.sh installs it" >&2
        exit 1
    }
done
: "${PALPATE_INDEX:?names no program}" "${PALPATE_SERVE:?names no program}"
mkdir -p "$folder"
cd "$folder"
if ! cmp -s "$here/package-lock.json" installed-lock.json; then
    cp "$here/package.json" "$here/package-lock.json" .
    for try in 1 2 3; do
        npm ci --no-audit --no-fund --loglevel=error && break
        [ $try != 3 ] || {
            echo "npm could not fetch what tests/web/package.json names; it needs the network once" >&2
            exit 1
        }
        echo "npm failed; it is tried again" >&2
    done
    cp package-lock.json installed-lock.json
fi
export PALPATE_WEB_FOLDER="$folder"
[ -z "$picture" ] || exec node "$here/screenshot.mjs" "$picture"
# The reporter names what failed, and why, at the end.
exec node --test --test-reporter=spec "$here"/*.test.mjs
