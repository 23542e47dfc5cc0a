#!/bin/sh
# docs_selftest.sh FOLDER: docs.sh reports each name that leads nowhere, and nothing else.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1/core" "$1/indexer/html" "$1/docs/more" "$1/query/render" && cd "$1"
# A repository of its own, so that the one around it does not answer.
git init -q .
touch core/arena.c core/arena.h indexer/html/tree.c query/render/render_text.c

cat >README.md <<'END'
`core/arena.c`, `arena.h`, `html/tree.c`, `indexer/`, `html/`, `core`, `arena_copy()`, `XKexercises`
`core/*.c`, `indexer/STAGE/`, `query/render/render_FORMAT.c`, `*`, `/search`, `../shared/data`,
`build/dev/`, `page.html`, `and/or`, `a name
over lines`, `tree.c`, [more](docs/more/deep.md#part), [them](https://clinic.example/x.md)
```
`lost.c`
```
END
printf 'Up to [the start](../../README.md), [here](deep.md), [core](../../core/).\n' >docs/more/deep.md
sh "$checks/docs.sh" . || { echo "good documents were refused"; exit 1; }

cat >docs/broken.md <<'END'
`core/missing.c`, `gone.h`, `core/html/`, `content/`, `core/*.py`,
`query/render/read_FORMAT.c`, `lost.md`, [there](more/lost.md)
END
expected='docs/broken.md:1: there is no core/missing.c
docs/broken.md:1: there is no gone.h
docs/broken.md:1: there is no core/html/
docs/broken.md:1: there is no content/
docs/broken.md:1: there is no core/*.py
docs/broken.md:2: there is no query/render/read_FORMAT.c
docs/broken.md:2: there is no lost.md
docs/broken.md:2: there is no docs/more/lost.md'
if found=$(sh "$checks/docs.sh" .); then
    echo "broken documents were accepted"
    exit 1
fi
[ "$found" = "$expected" ] || { printf 'found:\n%s\nexpected:\n%s\n' "$found" "$expected"; exit 1; }
