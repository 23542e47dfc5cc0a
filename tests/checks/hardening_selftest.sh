#!/bin/sh
# hardening_selftest.sh CC CET: the check sees what a program lacks, and passes one that lacks
# nothing.
set -eu
cc=$1 has_cet=$2
check=$(cd "$(dirname "$0")" && pwd)/hardening.sh
command -v readelf >/dev/null && command -v objdump >/dev/null ||
    { echo "SKIPPED: there is no readelf or objdump"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/program.c" <<'C'
#include <stdio.h>
#include <string.h>
#define FUNCTION(name) int name(int i) { return i + __LINE__; }
FUNCTION(a) FUNCTION(b) FUNCTION(c) FUNCTION(d) FUNCTION(e) FUNCTION(f) FUNCTION(g) FUNCTION(h)
int main(int count, char **words)
{
    char room[8];
    strcpy(room, words[count - 1]);
    return puts(room) < 0;
}
C
[ -z "$has_cet" ] || [ "$has_cet" = 0 ] || cet=-fcf-protection
all="-O2 -fPIE -fstack-protector-strong -D_FORTIFY_SOURCE=2 ${cet-} -pie -Wl,-z,relro,-z,now,-z,noexecstack"

# verdict FLAGS...: the check of a program that is built with all flags and these after them.
verdict()
{
    # shellcheck disable=SC2086
    "$cc" $all "$@" "$folder/program.c" -o "$folder/program" 2>"$folder/built" ||
        { cat "$folder/built"; exit 1; }
    sh "$check" ON "$has_cet" "$folder/program" >"$folder/said" 2>&1
}

verdict || { cat "$folder/said"; echo "a hardened program is refused"; exit 1; }
for lacks in "-no-pie -fno-pie" -Wl,-z,norelro -Wl,-z,lazy -Wl,-z,execstack -fno-stack-protector \
    -U_FORTIFY_SOURCE ${cet:+-fcf-protection=none}; do
    # shellcheck disable=SC2086
    if verdict $lacks; then
        echo "$lacks is not seen"
        exit 1
    fi
done
