#!/bin/sh
# run.sh SCRIPT FOLDER: runs the script in the folder, which is emptied first.
set -eu
# Links and permissions of an earlier run must not hold it up.
[ ! -d "$2" ] || chmod -R u+rwX "$2"
rm -rf "$2"
mkdir -p "$2"
cd "$2"
LC_ALL=C.UTF-8
PALPATE_PROGRAM_TESTS=$(dirname "$1")
export LC_ALL PALPATE_PROGRAM_TESTS
unset NO_COLOR XAPIAN_FLUSH_THRESHOLD XAPIAN_CJK_NGRAM XAPIAN_PREFER_GLASS
exec sh -eu "$1"
