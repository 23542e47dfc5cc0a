#!/bin/sh
# unit_file.sh UNIT PROGRAM EXPOSURE [TIMER]: systemd finds nothing wrong with the unit file (and with the
# timer that starts it), which knows the program's options, and its sandbox leaves less open than EXPOSURE.
set -eu
unit=$(basename "$1") program=$(basename "$2")
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is missing"; exit 77; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
# The program is where it was built, and the man page is not installed.
sed "s|/usr/bin/$program|$2|; /^Documentation=/d" "$1" >"$folder/$unit"
[ -z "${4:-}" ] || cp "$4" "$folder"
systemd-analyze verify --man=no "$folder/$unit" ${4:+"$folder/$(basename "$4")"} >"$folder/said" 2>&1 || {
    cat "$folder/said"
    exit 1
}
! grep "$program" "$folder/said" || { echo "the unit file has faults"; exit 1; }
"$2" --help >"$folder/help"
[ "$(grep -c "^ExecStart=/usr/bin/$program " "$1")" = 1 ] || { echo "it does not start $program"; exit 1; }
for option in $(grep '^ExecStart=' "$1" | grep -oE -- '--[a-z-]+'); do
    grep -q -- "$option" "$folder/help" || { echo "$option is no option"; exit 1; }
done
# What it runs may run in its sandbox.
paths=$(sed -n 's/^ExecPaths=//p' "$1")
for program in $(grep -v '^ExecPaths' "$1" | sed -n 's/^Exec[A-Z][a-z]*=[-@:]*\(\/[^ ]*\).*/\1/p'); do
    [ -z "$paths" ] || echo " $paths " | grep -qF " $program " || { echo "$program is not among ExecPaths"; exit 1; }
done
# Of 10 for no sandbox at all.
exposure=$(systemd-analyze security --offline=true "$folder/$unit" |
    sed -n 's/.*Overall exposure level.*: \([0-9.]*\) .*/\1/p')
echo "$exposure" | awk -v most="$3" '{ exit !($1 != "" && $1 < most) }' || { echo "exposure is $exposure"; exit 1; }
