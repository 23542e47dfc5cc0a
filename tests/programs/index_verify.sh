# palpate-index --verify sees every kind of damage and takes nothing else for it, also where an
# update was killed at any of its calls.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
for word in apricot banjo cherry dolphin engine fountain; do
    page "site/$word.html" "About $word" "The shoulder is stiff in the morning, as $word says." \
        "A second paragraph about $word and what helps: moving the arm every day, and patience."
done
# size FILE
size() { wc -c <"$1"; }

expect_exit 2 "$PALPATE_INDEX" --verify index
expect_match err "^palpate-index: index: there is no index here"
[ ! -e index ] || fail "--verify makes a folder"
expect_exit 0 "$PALPATE_INDEX" index site
expect_exit 0 "$PALPATE_INDEX" --verify index
expect_match out "^index: sound: [0-9]+ blocks, [0-9.]+ MB, [0-9]+ passages$"
[ ! -s err ] || fail "a sound index has something to say"
expect_exit 0 "$PALPATE_INDEX" --verify --quiet index
[ ! -s out ] || fail "--quiet speaks"
expect_exit 2 "$PALPATE_INDEX" --verify index site
expect_match err "takes an index and no source"
expect_exit 2 "$PALPATE_INDEX" --verify
expect_exit 2 "$PALPATE_INDEX" --verify --extract site

# It needs no right to write.
if [ "$(id -u)" != 0 ]; then
    chmod -R a-w index
    expect_exit 0 "$PALPATE_INDEX" --verify index
    chmod -R u+w index
fi

# damaged WHAT COMMAND: after COMMAND in a copy --verify names a file and the way out.
damaged()
{
    rm -rf case
    cp -R index case
    live=case/gen-000001/shard
    eval "$2"
    expect_exit 2 timeout -k 5 100 "$PALPATE_INDEX" --verify case
    expect_match err "^palpate-index: case.*--repair .*--rebuild"
    [ ! -s out ] || fail "$1: called sound"
}
for table in postlist termlist; do
    file="\$live/$table.glass"
    damaged "no $table" "rm $file"
    damaged "half a $table" "truncate -s \$((\$(size $file) / 2)) $file"
    damaged "a pipe for $table" "rm $file; mkfifo $file"
    damaged "a byte of $table" "printf '\\377\\001' | dd of=$file bs=1 seek=\$((\$(size $file) - 90)) conv=notrunc 2>dd"
    expect_match err "^palpate-index: case/gen-000001/shard/$table.glass: 1 of [0-9]+ blocks is not as written"
done
damaged "no manifest" 'rm case/gen-000001/manifest'
damaged "half a manifest" 'truncate -s 100 case/gen-000001/manifest'
damaged "a pipe for a manifest" 'rm case/gen-000001/manifest; mkfifo case/gen-000001/manifest'
damaged "no version file" 'rm $live/iamglass'
damaged "no generation" 'rm -r case/gen-000001'
damaged "a stub of noise" 'echo noise >case/XAPIANDB'

# What no state uses is no damage.
rm -rf case
cp -R index case
head -c 20000 /dev/zero >>case/gen-000001/shard/postlist.glass
expect_exit 0 "$PALPATE_INDEX" --verify case

# The generation before is read, too.
cp -Rp index two
expect_exit 0 "$PALPATE_INDEX" --rebuild two site
expect_exit 0 "$PALPATE_INDEX" --verify two
printf 'x' | dd of=two/gen-000001/shard/termlist.glass bs=1 seek=5000 conv=notrunc 2>dd
expect_exit 2 "$PALPATE_INDEX" --verify two
expect_match err "^palpate-index: two: the previous generation is damaged"

# An update that is killed at any of its calls leaves an index that is sound, or whose update is
# unfinished, and the next run finishes it.
page site/banjo.html "About banjo" "The elbow aches after climbing now, as banjo says of the shoulder."
page site/saxophone.html "About saxophone" "The wrist aches after playing, as saxophone says."
# A commit is a process of its own, which counts its calls itself: what this program does after it are
# removals, and the two renamings that publish.
# faulty CALL NUMBER WHAT: see faulty.c.
faulty()
{
    FAULTY_CALL=$1 FAULTY_AT=$2 FAULTY_DO=$3 FAULTY_COUNT="$PWD/count" \
        preloaded "$PALPATE_INDEX" --quiet case site
}
kills=0 unfinished=0
for call in any unlink rename; do
    rm -rf case
    cp -Rp index case
    expect_exit 0 faulty $call 0 none
    calls=$(cat count)
    [ "$calls" -gt 0 ] || fail "no call changes the disk: $call"
    for at in $(seq "$calls"); do
        rm -rf case
        cp -Rp index case
        code=0
        faulty $call "$at" kill 2>err || code=$?
        [ $code = 137 ] || [ $code = 2 ] || { cat err; fail "killed at $call $at: $code"; }
        kills=$((kills + 1))
        code=0
        "$PALPATE_INDEX" --verify case >out 2>err || code=$?
        case $code in
        0) ;;
        1)
            unfinished=$((unfinished + 1))
            expect_match err "the last update was ended before it had stored its sums: run palpate-index"
            ;;
        *) cat err; fail "killed at $call $at: --verify ended with $code" ;;
        esac
        expect_exit 0 "$PALPATE_QUERY" case shoulder
        expect_exit 0 "$PALPATE_INDEX" case site
        expect_exit 0 "$PALPATE_INDEX" --verify case
        expect_exit 0 "$PALPATE_QUERY" case saxophone
    done
done
[ $unfinished -gt 0 ] || fail "no kill came between an update and its manifest"
echo "$kills kills, $unfinished of them between an update and its manifest"

# Many updates one after the other stay verified.
for i in 1 2 3 4 5 6 7 8; do
    page "site/more$i.html" "More $i" "Number $i of the updates, of which each adds something about the knee."
    rm -f "site/more$((i - 3)).html"
    expect_exit 0 "$PALPATE_INDEX" --quiet case site
    expect_exit 0 "$PALPATE_INDEX" --verify case
done

# An update at the same time is no damage, neither to --verify nor to a query.
updates()
{
    for i in $(seq 12); do
        page "site/again.html" "Again $i" "Number $i of the updates, of which each says word$i of the knee."
        "$PALPATE_INDEX" --quiet case site || return 1
        [ $((i % 5)) != 0 ] || "$PALPATE_INDEX" --quiet --rebuild case site || return 1
    done
}
updates &
writer=$!
looks=0
while kill -0 $writer 2>/dev/null; do
    code=0
    "$PALPATE_INDEX" --verify case >out 2>err || code=$?
    [ $code -le 1 ] || { cat err; fail "--verify takes an update for damage"; }
    expect_exit 0 "$PALPATE_QUERY" case shoulder
    looks=$((looks + 1))
done
wait $writer || fail "an update failed"
expect_exit 0 "$PALPATE_INDEX" --verify case
echo "$looks looks during 12 updates"
