#!/bin/sh
# hardening.sh HARDENED CET FILE...: each program or library is loaded anywhere, has no stack
# that can be executed, and relocations that are read-only once it runs.  With HARDENED (ON) it
# also has stack protectors and checked calls of libc, and with CET (1) landing pads.
set -eu
is_hardened=$1 has_cet=$2
shift 2
command -v readelf >/dev/null && command -v objdump >/dev/null ||
    { echo "SKIPPED: there is no readelf or objdump"; exit 77; }
said=$(mktemp)
trap 'rm -f "$said"' EXIT
bad=0

# need FILE WHAT PATTERN: $said matches.
need()
{
    grep -Eq -- "$3" "$said" || { echo "$1: $2"; bad=1; }
}

for file; do
    readelf -Wlhd "$file" >"$said"
    need "$file" "it is not loaded anywhere (PIE)" '^ *Type: +DYN'
    need "$file" "its relocations stay writable (RELRO)" ' GNU_RELRO '
    need "$file" "its functions are bound late (BIND_NOW)" 'FLAGS.*(BIND_NOW|NOW)'
    need "$file" "its stack can be executed" ' GNU_STACK .* RW +0x'
    ! grep -q '(TEXTREL)' "$said" || { echo "$file: its code is changed when it is loaded"; bad=1; }
    [ "$is_hardened" = ON ] || continue
    readelf -W --dyn-syms "$file" >"$said"
    need "$file" "it has no stack protector" ' __stack_chk_fail(@| |$)'
    # A library that calls nothing which could be checked has no such symbol.
    case $file in *xapian-c*) ;; *) need "$file" "it has no checked calls (FORTIFY)" ' __[a-z]+_chk(@| |$)' ;; esac
    [ -n "$has_cet" ] && [ "$has_cet" != 0 ] || continue
    case $(uname -m) in x86_64) ;; *) continue ;; esac
    # What every program is linked with has some of its own.
    [ "$(objdump -d --section=.text "$file" | grep -c endbr64)" -ge 8 ] ||
        { echo "$file: it has no landing pads (CET)"; bad=1; }
done
echo "$# files read"
exit $bad
