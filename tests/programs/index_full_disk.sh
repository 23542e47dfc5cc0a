# A disk that is full in the middle of an update: one sentence, the old answers, the room
# given back, and the next run works.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

allow_leaks_of_libxapian

# pages WORD COUNT: 60 pages with COUNT paragraphs each, all with WORD.
pages()
{
    awk -v word="$1" -v count="$2" 'BEGIN {
        srand(7)
        for (i = 0; i < 60; i++) {
            name = "site/p" i ".html"
            printf "<!doctype html><html><head><title>Page %d</title></head><body><main>", i >name
            printf "<article><h1>Page %d</h1>", i >name
            for (k = 0; k < count; k++) {
                printf "<p>Here %s stands", word >name
                for (w = 0; w < 50; w++)
                    printf " with%s%d", substr(word, 1, 3), int(rand() * 9000) >name
                printf ".</p>" >name
            }
            printf "</article></main></body></html>\n" >name
            close(name)
        }
    }'
}

# as_it_was INDEX: one sentence was said, the old answers are there, and the room is free.
as_it_was()
{
    expect_match err "cannot write the index: .*: nothing was changed; see that the disk has room"
    [ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line"; }
    [ "$(wc -c "$1"/gen-*/shard/*.glass | tail -n 1)" = "$sizes" ] ||
        fail "the room is not given back: $sizes, now $(wc -c "$1"/gen-*/shard/*.glass | tail -n 1)"
    expect_exit 0 "$PALPATE_QUERY" "$1" oldword
    expect_exit 1 "$PALPATE_QUERY" "$1" newword
}

mkdir site
pages oldword 4
expect_exit 0 "$PALPATE_INDEX" index site
pages newword 12

# A bound on the size of files stands in for the disk, at any place of the update.
limited()
{
    (
        ulimit -f "$1"
        trap '' XFSZ
        exec "$PALPATE_INDEX" --quiet case site
    )
}
done_at=
for blocks in 600 1000 1400 1800 2200 2600 3000 3600 4200 5000 6000 8000 12000; do
    rm -rf case
    cp -R index case
    sizes=$(wc -c case/gen-*/shard/*.glass | tail -n 1)
    code=0
    limited $blocks >out 2>err || code=$?
    if [ $code = 0 ]; then
        done_at=$blocks
        break
    fi
    [ $code = 2 ] || { cat err; fail "a full disk ended with $code"; }
    as_it_was case
done
[ -n "$done_at" ] || fail "no bound was large enough"
expect_exit 0 "$PALPATE_QUERY" case newword

# libxapian writes by itself too, after a number of passages and long before the commit.
for blocks in 500 800 1100 1400 1700 2000 2300 2600 3000; do
    rm -rf case
    cp -R index case
    code=0
    (export XAPIAN_FLUSH_THRESHOLD=40 && limited $blocks) >out 2>err || code=$?
    [ $code != 0 ] || break
    [ $code = 2 ] || { cat err; fail "a full disk ended with $code"; }
    as_it_was case
done

# A first build has no index yet; libxapian ends its process at some of these bounds.
for blocks in 400 800 1200 $(seq 1640 8 1760); do
    rm -rf case
    code=0
    (export XAPIAN_FLUSH_THRESHOLD=7 && limited $blocks) >out 2>err || code=$?
    [ $code != 0 ] || break
    [ $code = 2 ] || { cat err; fail "a full disk ended a build with $code"; }
    expect_match err "cannot write the index: .*: nothing was changed; see that the disk has room"
    [ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line"; }
done
expect_exit 0 "$PALPATE_INDEX" case site
expect_exit 0 "$PALPATE_QUERY" case newword

# What a run that was killed left behind the committed state, the next one gives back.
rm -rf case
cp -R index case
sizes=$(wc -c case/gen-*/shard/*.glass | tail -n 1)
head -c 300000 /dev/zero >>case/gen-000001/shard/postlist.glass
[ "$(wc -c case/gen-*/shard/*.glass | tail -n 1)" != "$sizes" ] || fail "nothing was added"
rm -rf kept && mv site kept && mkdir site && pages oldword 4
expect_exit 0 "$PALPATE_INDEX" case site
expect_match err "60 unchanged"
grown=$(wc -c <case/gen-000001/shard/postlist.glass)
[ "$grown" -lt $(($(wc -c <index/gen-000001/shard/postlist.glass) + 200000)) ] ||
    fail "blocks that no state needs stay"
rm -rf site && mv kept site

# A real file system that is full.
mkdir disk
if ! mount -t tmpfs -o size=8m none disk 2>/dev/null; then
    echo "SKIPPED: a real full disk, since no file system can be mounted here"
    exit 77
fi
trap 'umount disk' EXIT
for left in 64 256 512 768 1024; do
    rm -rf disk/* case
    cp -R index disk/case
    sizes=$(wc -c disk/case/gen-*/shard/*.glass | tail -n 1)
    free=$(df -Pk disk | awk 'NR == 2 { print $4 }')
    dd if=/dev/zero of=disk/fill bs=1024 count=$((free - left)) 2>/dev/null
    for again in 1 2; do
        expect_exit 2 "$PALPATE_INDEX" --quiet disk/case site
        as_it_was disk/case
    done
    # There is room again: the same run works.
    rm disk/fill
    expect_exit 0 "$PALPATE_INDEX" --quiet disk/case site
    expect_exit 0 "$PALPATE_QUERY" disk/case newword
done
