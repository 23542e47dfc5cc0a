#!/bin/sh
# packages.sh [--before FOLDER]: builds the Debian packages, checks them with lintian if that is here, and
# installs, uses and removes them in a bare Debian 12, as fresh.sh makes it.  With --before the packages of
# an older tree, in FOLDER, are installed first and make an index, which the new ones then bring up to date
# with what it remembers.  Run by hand, as root; it needs debootstrap and the network.  Exit code 1 where
# something fails.
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

before=
if [ "${1:-}" = --before ]; then
    before=$(cd "$2" && pwd)
    shift 2
fi
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
    [ -z "$before" ] || { mkdir build/packages/before; cp "$before"/*.deb build/packages/before; }
    exec sh tests/fresh.sh --with build/packages "sh tests/packages.sh --inside"
fi

say "what the test itself needs"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends curl gcc jq libc6-dev pkg-config >/tmp/apt.log 2>&1 ||
    { cat /tmp/apt.log; exit 1; }
all_files >/tmp/before
dpkg-query -W -f '${Package}\n' | sort >/tmp/packages

# The clinic's index stays what it was, whichever release made it.
if [ -d /with/before ]; then
    say "installing the packages of before, and making an index"
    apt-get install -y -qq /with/before/*.deb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
    cp -R /usr/share/palpate/corpus/articles /tmp/site
    palpate-index /tmp/kept /tmp/site --base-url https://clinic.example/ --thesaurus /usr/share/palpate/thesaurus.tsv \
        --exclude 'wry-neck*' --quiet
    echo "# of this clinic" >>/etc/palpate/limits
    sha256sum /etc/palpate/limits >/tmp/limits
fi

say "installing"
apt-get install -y -qq -o Dpkg::Options::=--force-confold /with/*.deb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
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
# No package of another library is here to build with: ours alone are.
! dpkg-query -W -f '${Package}\n' | sort | comm -13 /tmp/packages - | grep -- '-dev$' | grep -vE '^lib(palpate|xapian-c)-dev$' ||
    { echo "more was needed than the packages of palpate"; exit 1; }
for example in index_folder index_memory search similar serve bare_xapian; do
    of=palpate
    [ $example != bare_xapian ] || of=xapian-c
    # shellcheck disable=SC2046
    gcc -Wall -Werror "/usr/share/doc/libpalpate-dev/examples/$example.c" $(pkg-config --cflags --libs $of) -o $example
done
./search demo 'frozen sholder' | grep 'Frozen shoulder'
./bare_xapian database 'painful shoulders' | grep 'painful shoulder'
bash -c '. /usr/share/bash-completion/completions/palpate-index
    COMP_WORDS=(palpate-index --summ) COMP_CWORD=1
    _palpate_index && [ "${COMPREPLY[*]}" = --summary ]'

if [ -d /with/before ]; then
    say "using the index of before"
    sha256sum -c /tmp/limits >/dev/null
    # It answers, or says what to do.
    palpate-query kept frozen shoulder >/tmp/said 2>&1 || grep -E 'palpate-index( |.*--rebuild)' /tmp/said
    palpate-index kept --summary json >/tmp/summary
    jq -c . /tmp/summary
    palpate-index kept --summary json | jq -e '.read == 0 and .unchanged > 0' >/dev/null
    palpate-query kept --format tsv --limit 3 frozen shoulder | grep 'https://clinic.example/'
    palpate-query kept stiff shoulder capsulitis --format json | jq -e '.total.value > 0' >/dev/null
    [ "$(palpate-query kept --format tsv --group none --limit 100 wry neck torticollis | grep -c wry-neck)" = 0 ] ||
        { echo "what was left out came back"; exit 1; }
    palpate-index --verify kept
fi

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
