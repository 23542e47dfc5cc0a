#!/bin/sh
# install-missing.sh PACKAGE...: installs those Debian packages that are not there yet, as
# root or by sudo, and says what it does.  Where nothing is missing it does nothing.
set -eu

if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: please see that you have what these packages hold: $*"
    exit 0
fi
missing=
for package; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
    installed) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and only root can install them:$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing:$missing"
install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
quietly()
{
    "$@" >"$log" 2>&1 || return 1
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The lists of a fresh system are empty or old: read them only if it cannot do without.
# shellcheck disable=SC2086
if ! apt-get install --simulate $missing >/dev/null 2>&1 || ! quietly $install $missing; then
    echo "Reading the package lists"
    quietly $as_root apt-get update -qq || { cat "$log" >&2; exit 1; }
    quietly $install $missing || { cat "$log" >&2; exit 1; }
fi
