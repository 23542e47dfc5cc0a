#!/bin/sh
# format.sh TREE: every source is as clang-format 14 writes it.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
cd "$1"
sh "$checks/files.sh" . '*.c' '*.h' '*.cc' '*.hpp' | xargs clang-format-14 --dry-run -Werror
