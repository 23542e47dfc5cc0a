#!/bin/sh
# packages.sh: builds the Debian packages, checks them with lintian if that is here, and installs, uses
# and removes them in a bare Debian 12, as fresh.sh makes it.  Run by hand, as root; it needs debootstrap
# and the network.  Exit code 1 where something fails.
set -eu
tree=$(cd "$(dirname "$0")/.." && pwd)
cd "$tree"

say()
{
    echo "-- $*"
}
# all_files: every file of this system, but for what programs keep of their own work.
all_files()
{
    find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /with -o -path "$tree" -o -path /var/cache -o \
        -path /var/lib/apt -o -path /var/log \) -prune -o -print | sort
}

if [ "${1:-}" != --inside ]; then
    say "building"
    cmake --preset package >/dev/null
    cmake --build --preset package >/dev/null
    rm -f build/package/*.deb
    (cd build/package && cpack >cpack.log) || { cat build/package/cpack.log; exit 1; }
    if command -v lintian >/dev/null; then
        say "lintian"
        lintian --fail-on error,warning build/package/*.deb
    fi
    rm -rf build/packages
    mkdir build/packages
    cp build/package/*.deb build/packages
    exec sh tests/fresh.sh --with build/packages "sh tests/packages.sh --inside"
fi

say "what the test itself needs"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends curl gcc jq libc6-dev pkg-config >/tmp/apt.log 2>&1 ||
    { cat /tmp/apt.log; exit 1; }
all_files >/tmp/before
dpkg-query -W -f '${Package}\n' | sort >/tmp/packages

say "installing"
apt-get install -y -qq /with/*.deb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
for file in man/man1/palpate-index.1.gz bash-completion/completions/palpate-index \
    zsh/vendor-completions/_palpate-query fish/vendor_completions.d/palpate-serve.fish doc/palpate/nginx.conf; do
    [ -s "/usr/share/$file" ] || { echo "$file is missing"; exit 1; }
done
for file in /lib/systemd/system/palpate-serve.service /lib/systemd/system/palpate-index.service \
    /lib/systemd/system/palpate-index.timer /etc/logrotate.d/palpate /etc/palpate/limits; do
    [ -s $file ] || { echo "$file is missing"; exit 1; }
done

say "using"
cd /tmp
palpate-index demo /usr/share/palpate/corpus/articles --base-url https://clinic.example/ \
    --thesaurus /usr/share/palpate/thesaurus.tsv --exclude 'wry-neck*' --summary json | jq -c .
palpate-index demo --summary json | jq -e '.read == 0 and .unchanged > 0' >/dev/null
palpate-query demo --format tsv --limit 3 frozen shoulder | grep 'https://clinic.example/'
palpate-serve demo --listen unix:/tmp/socket --limits /etc/palpate/limits &
server=$!
until [ -S socket ] && curl -s --unix-socket socket http://localhost/healthz >/dev/null; do
    kill -0 $server
    sleep 0.2
done
curl -s --unix-socket socket 'http://localhost/search?q=frozen+shoulder' | jq -e '.total.value > 0' >/dev/null
kill $server
wait $server || true
printf '#include <palpate/palpate.h>\n#include <stdio.h>\nint main(void) { return puts(palpate_version()) < 0; }\n' >try.c
# shellcheck disable=SC2046
gcc try.c $(pkg-config --cflags --libs palpate) -o try
./try
bash -c '. /usr/share/bash-completion/completions/palpate-index
    COMP_WORDS=(palpate-index --summ) COMP_CWORD=1
    _palpate_index && [ "${COMPREPLY[*]}" = --summary ]'

say "removing"
# What came with them goes with them.
dpkg-query -W -f '${Package}\n' | sort | comm -13 /tmp/packages - >/tmp/added
# shellcheck disable=SC2046
apt-get purge -y -qq $(cat /tmp/added) >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
all_files >/tmp/after
if comm -13 /tmp/before /tmp/after | grep -vE '^/(var/lib/dpkg|etc/ld.so.cache)' >/tmp/left; then
    cat /tmp/left
    echo "this was left behind"
    exit 1
fi
say "nothing is left behind"
