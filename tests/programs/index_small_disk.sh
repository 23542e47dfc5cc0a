# A file system that is really full, of bytes or of files: the old answers stay, one sentence is
# said, and with room again the next run works.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# A mount of its own, which nobody else sees and which ends with the script.
if [ "${SMALL_DISK-}" != mounted ]; then
    if ! unshare -m true 2>/dev/null && ! unshare -rm true 2>/dev/null; then
        echo "SKIPPED: a file system cannot be mounted here"
        exit 77
    fi
    unshare -m true 2>/dev/null && flags=-m || flags=-rm
    export SMALL_DISK=mounted
    exec unshare $flags sh -eu "$0"
fi

allow_leaks_of_libxapian
mkdir disk site more
mount -t tmpfs -o size=64m none disk 2>/dev/null || { echo "SKIPPED: no tmpfs can be mounted here"; exit 77; }

# pages FOLDER WORD COUNT
pages()
{
    awk -v folder="$1" -v word="$2" -v count="$3" 'BEGIN {
        srand(7)
        for (i = 0; i < count; i++) {
            name = folder "/" word i ".html"
            printf "<!doctype html><html><head><title>Page %s %d</title></head><body><main><article>", word, i >name
            printf "<h1>Page %d</h1>", i >name
            for (k = 0; k < 4; k++) {
                printf "<p>Here is %s", word >name
                for (w = 0; w < 50; w++)
                    printf " with%s%d", substr(word, 1, 3), int(rand() * 9000) >name
                printf ".</p>" >name
            }
            printf "</article></main></body></html>\n" >name
            close(name)
        }
    }'
}
pages site oldword 40
cp site/* more
pages more newword 80

failed=0
for size in 300k 600k 900k 1200k 1600k 2m 3m 4m 6m inodes=9 inodes=14 inodes=20 inodes=26; do
    mount -o remount,size=64m,nr_inodes=10000 disk
    rm -rf disk/*
    expect_exit 0 "$PALPATE_INDEX" --quiet disk/index site
    case $size in
    inodes=*) limit="size=64m,nr_inodes=${size#inodes=}" ;;
    # What there is takes some room already.
    *) limit="size=$(($(du -sk disk | cut -f 1) + $(echo "$size" | sed 's/k$//; s/m$/000/')))k" ;;
    esac
    mount -o "remount,$limit" disk 2>/dev/null || continue
    for option in "" --rebuild; do
        code=0
        "$PALPATE_INDEX" --quiet $option disk/index more >out 2>err || code=$?
        case $code in
        0) expect_exit 0 "$PALPATE_QUERY" disk/index newword ;;
        2)
            failed=$((failed + 1))
            [ "$(wc -l <err)" = 1 ] || { cat err; fail "$size $option: more than one line"; }
            expect_match err 'nothing was changed|was not changed|room|space'
            expect_exit 0 "$PALPATE_QUERY" disk/index oldword
            ;;
        *) cat err; fail "$size $option: ended with $code" ;;
        esac
    done
    mount -o remount,size=64m,nr_inodes=10000 disk
    expect_exit 0 "$PALPATE_INDEX" --quiet disk/index more
    expect_exit 0 "$PALPATE_QUERY" disk/index newword
    expect_exit 0 "$PALPATE_QUERY" disk/index oldword
done
echo "$failed runs found the file system full"
[ "$failed" -gt 2 ] || fail "the file systems were too large to be full"

# Read-only: said, and asked on.
mount -o remount,ro disk
expect_exit 2 "$PALPATE_INDEX" --quiet disk/index site --allow-delete
[ "$(wc -l <err)" = 1 ] || { cat err; fail "more than one line"; }
expect_exit 0 "$PALPATE_QUERY" disk/index newword
umount disk
