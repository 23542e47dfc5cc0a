#!/bin/sh
# indexing.sh [PAGES [ROUNDS [PEERS]]]: palpate-index and what people use instead on the same HTML
# pages of make_site.py, in turns (A B C A B C …), each into a fresh index; one unmeasured round
# before, so that the pages are in memory.  PEERS (default: all) is a list out of "omindex
# recollindex pagefind swish-e"; swish-e, which takes minutes, runs once.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/peers.sh"
pages=${1:-2000}
rounds=${2:-5}
peers=${3:-omindex recollindex pagefind swish-e}
case " $peers " in *" omindex "*) need omindex xapian-omega ;; esac
case " $peers " in *" recollindex "*) need recollindex recollcmd ;; esac
case " $peers " in *" swish-e "*) need swish-e swish-e ;; esac
case " $peers " in *" pagefind "*) need_pagefind ;; esac
site=$scratch/site
index=$scratch/index

make_pages "$pages" "$site"
site_bytes=$(bytes_of "$site")
text_bytes=$("$build/palpate-index" --extract "$site" 2>/dev/null |
    python3 -c 'import json, sys; print(sum(len(json.loads(l)["text"].encode()) for l in sys.stdin))')

index_palpate() { measured palpate "$build/palpate-index" --quiet "$index" "$site"; }
index_one() { measured one "$build/palpate-index" --quiet --jobs 1 "$index" "$site"; }
index_read_only() { measured read_only "$build/palpate-index" --quiet --read-only "$index" "$site"; }
index_omindex() { measured omindex omindex --db "$index" --url / "$site"; }
index_pagefind() { measured pagefind "$pagefind" --site "$site" --output-path "$index"; }
index_recollindex()
{
    mkdir "$index"
    printf 'topdirs = %s\nidxflushmb = 100\n' "$site" >"$index/recoll.conf"
    measured recollindex recollindex -c "$index" -z
}
index_swish()
{
    mkdir "$index"
    printf 'IndexContents HTML2 .html\nDefaultContents HTML2\nStoreDescription HTML2 <body> 100000\n' \
        >"$scratch/swish.conf"
    measured swish swish-e -c "$scratch/swish.conf" -i "$site" -f "$index/index"
}

for round in $(seq 0 "$rounds"); do
    for one in palpate $peers one read_only; do
        if [ "$one" = swish-e ]; then
            one=swish
            [ "$round" = 1 ] || continue
        fi
        rm -rf "$index"
        "index_$one"
        bytes_of "$index" >"$scratch/$one.bytes"
        [ "$round" != 0 ] || : >"$scratch/$one.runs"
    done
done

machine
echo "pages: $pages of $pages_of, $site_bytes bytes, of which $text_bytes are the articles' text; median of $rounds rounds"
echo "after one unmeasured (swish-e: one round)"
echo
head_of_table pages
row palpate palpate-index "$pages" "$(cat "$scratch/palpate.bytes")"
row one "palpate-index --jobs 1" "$pages" "$(cat "$scratch/one.bytes")"
row read_only "palpate-index --read-only" "$pages" "$(cat "$scratch/read_only.bytes")"
for one in $peers; do
    runs=$(echo "$one" | sed 's/swish-e/swish/')
    row "$runs" "$one" "$pages" "$(cat "$scratch/$runs.bytes")"
done
echo
echo "index bytes by bytes of text: $(awk '{ print $1 }' "$scratch/palpate.bytes" | awk -v t="$text_bytes" '{ printf "%.2f", $1 / t }')"
