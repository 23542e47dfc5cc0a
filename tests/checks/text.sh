#!/bin/sh
# text.sh TREE: nothing in the tree speaks of one machine or of a package registry's host.
# The patterns are written so that they do not find themselves.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
cd "$1"
hosts='npm[j]s[.]|npm[j]s[.]org|yarn[p]kg[.]com|py[p]i[.]org|python[h]osted[.]|crates[.][i]o|proxy[.]go[l]ang|ruby[g]ems[.]org|(deb|security|ftp)[.]deb[i]an[.]org|reg[i]stry[.]'
paths='(^|[^a-zA-Z0-9_.~/>-])/(w[o]rk|r[o]ot|h[o]me|Us[e]rs)/'
failures=0
sh "$checks/files.sh" . '*' >"${TMPDIR:-/tmp}/files.$$"
for pattern in "$hosts" "$paths"; do
    if xargs -d '\n' grep -EnIH "$pattern" <"${TMPDIR:-/tmp}/files.$$"; then
        failures=$((failures + 1))
    fi
done
rm -f "${TMPDIR:-/tmp}/files.$$"
[ $failures = 0 ]
