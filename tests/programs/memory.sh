# palpate-index and palpate-query where a call for memory is refused: what was there, or what
# should be, and one sentence.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

[ -n "${STARVED-}" ] || { echo "SKIPPED: this build has an allocator of its own"; exit 77; }
mkdir old new
for word in apricot banjo cherry dolphin; do
    page old/$word.html "About $word" "The shoulder is stiff in the morning, as $word says." \
        "A second paragraph about $word and what helps: moving the arm every day, and patience."
done
cp old/*.html new
page new/banjo.html "About banjo" "The elbow aches after climbing now, as banjo says of the shoulder, again and again."
printf 'shoulder\tgleno\tlay\town\n' >names

# answers INDEX FILE
answers()
{
    for words in shoulder banjo elbow; do
        code=0
        "$PALPATE_QUERY" --format tsv --limit 100 --group none "$1" $words 2>asked.err || code=$?
        echo "$words $code"
    done | sort >"$2"
}
# starved N COMMAND...: the N-th call fails; the exit code is left in $code.
starved()
{
    number=$1
    shift
    code=0
    STARVED_AT=$number STARVED_COUNT=$PWD/count LD_PRELOAD=$STARVED "$@" >out 2>err || code=$?
}

expect_exit 0 "$PALPATE_INDEX" --quiet base old --thesaurus names
answers base old.answers
cp -R base index
expect_exit 0 "$PALPATE_INDEX" --quiet index new
answers index new.answers

tries=0 kept=0
# places TOTAL STEPS: numbers from 1 to the total.
places()
{
    seq 1 $(($1 / $2 + 1)) "$1"
}
for run in update rebuild; do
    [ $run = update ] && option= || option=--rebuild
    rm -rf index && cp -R base index
    starved 0 "$PALPATE_INDEX" --quiet --jobs 1 $option index new
    [ "$code" = 0 ] || { cat err; fail "$run: ended with $code"; }
    total=$(cat count)
    echo "$run: $total calls for memory"
    [ "$total" -gt 20 ] || fail "calls for memory are not seen"
    for at in $(places "$total" 40); do
        rm -rf index && cp -R base index
        starved "$at" "$PALPATE_INDEX" --quiet --jobs 1 $option index new
        tries=$((tries + 1))
        answers index now
        case $code in
        0) cmp -s now new.answers || fail "$run, call $at: exit 0, and other answers" ;;
        1) expect_match err 'memory' ;;
        2)
            kept=$((kept + 1))
            expect_match err 'memory'
            [ "$(wc -l <err)" = 1 ] || { cat err; fail "$run, call $at: more than one line"; }
            cmp -s now old.answers || cmp -s now new.answers || fail "$run, call $at: neither old nor new answers"
            ;;
        *) cat err; fail "$run, call $at: ended with $code" ;;
        esac
        expect_exit 0 "$PALPATE_INDEX" --quiet --jobs 1 index new
        answers index now
        cmp now new.answers || fail "$run, call $at: the next run does not complete the index"
    done
done

for words in 'frozen shoulder' 'banjo -elbow kind:other' 'sholder'; do
    "$PALPATE_QUERY" --format tsv base "$words" >whole 2>/dev/null || true
    starved 0 "$PALPATE_QUERY" --format tsv base "$words"
    for at in $(places "$(cat count)" 40); do
        starved "$at" "$PALPATE_QUERY" --format tsv base "$words"
        tries=$((tries + 1))
        case $code in
        0 | 1) cmp -s out whole || fail "$words, call $at: another answer, exit $code" ;;
        2)
            kept=$((kept + 1))
            [ "$(wc -l <err)" = 1 ] || { cat err; fail "$words, call $at: not one line"; }
            expect_match err memory
            ;;
        *) cat err; fail "$words, call $at: ended with $code" ;;
        esac
    done
done
echo "$tries calls were refused: $kept runs ended with a sentence, the others went well"
