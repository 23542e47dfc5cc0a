# What the scripts that index share: . "$(dirname "$0")/peers.sh", behind lib.sh.
#
# PALPATE_NPM  folder in which npm keeps pagefind between runs (default: ~/.cache/palpate)
npm_folder=${PALPATE_NPM:-${HOME:-/tmp}/.cache/palpate}

# need COMMAND PACKAGE: installs the Debian package where the command is missing.
need()
{
    command -v "$1" >/dev/null && return
    apt-get install -y --no-install-recommends "$2" >/dev/null 2>&1 ||
        skip "$1 is missing and $2 cannot be installed: apt-get install $2"
}

need_pagefind()
{
    pagefind=$npm_folder/node_modules/.bin/pagefind
    [ -x "$pagefind" ] && return
    need npm npm
    mkdir -p "$npm_folder"
    npm install --prefix "$npm_folder" --no-audit --no-fund pagefind >/dev/null 2>&1 ||
        skip "pagefind cannot be installed: npm install pagefind"
}

# measured NAME COMMAND...: runs it and appends wall seconds, processor seconds and peak
# kilobytes to $scratch/NAME.runs.  The script ends where the command fails.
measured()
{
    name=$1
    shift
    /usr/bin/time -o "$scratch/time" -f '%e %U %S %M' "$@" >"$scratch/log" 2>&1 || {
        tail -5 "$scratch/log" >&2
        exit 1
    }
    awk '{ print $1, $2 + $3, $4 }' "$scratch/time" >>"$scratch/$name.runs"
}

# column NAME NUMBER: that column of the runs, one a line.
column()
{
    awk -v n="$2" '{ print $n }' "$scratch/$1.runs"
}

# middle NAME NUMBER: the median of a column of the runs.
middle()
{
    column "$1" "$2" >"$scratch/column"
    median "$scratch/column"
}

# row NAME TITLE COUNT BYTES: a row of the table; ratios are to the runs of palpate.
row()
{
    column "$1" 1 >"$scratch/walls"
    range=$(spread "$scratch/walls")
    echo "$(middle "$1" 1) $(middle palpate 1) $(middle "$1" 2) $(middle palpate 2) $(middle "$1" 3) $3 $4" |
        awk -v title="$2" -v range="$range" '{
            printf "| %s | %.2f (%s) | %.2f | %.2f | %.2f | %.0f | %.0f | %.1f |\n", title, $1, range,
                $1 / $2, $3, $3 / $4, $6 / $1, $5 / 1024, $7 / 1e6 }'
}

head_of_table()
{
    echo "| | wall, s (lowest-highest) | × palpate | processor, s | × palpate | $1 a second | peak MB | index MB |"
    echo "|---|---|---|---|---|---|---|---|"
}

# make_pages COUNT FOLDER [--gzip]: pages of make_site.py, or where there is no text for them those of
# corpus/ again and again, each with a paragraph of its own so that none says what another one says.
make_pages()
{
    pages_of="corpus/, again and again"
    text=$shared/data/scale/medical-passages.tsv.gz
    if [ -e "$text" ]; then
        pages_of=make_site.py
        python3 "$tools/make_site.py" "$text" "$@"
        return
    fi
    python3 - "$repository/corpus/articles" "$@" <<'PYTHON'
import gzip, pathlib, re, sys
source, count, out = pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
pages = [path.read_bytes() for path in sorted(source.glob("*.html"))]
for number in range(count):
    own = b"</h1><p>This is copy %d of the page, with a sentence of its own.</p>" % number
    page = re.sub(rb"<link[^>]*canonical[^>]*>", b"", pages[number % len(pages)]).replace(b"</h1>", own, 1)
    folder = out / ("%04d" % (number // 1000))
    folder.mkdir(parents=True, exist_ok=True)
    if "--gzip" in sys.argv:
        (folder / ("%07d.html.gz" % number)).write_bytes(gzip.compress(page, 6, mtime=0))
    else:
        (folder / ("%07d.html" % number)).write_bytes(page)
PYTHON
}
