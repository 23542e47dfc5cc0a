#!/bin/sh
# unit_file.sh UNIT PROGRAM: systemd finds nothing wrong with the unit file, which knows the program's
# options, and its sandbox is tight.
set -eu
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is missing"; exit 77; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
# The program is where it was built, and the man page is not installed.
sed "s|/usr/bin/palpate-serve|$2|; /^Documentation=/d" "$1" >"$folder/palpate-serve.service"
systemd-analyze verify --man=no "$folder/palpate-serve.service" >"$folder/said" 2>&1 || {
    cat "$folder/said"
    exit 1
}
! grep palpate-serve "$folder/said" || { echo "the unit file has faults"; exit 1; }
"$2" --help >"$folder/help"
for option in $(grep '^ExecStart=' "$1" | grep -oE -- '--[a-z-]+'); do
    grep -q -- "$option" "$folder/help" || { echo "$option is no option"; exit 1; }
done
# What it runs may run in its sandbox.
paths=$(sed -n 's/^ExecPaths=//p' "$1")
for program in $(grep -v '^ExecPaths' "$1" | sed -n 's/^Exec[A-Z][a-z]*=[-@:]*\(\/[^ ]*\).*/\1/p'); do
    echo " $paths " | grep -qF " $program " || { echo "$program is not among ExecPaths"; exit 1; }
done
# Of 10 for no sandbox at all; what is left is for the socket.
exposure=$(systemd-analyze security --offline=true "$folder/palpate-serve.service" |
    sed -n 's/.*Overall exposure level.*: \([0-9.]*\) .*/\1/p')
echo "$exposure" | awk '{ exit !($1 != "" && $1 < 1) }' || { echo "exposure is $exposure"; exit 1; }
