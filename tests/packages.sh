#!/bin/sh
# packages.sh [--before FOLDER] [--transcript FILE]: builds the Debian packages, checks them with lintian if that is here, and
# installs, uses and removes them in a bare Debian 12, as fresh.sh makes it.  With --before the packages of
# an older tree, in FOLDER, are installed first and make an index, which the new ones then bring up to date
# with what it remembers.  FILE is made of the commands that are shown.  Run by hand, as root; it needs
# debootstrap and the network.  Exit code 1 where something fails.
set -eu
tree=$(cd "$(dirname "$0")/.." && pwd)
cd "$tree"

say()
{
    echo "-- $*"
}
# all_files: every file of this system, but for what other programs keep of their own work.
all_files()
{
    find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /with -o -path "$tree" -o -path /var/cache -o \
        -path /var/lib/apt -o -path /var/log -o -path /var/lib/nginx \) -prune -o -print | sort
}

before=
transcript=/dev/null
while [ $# -ge 2 ]; do
    case $1 in
    --before) before=$(cd "$2" && pwd) ;;
    --transcript) transcript=$2 ;;
    *) echo "packages.sh: what is $1?" >&2; exit 1 ;;
    esac
    shift 2
done
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
    code=0
    { sh tests/fresh.sh --with build/packages "sh tests/packages.sh --inside" || echo $? >build/packages/code; } |
        tee build/packages/log | grep -v '^|'
    [ ! -e build/packages/code ] || code=1
    [ $code = 1 ] || sed -n 's/^| \{0,1\}//p' build/packages/log | sed 's/ *$//' | cat -s >"$transcript"
    exit $code
fi
. tests/packages_show.sh

say "what the test itself needs"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends curl gcc jq libc6-dev nginx-light pkg-config >/tmp/apt.log 2>&1 ||
    { cat /tmp/apt.log; exit 1; }
echo "127.0.0.1 clinic.example" >>/etc/hosts
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
cat <<'TEXT'
| # From the packages to a search, and back
|
| Written by `tests/packages.sh` in a bare Debian 12: what a newcomer does with the packages, each command with the first lines
| of what it says. The script also checks what they say.
|
| ## Install
|
TEXT
show 'cd /with && ls *.deb'
show 'apt-get install -y -qq -o Dpkg::Options::=--force-confold /with/*.deb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }'
show "dpkg-query -W 'palpate*' 'libpalpate*' 'libxapian-c*'"
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
show_sites
show_server
# No package of another library is here to build with: ours alone are.
! dpkg-query -W -f '${Package}\n' | sort | comm -13 /tmp/packages - | grep -- '-dev$' | grep -vE '^lib(palpate|xapian-c)-dev$' ||
    { echo "more was needed than the packages of palpate"; exit 1; }
for example in index_folder index_memory search similar serve bare_xapian; do
    of=palpate
    [ $example != bare_xapian ] || of=xapian-c
    # shellcheck disable=SC2046
    gcc -Wall -Werror "/usr/share/doc/libpalpate-dev/examples/$example.c" $(pkg-config --cflags --libs $of) -o $example
done
show_examples
bash -c '. /usr/share/bash-completion/completions/palpate-index
    COMP_WORDS=(palpate-index --summ) COMP_CWORD=1
    _palpate_index && [ "${COMPREPLY[*]}" = --summary ]'

if [ -d /with/before ]; then
    say "using the index of before"
    sha256sum -c /tmp/limits >/dev/null
    chapter "Upgrade with an index that the release before made"
    # It answers, or says what to do.
    show 'palpate-query kept frozen shoulder 2>&1 || true'
    says 'palpate-index( |.*--rebuild)|Frozen shoulder'
    show 'palpate-index kept'
    show "palpate-index kept --summary json | jq -c '{read, unchanged}'"
    palpate-index kept --summary json | jq -e '.read == 0 and .unchanged > 0' >/dev/null
    show 'palpate-query kept --format tsv --limit 3 frozen shoulder'
    says 'https://clinic.example/'
    [ "$(palpate-query kept --format tsv --group none --limit 100 wry neck torticollis | grep -c wry-neck)" = 0 ] ||
        { echo "what was left out came back"; exit 1; }
    show 'palpate-index --verify kept'
fi

say "removing"
chapter "Remove everything"
show "apt-get purge -y -qq palpate 'libpalpate*' 'libxapian-c*' palpate-pdf >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }"
# What came with them goes with them.
# shellcheck disable=SC2046
apt-get purge -y -qq $(dpkg-query -W -f '${Package}\n' | sort | comm -13 /tmp/packages -) >/tmp/apt.log 2>&1 ||
    { cat /tmp/apt.log; exit 1; }
all_files >/tmp/after
if comm -13 /tmp/before /tmp/after | grep -vE '^/(var/lib/dpkg|etc/ld.so.cache)' >/tmp/left; then
    cat /tmp/left
    echo "this was left"
    exit 1
fi
printf '| \n| With what came with them gone, too, no file is left that was not there before.\n'
say "nothing is left"
