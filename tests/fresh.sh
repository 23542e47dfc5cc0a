#!/bin/sh
# fresh.sh [--keep] [--with FOLDER] [COMMAND...]: runs ./quickstart.sh and ./test.sh, or the commands, in a copy
# of this tree on a bare Debian 12: what debootstrap makes as minbase, in a temporary folder.
# Run by hand, as root; it needs debootstrap, some 6 GB below ${TMPDIR:-/tmp} and the network.
# Packages come from where this machine takes its own.  Says how long each command took, and
# removes everything, or with --keep leaves the folder.  FOLDER is there as /with.  Exit code 1 where a command fails.
set -eu
tree=$(cd "$(dirname "$0")/.." && pwd)

keep=
if [ "${1:-}" = --keep ]; then
    keep=yes
    shift
fi
if [ "${1:-}" = --with ]; then
    PALPATE_FRESH_WITH=$(cd "$2" && pwd)
    export PALPATE_FRESH_WITH
    shift 2
fi
[ $# -gt 0 ] || set -- ./quickstart.sh ./test.sh
[ "$(id -u)" = 0 ] || { echo "only root can make another root" >&2; exit 1; }
for program in debootstrap unshare chroot apt-get apt-config; do
    command -v $program >/dev/null || { echo "$program is missing" >&2; exit 1; }
done

# Mounts and processes are in spaces of their own, so that they end with this script.
if [ -z "${PALPATE_FRESH:-}" ]; then
    PALPATE_FRESH=$(mktemp -d "${TMPDIR:-/tmp}/palpate-fresh.XXXXXX")
    export PALPATE_FRESH
    code=0
    unshare --mount --propagation private --pid --fork --kill-child \
        sh "$0" "$@" || code=$?
    if [ -n "$keep" ]; then
        echo "The root is $PALPATE_FRESH/root"
    else
        rm -rf --one-file-system "$PALPATE_FRESH"
    fi
    exit $code
fi
root=$PALPATE_FRESH/root

echo "== A bare Debian 12 in $root"
apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)' \
    'Created-By: Packages' | sort -u >"$PALPATE_FRESH/sources"
mirror=$(awk '$2 == "bookworm" && $4 == "Debian" { print $1; exit }' "$PALPATE_FRESH/sources")
[ -n "$mirror" ] || { echo "apt knows no mirror of Debian 12: run apt-get update" >&2; exit 1; }
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$PALPATE_FRESH/debootstrap.log" 2>&1 ||
    { tail -n 20 "$PALPATE_FRESH/debootstrap.log" >&2; exit 1; }

# How this machine reaches its sources: proxies, certificates, and passwords.
awk '$4 == "Debian" && $2 ~ /^bookworm/ { print "deb", $1, $2, $3 }' \
    "$PALPATE_FRESH/sources" >"$root/etc/apt/sources.list"
apt-config dump Acquire >"$root/etc/apt/apt.conf.d/50host"
[ ! -d /etc/apt/auth.conf.d ] || cp -r /etc/apt/auth.conf.d "$root/etc/apt/"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
variables="PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb"
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/host-certificates.crt"
    variables="$variables NODE_EXTRA_CA_CERTS=/etc/host-certificates.crt"
fi
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    value=$(printenv $name || true)
    [ -z "$value" ] || variables="$variables $name=$value"
done
if command -v npm >/dev/null; then
    variables="$variables npm_config_registry=$(npm config get registry)"
fi

mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mkdir "$root/palpate"
[ -z "${PALPATE_FRESH_WITH:-}" ] || cp -r "$PALPATE_FRESH_WITH" "$root/with"
git=
[ -d "$tree/.git" ] || git=--exclude=./.git # it names a folder that is not there
# shellcheck disable=SC2086
tar -C "$tree" --exclude=./build $git -cf - . | tar -C "$root/palpate" --no-same-owner -xf -

failed=0
for command; do
    echo "== $command"
    start=$(date +%s)
    # shellcheck disable=SC2086
    env -i $variables chroot "$root" sh -c "cd /palpate && $command" || {
        echo "FAILED: $command"
        failed=1
    }
    echo "== $command took $(($(date +%s) - start)) s"
done
exit $failed
