#!/bin/sh
# damage.sh [FLIPS [TRIES]]: what damage of an index does.  FLIPS (2,000) bits flipped, one at a time, with
# 18 questions and --verify each; TRIES (120) times a flipped bit or a zeroed block, then an update of most
# pages, then --repair and else --rebuild; and every file of an index emptied, halved, zeroed, removed,
# replaced by another or by what is no file, then an update.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"
flips=${1:-2000}
tries=${2:-120}
index=$build/palpate-index
query=$build/palpate-query
corpus=$repository/corpus
cd "$scratch"

awk -F '\t' 'NR % 6 == 1 { print $2 }' "$corpus/queries.tsv" | head -n 18 >questions
cp -R "$corpus/articles" site
"$index" --quiet --thesaurus "$corpus/thesaurus.tsv" base site
machine
echo "an index of $(du -sk base | cut -f 1) KB"
echo
"$(find "$build" -name flips -type f)" base questions "$flips" 1 >flipped 2>no_way_out
awk -F '\t' '{ gsub(/\t/, " | "); print "| " $0 " |" } NR == 1 { print "|---|---|---|---|---|---|---|---|" }' flipped

# number MOST: a number below MOST, the same in every run.
seed=1
number()
{
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    number=$((seed / 8 % $1))
}
# ended CODE: what an update came to: done, refused with the way out in one line, or broken: ended by a
# signal, not ended after a minute, or without a way out.
ended()
{
    what_became=broken
    case $1 in
    0) what_became=done ;;
    1 | 2) [ "$(wc -l <said)" != 1 ] || ! grep -Eq -- '--repair|--rebuild|run again|pass a folder|remove' said || what_became=refused ;;
    esac
    [ $what_became != broken ] || { echo "ended with $1:"; cat said; } >>broken
}
: >broken
# bring_back: the index case by --repair, else by --rebuild; sound in the end.
bring_back()
{
    code=0
    "$index" --repair case >said 2>&1 || code=$?
    how=repaired
    if [ $code -gt 1 ]; then
        how=rebuilt
        "$index" --quiet --rebuild case site >said 2>&1 || { how=lost; return 0; }
    fi
    "$index" --verify case >said 2>&1 || how=lost
}
# changed: most pages say something else.
cp -R site site.old
for page in site/*.html; do
    number 10
    [ "$number" = 0 ] || sed -i 's|</h1>|</h1><p>A paragraph that was added.</p>|' "$page"
done
parts=$(find base/gen-* -type f ! -name flintlock | wc -l)
done_sound=0 done_damaged=0 refused=0 broken=0 repaired=0 rebuilt=0 lost=0
for try in $(seq "$tries"); do
    rm -rf case
    cp -R base case
    file=$(find case/gen-* -type f ! -name flintlock | sort | sed -n "$((try % parts + 1))p")
    number "$(wc -c <"$file")"
    if [ $((try % 2)) = 0 ]; then
        dd if=/dev/zero of="$file" bs=8192 seek=$((number / 8192)) count=1 conv=notrunc 2>dd
    else
        byte=$(dd if="$file" bs=1 skip="$number" count=1 2>dd | od -An -tu1 | tr -d ' ')
        printf "\\$(printf %o $(((byte + 1 + try % 200) % 256)))" |
            dd of="$file" bs=1 seek="$number" conv=notrunc 2>dd
    fi
    if "$index" --verify case >said 2>&1; then
        continue # what no state uses
    fi
    code=0
    timeout -s KILL 60 "$index" --quiet case site >said 2>&1 || code=$?
    ended $code
    if [ $what_became != done ]; then
        eval "$what_became=\$(($what_became + 1))"
    elif "$index" --verify case >said 2>&1; then
        done_sound=$((done_sound + 1))
    else
        done_damaged=$((done_damaged + 1))
    fi
    bring_back
    eval "$how=\$(($how + 1))"
done
echo
echo "| damaged, then an update of most pages | |"
echo "|---|---|"
echo "| update refused with the way out | $refused |"
echo "| update ended by a signal, not ended after a minute, or without a way out | $broken |"
echo "| update done, index sound after it | $done_sound |"
echo "| update done, the damage elsewhere and seen by --verify | $done_damaged |"
echo "| brought back by --repair | $repaired |"
echo "| brought back by --rebuild | $rebuilt |"
echo "| not brought back | $lost |"

# Whole files.
rm -rf site
mv site.old site
"$index" --quiet other "$corpus/README.md" >said 2>&1 || true
cp -R site few
rm -f few/[a-m]*
"$index" --quiet other few
files=0 same=0 refused=0 broken=0 over_damage=0 repaired=0 rebuilt=0 lost=0
for what in ': >"$file"' 'truncate -s "$half" "$file"' 'truncate -s 0 "$file"; truncate -s "$size" "$file"' \
    'truncate -s -1 "$file"' 'printf x >>"$file"' 'rm "$file"' 'cp "$foreign" "$file"' 'cp "$neighbour" "$file"' 'rm "$file"; mkfifo "$file"' \
    'rm "$file"; mkdir "$file"' 'rm "$file"; ln -s "$name" "$file"' 'yes noise | head -c "$size" >noise; cp noise "$file"' \
    'cat "$file" "$file" >noise; cp noise "$file"' 'rm "$file"; ln -s /dev/zero "$file"'; do
    for name in XAPIANDB lock gen-000001/manifest gen-000001/shard/iamglass gen-000001/shard/postlist.glass \
        gen-000001/shard/termlist.glass; do
        rm -rf case
        cp -R base case
        file=case/$name foreign=other/$name neighbour=case/gen-000001/shard/termlist.glass
        [ $name != gen-000001/shard/termlist.glass ] || neighbour=case/gen-000001/shard/postlist.glass
        size=$(wc -c <"$file")
        half=$((size / 2))
        eval "$what" 2>dd || true
        files=$((files + 1))
        sound=0
        timeout 60 "$index" --verify case >said 2>&1 || sound=$?
        asked=0
        timeout 60 "$query" case shoulder >said 2>&1 || asked=$?
        code=0
        timeout -s KILL 60 "$index" --quiet case site >said 2>&1 || code=$?
        ended $code
        after=0
        timeout 60 "$index" --verify case >said 2>&1 || after=$?
        if [ $sound = 0 ] && [ $asked = 0 ] && [ $code = 0 ]; then
            same=$((same + 1))
        elif [ $what_became != done ]; then
            eval "$what_became=\$(($what_became + 1))"
        elif [ $after != 0 ]; then
            over_damage=$((over_damage + 1))
            echo "over damage: $what $name"
        else
            same=$((same + 1))
        fi
        [ $after != 0 ] || [ $code != 0 ] || continue
        rm -rf case/lock
        bring_back
        [ $how != lost ] || echo "lost: $what $name: $(tail -n 1 said)"
        eval "$how=\$(($how + 1))"
    done
done
echo
echo "| $files files damaged as a whole, then an update | |"
echo "|---|---|"
echo "| nothing that an answer needs, or put right by the update | $same |"
echo "| refused with the way out | $refused |"
echo "| ended by a signal, not ended after a minute, or without a way out | $broken |"
echo "| done over damage | $over_damage |"
echo "| of those that were not done or done over damage, brought back by --repair | $repaired |"
echo "| by --rebuild | $rebuilt |"
echo "| not brought back | $lost |"
# Of the updates that ended in no way that this knows.
[ ! -s broken ] || { cat broken >&2; exit 1; }
