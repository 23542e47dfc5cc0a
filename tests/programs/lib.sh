# For whole-program tests: . "$PALPATE_PROGRAM_TESTS/lib.sh"

# fail SENTENCE: ends the test.
fail()
{
    echo "FAILED: $*" >&2
    exit 1
}

# expect_exit CODE COMMAND...: the command ends with this code.  What it prints is left in
# the files out and err of the folder.
expect_exit()
{
    expected=$1
    shift
    code=0
    "$@" >out 2>err || code=$?
    if [ "$code" != "$expected" ]; then
        echo "--- out"; head -c 4000 out
        echo "--- err"; head -c 4000 err
        fail "$* ended with $code instead of $expected"
    fi
}

# patiently COMMAND...: one that waits for ever ends here; on a busy machine all takes its time.
patiently()
{
    timeout -k 5 900 "$@"
}

# expect_match FILE PATTERN, expect_no_match FILE PATTERN: as grep -E has it.
expect_match()
{
    grep -Eq -- "$2" "$1" || {
        head -c 4000 "$1"
        fail "$1 does not match $2"
    }
}
expect_no_match()
{
    ! grep -E -- "$2" "$1" || fail "$1 matches $2"
}

# finds INDEX WORD..., lacks INDEX WORD...: the index answers each word, or none of them.
finds()
{
    asked=$1
    shift
    for word; do
        expect_exit 0 "$PALPATE_QUERY" "$asked" "$word"
    done
}
lacks()
{
    asked=$1
    shift
    for word; do
        expect_exit 1 "$PALPATE_QUERY" "$asked" "$word"
    done
}

# page FILE TITLE TEXT...: writes an article page with a paragraph for each text.
page()
{
    file=$1 title=$2
    shift 2
    {
        printf '<!doctype html><html lang="en"><head><title>%s</title></head><body>' "$title"
        printf '<main><article><h1>%s</h1>' "$title"
        for text; do
            printf '<p>%s</p>' "$text"
        done
        printf '</article></main></body></html>\n'
    } >"$file"
}

# allow_leaks_of_libxapian: libxapian 1.4.22 drops what it has allocated where a write fails; from
# here on the leak sanitizer looks away from that, and from nothing else.
allow_leaks_of_libxapian()
{
    echo 'leak:libxapian.so' >libxapian.leaks
    export LSAN_OPTIONS="suppressions=$PWD/libxapian.leaks:print_suppressions=0"
}

# preloaded COMMAND...: the command with $FAULTY loaded before it, as FAULTY_... say (faulty.c).
# The address sanitizer wants to be the first library and need not be.
preloaded()
{
    (
        allow_leaks_of_libxapian
        export ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" LD_PRELOAD="$FAULTY"
        exec "$@"
    )
}
