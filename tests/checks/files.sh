#!/bin/sh
# files.sh TREE PATTERN...: the project's own files whose names fit, one a line: what git
# tracks or would track, or everything but build/ where the tree is no work tree of git.
set -eu
cd "$1"
shift
if git -c safe.directory='*' rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git -c safe.directory='*' ls-files --cached --others --exclude-standard -- "$@" |
        sort -u | while IFS= read -r file; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
else
    for pattern; do
        find . -name build -prune -o -name "$pattern" -type f -print | sed 's|^\./||'
    done | sort -u
fi
